"""One language's catalogue: a PO file, what each of its entries is worth, and how it is kept.

An entry is in one of three states. A draft is marked fuzzy: words that no speaker has reviewed yet.
One that is out of date is marked fuzzy too, and remembers the English it once stood for: that
English has changed, so a family gets the new English, never the old translation. Anything else that
has words is reviewed. These are the marks that Poedit, Weblate and the gettext tools use.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polib

from kiosk.core.errors import FilesNotSound, KioskError, Problem
from kiosk.core.messages import Message
from kiosk.language.languages import Language, forms_of
from kiosk.resources import read_text

State = Literal["untranslated", "draft", "out of date", "reviewed"]
TEMPLATE = "kiosk.pot"
_WIDTH = 98
_FUZZY = "fuzzy"
_BEGUN = re.compile(r'\s*(msg\w+(\[\d+\])?\s*)?"')
_LINE = re.compile(r"line (\d+)")
GOOD: tuple[State, ...] = ("draft", "reviewed")


@dataclass(frozen=True)
class Tally:
    """How many messages of a language are in each state; `of` is how many there are in all."""

    of: int
    translated: int
    reviewed: int
    out_of_date: int

    @property
    def drafts(self) -> int:
        """How many wait for a speaker."""
        return self.translated - self.reviewed


def read_catalogue(path: Path) -> polib.POFile:
    """The catalogue of that file. Raises Missing, or FilesNotSound where it is not a catalogue."""
    text = read_text(path)
    try:
        catalogue = polib.pofile(f"\n{text}", wrapwidth=_WIDTH)
        line = _without_quote(text)
    except (OSError, ValueError) as trouble:
        line = max(1, int((_LINE.search(str(trouble)) or ["", "2"])[1]) - 1)
    if line:
        said = "this line is not as a catalogue has it: look for a lost quote or a half sentence"
        raise FilesNotSound([Problem(str(path), line, 1, "K428", said)])
    rule = catalogue.metadata.get("Plural-Forms", "")
    if rule and not forms_of(rule):
        said = f"'Plural-Forms: {rule}' is no plural rule: write one like nplurals=1; plural=0;"
        raise FilesNotSound([Problem(str(path), 1, 1, "K428", said)])
    return catalogue


def _without_quote(text: str) -> int:
    """The first line whose text has no end, from 1, or 0. polib would take its last letter away."""
    lines = enumerate(text.split("\n"), 1)
    return next((n for n, line in lines if _BEGUN.match(line) and line.rstrip()[-1] != '"'), 0)


def line_of(entry: polib.POEntry) -> int:
    """The line of the file on which the entry begins, from 1. It was read below an empty line."""
    return max(1, (entry.linenum or 2) - 1)


def new_catalogue() -> polib.POFile:
    """A catalogue with nothing in it."""
    return polib.POFile(wrapwidth=_WIDTH)


def write(catalogue: polib.POFile, path: Path) -> None:
    """Writes the file whole or not at all. Raises KioskError where it cannot be written."""
    part = path.with_suffix(".part")
    if "Language" in catalogue.metadata:
        states = Counter(state_of(entry) for entry in catalogue if not entry.obsolete)
        told = (f"{states[state]} {state}" for state in ("reviewed", "draft", "out of date"))
        catalogue.metadata["X-Review-State"] = ", ".join(told)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(f"{catalogue}\n", encoding="utf-8")
        part.replace(path)
    except OSError as trouble:
        raise KioskError(f"{path} cannot be written: {trouble.strerror}.") from None


def state_of(entry: polib.POEntry) -> State:
    """What the entry is worth."""
    if not texts_of(entry):
        return "untranslated"
    if _FUZZY not in entry.flags:
        return "reviewed"
    return "out of date" if entry.previous_msgid else "draft"


def tally_of(catalogue: polib.POFile, messages: Iterable[Message]) -> Tally:
    """How far a catalogue has come with those messages."""
    entries = {entry.msgctxt: entry for entry in catalogue if not entry.obsolete}
    states = [_state(entries.get(message.context), message) for message in messages]
    return Tally(
        of=len(states),
        translated=states.count("draft") + states.count("reviewed"),
        reviewed=states.count("reviewed"),
        out_of_date=states.count("out of date"),
    )


def _state(entry: polib.POEntry | None, message: Message) -> State:
    if entry is None:
        return "untranslated"
    return state_of(entry) if _fits(entry, message) else "out of date"


def _fits(entry: polib.POEntry, message: Message) -> bool:
    return (entry.msgid, entry.msgid_plural) == (message.english, message.many)


def updated(
    catalogue: polib.POFile, messages: Iterable[Message], language: Language | None
) -> polib.POFile:
    """The catalogue with just those messages, in their order; nothing that was translated is lost.

    Changed English makes an entry out of date. A new sentence whose English stands elsewhere in the
    catalogue gets that translation as a draft. What is gone is kept at the end, as obsolete.
    Without a `language` it is the template.
    """
    new = polib.POFile(wrapwidth=_WIDTH)
    new.header = catalogue.header
    new.metadata = metadata_of(catalogue, language)
    # Where an editor left an old entry of the same context behind, the one in use goes before it.
    in_order = sorted(catalogue, key=lambda entry: not entry.obsolete)
    by_context = {entry.msgctxt: entry for entry in in_order}
    by_english = {
        (entry.msgid, entry.msgid_plural): entry for entry in catalogue if state_of(entry) in GOOD
    }
    taken = set()
    for message in messages:
        old = by_context.get(message.context)
        same = by_english.get((message.english, message.many))
        entry = _entry(message, old, same if language else None, language)
        new.append(entry)
        # An entry of which a form has no place in the new one is kept beside it.
        if old is not None and set(_words_in(old)) <= {*forms_in(entry), ""}:
            taken.add(id(old))
    for entry in catalogue:
        if id(entry) not in taken and _words_in(entry):
            entry.obsolete = True
            new.append(entry)
    return new


def _entry(
    message: Message,
    old: polib.POEntry | None,
    same: polib.POEntry | None,
    language: Language | None,
) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=message.context,
        msgid=message.english,
        msgid_plural=message.many,
        comment="\n".join(message.notes),
        occurrences=[(message.file, str(message.line or ""))],
        tcomment=old.tcomment if old else "",
        flags=["python-brace-format"] if "{" in message.english + message.many else [],
    )
    forms = language.forms if language else 2
    if message.many:
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if old is not None and _words_in(old):
        _take(entry, old, forms)
    elif same is not None:
        _take(entry, same, forms)
        _mark(entry, fuzzy=True)
    return entry


def _take(entry: polib.POEntry, old: polib.POEntry, forms: int) -> None:
    """Takes over what was said, and what it is worth now."""
    said = _words_in(old)
    fits = not entry.msgid_plural or len(said) == forms
    # The last form is the one for many: it fits a number of which nothing is known best.
    say(entry, said if fits else [*said[: forms - 1], *said[-1:] * forms][: forms - 1] + said[-1:])
    stood_for = _english_of(old)
    changed = stood_for != (entry.msgid, entry.msgid_plural)
    _mark(entry, fuzzy=changed or not fits or _FUZZY in old.flags)
    if changed:
        entry.previous_msgid = stood_for[0]
        entry.previous_msgid_plural = stood_for[1] or None


def _english_of(entry: polib.POEntry) -> tuple[str, str]:
    """The English that the words of an entry stand for, which may be one that has changed since."""
    if entry.previous_msgid and _FUZZY in entry.flags:
        return entry.previous_msgid, entry.previous_msgid_plural or ""
    return entry.msgid, entry.msgid_plural


def say(entry: polib.POEntry, texts: list[str]) -> None:
    """Puts words into an entry: one text, or one for each plural form."""
    if entry.msgid_plural:
        entry.msgstr_plural = dict(enumerate(texts))
    else:
        entry.msgstr = texts[0]


def mark_reviewed(entry: polib.POEntry, reviewed: bool) -> None:
    """Says whether a speaker has reviewed the entry as it stands now."""
    _mark(entry, fuzzy=not reviewed)
    entry.previous_msgid = entry.previous_msgid_plural = None


def _mark(entry: polib.POEntry, *, fuzzy: bool) -> None:
    kept = [flag for flag in entry.flags if flag != _FUZZY]
    entry.flags = [_FUZZY, *kept] if fuzzy else kept


def texts_of(entry: polib.POEntry) -> list[str]:
    """The translation: one text, or one for each plural form; empty where one is missing."""
    texts = forms_in(entry)
    return texts if all(texts) else []


def forms_in(entry: polib.POEntry) -> list[str]:
    """The same with empty texts for forms without words: a translation may be half done."""
    forms = entry.msgstr_plural
    return [forms[n] for n in sorted(forms)] if entry.msgid_plural else [entry.msgstr]


def _words_in(entry: polib.POEntry) -> list[str]:
    """All that was translated, were it half; nothing where nothing was."""
    forms = forms_in(entry)
    return forms if any(forms) else []


def metadata_of(catalogue: polib.POFile, language: Language | None) -> dict[str, str]:
    """The header: what tools need, and what the kiosk needs of a language."""
    fixed = {
        "Project-Id-Version": "Portal Kiosk",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        fixed |= {
            "Language": language.code.replace("-", "_"),
            "Plural-Forms": language.plural,
            "X-Name": language.name,
            "X-English-Name": language.english,
            "X-Direction": "rtl" if language.right_to_left else "ltr",
            "X-Font": language.font,
        }
    return {**catalogue.metadata, **fixed}
