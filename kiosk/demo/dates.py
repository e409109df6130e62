"""Turns a week and a day of the practice year into a real date, near today, on the same weekday."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

LAST_WEEK = 40
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
_WRITTEN = re.compile(rf"(\d{{1,2}}) ({'|'.join(_DAYS)})")
_SATURDAY = 5


@dataclass(frozen=True, order=True)
class SchoolDay:
    """A day of a year of school: the week from 1 on, and the weekday, Monday being 0."""

    week: int
    weekday: int


def school_day(written: str) -> SchoolDay | None:
    """The day that is written as "3 Tue", or None where it is no such day."""
    found = _WRITTEN.fullmatch(written.strip())
    if found is None or not 1 <= int(found[1]) <= LAST_WEEK:
        return None
    return SchoolDay(int(found[1]), _DAYS.index(found[2]))


def date_of(day: SchoolDay, now_week: int, today: date) -> date:
    """The real date of that day, where the week of `today` is week `now_week` of the year."""
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=day.week - now_week, days=day.weekday)


def last_school_day(day: date) -> date:
    """That day, or the Friday before it where it is on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
