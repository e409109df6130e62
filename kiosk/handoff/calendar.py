"""A reminder to look into the portal: a file for any calendar, and a text for a phone's camera.

The two forms differ, for two kinds of program read them:

- The file says the time zone in full, so that six in the evening stays six in the evening when the
  clocks change, whichever calendar reads it.
- The text for the camera is one bare VEVENT at a floating local time. An iPhone puts the calendar
  around a bare event by itself and reads it as it would read a file, the repeating and the alarm
  too. Readers on Android look for BEGIN:VEVENT, take SUMMARY, DTSTART, DTEND and DESCRIPTION, and
  pass over the rest: time zones, URL, and also the repeating (ML Kit's CalendarEvent has no place
  for it), so that the words beside the code must ask for "every week". A floating time is the
  phone's own local time all year, needs no zone, and is the shortest.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from typing import Literal
from unicodedata import category
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vDuration

from kiosk.core.errors import Missing
from kiosk.handoff.clock_changes import time_zone

_PROGRAM = "-//Portal Kiosk//Reminder//EN"
_LASTS = timedelta(minutes=15)
# Calendars show the event's title when an alarm rings, and never this, which must be there.
_ALARM_WORDS = "!"


@dataclass(frozen=True)
class Reminder:
    """Every one or two weeks on one day. `weekday` counts from Monday, 0; `at` is local time.

    `zone` is a name such as America/Los_Angeles. The words are in the family's language; `url` is
    the portal's address. Raises ValueError for a day or a rhythm that is none.
    """

    weekday: int
    at: time
    zone: str
    title: str
    note: str = ""
    url: str = ""
    every_weeks: Literal[1, 2] = 1

    def __post_init__(self) -> None:
        if self.weekday not in range(7) or self.every_weeks not in (1, 2) or self.at.tzinfo:
            raise ValueError("a reminder has a weekday 0 to 6, 1 or 2 weeks, and a local time")


def first_day(reminder: Reminder, today: date) -> date:
    """The first day it reminds: never today, for today the family has been in the portal."""
    ahead = (reminder.weekday - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=ahead)


def calendar_file(reminder: Reminder, today: date, stamp: datetime) -> bytes:
    """The reminder as an .ics file (RFC 5545). `stamp` is the time now, with its zone.

    Raises Missing for a time zone that nobody knows.
    """
    start = datetime.combine(first_day(reminder, today), reminder.at, _zone(reminder.zone))
    event = _event(reminder, start, stamp)
    about = "\n".join(filter(None, (reminder.note, reminder.url)))
    if about:
        event.add("description", _clean(about))
    if reminder.url:
        event.add("url", reminder.url)
    event.add_component(_alarm(_clean(reminder.title)))
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add_component(time_zone(reminder.zone, start.year))
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def for_a_camera(reminder: Reminder, today: date, stamp: datetime) -> str:
    """The reminder as small as a phone's camera takes it, to be put into a code.

    The portal's address is its note, where every phone shows it and makes it a link. Lines are not
    folded: RFC 5545 only advises it, and it would make the code larger.
    """
    start = datetime.combine(first_day(reminder, today), reminder.at)
    event = _event(reminder, start, stamp)
    if reminder.url:
        event.add("description", reminder.url)
    event.add_component(_alarm(_ALARM_WORDS))
    written: bytes = event.to_ical()
    return written.decode().replace("\r\n ", "").removesuffix("\r\n")


def _event(reminder: Reminder, start: datetime, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(reminder))
    event.add("dtstamp", stamp)
    event.add("dtstart", start)
    event.add("dtend", start + _LASTS)
    every = {"interval": reminder.every_weeks} if reminder.every_weeks > 1 else {}
    event.add("rrule", {"freq": "weekly", **every})
    event.add("summary", _clean(reminder.title))
    return event


def _alarm(words: str) -> Alarm:
    # An iPhone rings for an event only if the event says so.
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", vDuration(timedelta(0)))
    return alarm


def _uid(reminder: Reminder) -> str:
    """The same for the same day and hour, so that a second scan does not make a second reminder."""
    parts = (reminder.url, reminder.weekday, reminder.every_weeks, reminder.at, reminder.zone)
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise Missing(
            f"There is no time zone {name!r}: write one such as America/Los_Angeles."
        ) from unknown


def _clean(text: str) -> str:
    """Without the control characters that RFC 5545 forbids in a text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or category(sign) not in ("Cc", "Cs"))
