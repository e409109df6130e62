"""Guesses what a slip was meant to be: the nearest of the names that there are."""

import difflib
from collections.abc import Iterable

_CLOSE = 0.6
_FEW = 40
_MANY = 1_200


def guess(said: str, known: Iterable[str]) -> str:
    """The end of a sentence: "; did you mean 'next'?", or nothing where no name is close. Among
    thousands of names none is looked for: in a file like that, everything may be a slip."""
    names = list(known)
    if len(names) > _MANY:
        return ""
    if len(names) > _FEW:
        names = _likely(said, names)
    close = difflib.get_close_matches(said[:_FEW], names, n=1, cutoff=_CLOSE)
    return f"; did you mean '{close[0]}'?" if close else ""


def _likely(said: str, names: list[str]) -> list[str]:
    """The few among many names that are worth a slow look: as long, and with the same letters."""
    letters = set(said)
    likely = [name for name in names if abs(len(name) - len(said)) <= 2]
    return sorted(likely, key=lambda name: len(letters.symmetric_difference(name)))[:_FEW]
