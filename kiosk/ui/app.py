"""Starts the window: the first page at once, then all the rest; ends only when asked to."""

import gc
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.core.errors import KioskError
from kiosk.front import Front
from kiosk.resources import Folders, assets_dir
from kiosk.ui.fault import FaultHook
from kiosk.ui.house import OpenStation, house_at_first, house_of
from kiosk.ui.theme import Look
from kiosk.ui.window import Window

if TYPE_CHECKING:
    from kiosk.core.visit import Visit
    from kiosk.demo.opening import Demo
    from kiosk.homeward import Homeward
    from kiosk.station import Station
    from kiosk.ui.controller import Aside, Controller
    from kiosk.ui.listening import Listening
    from kiosk.ui.paper.printing import Paper
    from kiosk.ui.recording import Recording
    from kiosk.ui.staff.door import Door

_WINDOWED = (1366, 768)
_VOICES_AFTER_MS = 3000


def run_kiosk(
    front: Front,
    station: OpenStation,
    *,
    full_screen: bool,
    exit_after_first_page: bool = False,
    folders: Folders | None = None,
) -> int:
    """Runs until the machine ends it; gives the exit code.

    The first page is painted from `front`; `station` is called when it stands on the screen, and
    `folders` are where it was read, or the shipped ones. Raises
    KioskError for a missing asset, and for a station that is not sound after all.
    """
    # Sizes are millimetres, by the density the site measured: Qt must not scale them again.
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    app = QApplication(["kiosk"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    look = Look(px_per_mm=front.px_per_mm)
    window = Window(house_at_first(front, station), assets_dir(), look, full_screen=full_screen)
    launch = _Launch(app, window, None if exit_after_first_page else station, folders)
    before = sys.excepthook
    sys.excepthook = FaultHook(lambda: launch.say_sorry())
    _end_on_signals(app, window)
    _size(window, full_screen)  # before the first page is made, which is then laid out but once
    window.show_attract()
    window.installEventFilter(launch)
    window.showFullScreen() if full_screen else window.show()
    try:
        code = app.exec()
    finally:
        sys.excepthook = before
    if launch.trouble is not None:
        raise launch.trouble
    return code


class _Launch(QObject):
    """Waits for the first painted page; then reads the station, and hands the window over.

    Without a station it ends the program there instead: that is how the start is measured.
    """

    def __init__(
        self,
        app: QApplication,
        window: Window,
        station: OpenStation | None,
        folders: Folders | None,
    ) -> None:
        super().__init__(window)
        self._app, self._window, self._station = app, window, station
        self._folders = folders or Folders.shipped()
        self.trouble: KioskError | None = None
        self.say_sorry: Callable[[], None] = window.say_sorry

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._hand_over)
        return False

    def _hand_over(self) -> None:
        if self._station is None:
            self._leave(0)
            return
        try:
            station = self._station()
        except KioskError as trouble:
            self.trouble = trouble
            self._leave(1)
            return
        # Read in here, not above: the first page shall not wait for what it does not show.
        from kiosk.homeward import homeward_of
        from kiosk.resources import records_dir
        from kiosk.ui.controller import Controller, Rules
        from kiosk.ui.recording import Recording
        from kiosk.ui.staff.way_in import WayIn

        self._window.move_in(house_of(station))
        look = Look(px_per_mm=station.site.station.px_per_mm)
        homeward = homeward_of(station, records_dir())
        recording = Recording(station, records_dir(), self)
        self._app.aboutToQuit.connect(recording.end)
        limits = station.site.idle_limits()
        rules = Rules(homeward.guide(), station.words, limits, look, recording)
        listening, aside = self._listening(station), _aside(homeward, recording)
        controller = Controller(rules, self._window, monotonic, listening, aside)
        controller.setParent(self)
        self.say_sorry = controller.say_sorry
        controller.start()
        self._take_switches(station)  # before the controller, which then hears each key first
        self._hear_scanner(controller)
        door = partial(self._staff_door, controller, homeward, recording)
        WayIn(self._window, door).watch(self._window.windowHandle())
        controller.watch(self._window.windowHandle())
        warm_up(station)
        # What is made by now stays: left out of every later collection, no page waits for one.
        gc.collect()
        gc.freeze()
        gc.enable()

    def _hear_scanner(self, controller: "Controller") -> None:
        from kiosk.ui.scanner import Scanner

        window = self._window
        scanner = Scanner(controller.come_back, monotonic, self, lambda: window.staff_is_open)
        window.windowHandle().installEventFilter(scanner)

    def _staff_door(
        self, controller: "Controller", homeward: "Homeward", recording: "Recording"
    ) -> "Door":
        from kiosk.ui.staff.opening import Parts, StaffParts

        given = Parts(
            homeward.station,
            homeward.guide(),
            self._folders,
            homeward.records,
            recording.journal,
            partial(_print_slip, homeward, recording),
            partial(self._leave, 0),
        )
        parts = StaffParts(given, controller, self._window)
        self._app.aboutToQuit.connect(parts.end)
        return parts.door

    def _take_switches(self, station: "Station") -> None:
        switches = station.site.station.switches
        if switches is not None:
            from kiosk.ui.switches import Switches

            Switches(self._window, switches.next, switches.press).watch(self._window.windowHandle())

    def _listening(self, station: "Station") -> "Listening":
        from kiosk.language.clips import Clips
        from kiosk.ui.listening import Listening
        from kiosk.ui.voice.sounds import Sounds
        from kiosk.ui.voice.speaker import SpeakerApart

        speaker = SpeakerApart(self)
        self._app.aboutToQuit.connect(speaker.end)
        listening = Listening(self._window, speaker, Sounds(Clips(station.clips)))
        # In a process of its own, and not while the first family may already be touching.
        QTimer.singleShot(_VOICES_AFTER_MS, listening, listening.look_for_voices)
        return listening

    def _leave(self, code: int) -> None:
        self._window.may_close()
        gc.freeze()  # nor does the end of the program
        self._app.exit(code)


def _aside(homeward: "Homeward", recording: "Recording") -> "Aside":
    """What a family can turn to beside its visit."""
    from kiosk.ui.controller import Aside
    from kiosk.ui.deeds import Deeds
    from kiosk.ui.practising import Practising
    from kiosk.ui.taking_home import TakingHome

    station = homeward.station
    deeds = Deeds(homeward, recording, partial(_paper_of, station))
    taking_home = TakingHome(lambda: homeward, station.words, deeds)
    return Aside(Practising(partial(_demo_of, station)), taking_home)


def _print_slip(homeward: "Homeward", recording: "Recording", visit: "Visit") -> bool:
    from kiosk.ui.deeds import Deeds

    station = homeward.station
    words = station.words.get(visit.language) or next(iter(station.words.values()))
    return Deeds(homeward, recording, partial(_paper_of, station)).print_slip(visit, words)


def _paper_of(station: "Station") -> "Paper":
    from kiosk.site.shapes import Printing
    from kiosk.ui.paper.printing import Paper

    site = station.site
    return Paper(site.printing or Printing(), Path(), assets_dir())


def _demo_of(station: "Station") -> "Demo":
    from kiosk.clock import local_time
    from kiosk.demo.opening import open_demo

    return open_demo(station, local_time())


def warm_up(station: "Station") -> None:
    """Asks every check once and reads in every kind of page, so that no family waits for that."""
    import kiosk.ui.frame  # noqa: F401 - for its own sake

    for check in station.guide.checks.values():
        example = check.examples[0]
        check.judge(example.value, example.situation)


def _size(window: Window, full_screen: bool) -> None:
    if full_screen:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(window.screen().geometry())
    else:
        window.resize(*_WINDOWED)


def _end_on_signals(app: QApplication, window: Window) -> None:
    """Lets Ctrl+C in the terminal and the service manager end the program, and nothing else."""

    def end(*_: object) -> None:
        window.may_close()
        app.quit()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
