"""Starts the window: puts the parts together, and ends only when the machine asks it to."""

import os
import signal
import sys
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.resources import assets_dir
from kiosk.station import Station
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.fault import FaultHook
from kiosk.ui.kits import House
from kiosk.ui.theme import Look
from kiosk.ui.window import Window

_WINDOWED = (1366, 768)


def run_kiosk(station: Station, *, full_screen: bool, exit_after_first_page: bool = False) -> int:
    """Runs until the machine ends it; gives the exit code. Raises Missing for a missing asset."""
    # Sizes are millimetres, by the density the site measured: Qt must not scale them again.
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    app = QApplication(["kiosk"])
    app.setStyle("Fusion")
    look = Look(px_per_mm=station.site.station.px_per_mm)
    window = Window(house_of(station), assets_dir(), look, full_screen=full_screen)
    rules = Rules(station.guide, station.words, station.site.idle_limits(), look)
    controller = Controller(rules, window, monotonic)
    before = sys.excepthook
    sys.excepthook = FaultHook(controller.say_sorry)
    _end_on_signals(app, window)
    _show(window, full_screen)
    controller.start()
    controller.watch(window.windowHandle())
    if exit_after_first_page:
        window.installEventFilter(_AfterFirstPaint(app, window))
    try:
        return app.exec()
    finally:
        sys.excepthook = before


def house_of(station: Station) -> House:
    """What the window needs to know of a station."""
    return House(
        school=station.site.school_here().name,
        words=station.words,
        judge=station.judge,
        touch_keyboard=station.site.station.touch_keyboard,
    )


def _show(window: Window, full_screen: bool) -> None:
    if full_screen:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()
    else:
        window.resize(*_WINDOWED)
        window.show()


def _end_on_signals(app: QApplication, window: Window) -> None:
    """Lets Ctrl+C in the terminal and the service manager end the program, and nothing else."""

    def end(*_: object) -> None:
        window.may_close()
        app.quit()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)


class _AfterFirstPaint(QObject):
    """Ends the program when the first page has been painted."""

    def __init__(self, app: QApplication, window: Window) -> None:
        super().__init__(window)
        self._app = app
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.may_close()
            QTimer.singleShot(0, self._app.quit)
        return False
