"""What each value of a site file means for itself, and beside the others."""

import re
from base64 import b64decode
from collections.abc import Iterator

from kiosk.core.errors import Problem
from kiosk.core.ink import LEAST, best_contrast, is_color, readable_shade
from kiosk.core.marks import Marks
from kiosk.site.shapes import (
    SWITCH_KEYS,
    CallBack,
    Demo,
    Hours,
    Portal,
    Printing,
    Site,
    Station,
    Switches,
    Waits,
)

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ID = re.compile(r"[a-z0-9_]+")
_MAIL_ENDING = re.compile(r"[^@\s.]+(\.[^@\s.]+)+")
_MOST_ENDINGS = 6
# A public key, and four bytes that tell a slip of the pen (kiosk/records/sealing.py).
_KEY_BYTES, _CHECK_BYTES = 32, 4
_WIFI_NAME_BYTES = 32


def meaning_of(site: Site, file: str) -> list[Problem]:
    """Every problem of the values, each with its line."""
    said = [
        *_of_portal(site.portal),
        *_of_schools(site),
        *_of_waits(site.waits),
        *_of_station(site.station),
        *_of_mail_endings(site),
        *_of_switches(site.station.switches),
        *_of_demo(site.demo),
        *_of_the_way_home(site),
        *_of_call_back(site.call_back),
        *_of_printing(site.printing),
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


def _of_the_way_home(site: Site) -> Iterator[_Said]:
    if not _is_zone(site.time_zone):
        yield site.at, "time_zone", "write a time zone like America/Los_Angeles"
    if not 1 <= site.ticket_days <= 90:
        yield site.at, "ticket_days", "choose 1 to 90 days"
    wifi = site.wifi
    if wifi is not None and not 1 <= len(wifi.name.encode()) <= _WIFI_NAME_BYTES:
        yield wifi.at, "name", "a network's name has 1 to 32 letters"
    if wifi is not None and wifi.password and not 8 <= len(wifi.password) <= 63:
        yield wifi.at, "password", "a network's password has 8 to 63 letters; leave it out if none"


def _of_call_back(call_back: CallBack | None) -> Iterator[_Said]:
    if call_back is None:
        return
    from hashlib import blake2b

    try:
        raw = b64decode(call_back.key, validate=True)
        check = blake2b(raw[:_KEY_BYTES], digest_size=_CHECK_BYTES).digest()
        sound = len(raw) == _KEY_BYTES + _CHECK_BYTES and raw[_KEY_BYTES:] == check
    except ValueError:
        sound = False
    if not sound:
        yield call_back.at, "key", "write the public key that 'kiosk follow-ups keygen' told"
    if not 1 <= call_back.keep_days <= 365:
        yield call_back.at, "keep_days", "choose 1 to 365 days"


def _of_printing(printing: Printing | None) -> Iterator[_Said]:
    if printing is not None and printing.printer and printing.folder:
        yield printing.at, "folder", "name a printer or a folder, not both"


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
