"""Puts the parts of the staff's door together, when it is wished for the first time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject

from kiosk.clock import local_time
from kiosk.core.guide import Guide
from kiosk.core.visit import Visit
from kiosk.records.journal import Journal
from kiosk.resources import Folders
from kiosk.staff.pin_gate import PinGate, weakness_of
from kiosk.station import Station
from kiosk.ui.controller import Controller
from kiosk.ui.staff.acting import Hands
from kiosk.ui.staff.asking import Asking
from kiosk.ui.staff.door import Door, Premises
from kiosk.ui.staff.gate import Keeper
from kiosk.ui.staff.presentation import Presentation, presenter_call
from kiosk.ui.staff.sections import shipped_sections
from kiosk.ui.theme import Look
from kiosk.ui.window import Window

NOT_PRINTED = "The slip could not be printed, nor saved. See whether the printer is on."


@dataclass(frozen=True)
class Parts:
    """What the program hands over. `guide` is the one that visits go by, with its codes;
    `print_slip` tells whether the slip is on paper, or saved."""

    station: Station
    guide: Guide
    folders: Folders
    records: Path
    journal: Journal
    print_slip: Callable[[Visit], bool]
    leave: Callable[[], None]


class StaffParts(QObject):
    """The door, and all that lives as long as it does."""

    def __init__(self, parts: Parts, controller: Controller, window: Window) -> None:
        super().__init__(window)
        station = parts.station
        self._asking = Asking(self)
        language = next(iter(station.words))
        self._room = Presentation(presenter_call(parts.folders, language), self)
        hands = Hands(
            parts.guide,
            station.words,
            parts.journal,
            lambda visit: "" if parts.print_slip(visit) else NOT_PRINTED,
            self._room.start,
            parts.leave,
        )
        look = Look(px_per_mm=station.site.station.px_per_mm)
        sections = shipped_sections()
        premises = Premises(station, parts.folders, parts.records, sections, look, local_time)
        keeper = Keeper(PinGate(parts.records), weakness_of, self._asking, monotonic)
        self.door = Door(controller, window, keeper, hands, premises)

    def end(self) -> None:
        """Waits for what is under way: the program ends."""
        self._room.end()
        self._asking.end()
