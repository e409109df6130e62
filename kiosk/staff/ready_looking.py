"""Looks a station over for the doctor: its files, its records, its disk and its clock.

It reads files, up to a second's worth: not for the window's own thread. Nothing is changed.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.lint.review import findings_of
from kiosk.handoff.ticket.key import read_key
from kiosk.language.languages import LANGUAGES
from kiosk.language.shelf import Shelf
from kiosk.records.follow_up_folder import FOLDER, waiting_in
from kiosk.records.journal_file import NAME
from kiosk.records.journal_rows import reading
from kiosk.resources import Folders, assets_dir, words_cache_dir
from kiosk.site.reading import read_site
from kiosk.staff import ready, ready_records
from kiosk.staff.pin import MOST_TRIES
from kiosk.staff.pin_file import PinFile
from kiosk.staff.ready import Finding, Review
from kiosk.staff.ready_records import Calls, Paper
from kiosk.station import Station, read_flows, shipped_art

TICKET_KEY = "ticket.key"
_FONTS = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleMono-Regular.ttf")
_NO_KEY_YET = (
    "Their key is made when the kiosk starts for the first time. Copy it from there to all "
    "stations of this site."
)
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Premises:
    """One station, where its files and its records lie, and its local time."""

    station: Station
    folders: Folders
    records: Path
    now: datetime


def fonts_here() -> Finding:
    """The fonts that are shipped."""
    folder = assets_dir() / "fonts"
    missing = [name for name in _FONTS if not (folder / name).is_file()]
    return ready.of_fonts(missing, len(list(folder.glob("*.[ot]tf"))))


def station_here(here: Premises) -> Iterator[Finding]:
    """Site file, flows, and what ages."""
    station, folders = here.station, here.folders
    flows, files, _ = read_flows(folders.flows)
    guide = replace(station.guide, flows=flows)
    rules = station.rule_set
    yield from ready.of_site(station.site.district, str(folders.site), is_example(folders))
    yield ready.of_flows(len(flows), rules.id, len(findings_of(guide, files, shipped_art())))
    cards = station.guide.cards
    unseen = sorted({card.provider for card in cards if not card.reviewed})
    count = sum(not card.reviewed for card in cards)
    yield from ready.of_facts(unseen, count, len(cards), "" if rules.reviewed else rules.id)


def is_example(folders: Folders) -> bool:
    """Whether the station goes by the shipped example."""
    return folders.site == Folders.shipped().site


def languages_here(here: Premises) -> Iterator[Finding]:
    """How far each language has come, and which are hidden for want of a review."""
    site = here.station.site
    shelf = Shelf(here.folders.words, words_cache_dir(), only_reviewed=site.only_reviewed)
    reviews = []
    for code in site.languages:
        if code != "en":
            facts = shelf.book(code).info()
            drafts, reviewed = int(facts["x-drafts"]), int(facts["x-reviewed"])
            name = LANGUAGES[code].english if code in LANGUAGES else code
            hidden = code not in here.station.words
            reviews.append(Review(name, drafts, drafts + reviewed, hidden))
    yield from ready.of_languages(reviews)


def records_here(here: Premises, notices: Sequence[str]) -> Iterator[Finding]:
    """What the station keeps, and the disk and the clock under it."""
    records, site = here.records, here.station.site
    yield ready_records.of_folder("Folder for what is kept", str(records), may_write(records))
    visits, last_visit, trouble = _visits(records / NAME, here.now)
    yield ready_records.of_journal((*notices, *trouble), visits)
    yield from ready_records.of_calls(_calls(here))
    yield _ticket_key(records / TICKET_KEY)
    yield from _pin(records)
    yield ready.of_disk(shutil.disk_usage(_nearest(records)).free)
    yield ready.of_clock(here.now, _newest(here), last_visit)
    yield ready.of_zone(site.time_zone, here.now)


def paper_here(station: Station, printer: str) -> Finding:
    """Where pages go; `printer` is the name of the one that was found, or empty."""
    printing = station.site.printing
    if printing is None:
        return ready_records.of_paper(Paper(asked=False))
    folder = printing.folder
    may = bool(folder) and may_write(Path(folder))
    return ready_records.of_paper(Paper(True, printer, folder, may, printing.printer))


def may_write(folder: Path) -> bool:
    """Whether a file can be made there, as far as can be told without making one."""
    nearest = _nearest(folder)
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _nearest(path: Path) -> Path:
    """The path itself, or the nearest above it that is there."""
    return next((one for one in (path, *path.parents) if one.exists()), Path(path.anchor or "."))


def _visits(path: Path, now: datetime) -> tuple[int, datetime | None, tuple[str, ...]]:
    """How many visits the journal has, when the last one began, and what is amiss with it."""
    if not path.is_file():
        return 0, None, ()
    try:
        with reading(path) as journal:
            ((count, last),) = journal.execute("SELECT count(*), max(started_at) FROM visits")
    except KioskError as trouble:
        return 0, None, (str(trouble),)
    return count, None if last is None else datetime.fromtimestamp(last, now.tzinfo), ()


def _calls(here: Premises) -> Calls:
    own = here.station.site.call_back
    example = read_site(Folders.shipped().site).call_back
    key, shipped = (one.key if one else "" for one in (own, example))
    try:
        waiting = waiting_in(here.records / FOLDER)
    except KioskError as trouble:
        return Calls(key, shipped, 0, 0, str(trouble))
    past = sum(one.is_past(here.now.date()) for one in waiting)
    return Calls(key, shipped, len(waiting) - past, past)


def _ticket_key(path: Path) -> Finding:
    if not path.exists():
        return ready_records.of_ticket_key(_NO_KEY_YET, "")
    try:
        key = read_key(path)
    except KioskError as trouble:
        return ready_records.of_ticket_key(str(trouble), "")
    # Of another hash than the one in the file, and too short to find the key by.
    told = sha256(b"told to staff" + key.secret).hexdigest()[:6].upper()
    return ready_records.of_ticket_key("", f"{told[:3]} {told[3:]}")


def _pin(records: Path) -> Iterator[Finding]:
    file = PinFile(records)
    if not file.is_there():
        yield from ready_records.of_pin(there=False, trouble="", locked=False)
        return
    try:
        locked = file.read().tries >= MOST_TRIES
    except KioskError as trouble:
        yield from ready_records.of_pin(there=True, trouble=str(trouble), locked=False)
        return
    yield from ready_records.of_pin(there=True, trouble="", locked=locked)


def _newest(here: Premises) -> datetime | None:
    """When the newest file of this installation was written; the site file is one of them."""
    files = (*_PACKAGE.rglob("*.py"), here.folders.site)
    latest = 0.0
    for file in files:
        with suppress(OSError):
            latest = max(latest, file.stat().st_mtime)
    return datetime.fromtimestamp(latest, here.now.tzinfo) if latest else None
