"""Two ways in for staff: a long press on the mark, and one chord of keys; and none for a child."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.switches import Switches
from kiosk.ui.widgets.mark import HOLD_MS, LongPress, Mark
from tests.ui.finding import place_of, words_on
from tests.ui.staff.signed_in import ASK_PIN, Staffed, staffed  # noqa: F401 - a fixture

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIRST = "Do you have an email address?"


class Finger:
    """A finger on the school's mark. Its two seconds pass when a test says so."""

    def __init__(self, kiosk: Staffed) -> None:
        self._kiosk = kiosk
        self._handle = kiosk.window.windowHandle()
        self._mark = next(one for one in kiosk.window.findChildren(Mark) if one.isVisible())
        self._at = place_of(self._mark, kiosk.window).center()
        self._down: Qt.MouseButton | None = None

    @property
    def timer(self) -> QTimer:
        found = self._mark.findChild(LongPress).findChild(QTimer)
        assert isinstance(found, QTimer)
        return found

    def press(self, button=LEFT) -> None:
        self._kiosk.wait(1)
        self._down = button
        QTest.mousePress(self._handle, button, NONE, self._at)

    def move(self, mm: float) -> None:
        way = QPoint(round(mm * 3.9), 0)
        QTest.mouseMove(self._handle, self._at + way)

    def hold(self) -> None:
        """Two seconds pass, if they are being counted."""
        if self.timer.isActive():
            self.timer.stop()
            self.timer.timeout.emit()
        self._kiosk.settle()

    def release(self) -> None:
        if self._down is not None:
            QTest.mouseRelease(self._handle, self._down, NONE, self._at)
            self._down = None
            self._kiosk.settle()


@pytest.fixture
def begun(staffed):  # noqa: F811 - the fixture
    staffed.touch("English")
    return staffed


@pytest.fixture
def finger(begun):
    """A finger on the mark of a page; it lets go at the end at the latest."""
    finger = Finger(begun)
    yield finger
    finger.release()


@pytest.fixture
def first_finger(staffed):  # noqa: F811 - the fixture
    """A finger on the mark of the first screen."""
    finger = Finger(staffed)
    yield finger
    finger.release()


def test_a_finger_that_rests_two_seconds_on_the_mark_opens_the_gate(begun, finger):
    finger.press()
    counted = (finger.timer.isActive(), finger.timer.interval())
    before = words_on(begun.window)
    finger.hold()

    assert counted == (True, 2000) == (True, HOLD_MS)
    assert ASK_PIN not in before
    assert begun.says(ASK_PIN)


def test_the_first_screen_has_the_same_way_in_and_letting_go_begins_no_visit(staffed, first_finger):  # noqa: F811
    first_finger.press()
    first_finger.hold()
    first_finger.release()

    assert staffed.says(ASK_PIN)
    assert staffed.controller.visit is None


def test_a_short_touch_of_the_mark_on_the_first_screen_begins_as_ever(staffed, first_finger):  # noqa: F811
    first_finger.press()
    first_finger.release()

    assert staffed.controller.visit is not None
    assert not staffed.window.staff_is_open


def test_a_finger_that_moves_more_than_eight_millimetres_opens_nothing(begun, finger):
    finger.press()
    finger.move(7)
    near = finger.timer.isActive()
    finger.move(9)
    finger.move(0)

    assert near
    assert not finger.timer.isActive()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_another_button_of_the_mouse_opens_nothing(finger, button):
    finger.press(button)

    assert not finger.timer.isActive()


def test_two_short_touches_are_no_long_one(begun, finger):
    finger.press()
    finger.release()
    finger.press()
    finger.release()

    assert not finger.timer.isActive()
    assert begun.says(FIRST)


def test_ctrl_alt_and_s_open_the_gate_on_any_page_and_a_field_gets_no_s(begun):
    begun.touch("Yes, I have one")
    field = begun.window.findChild(QLineEdit)

    begun.chord()

    assert begun.says(ASK_PIN)
    assert field.text() == ""


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_S, CONTROL),
        (Qt.Key.Key_S, ALT),
        (Qt.Key.Key_S, NONE),
        (Qt.Key.Key_A, CONTROL | ALT),
        (Qt.Key.Key_S, CONTROL | ALT | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_other_keys_open_nothing(begun, key, held):
    begun.wait(1)

    QTest.keyClick(begun.window.windowHandle(), key, held)

    assert not begun.window.staff_is_open


def test_two_switches_never_come_to_the_mark(begun):
    begun.wait(1)
    switches = Switches(begun.window, "space", "enter")
    stood_on = set()

    for _ in range(40):
        switches.step()
        stood_on.add(type(begun.window.focusWidget()).__name__)

    assert "Mark" not in stood_on
    assert len(stood_on) > 1
    assert not begun.window.staff_is_open


def test_a_second_wish_while_the_gate_stands_changes_nothing(begun):
    begun.chord()
    begun.touch("1")

    begun.chord()

    dots = [one for one in words_on(begun.window) if one == ASK_PIN]
    assert len(dots) == 1
    assert begun.window.focusWidget().accessibleDescription() == "1 digit typed"


def test_the_visit_beneath_is_the_very_same_and_its_page_has_its_focus_again(begun):
    begun.touch("Yes, I have one")
    begun.window.findChild(QLineEdit).setText("amina@")
    before, focus = begun.controller.visit, begun.window.focusWidget()

    begun.chord()
    out_of_reach = not focus.isEnabled()
    begun.touch("Back to the family")

    assert out_of_reach
    assert begun.controller.visit is before
    assert begun.window.focusWidget() is focus
    assert focus.text() == "amina@"
    assert focus.isEnabled()
