"""Reads how often each way was taken: a CSV file with the columns flow, screen, by and count.

`by` is what the trail of a visit calls it: the id of an answer, typed, refused.OUTCOME, picked,
confirmed, time, back, help, stop, left.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.core.errors import FilesNotSound, Problem

COLUMNS = ("flow", "screen", "by", "count")

_WHOLE = re.compile(r"[0-9]{1,12}", re.ASCII)


@dataclass(frozen=True)
class Count:
    """So many times did visits leave that screen that way, or were told something on it."""

    flow: str
    screen: str
    by: str
    count: int

    @property
    def place(self) -> str:
        """The screen among all flows: flow/screen."""
        return f"{self.flow}/{self.screen}"


def read_counts(text: str, file: str) -> tuple[Count, ...]:
    """The counts of that text; `file` is its name for messages.

    The first line names the columns, in any order; further columns are let be. Raises FilesNotSound
    with every line that does not fit.
    """
    lines, problems = _lines(text, file)
    if not problems:
        problems = _header_problems(lines[0][1] if lines else [], file)
    if problems:
        raise FilesNotSound(problems)
    columns = [_names(lines[0][1]).index(name) for name in COLUMNS]
    for number, cells in lines[1:]:
        problems += _row_problems(cells, columns, file, number)
    if problems:
        raise FilesNotSound(problems)
    return tuple(_count(cells, columns) for _, cells in lines[1:])


def _lines(text: str, file: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """The cells of each line that is not empty, with its number."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        lines.extend((reader.line_num, cells) for cells in reader if any(cells))
    except csv.Error as trouble:
        return lines, [Problem(file, reader.line_num, 0, "K401", f"this is no CSV: {trouble}")]
    return lines, []


def _names(header: Sequence[str]) -> list[str]:
    return [name.strip().lower() for name in header]


def _header_problems(header: Sequence[str], file: str) -> list[Problem]:
    missing = [name for name in COLUMNS if name not in _names(header)]
    if not missing:
        return []
    message = f"the first line must name the columns {','.join(COLUMNS)}; {missing[0]} is missing"
    return [Problem(file, 1, 0, "K402", message)]


def _row_problems(
    cells: Sequence[str], columns: Sequence[int], file: str, line: int
) -> list[Problem]:
    if len(cells) <= max(columns):
        return [Problem(file, line, 0, "K403", f"a cell is missing: there are {len(cells)}")]
    *names, count = (cells[column].strip() for column in columns)
    problems = [
        Problem(file, line, 0, "K404", f"'{column}' is empty")
        for column, name in zip(COLUMNS, names, strict=False)
        if not name
    ]
    if not _WHOLE.fullmatch(count):
        message = f"'{count[:40]}' is not a count: write a whole number such as 12"
        problems.append(Problem(file, line, 0, "K405", message))
    return problems


def _count(cells: Sequence[str], columns: Sequence[int]) -> Count:
    flow, screen, by, count = (cells[column].strip() for column in columns)
    return Count(flow, screen, by, int(count))
