"""One touch, one key, one press: two quick taps and held keys do nothing twice."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.core.idle import IdleLimits
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.theme import Look
from tests.ui.bodies import opened, rows_of
from tests.ui.finding import button, place_of, words_on
from tests.ui.samples import HOUSE
from tests.ui.samples_bodies import page
from tests.ui.visits import GUIDE

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
LIMITS = IdleLimits(ask_after_seconds=150, asking_seconds=30, last_page_seconds=30)


def tap_twice(widget: QWidget, at: QPointF) -> None:
    """What Qt makes of two quick taps: press, release, double click, release."""
    kinds = (
        (QEvent.Type.MouseButtonPress, LEFT),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonDblClick, LEFT),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    )
    for kind, down in kinds:
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), LEFT, down, NONE)
        QCoreApplication.sendEvent(widget, event)


def test_two_quick_taps_tick_a_box_and_do_not_untick_it(open_window):
    shown = opened(open_window, page("few_schools"))
    tile = button(shown.window, "Cedar Hill Elementary School")

    tap_twice(tile, QPointF(tile.rect().center()))

    assert tile.isChecked()


def test_two_quick_taps_on_an_answer_count_once(open_window):
    shown = opened(open_window, page("read_back"))
    tile = button(shown.window, "Yes, every letter is right")

    tap_twice(tile, QPointF(tile.rect().center()))

    assert len(shown.events) == 1


def test_two_quick_taps_on_a_row_pick_it_once(open_window):
    shown = opened(open_window, page("one_school"))
    rows = rows_of(shown)

    tap_twice(rows.viewport(), QPointF(rows.target(1).center()))

    assert len(shown.events) == 1


@pytest.fixture
def kiosk(open_window, clock):
    """A kiosk on the first page of a visit, and a clock that stands."""
    look = Look(motion=False)
    window = open_window((1366, 768), look, HOUSE)
    controller = Controller(Rules(GUIDE, HOUSE.words, LIMITS, look), window, clock)
    controller.setParent(window)
    controller.start()
    assert QTest.qWaitForWindowActive(window)
    clock.now += 1
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_held_key_does_not_run_through_the_pages(kiosk, clock, key):
    handle = kiosk.windowHandle()
    clock.now += 1
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    held = QKeyEvent(QEvent.Type.KeyPress, key, NONE, " ", autorep=True)

    QTest.keyPress(handle, key)
    for _ in range(20):
        clock.now += 1
        QCoreApplication.sendEvent(handle, held)
    QTest.keyRelease(handle, key)

    assert "What is your address?" in words_on(kiosk)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_second_key_within_half_a_second_of_a_page_change_presses_nothing(kiosk, clock, key):
    handle = kiosk.windowHandle()

    clock.now += 1
    for _ in range(2):
        QTest.keyClick(handle, Qt.Key.Key_Tab)
    QTest.keyClick(handle, key)
    came = "The message is on its way" in words_on(kiosk)
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    QTest.keyClick(handle, key)
    stays = "The message is on its way" in words_on(kiosk)
    clock.now += 1
    QTest.keyClick(handle, key)

    assert (came, stays) == (True, True)
    assert "Is it in the spam folder?" in words_on(kiosk)


def test_a_part_of_a_button_that_is_covered_at_the_edge_cannot_be_pressed(open_window):
    shown = opened(open_window, page("password"), (1024, 470), Look(size=3, motion=False))
    hidden = [key for key in shown.all_keys() if key.visibleRegion().isEmpty()]
    handle = shown.window.windowHandle()

    for key in hidden:
        QTest.mouseClick(handle, LEFT, NONE, place_of(key, shown.window).topLeft())

    assert hidden
    assert shown.line.text() == ""
