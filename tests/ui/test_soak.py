"""Three thousand families, one after the other, in one window: nothing piles up."""

import gc
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kiosk.core.cover.roads import Roads
from kiosk.core.events import Event
from kiosk.resources import assets_dir
from kiosk.station import Station
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.house import house_of
from kiosk.ui.theme import Look
from kiosk.ui.window import Window
from kiosk.ui.wishes import Begin
from tests.ui.conftest import FakeClock

FAMILIES = 3_000
FIRST = 200
MOST_MIB = 8.0


def _figures(window: Window) -> tuple[int, int, float]:
    """Objects of the window, open files, and resident memory in MiB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a count of handles, not of paths
    return len(window.findChildren(QObject)), files, pages * 4096 / 1024 / 1024


@pytest.mark.soak
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's own figures")
def test_three_thousand_families_leave_nothing_behind(
    qapp: QApplication, station: Station, roads: Roads, clock: FakeClock
) -> None:
    look = Look(motion=False)
    window = Window(house_of(station), assets_dir(), look, full_screen=False)
    window.resize(1366, 768)
    window.show()
    rules = Rules(station.guide, station.words, station.site.idle_limits(), look)
    controller = Controller(rules, window, clock)
    controller.start()
    ends = list(roads.ends.values())

    def visit(road: tuple[Event, ...]) -> None:
        for emit, what in [
            (window.wished.emit, Begin("en")),
            *((window.happened.emit, e) for e in road),
        ]:
            clock.now += 1
            controller.tick()
            emit(what)
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            qapp.processEvents()
        controller.start_afresh()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    for number in range(FIRST):
        visit(ends[number % len(ends)])
    objects, files, mib = _figures(window)
    nones = sys.getrefcount(None)
    for number in range(FIRST, FAMILIES):
        visit(ends[number % len(ends)])
    now_objects, now_files, now_mib = _figures(window)

    assert (now_objects, now_files) == (objects, files)
    assert now_mib - mib < MOST_MIB
    assert nones - sys.getrefcount(None) < FAMILIES
    window.close()
    window.deleteLater()
