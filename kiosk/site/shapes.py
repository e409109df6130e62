"""What a site file may say, as frozen dataclasses: portal, schools, waits, the station and more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time
from typing import Literal

from kiosk.core.idle import IdleLimits
from kiosk.core.manner import OfficeHours
from kiosk.core.marks import Marks

_NOWHERE = Marks()
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-\u2013]\s*([01]?\d|2[0-3]):([0-5]\d)")

MAIL_ENDINGS = ("gmail.com", "outlook.com", "yahoo.com", "icloud.com")
"""Four common endings of a private address in the United States."""

SWITCH_KEYS = (
    *("tab", "space", "enter", "left", "right", "up", "down"),
    *(str(digit) for digit in range(10)),
    *(f"f{number}" for number in range(1, 13)),
)
"""The keys that a box with switches may send."""


@dataclass(frozen=True, kw_only=True)
class Portal:
    """The parent portal. `sender` is the address its reply comes from."""

    name: str
    address: str
    sender: str
    sign_up: str = "Sign Up"
    rules: str
    subject_word: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Hours:
    """When an office is open: days such as "Mon-Fri" or "Mon, Wed", hours such as "7:30-15:30"."""

    days: str
    hours: str
    at: Marks = field(default=_NOWHERE, compare=False)

    def weekdays(self) -> frozenset[int] | None:
        """The days, Monday being 0, or None where `days` does not read as such."""
        found: set[int] = set()
        for run in self._runs():
            ends = [weekday(end) for end in run]
            if -1 in ends or len(ends) > 2:
                return None
            found.update((ends[0] + n) % 7 for n in range((ends[-1] - ends[0]) % 7 + 1))
        return frozenset(found)

    def span(self) -> tuple[time, time] | None:
        """Opening and closing time, or None where `hours` does not read as such."""
        found = _HOURS.fullmatch(self.hours.strip())
        if not found:
            return None
        a, b, c, d = (int(part) for part in found.groups())
        return (time(a, b), time(c, d)) if (a, b) < (c, d) else None

    def as_fact(self) -> OfficeHours:
        """The same as a fact that each language writes in its own way."""
        opens, closes = self.span() or (time(), time())
        runs = tuple((weekday(run[0]), weekday(run[-1])) for run in self._runs())
        return OfficeHours(runs, _minutes(opens), _minutes(closes))

    def _runs(self) -> Iterator[list[str]]:
        """The days' names as written: one of a day, two of a run of days."""
        for part in self.days.replace("\u2013", "-").split(","):
            yield part.split("-")


@dataclass(frozen=True, kw_only=True)
class School:
    """One school, and how a family reaches its office."""

    id: str
    name: str
    phone: str
    email: str = ""
    address: str = ""
    office: Hours
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Waits:
    """What is usual, in minutes: the reply of the portal, and a change of the school's record."""

    reply_usual: int = 5
    reply_longest: int = 60
    record_usual: int = 60
    link_hours: int = 24
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Switches:
    """A box with two switches. `next` is the key that goes on, `press` the key that presses."""

    next: str
    press: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Station:
    """The machine. `px_per_mm` is measured with a bank card held to the screen. Where there are
    no `switches`, every key does what it does on any computer."""

    px_per_mm: float = 3.9
    ask_after_seconds: int = 150
    asking_seconds: int = 30
    last_page_seconds: int = 30
    touch_keyboard: bool = True
    switches: Switches | None = None
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Demo:
    """The practice student. `portal_color` and `mail_look` make it look like what families will
    see; `folder` holds a district's own files for it, and is looked for beside the site file."""

    portal_color: str = "#1B4F94"
    mail_look: Literal["plain", "tabs", "cards"] = "tabs"
    folder: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Wifi:
    """The school's network for guests. Without a password it is open to all."""

    name: str
    password: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place with free internet, and when it is open, in words."""

    name: str
    address: str
    hours: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class CallBack:
    """Families who wish to be called. `key` is the school's public key, from `kiosk follow-ups
    keygen`; what they leave is deleted after `keep_days`."""

    key: str
    keep_days: int = 60
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Printing:
    """Where pages go: to the printer of that name, to the usual one of the machine where none is
    named, or as PDF into a folder beside the site file."""

    printer: str = ""
    paper: Literal["letter", "a4", "receipt"] = "letter"
    folder: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class EventNight:
    """An evening for families, by its name."""

    name: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Site:
    """One site file, read and found sound. `here` is the id of the school the station stands in.
    `mail_endings` are what the keyboard on the screen can type at once, the most usual first. A
    ticket to come back is good for `ticket_days`. Without `printing` nothing is put on paper."""

    site: str
    district: str
    here: str = ""
    portal: Portal
    schools: tuple[School, ...]
    student_domains: tuple[str, ...] = ()
    local_words: tuple[str, ...] = ()
    mail_endings: tuple[str, ...] = MAIL_ENDINGS
    languages: tuple[str, ...] = ("en",)
    only_reviewed: bool = False
    clips: str = ""
    time_zone: str = "America/Los_Angeles"
    waits: Waits = Waits()
    ticket_days: int = 21
    wifi: Wifi | None = None
    free_places: tuple[Place, ...] = ()
    call_back: CallBack | None = None
    printing: Printing | None = None
    events: tuple[EventNight, ...] = ()
    station: Station = Station()
    demo: Demo = Demo()
    at: Marks = field(default=_NOWHERE, compare=False)

    def school_here(self) -> School:
        """The school the station stands in: the one named, or the first."""
        return next((school for school in self.schools if school.id == self.here), self.schools[0])

    def idle_limits(self) -> IdleLimits:
        """The station's idle times."""
        station = self.station
        return IdleLimits(
            station.ask_after_seconds, station.asking_seconds, station.last_page_seconds
        )


def weekday(name: str) -> int:
    """The number of a day that is named in full or by three letters, or -1."""
    said = name.strip().lower()
    return next((n for n, day in enumerate(_DAYS) if said in (day, day[:3])), -1)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
