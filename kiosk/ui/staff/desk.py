"""What a page of the staff works with: the station, the visit at hand, and what staff may do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk.core.visit import Visit
from kiosk.records.journal import Journal
from kiosk.resources import Folders
from kiosk.station import Station


@dataclass(frozen=True)
class Jump:
    """Put the family's page on that screen: flow/screen, forward or back."""

    place: str


@dataclass(frozen=True)
class DoneByOffice:
    """The office did what the page asks for: the visit goes on as if the family had done it."""

    answer: str


@dataclass(frozen=True)
class FamilyLanguage:
    """The family's page in another language; the staff's pages stay English."""

    language: str


@dataclass(frozen=True)
class ToPractice:
    """Hand the family over to the practice student."""


@dataclass(frozen=True)
class PrintSlip:
    """Print the slip of the visit at hand, or save it where staff find it."""


@dataclass(frozen=True)
class NextFamily:
    """Wipe everything and show the first screen."""


@dataclass(frozen=True)
class BackToFamily:
    """Hide the staff's pages; the family's page is as it was."""


@dataclass(frozen=True)
class SetEvent:
    """Begin, name or end an event night, and number this station."""

    name: str
    station: str


@dataclass(frozen=True)
class Present:
    """Open the practice student for a room."""


@dataclass(frozen=True)
class LeaveKiosk:
    """End the full-screen program."""


@dataclass(frozen=True)
class ReadAgain:
    """Read the site file again, after it was changed."""


Act = (
    Jump
    | DoneByOffice
    | FamilyLanguage
    | ToPractice
    | PrintSlip
    | NextFamily
    | BackToFamily
    | SetEvent
    | Present
    | LeaveKiosk
    | ReadAgain
)


@dataclass(frozen=True)
class Desk:
    """What every staff page is made with.

    `visit` gives the family's visit at this moment, or None; `act` does something and gives a
    sentence for staff, empty where all went well; `now` gives the local time. `notices` are
    sentences that staff should know: a journal that was set aside, demo files that were left out.
    """

    station: Station
    folders: Folders
    records: Path
    journal: Journal
    visit: Callable[[], Visit | None]
    act: Callable[[Act], str]
    now: Callable[[], datetime]
    notices: Callable[[], tuple[str, ...]]


class StaffPage(Protocol):
    """One of the staff's pages: a widget that is made anew each time it is opened."""

    def refresh(self) -> None:
        """Shows how things stand now; called every few seconds while the page is open."""
