"""The keyboard on the screen: what it types, how large its keys are, what they are called."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui.theme import LEAST_GAP, TARGET
from kiosk.ui.widgets import keys
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import COLUMNS, KeySet
from tests.ui.bodies import PX_PER_MM, look, middle, opened
from tests.ui.finding import STAGES, place_of
from tests.ui.samples_bodies import page

SETS = {name: value for name, value in vars(keys).items() if isinstance(value, KeySet)}


@pytest.mark.parametrize("name", SETS)
def test_every_row_fills_the_ten_columns(name):
    widths = [sum(key.units for key in row) for page in SETS[name].pages for row in page.rows]

    assert set(widths) == {COLUMNS}


@pytest.mark.parametrize("name", SETS)
def test_every_page_can_be_reached_and_left_again(name):
    pages = {one.name: one for one in SETS[name].pages}

    for one in pages.values():
        ways = {key.page for row in one.rows for key in row if key.act == "page"}
        assert ways <= set(pages) - {one.name}
        assert ways or len(pages) == 1


@pytest.mark.parametrize("name", ["PASSWORD", "PASSWORD_LOW"])
def test_a_password_can_have_every_sign_of_a_us_keyboard(name):
    typed = {
        sign
        for page in SETS[name].pages
        for row in page.rows
        for key in row
        if key.act == "type"
        for sign in key.text + key.text.upper()
    }

    assert {chr(code) for code in range(32, 127)} <= typed


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("sample", ["email", "name", "password", "one_school"])
def test_every_key_is_large_enough_and_apart_from_its_neighbours(open_window, stage, sample):
    shown = opened(open_window, page(sample), STAGES[stage], look())

    places = [place_of(key, shown.window) for key in shown.all_keys()]

    assert len(places) > 20
    assert all(place.width() / PX_PER_MM >= TARGET for place in places)
    assert all(place.height() / PX_PER_MM >= TARGET for place in places)
    gap = int(LEAST_GAP * PX_PER_MM)
    grown = [place.adjusted(0, 0, gap, gap) for place in places]
    assert not [pair for pair in combinations(grown, 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_every_key_shows_its_whole_face_at_every_text_size(open_window, size):
    shown = opened(open_window, page("email"), STAGES["wide"], look(size))

    for key in shown.all_keys():
        assert key.sizeHint().width() <= key.width() or len(key.face) == 1


def test_no_key_is_a_tab_stop_and_every_key_has_a_name(open_window):
    shown = opened(open_window, page("password"))

    for key in shown.all_keys():
        assert key.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert key.accessibleName()


def test_a_touch_on_a_key_leaves_the_focus_in_the_field(open_window):
    shown = opened(open_window, page("email"))

    shown.type_on_screen("ab")

    assert shown.window.focusWidget() is shown.line


def test_a_finger_that_slides_off_a_key_types_nothing(open_window):
    shown = opened(open_window, page("email"))
    key = shown.key("a")

    QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=middle(key))
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=-middle(key))

    assert shown.line.text() == ""


def test_two_quick_touches_on_a_key_type_it_twice(open_window):
    shown = opened(open_window, page("email"))
    key = shown.key("a")

    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(key, Qt.MouseButton.LeftButton)  # the second press, without letting go
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)

    assert shown.line.text() == "aa"


def test_a_capital_is_for_one_letter_and_can_be_taken_back(open_window):
    shown = opened(open_window, page("password"))

    shown.press("Capital letter")
    shown.press("capital R")
    shown.type_on_screen("i")
    shown.press("Capital letter")
    shown.press("Capital letter")
    shown.type_on_screen("v")

    assert shown.line.text() == "Riv"


def test_signs_and_digits_are_one_page_away_on_a_low_screen(open_window):
    shown = opened(open_window, page("email"), STAGES["small"])

    shown.type_on_screen("a")
    shown.press("Numbers")
    shown.type_on_screen("7")
    shown.press("underscore")
    shown.press("Letters")
    shown.type_on_screen("b")

    assert shown.line.text() == "a7_b"


def test_the_keyboard_keeps_its_height_when_its_page_turns(open_window):
    shown = opened(open_window, page("password"), STAGES["laptop"])
    panel = shown.body.findChildren(Keyboard)[0]
    before = panel.geometry()

    shown.press("Numbers")
    shown.press("Signs")

    assert panel.geometry() == before


@pytest.mark.parametrize("face", [".", "&", "@", "ñ"])
def test_a_sign_types_itself_and_no_letter_is_a_shortcut(open_window, face):
    shown = opened(open_window, page("one_school" if face in "&ñ" else "email"))
    if face in "&ñ":
        shown.press("Numbers")

    shown.type_on_screen(face)

    assert shown.line.text() == face
