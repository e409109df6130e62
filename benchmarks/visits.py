"""Whole visits in the real window at 1920 x 1080: how soon a touch shows the next page, and what
stays in memory after five hundred families."""

import gc
import os
import pickle
import subprocess
import sys
import time

import kiosk.ui  # noqa: F401 - before PySide6, as in the kiosk
from benchmarks.budget import Figure, median, percentile, report
from benchmarks.memory import resident_mib
from benchmarks.start import environment
from kiosk.clock import OFFICES_OPEN
from kiosk.core.cover.roads import roads_of
from kiosk.core.events import Event
from kiosk.resources import Folders
from kiosk.station import Station, open_station

VISITS = 500
MEASURED = 60


class Families:
    """Plays visits in a real window with a clock of its own, one second a touch."""

    def __init__(self, station: Station) -> None:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        from kiosk.resources import assets_dir
        from kiosk.ui.app import warm_up
        from kiosk.ui.controller import Controller, Rules
        from kiosk.ui.house import house_of
        from kiosk.ui.theme import Look
        from kiosk.ui.window import Window

        self.application = QApplication(["kiosk"])
        self._going = QEvent.Type.DeferredDelete.value
        self._now = 0.0
        look = Look(px_per_mm=station.site.station.px_per_mm)
        self.window = Window(house_of(station), assets_dir(), look, full_screen=True)
        rules = Rules(station.guide, station.words, station.site.idle_limits(), look)
        self.controller = Controller(rules, self.window, lambda: self._now)
        self.window.resize(1920, 1080)
        self.window.show()
        self.controller.start()
        warm_up(station)
        self.application.processEvents()

    def play(self, road: tuple[Event, ...]) -> list[float]:
        """One visit from the first page; gives the seconds from each touch to the painted page."""
        from kiosk.ui.wishes import Begin

        self._pause()
        self.window.wished.emit(Begin("en"))
        self._turn()
        seconds = [self._step(event) for event in road]
        self.controller.start_afresh()
        self._turn()
        return seconds

    def _step(self, event: Event) -> float:
        self._pause()
        begun = time.perf_counter()
        self.window.happened.emit(event)
        self._turn()
        seconds = time.perf_counter() - begun
        self._practise()
        return seconds

    def _practise(self) -> None:
        """Types a password where one is asked for, as a family would; it loads the word lists."""
        from PySide6.QtWidgets import QLineEdit

        for line in self.window.findChildren(QLineEdit):
            if line.echoMode() != QLineEdit.EchoMode.Normal:
                line.setText("river yellow spoon and tea")

    def _turn(self) -> None:
        """One turn of the event loop: old pages go (only `exec` does that by itself), new paint."""
        self.application.sendPostedEvents(None, self._going)
        self.application.processEvents()

    def _pause(self) -> None:
        self._now += 1.0
        self.controller.tick()


def roads_from_elsewhere() -> list[tuple[Event, ...]]:
    """A road to every end, found in another process so that this one's memory stays the kiosk's."""
    command = [sys.executable, "-c", "from benchmarks.visits import tell_roads; tell_roads()"]
    done = subprocess.run(command, check=True, capture_output=True)
    roads: list[tuple[Event, ...]] = pickle.loads(done.stdout)  # noqa: S301 - our own child's
    return roads


def tell_roads() -> None:
    """Writes a road to every end to standard output."""
    station = open_station(Folders.shipped(), lambda: OFFICES_OPEN)
    roads = list(roads_of(station.guide).ends.values())
    sys.stdout.buffer.write(pickle.dumps(roads))


def bare_mib() -> float:
    """The resident memory of a bare window."""
    command = [sys.executable, "-m", "benchmarks.bare_window", "memory"]
    done = subprocess.run(command, check=True, env=environment(), capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1])


def main() -> int:
    """Prints the figures; 1 when one is over its budget."""
    os.environ |= environment()
    station = open_station(Folders.shipped(), lambda: OFFICES_OPEN)
    families = Families(station)
    gc.collect()
    gc.freeze()  # as the kiosk does when it has started
    at_start = resident_mib()
    roads = roads_from_elsewhere()
    seconds = [
        one for number in range(MEASURED) for one in families.play(roads[number % len(roads)])
    ]
    early = resident_mib()
    for number in range(VISITS):
        families.play(roads[number % len(roads)])
    gc.collect()
    late = resident_mib()
    bare = bare_mib()
    return report(
        [
            Figure(
                f"touch to painted page, median of {len(seconds)}",
                median(seconds) * 1e3,
                None,
                " ms",
            ),
            Figure("touch to painted page, 99 of 100", percentile(seconds, 0.99) * 1e3, 16, " ms"),
            Figure("bare window, resident", bare, None, " MiB"),
            Figure("kiosk after start, resident", at_start, None, " MiB"),
            Figure("kiosk after start beside bare", at_start / bare, 1.6, "x"),
            Figure(f"kiosk after {MEASURED + VISITS} visits beside bare", late / bare, 1.75, "x"),
            Figure(
                f"growth from visit {MEASURED} to {MEASURED + VISITS}", late - early, 2.0, " MiB"
            ),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
