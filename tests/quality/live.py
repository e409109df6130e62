"""A running kiosk as a test uses it: time passes when told to, and visits are led by events."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kiosk.core.cover.roads import Road
from kiosk.core.idle import IdleLimits
from kiosk.ui.controller import Controller
from kiosk.ui.window import Window
from kiosk.ui.wishes import Begin
from tests.ui.conftest import FakeClock


@dataclass
class Live:
    """The window, what drives it, and its clock."""

    window: Window
    controller: Controller
    clock: FakeClock
    limits: IdleLimits

    def wait(self, seconds: float) -> None:
        """So much time passes."""
        self.clock.now += seconds
        self.controller.tick()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def go(self, road: Road, language: str = "en") -> None:
        """Begins a visit and does all of that, one thing a second."""
        self.wait(1)
        self.window.wished.emit(Begin(language))
        for event in road:
            self.wait(1)
            self.window.happened.emit(event)
        self.wait(1)
