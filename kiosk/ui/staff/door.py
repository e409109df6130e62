"""The door to the staff's pages: opens the gate when it is wished for, and then the area."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.resources import Folders
from kiosk.station import Station
from kiosk.ui.controller import Controller
from kiosk.ui.kit import Kit
from kiosk.ui.staff.acting import Acting, Hands
from kiosk.ui.staff.area import Area, Section
from kiosk.ui.staff.desk import BackToFamily, Desk
from kiosk.ui.staff.gate import Gate, Keeper
from kiosk.ui.theme import Look
from kiosk.ui.window import Window


@dataclass(frozen=True)
class Premises:
    """What the staff's pages are about. `now` gives the local time, `look` is the station's own."""

    station: Station
    folders: Folders
    records: Path
    sections: Mapping[str, Section]
    look: Look
    now: Callable[[], datetime]


class Door(QObject):
    """One for each window. Each time staff comes in, its pages are made anew."""

    def __init__(
        self,
        controller: Controller,
        window: Window,
        keeper: Keeper,
        hands: Hands,
        premises: Premises,
    ) -> None:
        super().__init__(window)
        self._controller, self._window = controller, window
        self._keeper, self._hands, self._premises = keeper, hands, premises

    def open(self) -> None:
        """Puts the gate over the family's page, if nothing of the staff's is there yet."""
        if self._window.staff_is_open:
            return
        acting = Acting(self._controller, self._window, self._hands)
        kit = self._window.staff_kit(self._premises.look)
        gate = Gate(self._keeper, kit)
        gate.left.connect(lambda: acting.act(BackToFamily()))
        gate.opened.connect(lambda: self._window.open_staff(self._area(acting, kit)))
        self._window.open_staff(gate)

    def _area(self, acting: Acting, kit: Kit) -> Area:
        here, journal = self._premises, self._hands.journal
        desk = Desk(
            station=here.station,
            folders=here.folders,
            records=here.records,
            journal=journal,
            visit=lambda: self._controller.visit,
            act=acting.act,
            now=here.now,
            notices=lambda: tuple(str(notice) for notice in journal.notices),
        )
        return Area(desk, kit, here.sections, self._keeper.clock)
