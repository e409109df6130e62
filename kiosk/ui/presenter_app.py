"""Opens the presentation: the room's window, the speaker's where there is a second screen."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.demo.presenting import Presenting, Show
from kiosk.resources import assets_dir
from kiosk.ui.presenter import Hall, Presenter
from kiosk.ui.presenter_notes import NotesWindow
from kiosk.ui.presenter_screens import seats_here, sit
from kiosk.ui.window import Window


def run_presenter(show: Show, begun: Presenting, hall: Hall, *, full_screen: bool) -> int:
    """Runs until the speaker leaves; gives the exit code. Raises KioskError for a missing asset."""
    # Sizes are millimetres, by the density the site measured: Qt must not scale them again.
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    app = QApplication(["kiosk"])
    app.setStyle("Fusion")
    stage = Stage(show, begun, hall, full_screen=full_screen)
    stage.left.connect(lambda: app.exit(0))
    for changed in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
        changed.connect(stage.sit_down)
    _end_on_signals(lambda: app.exit(0))
    stage.open()
    code = app.exec()
    stage.close()
    return code


class Stage(QObject):
    """The windows of one presentation, each on its screen. `left`: the speaker has left."""

    left = Signal()

    def __init__(self, show: Show, begun: Presenting, hall: Hall, *, full_screen: bool) -> None:
        super().__init__()
        self._full_screen = full_screen
        self.window = Window(hall.house, assets_dir(), hall.look, full_screen=full_screen)
        self.presenter = Presenter(show, begun, self.window, hall)
        self.desk: NotesWindow | None = None
        self.presenter.left.connect(self.left)
        self.presenter.swapped.connect(self.sit_down)

    def open(self) -> None:
        """Shows the windows and the first slide."""
        self.sit_down()
        self.presenter.start()
        self.presenter.watch(self.window.windowHandle())
        self.window.activateWindow()

    def sit_down(self, *_: object) -> None:
        """Puts each window on its screen, as many as there are now."""
        screens, main = QGuiApplication.screens(), QGuiApplication.primaryScreen()
        if main is None:
            return  # Between two screens there may be none for a moment.
        seats = seats_here(screens, main, swapped=self.presenter.now.swapped)
        sit(self.window, seats.room, full_screen=self._full_screen)
        if seats.desk is None:
            self._put_desk_away()
            return
        desk = self.desk or self.presenter.new_desk()
        sit(desk, seats.desk, full_screen=self._full_screen)
        if self.desk is None:
            self.desk = desk
            self.presenter.watch(desk.windowHandle())
            self.presenter.take_desk(desk)

    def _put_desk_away(self) -> None:
        if self.desk is not None:
            self.presenter.take_desk(None)
            self.desk.hide()
            self.desk.deleteLater()
            self.desk = None

    def close(self) -> None:
        """Takes every window away."""
        self._put_desk_away()
        self.window.may_close()
        self.window.close()
        self.window.deleteLater()


def _end_on_signals(end: Callable[[], None]) -> None:
    """Lets Ctrl+C in the terminal end it. Python hears of it at the presenter's next tick."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: end())
