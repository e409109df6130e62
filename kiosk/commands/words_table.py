"""The table of languages: how many sentences are translated, reviewed, out of date, too long."""

from collections.abc import Mapping, Sequence

import polib

from kiosk.core.messages import Message
from kiosk.language.catalogue import Tally, tally_of
from kiosk.language.catalogue_findings import too_long
from kiosk.language.languages import language_of

_HEADS = ("", "language", "translated", "reviewed", "out of date", "too long", "state")


def table_in_text(catalogues: Mapping[str, polib.POFile], messages: Sequence[Message]) -> str:
    """The table for a terminal, English first."""
    source = ("en", "English", f"{len(messages)}", f"{len(messages)}", "0", "0", "the source")
    rows = [_HEADS, source, *(_row(code, one, messages) for code, one in catalogues.items())]
    widths = [max(len(row[n]) for row in rows) for n in range(len(_HEADS))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([*lines, "", f"{len(messages)} sentences. {_GO_ON}"])


_GO_ON = "A draft waits for a speaker: 'kiosk words export LANG', or any editor of PO files."


def _row(code: str, catalogue: polib.POFile, messages: Sequence[Message]) -> tuple[str, ...]:
    name = language_of(code, catalogue.metadata).english
    tally = tally_of(catalogue, messages)
    long = len(too_long(catalogue, messages))
    counts = (tally.translated, tally.reviewed, tally.out_of_date, long)
    return (code, name, *(str(count) for count in counts), _state(tally))


def _state(tally: Tally) -> str:
    if tally.reviewed:
        return "reviewed" if tally.reviewed == tally.of else "partly reviewed"
    return "draft, no speaker has reviewed it" if tally.translated else "empty"


def _line(row: tuple[str, ...], widths: Sequence[int]) -> str:
    left = (0, 1, len(row) - 1)
    cells = [
        cell.ljust(width) if n in left else cell.rjust(width)
        for n, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
