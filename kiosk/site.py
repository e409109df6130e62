"""The site file: what a school or a district sets. Portal, schools, rules, languages, waits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import Literal

from kiosk.core.errors import FilesNotSound, Problem
from kiosk.core.idle import IdleLimits
from kiosk.core.ink import LEAST, best_contrast, is_color, readable_shade
from kiosk.core.manner import OfficeHours
from kiosk.core.marks import Marks
from kiosk.core.shape.reader import try_read
from kiosk.resources import read_text

_NOWHERE = Marks()
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-\u2013]\s*([01]?\d|2[0-3]):([0-5]\d)")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ID = re.compile(r"[a-z0-9_]+")
_MAIL_ENDING = re.compile(r"[^@\s.]+(\.[^@\s.]+)+")
_MOST_ENDINGS = 6

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
            ends = [_weekday(end) for end in run]
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
        runs = tuple((_weekday(run[0]), _weekday(run[-1])) for run in self._runs())
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
class Site:
    """One site file, read and found sound. `here` is the id of the school the station stands in.
    `mail_endings` are what the keyboard on the screen can type at once, the most usual first."""

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
    waits: Waits = Waits()
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


def _weekday(name: str) -> int:
    """The number of a day that is named in full or by three letters, or -1."""
    said = name.strip().lower()
    return next((n for n, day in enumerate(_DAYS) if said in (day, day[:3])), -1)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def read_site(path: Path) -> Site:
    """The site file. Raises FilesNotSound with every problem, or Missing."""
    site, problems = try_read(read_text(path), str(path), Site)
    if site is not None:
        problems = [*problems, *_meaning(site, str(path))]
    if site is None or problems:
        raise FilesNotSound(problems)
    own = site.demo.folder and str(path.resolve().parent / site.demo.folder)
    return replace(site, demo=replace(site.demo, folder=own))


def _meaning(site: Site, file: str) -> list[Problem]:
    """What each value means for itself and beside the others."""
    said = [
        *_of_portal(site.portal),
        *_of_schools(site),
        *_of_waits(site.waits),
        *_of_station(site.station),
        *_of_mail_endings(site),
        *_of_switches(site.station.switches),
        *_of_demo(site.demo),
    ]
    return [
        Problem(file, marks.of(key).line, marks.of(key).column, "K190", message)
        for marks, key, message in said
    ]


_Said = tuple[Marks, str, str]


def _of_portal(portal: Portal) -> Iterator[_Said]:
    if not _ADDRESS.fullmatch(portal.sender):
        yield portal.at, "sender", "write the address the reply comes from, like a@example.org"
    if " " in portal.address or "." not in portal.address:
        yield portal.at, "address", "write the portal's web address, like portal.example.org"


def _of_schools(site: Site) -> Iterator[_Said]:
    ids = [school.id for school in site.schools]
    if not ids:
        yield site.at, "schools", "name one school or more"
    if site.here and site.here not in ids:
        yield site.at, "here", f"'{site.here}' is none of the schools' ids"
    for school in site.schools:
        if not _ID.fullmatch(school.id):
            yield school.at, "id", "an id has small letters, digits and _ only"
        if ids.count(school.id) > 1:
            yield school.at, "id", f"'{school.id}' is the id of two schools"
        if school.email and not _ADDRESS.fullmatch(school.email):
            yield school.at, "email", "write an address like office@example.org"
        yield from _of_office(school.office)


def _of_office(office: Hours) -> Iterator[_Said]:
    if office.weekdays() is None:
        yield office.at, "days", "write days like Mon-Fri, or Mon, Wed, Fri"
    if office.span() is None:
        yield office.at, "hours", "write hours like 7:30-15:30, in 24 hours"


def _of_waits(waits: Waits) -> Iterator[_Said]:
    for key in ("reply_usual", "reply_longest", "record_usual", "link_hours"):
        if getattr(waits, key) < 1:
            yield waits.at, key, "choose 1 or more"
    if waits.reply_longest < waits.reply_usual:
        yield waits.at, "reply_longest", "choose as many minutes as 'reply_usual', or more"


def _of_station(station: Station) -> Iterator[_Said]:
    if not 120 <= station.ask_after_seconds <= 300:
        yield station.at, "ask_after_seconds", "choose 120 to 300 seconds (VVSG 2.0)"
    if not 20 <= station.asking_seconds <= 45:
        yield station.at, "asking_seconds", "choose 20 to 45 seconds (VVSG 2.0)"
    if not 15 <= station.last_page_seconds <= 120:
        yield station.at, "last_page_seconds", "choose 15 to 120 seconds"
    if not 1.5 <= station.px_per_mm <= 20:
        yield station.at, "px_per_mm", "a screen has 1.5 to 20 pixels on a millimetre: measure it"


def _of_mail_endings(site: Site) -> Iterator[_Said]:
    endings = site.mail_endings
    if len(endings) > _MOST_ENDINGS:
        yield site.at, "mail_endings", f"name {_MOST_ENDINGS} or fewer: no more keys fit"
    for number, ending in enumerate(endings):
        place = f"mail_endings.{number}"
        if not _MAIL_ENDING.fullmatch(ending):
            yield site.at, place, "write what stands after the @, like gmail.com"
        elif ending in endings[:number]:
            yield site.at, place, f"'{ending}' stands here twice"


def _of_switches(switches: Switches | None) -> Iterator[_Said]:
    if switches is None:
        return
    for key in ("next", "press"):
        if getattr(switches, key) not in SWITCH_KEYS:
            yield switches.at, key, f"choose one of: {', '.join(SWITCH_KEYS)}"
    if switches.next == switches.press:
        yield switches.at, "press", "choose two different keys"


def _of_demo(demo: Demo) -> Iterator[_Said]:
    color = demo.portal_color
    if not is_color(color):
        yield demo.at, "portal_color", "write a color in quotes, like '#1B4F94'"
    elif best_contrast(color) < LEAST:
        near = readable_shade(color)
        said = f"words cannot be read well on '{color}'; did you mean '{near}'?"
        yield demo.at, "portal_color", said
