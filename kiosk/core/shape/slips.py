"""Names, in plain words, the slip that keeps a text from being read as YAML.

The parser stops at the first one; only tabs are found on all lines at once.
"""

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from kiosk.core.errors import Problem
from kiosk.core.marks import Place

_TAB = re.compile(r"^ *(\t)[ \t]*\S", re.MULTILINE)
_COLON = re.compile(r":\s")
_QUOTES = ('"', "'")
_CLOSED = (*_QUOTES, "}", "]")
_GOES_ON = "the text goes on here: put quotes around the whole text"
_NOT_CLOSED = "the quote that opens here is not closed"
_MOST_TABS = 100

Slip = tuple[Place, str, str]


def slips_in(trouble: Exception, text: str, file: str) -> list[Problem]:
    """What to tell of the parser's complaint about that text. One problem or more."""
    if not isinstance(trouble, yaml.MarkedYAMLError) or trouble.problem_mark is None:
        place, code, message = _not_text(trouble, text)
        return [Problem(file, place.line, place.column, code, message)]
    slips = list(islice(_tabs(text), _MOST_TABS))
    if not slips or slips[0][0].line > trouble.problem_mark.line + 1:
        slips = [_slip(trouble, text)]
    return [Problem(file, place.line, place.column, code, said) for place, code, said in slips]


def _not_text(trouble: Exception, text: str) -> Slip:
    at = getattr(trouble, "position", getattr(trouble, "start", 0))
    before = text[:at]
    place = Place(before.count("\n") + 1, at - before.rfind("\n"))
    return place, "K109", "a sign stands here that no text has: save the file as UTF-8 text"


def _tabs(text: str) -> Iterator[Slip]:
    line, start = 1, 0
    for found in _TAB.finditer(text):
        line += text.count("\n", start, found.start(1))
        start = found.start(1)
        column = start - text.rfind("\n", 0, start)
        yield Place(line, column), "K121", "a tab stands here: use spaces"


def _slip(trouble: yaml.MarkedYAMLError, text: str) -> Slip:
    here, opened = _place(trouble.problem_mark), _place(trouble.context_mark)
    before = _line(text, here.line)[: here.column - 1]
    problem, context = trouble.problem or "", trouble.context or ""
    if "quoted scalar" in context:
        return _in_quotes(problem, here, opened)
    if "flow" in context:
        return opened, "K125", "the bracket that opens here is not closed, or a comma is missing"
    if "cannot start any token" in problem:
        return here, "K126", "YAML keeps this sign for itself: put the text in quotes"
    if "mapping values" in problem and _COLON.search(before):
        return here, "K123", "a second colon on this line: put the text in quotes"
    if before.rstrip().endswith(_CLOSED):
        return _opened_above(text, here) or (here, "K127", _GOES_ON)
    if "mapping values" in problem or "block" in context:
        return here, "K122", "this line does not stand under its neighbours: mend the spaces"
    return here, "K104", f"cannot be read here: {problem}"


def _opened_above(text: str, here: Place) -> Slip | None:
    """Where a quote opened on a line above: the one on this line was to open the next text."""
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: here.line - 1]) + lines[here.line - 1][: here.column - 1].rstrip()
    opened = before.rfind(before[-1], 0, len(before) - 1)
    line = before.count("\n", 0, opened) + 1
    if before[-1] not in _QUOTES or opened < 0 or line == here.line:
        return None
    return Place(line, opened - before.rfind("\n", 0, opened)), "K124", _NOT_CLOSED


def _in_quotes(problem: str, here: Place, opened: Place) -> Slip:
    if "escape" in problem or "hexdecimal" in problem:
        return here, "K128", r"a \ in double quotes: write \\, or use single quotes"
    return opened, "K124", _NOT_CLOSED


def _place(mark: yaml.Mark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place()


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if number <= len(lines) else ""
