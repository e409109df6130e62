"""Where each letter of an address stands when it is shown huge: lines of equal cells. Qt-free."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

AT_GAP = 0.4
"""Cells of air on both sides of "@"."""

_BREAKS_AFTER = ".-_"


@dataclass(frozen=True)
class Sign:
    """One letter. `x` counts cells from the line's start; `differs` marks it against a twin."""

    text: str
    differs: bool = False
    x: float = 0.0
    line: int = 0


def differing(groups: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[Sign, ...], ...]:
    """The groups as signs; those that `other` does not have in the same place are marked."""
    same = _same("".join(groups), "".join(other))
    number = 0
    rows: list[tuple[Sign, ...]] = []
    for group in groups:
        rows.append(
            tuple(
                Sign(text, bool(other) and number + step not in same)
                for step, text in enumerate(group)
            )
        )
        number += len(group)
    return tuple(rows)


def _same(text: str, other: str) -> set[int]:
    """The places of the letters of `text` that `other` has, too."""
    if len(text) == len(other):
        # Two letters that changed places are both marked, not only one of them.
        return {place for place, sign in enumerate(text) if sign == other[place]}
    match = SequenceMatcher(None, text, other, autojunk=False)
    return {block.a + step for block in match.get_matching_blocks() for step in range(block.size)}


def longest_cells(groups: tuple[str, ...]) -> float:
    """How many cells wide a line must be, so that no group is broken."""
    return max((_wide(chunk) for chunk in _chunks(tuple(map(_signs, groups)))), default=0.0)


def all_cells(groups: tuple[str, ...]) -> float:
    """How many cells wide a line must be, so that everything stands on it."""
    return _wide([sign for group in groups for sign in _signs(group)])


def laid(groups: tuple[tuple[Sign, ...], ...], cells: float) -> tuple[Sign, ...]:
    """Every sign with its place, on lines of that many cells; none is left out.

    All on one line if it fits. Otherwise a line for the name and one for "@" and what follows; a
    group that is still too long breaks after a dot, a dash or an underscore, or where it must.
    """
    whole = [sign for group in groups for sign in group]
    chunks = [whole] if _wide(whole) <= cells else list(_chunks(groups))
    lines = [line for chunk in chunks for line in _broken(chunk, cells)]
    return tuple(sign for number, line in enumerate(lines) for sign in _spread(line, number))


def _signs(group: str) -> tuple[Sign, ...]:
    return tuple(map(Sign, group))


def _chunks(groups: tuple[tuple[Sign, ...], ...]) -> Iterator[list[Sign]]:
    chunk: list[Sign] = []
    for group in groups:
        if chunk and chunk[-1].text != "@":
            yield chunk
            chunk = []
        chunk = [*chunk, *group]
    if chunk:
        yield chunk


def _wide(line: list[Sign]) -> float:
    placed = list(_spread(line, 0))
    return placed[-1].x + 1 if placed else 0.0


def _broken(chunk: list[Sign], cells: float) -> Iterator[list[Sign]]:
    rest = chunk
    while _wide(rest) > cells and len(rest) > 1:
        fits = max((n for n in range(1, len(rest)) if _wide(rest[:n]) <= cells), default=1)
        after = [n for n in range(2, fits + 1) if rest[n - 1].text in _BREAKS_AFTER]
        cut = after[-1] if after else fits
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def _spread(line: list[Sign], number: int) -> Iterator[Sign]:
    x = 0.0
    for place, sign in enumerate(line):
        x += AT_GAP if sign.text == "@" and place else 0.0
        yield Sign(sign.text, sign.differs, x, number)
        x += 1 + (AT_GAP if sign.text == "@" else 0.0)
