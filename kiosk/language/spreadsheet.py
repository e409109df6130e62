"""A catalogue as a table for a spreadsheet, and back: one row a sentence, none of it lost.

Columns, found by their heads in any order: context, english, note, state, translation, and reviewed
(yes or nothing). A sentence that speaks of a number has a row for each form, numbered in `form`.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

import polib

from kiosk.core.errors import FilesNotSound, Problem
from kiosk.language.catalogue import mark_reviewed, say, state_of, texts_of
from kiosk.language.slips import slips_in

HEADS = ("context", "form", "english", "note", "state", "translation", "reviewed")
_NEEDED = ("context", "english", "translation")
_YES = frozenset({"yes", "y", "x", "1", "true"})
# A spreadsheet takes a text that begins so for a sum; the mark before it keeps it a text.
_SUMS = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Taken:
    """What an import changed: sentences that got new words, and sentences that were reviewed."""

    changed: int
    reviewed: int


def table_of(catalogue: polib.POFile) -> str:
    """The catalogue as CSV, in UTF-8 with the mark by which a spreadsheet knows it."""
    written = StringIO()
    rows = csv.DictWriter(written, HEADS)
    rows.writeheader()
    for entry in catalogue:
        if not entry.obsolete:
            rows.writerows(_rows(entry))
    return f"\ufeff{written.getvalue()}"


def _rows(entry: polib.POEntry) -> Iterator[dict[str, str]]:
    forms = entry.msgstr_plural if entry.msgid_plural else {0: entry.msgstr}
    for form in sorted(forms):
        yield {
            "context": entry.msgctxt,
            "form": str(form) if entry.msgid_plural else "",
            "english": _shielded(entry.msgid if form == 0 else entry.msgid_plural or entry.msgid),
            "note": entry.comment.replace("\n", " "),
            "state": state_of(entry),
            "translation": _shielded(forms[form]),
            "reviewed": "yes" if state_of(entry) == "reviewed" else "",
        }


def _shielded(text: str) -> str:
    return f"'{text}" if text.startswith(_SUMS) else text


def _plain(text: str) -> str:
    shielded = text.startswith("'") and text[1:].startswith(_SUMS)
    return (text[1:] if shielded else text).strip()


def take_table(catalogue: polib.POFile, text: str, file: str, reviewer: str) -> Taken:
    """Puts the words of a table into the catalogue. With a `reviewer`, rows that say `reviewed` are
    reviewed by that person; without one, changed words are drafts.

    Raises FilesNotSound with every row that does not fit, before anything is changed.
    """
    rows = _read(text, file)
    entries = {entry.msgctxt: entry for entry in catalogue if not entry.obsolete}
    problems = [one for number, row in rows for one in _problems(entries, row, file, number)]
    if problems:
        raise FilesNotSound(problems)
    changed = reviewed = 0
    for context, said in _by_context(rows).items():
        entry = entries[context]
        texts = [_plain(row["translation"]) for row in said]
        new = texts != texts_of(entry) and all(texts)
        if new:
            say(entry, texts)
        changed += new
        if new or reviewer:
            agreed = all(row.get("reviewed", "").strip().lower() in _YES for row in said)
            confirmed = bool(reviewer) and agreed and all(texts)
            reviewed += confirmed and state_of(entry) != "reviewed"
            mark_reviewed(entry, confirmed or (not new and state_of(entry) == "reviewed"))
    if reviewed:
        catalogue.metadata["Last-Translator"] = reviewer
    return Taken(changed, reviewed)


_Row = Mapping[str, str]


def _read(text: str, file: str) -> list[tuple[int, _Row]]:
    """The rows of the table with their numbers as a spreadsheet counts them."""
    start = text.removeprefix("\ufeff")
    first = start.splitlines()[0] if start else ""
    mark = max(",;\t", key=first.count)
    reader = csv.DictReader(StringIO(start), delimiter=mark)
    heads = [head.strip().lower() for head in reader.fieldnames or ()]
    reader.fieldnames = heads
    missing = [head for head in _NEEDED if head not in heads]
    if missing:
        said = (
            f"the first row needs the heads {', '.join(missing)}: begin with 'kiosk words export'"
        )
        raise FilesNotSound([Problem(file, 1, 1, "K430", said)])
    rows = ({head: row[head] or "" for head in heads} for row in reader)
    return [(number, row) for number, row in enumerate(rows, 2) if row["context"].strip()]


def _by_context(rows: Iterable[tuple[int, _Row]]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for _, row in rows:
        found.setdefault(row["context"].strip(), []).append(row)
    return {
        context: sorted(said, key=lambda row: row.get("form", ""))
        for context, said in found.items()
    }


def _problems(
    entries: Mapping[str, polib.POEntry], row: _Row, file: str, number: int
) -> Iterator[Problem]:
    entry = entries.get(row["context"].strip())
    if entry is None:
        said = f"there is no sentence '{row['context']}' any more: take this row away"
        yield Problem(file, number, 1, "K431", said)
        return
    english = _plain(row["english"])
    if english not in (entry.msgid, entry.msgid_plural):
        said = "the English of this sentence has changed since: begin with a new export"
        yield Problem(file, number, 1, "K432", said)
    for code, said in slips_in(english, _plain(row["translation"])):
        yield Problem(file, number, 1, code, said)
