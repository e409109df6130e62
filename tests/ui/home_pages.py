"""The pages of what a family takes home, as a kiosk of the shipped station shows them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtGui import QImage

from kiosk.core.codes import Code
from kiosk.core.sample_visit import seen_screens, visit_at
from kiosk.core.showing import view_of
from kiosk.core.view import Choice, View
from kiosk.handoff.ticket.key import new_key
from kiosk.homeward import Homeward
from kiosk.station import Station
from kiosk.ui.widgets.code import CodeWidget
from kiosk.ui.widgets.code_button import CodeButton
from kiosk.ui.window import Window
from tests.handoff.scanning import scans
from tests.ui.codes import Seen, grey
from tests.ui.finding import place_of, seen_place

MONDAY_EVENING = datetime(2026, 11, 23, 18, tzinfo=ZoneInfo("America/Los_Angeles"))
WAITING = ("reply", "later")


def homeward_of(station: Station, records: Path) -> Homeward:
    """What goes home from that station, always at one hour and by one chance."""
    return Homeward(
        station, lambda: MONDAY_EVENING, lambda count: b"x" * count, records, new_key(_chance)
    )


def _chance(count: int) -> bytes:
    return b"k" * count


def every_home_page(station: Station, records: Path, language: str) -> list[View]:
    """Each page in that language, beside a visit that waits."""
    homeward = homeward_of(station, records)
    beneath = visit_at(station.guide, *WAITING, language)
    guide, _ = homeward.begin(beneath, language)
    words = station.words[language]
    return [
        view_of(guide, visit_at(guide, guide.home, name, language), words)
        for name in seen_screens(guide, guide.home)
    ]


def code_of(view: View) -> Code | None:
    """The code to scan on that page, if there is one."""
    body = view.body
    return body.code if isinstance(body, Choice) and isinstance(body.code, Code) else None


@dataclass(frozen=True)
class Sight:
    """What a phone and an eye find in a window: what is read, and whether a code stands there."""

    read: frozenset[str]
    whole: bool
    exact: bool


def picture_of(window: Window) -> QImage:
    """The window's own pixels."""
    return window.grab().toImage()


def sight_of(window: Window, code: Code) -> Sight:
    """What is read from the window now; `whole` where the code shows, all of it at once.

    `exact`: each pixel of it, and of the white around it, is what it must be; none is mirrored.
    """
    picture = picture_of(window)
    read = frozenset(scan.text for scan in scans(grey(picture)))
    squares = [one for one in window.findChildren(CodeWidget) if one.isVisible()]
    squares = [one for one in squares if one.isEnabled()]
    if not squares:
        return Sight(read, whole=False, exact=False)
    (square,) = squares
    whole = seen_place(square, window) == place_of(square, window)
    part = picture.copy(place_of(square, window))
    exact = Seen(grey(part), picture.devicePixelRatio()).is_exactly(code.text)
    return Sight(read, whole, exact)


def button_of(window: Window) -> CodeButton:
    """The code on the page, or the tile in its place."""
    (found,) = [one for one in window.findChildren(CodeButton) if one.isVisible()]
    return found
