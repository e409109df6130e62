"""Two more letters behind a code, by which one slip of typing is found and mended.

A Reed-Solomon code over the 32 letters: of one changed letter it tells which, two changed letters
it always finds, and of more all but one in a thousand. Codes of 31 letters or fewer.
(I. Reed, G. Solomon, "Polynomial Codes over Certain Finite Fields", 1960.)
"""

from collections.abc import Iterator
from functools import reduce
from operator import xor

CHECKS = 2
MOST_LETTERS = 31


def _powers() -> tuple[int, ...]:
    """The powers of x among polynomials over two, modulo x^5 + x^2 + 1: every digit but 0."""
    found = [1]
    while len(found) < MOST_LETTERS:
        twice = found[-1] << 1
        found.append(twice ^ 0b100101 if twice > 31 else twice)
    return tuple(found)


_POWERS = _powers()
_LOGS = {power: n for n, power in enumerate(_POWERS)}


def with_checks(digits: tuple[int, ...]) -> tuple[int, ...]:
    """The digits of a code and its two checking digits. 29 digits or fewer."""
    plain, weighed = _sums((*digits, 0, 0))
    first = _divided(plain ^ weighed, 1 ^ _POWERS[1])
    return (*digits, first, plain ^ first)


def is_sound(digits: tuple[int, ...]) -> bool:
    """Whether no slip is to be seen."""
    return _sums(digits) == (0, 0)


def mended(digits: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """The codes from which one slip leads to these digits; where there is none, the same.

    Of one changed letter there is one such code, of two that changed places there are a few. More
    slips can look like one: what is mended is a guess, to be proved by other means.
    """
    plain, weighed = _sums(digits)
    if plain == weighed == 0:
        return (digits,)
    if plain == 0:
        return tuple(_turned_back(digits, weighed))
    if weighed == 0:
        return ()
    place = len(digits) - 1 - (_LOGS[weighed] - _LOGS[plain]) % MOST_LETTERS
    if place < 0:
        return ()
    return ((*digits[:place], digits[place] ^ plain, *digits[place + 1 :]),)


def _turned_back(digits: tuple[int, ...], weighed: int) -> Iterator[tuple[int, ...]]:
    """The code with two neighbours changed back, for each two that explain the slip."""
    for n in range(len(digits) - 1):
        if _changed(digits, n) == weighed:
            yield (*digits[:n], digits[n + 1], digits[n], *digits[n + 2 :])


def _changed(digits: tuple[int, ...], n: int) -> int:
    """By how much the weighed sum changes when digit n and the next one change places."""
    last = len(digits) - 1 - n
    return _times(digits[n] ^ digits[n + 1], _POWERS[last] ^ _POWERS[last - 1])


def _sums(digits: tuple[int, ...]) -> tuple[int, int]:
    """The plain sum, and the sum weighed by place from the end. A sound code has 0 and 0."""
    parts = (_times(digit, _POWERS[n]) for n, digit in enumerate(reversed(digits)))
    return reduce(xor, digits, 0), reduce(xor, parts, 0)


def _times(one: int, other: int) -> int:
    return _POWERS[(_LOGS[one] + _LOGS[other]) % MOST_LETTERS] if one and other else 0


def _divided(one: int, other: int) -> int:
    return _POWERS[(_LOGS[one] - _LOGS[other]) % MOST_LETTERS] if one else 0
