"""What a screen reader does and hears: ticks turned over without a click, and where the focus goes.

tests/atspi asks the same of a real desktop; these need none.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.core.events import Picked
from kiosk.core.view import Pick
from kiosk.ui.widgets.content import Content
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.tile import TileButton
from tests.ui.bodies import opened
from tests.ui.samples import QUESTION, TWO_ANSWERS, view
from tests.ui.samples_bodies import SCHOOLS, page

FEW = SCHOOLS[:3]


def test_an_option_that_a_reader_ticks_is_picked(open_window):
    shown = opened(open_window, view(Pick(FEW, 1, 2, "I picked all", "Type")))
    tile = shown.window.findChildren(TileButton)[1]

    tile.toggle()
    shown.press("I picked all")

    assert shown.events == [Picked((FEW[1].id,))]


def test_a_reader_cannot_tick_more_than_may_be_picked(open_window):
    shown = opened(open_window, view(Pick(FEW, 1, 2, "I picked all", "Type")))
    tiles = shown.window.findChildren(TileButton)

    for tile in tiles:
        tile.toggle()

    assert [tile.isChecked() for tile in tiles] == [True, True, False]


def test_a_touch_and_a_readers_press_are_each_heard_once(open_window):
    shown = opened(open_window, view(Pick(FEW, 1, 2, "I picked all", "Type")))
    tile = shown.window.findChildren(TileButton)[0]
    heard: list[bool] = []
    tile.clicked.connect(lambda: heard.append(tile.isChecked()))

    tile.click()
    tile.toggle()
    tile.set_picked(True)

    assert heard == [True, False]


def test_a_reader_turns_on_capital_letters(open_window):
    shown = opened(open_window, page("password"))
    keys = [key for key in shown.all_keys() if key.isCheckable()]

    keys[0].toggle()
    shown.type_on_screen("A")

    assert shown.line.text() == "A"


def test_what_qt_tells_of_each_change_in_a_password_field_are_not_its_letters(open_window):
    shown = opened(open_window, page("password"))
    told: list[str] = []
    shown.line.textChanged.connect(told.append)

    QTest.keyClicks(shown.line, "spoon")
    shown.type_on_screen("x")
    shown.line.insert("tea")

    assert shown.line.text() == "spoonxtea"
    assert not set("".join(told)) & set("spoonxtea")


def test_a_password_is_mended_like_any_text(open_window):
    shown = opened(open_window, page("password"))

    QTest.keyClicks(shown.line, "rivver")
    QTest.keyClick(shown.line, Qt.Key.Key_Left)
    QTest.keyClick(shown.line, Qt.Key.Key_Left)
    QTest.keyClick(shown.line, Qt.Key.Key_Backspace)
    QTest.keyClicks(shown.line, " 7")

    assert shown.line.text() == "riv 7er"


def test_the_keyboard_is_a_group_with_a_name(open_window):
    shown = opened(open_window, page("email"))
    keyboard = shown.body.findChildren(Keyboard)[0]

    told = QAccessible.queryAccessibleInterface(keyboard)

    assert told.role() == QAccessible.Role.Grouping
    assert told.text(QAccessible.Text.Name) == "Keyboard on the screen"


def test_from_page_to_page_the_focus_goes_to_the_title_and_touches_no_answer(open_window, qapp):
    shown = opened(open_window, QUESTION)
    shown.window.findChildren(TileButton)[0].setFocus()
    went: list[QWidget | None] = []
    note = qapp.focusChanged.connect(lambda _old, new: went.append(new))

    shown.window.show_view(TWO_ANSWERS)

    qapp.disconnect(note)
    (content,) = shown.window.findChildren(Content)
    assert [one for one in went if one is not None] == [content.title]
