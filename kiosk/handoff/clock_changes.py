"""When the clocks of a time zone change, written as the yearly rules that every calendar reads.

icalendar can write a zone too, as a list of dates that ends. Some calendars, Outlook among them,
follow only a rule such as "the second Sunday in March".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_YEARS = 6  # what holds for six years is taken for a rule
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """One change of the clocks. `at` is what they showed then, before they were moved."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    def is_last_week(self) -> bool:
        """Whether no such weekday follows in its month."""
        return (self.at + timedelta(days=7)).month != self.at.month


def time_zone(name: str, year: int) -> Timezone:
    """A VTIMEZONE that holds from the start of `year` on, for a zone that zoneinfo knows.

    A zone whose clocks change by no yearly rule is written as a list of dates until 2038.
    """
    changes = tuple(_changes(ZoneInfo(name), year - 1))
    kinds = [tuple(c for c in changes if c.summer is summer) for summer in (False, True)]
    rules = [_rule(kind) for kind in kinds]
    if not changes or None in rules:
        return Timezone.from_tzid(name, first_date=date(year, 1, 1))
    zone = Timezone()
    zone.add("tzid", name)
    parts = (TimezoneStandard(), TimezoneDaylight())
    for part, kind, rule in zip(parts, kinds, rules, strict=True):
        part.add("dtstart", kind[0].at)
        part.add("tzoffsetfrom", kind[0].before)
        part.add("tzoffsetto", kind[0].after)
        part.add("tzname", kind[0].name)
        part.add("rrule", rule)
        zone.add_component(part)
    return zone


def _rule(changes: tuple[Change, ...]) -> dict[str, object] | None:
    """The yearly rule that all of them follow, if they do."""
    alike = {(c.at.month, c.at.weekday(), c.at.time(), c.before, c.after) for c in changes}
    if len(changes) != _YEARS or len(alike) != 1:
        return None
    weeks = {(change.at.day - 1) // 7 + 1 for change in changes}
    last = all(change.is_last_week() for change in changes)
    if not last and len(weeks) > 1:
        return None
    first = changes[0].at
    week = -1 if last else weeks.pop()
    return {"freq": "yearly", "bymonth": first.month, "byday": f"{week}{_DAYS[first.weekday()]}"}


def _changes(zone: ZoneInfo, year: int) -> Iterator[Change]:
    """Every change of the clocks in some years, beginning with `year`."""
    start = datetime(year, 1, 1, tzinfo=UTC)
    days = (datetime(year + _YEARS, 1, 1, tzinfo=UTC) - start).days
    moments = (start + timedelta(days=day) for day in range(days + 1))
    for one, next_day in pairwise(moments):
        before, after = _offset(one, zone), _offset(next_day, zone)
        if before != after:
            moment = _moment(one, next_day, zone)
            new = moment.astimezone(zone)
            was = (moment + before).replace(tzinfo=None)
            yield Change(was, before, after, str(new.tzname()), bool(new.dst()))


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _moment(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first minute, in UTC, of the offset that `after` has."""
    least, most = 0, int((after - before) / timedelta(minutes=1))
    while most - least > 1:
        middle = (least + most) // 2
        if _offset(before + timedelta(minutes=middle), zone) == _offset(before, zone):
            least = middle
        else:
            most = middle
    return before + timedelta(minutes=most)
