"""The numbers for the wall: three of them, large, over everything until somebody touches them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.staff.evening import read_evening
from kiosk.ui.staff import tonight, wall
from kiosk.ui.staff.tonight import Tonight
from kiosk.ui.staff.wall import Wall
from tests.staff.night import EVENT
from tests.ui.finding import STAGES, touch
from tests.ui.staff.rooms import LOOK, SIX, Room, settled


@pytest.fixture
def hall(room, qtbot) -> Room:
    """The page, with the numbers for the wall over it."""
    there: Room = settled(room(), qtbot)
    touch(there.window, tonight.WALL)
    qtbot.waitUntil(lambda: "30 started" in wall_of(there).accessibleName())
    return there


def wall_of(room: Room) -> Wall:
    found = room.window.findChild(Wall)
    assert isinstance(found, Wall)
    return found


def test_the_wall_shows_three_numbers_and_no_page_and_no_ticket(hall, records):
    board = read_evening(records, "1", EVENT, SIX + timedelta(hours=3)).board

    said = wall_of(hall).accessibleName()

    counts = f"30 started, {board.done} done, {board.waiting} waiting"
    assert said == f"{EVENT}: {counts}. {wall.GO_BACK}."
    assert wall_of(hall).geometry() == hall.window.rect()


def ink_heights(window: QWidget) -> list[int]:
    """How high each run of rows is that has ink in it, from the top down."""
    image = window.grab().toImage()
    ground = image.pixelColor(0, 0)
    rows = [
        any(image.pixelColor(x, y) != ground for x in range(0, image.width(), 3))
        for y in range(image.height())
    ]
    runs, run = [], 0
    for inked in (*rows, False):
        if inked:
            run += 1
        elif run:
            runs.append(run)
            run = 0
    return runs


@pytest.mark.parametrize("size", STAGES.values(), ids=STAGES)
def test_the_numbers_on_the_wall_are_thirty_millimetres_high_or_more(hall, size):
    hall.window.resize(*size)

    heights = ink_heights(wall_of(hall))

    assert wall_of(hall).size().toTuple() == size
    assert max(heights) >= 30 * LOOK.px_per_mm


def test_a_touch_on_the_wall_goes_back_and_leaves_nothing(hall, qtbot):
    shown = wall_of(hall)

    with qtbot.waitSignal(shown.destroyed):
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))

    assert hall.window.findChild(Wall) is None


def test_any_key_on_the_wall_goes_back(hall, qtbot):
    shown = wall_of(hall)

    with qtbot.waitSignal(shown.destroyed):
        QTest.keyClick(shown, Qt.Key.Key_Space)

    assert hall.window.findChild(Wall) is None


def test_the_wall_stays_when_the_page_beneath_it_closes(hall, qtbot):
    shown = wall_of(hall)

    with qtbot.waitSignal(hall.page.destroyed):
        hall.window.set_content(Tonight(hall.office.desk(), hall.page._kit))

    assert shown.isVisible()
