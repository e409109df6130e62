"""A catalogue as a table for a spreadsheet, and back: one row a sentence, none of it lost.

Columns, found by their heads in any order: context, english, note, state, translation, and reviewed
(yes or nothing). A sentence that speaks of a number has a row for each form, numbered in `form`.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

import polib

from kiosk.core.errors import FilesNotSound, Problem
from kiosk.language.catalogue import forms_in, mark_reviewed, say, state_of
from kiosk.language.languages import lone_forms
from kiosk.language.slips import slips_in

HEADS = ("context", "form", "english", "note", "state", "translation", "reviewed")
_NEEDED = ("context", "english", "translation")
_YES = frozenset({"yes", "y", "x", "1", "true"})
# A spreadsheet takes a text that begins so for a sum; the mark before it keeps it a text.
_SUMS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_SHIELD = "'"


@dataclass(frozen=True)
class Taken:
    """What an import changed: sentences that got new words, and sentences that were reviewed."""

    changed: int
    reviewed: int


def table_of(catalogue: polib.POFile) -> str:
    """The catalogue as CSV, in UTF-8 with the mark by which a spreadsheet knows it."""
    written = StringIO(newline="")
    rows = csv.DictWriter(written, HEADS)
    rows.writeheader()
    for entry in catalogue:
        if not entry.obsolete:
            rows.writerows(_rows_of(entry))
    return f"\ufeff{written.getvalue()}"


def _rows_of(entry: polib.POEntry) -> Iterator[dict[str, str]]:
    for form, text in enumerate(forms_in(entry)):
        english = entry.msgid_plural if form else entry.msgid
        cells = {
            "context": entry.msgctxt,
            "form": str(form) if entry.msgid_plural else "",
            "english": english,
            "note": _note(entry),
            "state": state_of(entry),
            "translation": text,
            "reviewed": "yes" if state_of(entry) == "reviewed" else "",
        }
        yield {head: shielded(cell) for head, cell in cells.items()}


def _note(entry: polib.POEntry) -> str:
    note = entry.comment.replace("\n", " ")
    if state_of(entry) != "out of date":
        return note
    return f"{note} The English was: {entry.previous_msgid}".strip()


def shielded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a sum."""
    return f"{_SHIELD}{text}" if text.lstrip(_SHIELD).startswith(_SUMS) else text


def _plain(text: str) -> str:
    shielded = text.startswith(_SHIELD) and text.lstrip(_SHIELD).startswith(_SUMS)
    return (text[1:] if shielded else text).replace("\r\n", "\n").strip()


@dataclass(frozen=True)
class _Row:
    """One row; `number` as a spreadsheet counts it, with the heads in row 1."""

    number: int
    cells: Mapping[str, str]

    def of(self, head: str) -> str:
        return _plain(self.cells.get(head, ""))


def take_table(catalogue: polib.POFile, text: str, file: str, reviewer: str) -> Taken:
    """Puts the words of a table into the catalogue. With a `reviewer`, rows that say `reviewed` are
    reviewed by that person; without one, changed words are drafts. A row without words, and a
    sentence without rows, leave all as it is.

    Raises FilesNotSound with every row that does not fit, before anything is changed.
    """
    table = _by_context(_read(text, file))
    entries = {entry.msgctxt: entry for entry in catalogue if not entry.obsolete}
    lone = lone_forms(catalogue.metadata.get("Plural-Forms", ""))
    problems = [
        Problem(file, number, 1, code, said)
        for context, rows in table.items()
        for number, code, said in _problems(entries.get(context), rows, lone)
    ]
    if problems:
        raise FilesNotSound(sorted(problems))
    changed = reviewed = 0
    for context, rows in table.items():
        new, agreed = _take(entries[context], rows, agreeable=bool(reviewer))
        changed += new
        reviewed += agreed
    if reviewed:
        catalogue.metadata["Last-Translator"] = reviewer
    return Taken(changed, reviewed)


def _take(entry: polib.POEntry, rows: Sequence[_Row], *, agreeable: bool) -> tuple[bool, bool]:
    """Takes one sentence. Whether its words are new, and whether it is reviewed and was not so."""
    was, now = state_of(entry), forms_in(entry)
    chosen = _by_form(entry, rows)
    said = {form: row.of("translation") for form, row in chosen.items()}
    texts = [old if said.get(n, "") in ("", old.strip()) else said[n] for n, old in enumerate(now)]
    new = texts != now
    if new:
        say(entry, texts)
    whole = len(chosen) == len(now) and all(texts)
    agreed = agreeable and whole and all(row.of("reviewed").lower() in _YES for row in rows)
    if agreed or new:
        mark_reviewed(entry, agreed)
    return new, agreed and (new or was != "reviewed")


def _read(text: str, file: str) -> list[_Row]:
    """The rows of the table."""
    start = text.removeprefix("\ufeff")
    mark = max(",;\t", key=start.partition("\n")[0].count)
    reader = csv.reader(StringIO(start, newline=""), delimiter=mark, strict=True)
    try:
        heads, *rows = [*reader] or [[]]
    except csv.Error:
        said = "a row begins here that is not as a table has it: look for a lost quote"
        raise FilesNotSound([Problem(file, reader.line_num, 1, "K429", said)]) from None
    heads = [head.strip().lower() for head in heads]
    missing = [head for head in _NEEDED if head not in heads]
    if missing:
        said = (
            f"the first row needs the heads {', '.join(missing)}: begin with 'kiosk words export'"
        )
        raise FilesNotSound([Problem(file, 1, 1, "K430", said)])
    read = [_Row(n, dict(zip(heads, cells, strict=False))) for n, cells in enumerate(rows, 2)]
    return [row for row in read if row.of("context")]


def _by_context(rows: Sequence[_Row]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.of("context"), []).append(row)
    return found


def _by_form(entry: polib.POEntry, rows: Sequence[_Row]) -> dict[int, _Row]:
    """The row of each form; nothing where the rows are not of this sentence's forms.

    A table without numbers has a row for each form, in their order.
    """
    forms = [str(n) for n, _ in enumerate(forms_in(entry))]
    named = [row.of("form") for row in rows]
    if len(rows) == len(forms) and not any(named):
        return dict(enumerate(rows))
    if not entry.msgid_plural or len(set(named)) < len(named) or not set(named) <= set(forms):
        return {}
    return {int(name): row for name, row in zip(named, rows, strict=True)}


def _problems(
    entry: polib.POEntry | None, rows: Sequence[_Row], lone: frozenset[int]
) -> Iterator[tuple[int, str, str]]:
    """(row, code, sentence) for everything that does not fit."""
    if entry is None:
        said = f"there is no sentence '{rows[0].of('context')}' any more: take this row away"
        yield from ((row.number, "K431", said) for row in rows)
        return
    english = {_plain(entry.msgid), _plain(entry.msgid_plural)} - {""}
    for row in rows:
        if row.of("english") not in english:
            said = "the English of this sentence has changed since: begin with a new export"
            yield row.number, "K432", said
    chosen = _by_form(entry, rows)
    if not chosen:
        forms = len(forms_in(entry))
        said = f"this sentence has {forms} forms" if forms > 1 else "this sentence has one row"
        yield rows[-1].number, "K433", f"{said}: begin with a new export"
    now = [text.strip() for text in forms_in(entry)]
    for form, row in chosen.items():
        said = row.of("translation")
        if said != now[form]:
            is_lone = bool(entry.msgid_plural) and form in lone
            slips = slips_in(entry.msgid_plural or entry.msgid, said, lone=is_lone)
            yield from ((row.number, code, sentence) for code, sentence in slips)
