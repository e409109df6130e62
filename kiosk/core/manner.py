"""How a language writes what is not a word: numbers, and the hours of an office."""

from dataclasses import dataclass
from typing import Protocol

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_IN_FULL = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class OfficeHours:
    """When an office is open: runs of weekdays (Monday is 0), and minutes after midnight."""

    days: tuple[tuple[int, int], ...]
    opens: int
    closes: int


@dataclass(frozen=True)
class Weekday:
    """A day of the week; Monday is 0."""

    day: int


Fact = str | int | OfficeHours | Weekday


class Manner(Protocol):
    """One language's way of writing."""

    def written(self, fact: int | OfficeHours | Weekday) -> str:
        """A number, a day, or the hours of an office, as a family reads them."""


@dataclass(frozen=True)
class EnglishManner:
    """The way of the United States: "Mon-Fri, 7:30 am to 3:30 pm"."""

    def written(self, fact: int | OfficeHours | Weekday) -> str:
        """A number with commas, a day in full, or days and hours."""
        if isinstance(fact, int):
            return f"{fact:,}"
        if isinstance(fact, Weekday):
            return _IN_FULL[fact.day]
        days = ", ".join(
            _DAYS[first] if first == last else f"{_DAYS[first]}-{_DAYS[last]}"
            for first, last in fact.days
        )
        return f"{days}, {_clock(fact.opens)} to {_clock(fact.closes)}"


ENGLISH_MANNER = EnglishManner()


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour % 12 or 12}:{minute:02} {'am' if hour < 12 else 'pm'}"
