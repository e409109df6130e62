"""Arrow keys: through a page, into the keys on the screen, over them, and out again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui.widgets.key_button import KeyButton
from tests.ui.bodies import Opened, opened
from tests.ui.finding import STAGES
from tests.ui.samples_bodies import page

KEYS = {
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "enter": Qt.Key.Key_Return,
    "space": Qt.Key.Key_Space,
    "tab": Qt.Key.Key_Tab,
    "back": Qt.Key.Key_Backspace,
}


@pytest.fixture
def email(open_window) -> Opened:
    return opened(open_window, page("email"), STAGES["laptop"])


def press(shown: Opened, keys: str) -> None:
    for name in keys.split():
        QTest.keyClick(shown.window.windowHandle(), KEYS[name])


def key_here(shown: Opened) -> str:
    held = shown.window.focusWidget()
    return held.face if isinstance(held, KeyButton) else ""


def test_down_leads_from_the_field_to_the_keys_and_up_back_again(email):
    press(email, "down")
    first = key_here(email)
    press(email, "up")

    assert first == "q"
    assert email.window.focusWidget() is email.line


def test_arrows_go_over_the_keys_and_stop_at_the_side(email):
    press(email, "down left right right down")
    there = key_here(email)
    press(email, "enter space")

    assert there == "d"
    assert email.line.text() == "dd"


def test_what_is_typed_on_a_real_keyboard_meanwhile_is_typed_too(email):
    press(email, "down")

    QTest.keyClicks(email.window.focusWidget(), "anna")
    press(email, "back")

    assert email.line.text() == "ann"
    assert key_here(email) == "q"


def test_tab_leads_out_of_the_keys_from_anywhere_on_them(email):
    press(email, "down right down right")

    press(email, "tab")

    assert email.window.focusWidget().accessibleName() == "Next"


def test_shift_and_tab_lead_back_to_the_field(email):
    press(email, "down right down")

    QTest.keyClick(email.window.windowHandle(), Qt.Key.Key_Backtab)

    assert email.window.focusWidget() is email.line


def test_a_page_of_keys_that_turns_keeps_the_place(email):
    press(email, "down down down")
    before = key_here(email)

    press(email, "enter")

    assert (before, key_here(email)) == ("123", "abc")


def test_the_ring_of_a_key_changes_what_is_painted(email):
    press(email, "down right")
    held = email.window.focusWidget()
    with_ring = held.grab().toImage()

    held.show_ring(False)

    assert held.grab().toImage() != with_ring
