"""A whole visit in a process of its own, in which letters are typed that come one by one.

Run with a folder for its log. It tells "ready" after each order that it reads: `LETTER x` types,
`address` hands in the address and goes on to the password, `end` ends the visit. The address and
the password are never whole in anything but the program under test.
"""

import gc
import logging
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.clock import OFFICES_OPEN
from kiosk.core.events import Chosen, Event, Picked
from kiosk.logbook import log_to
from kiosk.resources import Folders, assets_dir
from kiosk.station import open_station
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.house import house_of
from kiosk.ui.theme import Look
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.window import Window
from tests.quality.live import Live
from tests.ui.conftest import FakeClock

TO_ADDRESS: tuple[Event, ...] = (Chosen("parent"), Chosen("new"), Chosen("have"))
TO_PASSWORD: tuple[Event, ...] = (
    *(Chosen(answer) for answer in ("me", "right", "opens", "one")),
    Picked(("cedar_hill",)),
    *(Chosen(answer) for answer in ("has", "sent", "found", "opens", "next")),
)


def main() -> None:
    """Obeys until it is told to end."""
    log_to(Path(sys.argv[1]))
    application = QApplication(["kiosk"])
    application.setApplicationName("kiosk")
    live = _kiosk()
    live.go(TO_ADDRESS)
    _tell("ready")
    for order in sys.stdin:
        _obey(live, order.rstrip("\n"))
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        _tell("ready")
    logging.shutdown()


def _kiosk() -> Live:
    station = open_station(Folders.shipped(), lambda: OFFICES_OPEN)
    look = Look(motion=False)
    window = Window(house_of(station), assets_dir(), look, full_screen=False)
    window.resize(1366, 768)
    window.show()
    clock = FakeClock()
    rules = Rules(station.guide, station.words, station.site.idle_limits(), look)
    controller = Controller(rules, window, clock)
    controller.setParent(window)
    controller.start()
    return Live(window, controller, clock, station.site.idle_limits())


def _obey(live: Live, order: str) -> None:
    line = _line(live)
    if order.startswith("LETTER ") and line is not None:
        QTest.keyClicks(line, order.removeprefix("LETTER "))
    elif order == "address" and line is not None:
        live.wait(1)
        line.returnPressed.emit()
        _on_to_the_password(live)
    elif order == "end":
        live.wait(1)
        live.controller.start_afresh()


def _on_to_the_password(live: Live) -> None:
    for event in TO_PASSWORD:
        live.wait(1)
        live.window.happened.emit(event)
    live.wait(1)


def _line(live: Live) -> QLineEdit | None:
    boxes = live.window.findChildren(FieldBox)
    return boxes[-1].line if boxes else None


def _tell(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
