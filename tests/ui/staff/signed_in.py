"""A running kiosk with a staff door: a PIN gate whose sums cost little, and hands that note."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from kiosk.core.idle import IdleLimits
from kiosk.demo.opening import open_demo
from kiosk.records.journal import open_journal, setting_of
from kiosk.records.journal_ids import ids_of
from kiosk.resources import Folders
from kiosk.staff.pin_gate import weakness_of
from kiosk.ui.controller import Aside, Controller, Rules
from kiosk.ui.practising import Practising
from kiosk.ui.staff.acting import Hands
from kiosk.ui.staff.area import Section
from kiosk.ui.staff.asking import Asking
from kiosk.ui.staff.desk import Act, Desk
from kiosk.ui.staff.door import Door, Premises
from kiosk.ui.staff.gate import Keeper
from kiosk.ui.staff.plain_pages import LEAVE, PRACTICE, leave_page, practice_page
from kiosk.ui.staff.way_in import WayIn
from kiosk.ui.theme import Look
from tests.staff.made import PIN, Machine, gate_in
from tests.ui.samples import many_languages
from tests.ui.test_controller import Kiosk
from tests.ui.visits import GUIDE

LIMITS = IdleLimits(ask_after_seconds=150, asking_seconds=30, last_page_seconds=30)
NOON = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - a station's local time
SECTION = "This family"
ASK_PIN = "Type the PIN of this station."


@dataclass
class Done:
    """What was done outside the window, and what the pages were asked."""

    did: list[str] = field(default_factory=list)
    refreshed: "count[int]" = field(default_factory=lambda: count(1))
    desks: list[Desk] = field(default_factory=list)

    def does(self, what: str) -> str:
        """Does that, and all goes well."""
        self.did.append(what)
        return ""


class PlainSection(QWidget):
    """A page that says how often it was refreshed."""

    def __init__(self, done: Done) -> None:
        super().__init__()
        self._done = done
        self._label = QLabel("What the family did")
        QVBoxLayout(self).addWidget(self._label)

    def refresh(self) -> None:
        self._label.setText(f"refreshed {next(self._done.refreshed)}")


class Staffed(Kiosk):
    """A kiosk that staff can come into, by what staff sees and does."""

    def __init__(self, kiosk: Kiosk, done: Done, machine: Machine, asking: Asking) -> None:
        super().__init__(kiosk.window, kiosk.controller, kiosk._clock)
        self.done, self.machine, self.asking = done, machine, asking

    def settle(self) -> None:
        """Lets the PIN be looked at, and its answer come."""
        self.asking.end()
        for _ in range(4):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def chord(self) -> None:
        """Presses Ctrl, Alt and S."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_S, held)
        self.settle()

    def type_pin(self, pin: str, then: str = "Open") -> None:
        """Touches those digits, and then that button."""
        for digit in pin:
            self.touch(digit)
        self.touch(then)
        self.settle()

    def sign_in(self, pin: str = PIN) -> None:
        self.wait(1)
        self.chord()
        self.type_pin(pin)

    def act(self, act: Act) -> str:
        """Has the page that is open ask for that."""
        return self.done.desks[-1].act(act)


@pytest.fixture
def staffed(open_window, clock, station, tmp_path, request) -> Iterator[Staffed]:
    """A kiosk on its first screen. Its PIN is set, unless a test asks for none."""
    machine, done = Machine(), Done()
    pins = gate_in(tmp_path, machine)
    if getattr(request, "param", PIN):
        pins.set_first(PIN)
    house, look = many_languages(), Look(motion=False)
    window = open_window((1366, 768), look, house, full_screen=True)
    ids = ids_of(GUIDE, house.words)
    journal = open_journal(tmp_path, setting_of(GUIDE, "1"), ids, NOON.date(), lambda: "ab12")
    aside = Aside(Practising(lambda: open_demo(station, NOON)))
    rules = Rules(GUIDE, house.words, LIMITS, look)
    controller = Controller(rules, window, clock, aside=aside)
    hands = Hands(
        GUIDE,
        house.words,
        journal,
        print_slip=lambda visit: done.does(f"slip at {visit.place}"),
        present=lambda: done.does("present"),
        leave=lambda: done.did.append("leave"),
    )

    def page(desk: Desk, _kit: object) -> QWidget:
        done.desks.append(desk)
        return PlainSection(done)

    def absent(_desk: Desk, _kit: object) -> QWidget:
        raise ImportError("not built yet")

    sections = {
        SECTION: Section("people", page),
        "Tonight": Section("calendar", absent),
        PRACTICE: Section("play", practice_page),
        LEAVE: Section("close", leave_page),
    }
    asking = Asking(window)
    premises = Premises(station, Folders.shipped(), tmp_path, sections, look, lambda: NOON)
    keeper = Keeper(pins, weakness_of, asking, clock)
    door = Door(controller, window, keeper, hands, premises)
    controller.setParent(window)
    controller.start()
    WayIn(window, lambda: door).watch(window.windowHandle())
    controller.watch(window.windowHandle())
    yield Staffed(Kiosk(window, controller, clock), done, machine, asking)
    asking.end()
    journal.close()
