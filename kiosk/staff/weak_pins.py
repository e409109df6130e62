"""Which PINs may be set: long enough, and not among those that somebody would try first.

What people choose, and what is tried first: Bonneau, Preibusch and Anderson, "A birthday present
every eleven wallets?" (2012), for dates and years; Markert and others, "This PIN can be easily
guessed" (2020), for six digits and for refusing the commonest.
"""

import re
from collections.abc import Container
from itertools import pairwise
from typing import Final

FEWEST_DIGITS: Final = 6
MOST_DIGITS: Final = 32

_YEAR = "(19[3-9][0-9]|20[0-4][0-9])"
_BEGINS_OR_ENDS_WITH_A_YEAR = re.compile(f"{_YEAR}.*|.*{_YEAR}")


def pin_in(typed: str) -> str:
    """The digits that were typed, as 0 to 9 in whatever script; empty where no PIN can be meant."""
    typed = typed.strip()
    if not typed.isdecimal() or not FEWEST_DIGITS <= len(typed) <= MOST_DIGITS:
        return ""
    return "".join(str(int(digit)) for digit in typed)


def weakness(typed: str, common: Container[str]) -> str:
    """Why that may not be set as PIN, in a sentence that does not repeat it; empty where it may.

    `common` holds what many people use, as in `kiosk.checks.common_passwords`.
    """
    pin = pin_in(typed)
    if not pin:
        return f"A PIN has {FEWEST_DIGITS} digits or more, and nothing but digits."
    if _steps_evenly(pin):
        return "Its digits are all the same, or run evenly up or down. Choose others."
    if _repeats(pin):
        return "It says the same digits again and again. Choose others."
    if _looks_like_a_date(pin):
        return "It looks like a date or a year, which are guessed first. Choose others."
    if pin in common:
        return "Many people use that one, so it is guessed first. Choose others."
    return ""


def _steps_evenly(pin: str) -> bool:
    """000000, 123456, 987654; and past zero, as on a keypad: 789012."""
    return len({(int(after) - int(before)) % 10 for before, after in pairwise(pin)}) == 1


def _repeats(pin: str) -> bool:
    """121212, 123123, and one that breaks off on its way: 1231231."""
    lengths = range(1, len(pin) // 2 + 1)
    return any(pin[length:] == pin[:-length] for length in lengths)


def _looks_like_a_date(pin: str) -> bool:
    """A year of anybody's life at either end; or day, month and two digits of a year."""
    if _BEGINS_OR_ENDS_WITH_A_YEAR.fullmatch(pin):
        return True
    if len(pin) != FEWEST_DIGITS:
        return False
    first, second, third = (int(pin[at : at + 2]) for at in (0, 2, 4))
    return _is_day_and_month(first, second) or _is_day_and_month(second, third)


def _is_day_and_month(one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return 1 <= low <= 12 and high <= 31
