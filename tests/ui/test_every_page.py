"""Every page of the shipped flows and every panel: large enough to touch, and walked by keys."""

import sys
from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.core.view import View
from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.ui.house import house_of
from kiosk.ui.switches import Switches
from kiosk.ui.theme import LEAST_GAP, RING, SIZES, TARGET, Look
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.morebar import MoreBar
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.widgets.press import Press
from kiosk.ui.window import Window
from kiosk.ui.wishes import PanelName
from tests.ui.clipping import settle
from tests.ui.every_page import Found, every_view, smallest
from tests.ui.finding import STAGES, buttons, touch, words_on
from tests.ui.reaching import in_sight

MOST_STOPS = 60
PX_PER_MM = read_site(Folders.shipped().site).station.px_per_mm

QUICK = {("small", 1), ("small", 3), ("laptop", 1)}
every_stage_and_size = pytest.mark.parametrize(
    ("stage", "size"),
    [
        pytest.param(stage, size, marks=() if (stage, size) in QUICK else pytest.mark.sweep)
        for stage in STAGES
        for size in SIZES
    ],
)
tight_and_usual = pytest.mark.parametrize(
    ("stage", "size"), [("small", 3), ("small", 1), ("laptop", 1)]
)


@pytest.fixture(scope="module")
def views(station, roads) -> list[View]:
    """Each page of the flows, as a family meets it."""
    return list(every_view(station, roads))


@pytest.fixture
def opened(open_window, station):
    """A window of that stage and text size in the station's house."""

    def opens(stage: str, size: int) -> Window:
        look = Look(size=size, px_per_mm=PX_PER_MM, motion=False)
        window: Window = open_window(STAGES[stage], look, house_of(station))
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    return opens


def every_sight(window: Window, views: list[View], size: int) -> Iterator[str]:
    """Shows the first screen, each page from its top to its end, and each panel."""
    if size == Look().size:  # each visit begins with it: that screen has no other
        window.show_attract()
        yield "the first screen"
    for view in views:
        window.show_view(view)
        yield view.page.place
        yield from further_down(window, view.page.place)
    for name in get_args(PanelName):
        window.open_panel(name)
        yield f"panel {name}"
        yield from further_down(window, f"panel {name}")
    window.ask_still_there(30)
    yield "panel still there"
    window.say_sorry()
    yield "panel sorry"


def further_down(window: Window, where: str) -> Iterator[str]:
    """Touches More until the end of what is shown."""
    for _ in range(MOST_STOPS):
        if "More" not in words_on(window):
            return
        touch(window, "More")
        yield f"{where}, further down"
    raise AssertionError(f"{where} has no end")


@pytest.mark.parametrize(("stage", "most"), [("wide", 0), ("tall", 0), ("laptop", 20)])
def test_at_the_usual_size_nearly_every_page_shows_at_once(opened, views, stage, most):
    window = opened(stage, Look().size)
    below = set()
    for view in views:
        window.show_view(view)
        settle()
        if "More" in words_on(window):
            below.add(view.page.place)

    assert len(below) <= most, sorted(below)


@every_stage_and_size
def test_everything_to_press_is_large_enough_and_apart(opened, views, stage, size):
    window = opened(stage, size)

    measured = [smallest(window, PX_PER_MM, where) for where in every_sight(window, views, size)]

    targets, gaps = zip(*measured, strict=True)
    sys.stdout.write(f"{stage} {size}: {min(targets, key=_mm)}, {min(gaps, key=_mm)}\n")
    assert len(measured) > len(views)
    assert [found for found in targets if found.mm < TARGET] == []
    assert [found for found in gaps if found.mm < LEAST_GAP] == []


def _mm(found: Found) -> float:
    return found.mm


def stops(window: Window, key: Qt.Key) -> list[object]:
    """What has the focus after each press of that key, until it has come round."""
    seen: list[object] = []
    for _ in range(MOST_STOPS):
        QTest.keyClick(window.windowHandle(), key)
        here = window.focusWidget()
        if here in seen and len(seen) > 1:
            return seen
        seen.append(here)
    raise AssertionError(f"{MOST_STOPS} times on, and it has not come round")


def to_press(window: Window) -> set[Press]:
    """The buttons of the page, but not its keys, nor those that turn it where it is long."""
    return {
        one
        for one in buttons(window)
        if isinstance(one, Press) and not isinstance(one.parentWidget(), MoreBar)
    } - {one for paged in window.findChildren(PickList) for one in _arrows_of(paged)}


def _arrows_of(paged: PickList) -> list[Press]:
    around = paged.parentWidget()
    return around.findChildren(Press) if around is not None else []


def ring_is_seen(here: object) -> bool:
    """Whether what has the focus shows it."""
    return here.ring if isinstance(here, Press | KeyButton) else True


@tight_and_usual
def test_tab_goes_round_all_of_a_page_and_the_focus_is_always_in_sight(opened, views, stage, size):
    window = opened(stage, size)

    off = []
    for view in views:
        window.show_view(view)
        there, back = to_press(window), to_press(window)
        for _ in range(MOST_STOPS):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
            here = window.focusWidget()
            if not in_sight(window) or not ring_is_seen(here):
                off.append((view.page.place, here.accessibleName(), "cannot be seen"))
            if here not in there and not there:
                break
            there.discard(here)
        back -= set(stops(window, Qt.Key.Key_Backtab))
        off += [(view.page.place, one.accessibleName(), "by Tab") for one in there]
        off += [(view.page.place, one.accessibleName(), "by Shift+Tab") for one in back]

    assert off == []


@tight_and_usual
def test_two_switches_go_round_all_of_a_page(opened, views, stage, size):
    window = opened(stage, size)
    switches = Switches(window, "tab", "enter")

    off = []
    for view in views:
        window.show_view(view)
        missing = to_press(window)
        for _ in range(MOST_STOPS):
            switches.step()
            missing.discard(window.focusWidget())
            if not in_sight(window):
                off.append((view.page.place, window.focusWidget().accessibleName()))
        off += [(view.page.place, one.accessibleName()) for one in missing]

    assert off == []


@pytest.mark.parametrize("name", get_args(PanelName))
def test_tab_goes_round_a_panel_on_the_smallest_screen(opened, views, name):
    window = opened("small", 3)
    window.show_view(views[0])
    window.open_panel(name)
    missing = {one for one in to_press(window) if one.isEnabled()}

    for _ in range(MOST_STOPS):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert in_sight(window)
        missing.discard(window.focusWidget())

    assert missing == set()


class Opened(QObject):
    """Counts the windows that are shown, be it for a moment."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        self.count += is_window and event.type() == QEvent.Type.Show
        return False


def test_no_page_opens_a_window_of_its_own_that_takes_the_keys_away(opened, views, qapp):
    window = opened("laptop", 1)
    windows = Opened()
    qapp.installEventFilter(windows)

    for _ in every_sight(window, views[::9], 1):
        assert window.isActiveWindow()

    qapp.removeEventFilter(windows)
    assert windows.count == 0


def test_the_ring_is_two_pixels_or_more_on_the_coarsest_screen():
    coarsest = 1.5

    wide = max(2, coarsest * RING)

    assert wide >= 2
