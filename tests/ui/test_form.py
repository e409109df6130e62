"""The page with one field, used by its words, by touch and by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kiosk.core.events import Typed
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.widgets.keyboard import Keyboard
from tests.ui.bodies import opened
from tests.ui.finding import STAGES, button, place_of, seen_place, words_on
from tests.ui.samples import HOUSE
from tests.ui.samples_bodies import EMAIL_REFUSED, page

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_enter_hands_in_what_was_typed(open_window):
    form = opened(open_window, page("email"))

    QTest.keyClicks(form.line, "ana@example.com")
    QTest.keyClick(form.line, Qt.Key.Key_Return)

    assert form.events == [Typed("ana@example.com")]


def test_the_button_hands_in_what_the_screen_keys_typed(open_window):
    form = opened(open_window, page("email"))

    form.type_on_screen("ana_7")
    form.press("@gmail.com")
    form.press("Next")

    assert form.events == [Typed("ana_7@gmail.com")]


def test_a_held_enter_key_hands_in_once(open_window):
    form = opened(open_window, page("email"))
    kind, key = QEvent.Type.KeyPress, Qt.Key.Key_Return
    held = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)

    QTest.keyPress(form.line, key)
    QCoreApplication.sendEvent(form.line, held)

    assert form.events == [Typed("")]


def test_a_second_ending_takes_the_place_of_the_first(open_window):
    form = opened(open_window, page("email"))

    form.type_on_screen("ana@")
    form.press("@yahoo.com")
    form.press("@icloud.com")

    assert form.line.text() == "ana@icloud.com"


def test_the_erase_key_takes_one_letter_away(open_window):
    form = opened(open_window, page("email"))

    form.type_on_screen("anna")
    form.press("Take away the last letter")

    assert form.line.text() == "ann"


def test_what_was_typed_before_is_there_and_a_letter_after_tab_is_added_to_it(open_window):
    form = opened(open_window, page("refused"))
    form.line.clearFocus()

    form.line.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(form.line, ".com")

    assert form.line.text() == "maria.lopez7@gmail.com"


def test_a_refusal_stands_in_words_above_the_field_and_in_its_description(open_window):
    form = opened(open_window, page("refused"))

    words = next(part for part in form.body.findChildren(QLabel) if part.text().startswith("Some"))
    said = QAccessible.queryAccessibleInterface(form.line)

    assert place_of(words, form.window).bottom() < place_of(form.line, form.window).top()
    assert said.text(QAccessible.Text.Name) == "Your email address"
    assert said.text(QAccessible.Text.Description) == EMAIL_REFUSED.refusal
    assert form.window.focusWidget() is form.line


def test_the_field_and_its_label_are_related_for_a_screen_reader(open_window):
    form = opened(open_window, page("email"))

    labels = [label for label in form.body.findChildren(QLabel) if label.buddy() is form.line]

    assert [label.text() for label in labels] == ["Your email address"]


def test_a_name_begins_with_a_capital_and_so_does_its_second_word(open_window):
    form = opened(open_window, page("name"))

    form.press("capital A")
    form.type_on_screen("na")
    form.press("Space")
    form.press("capital L")
    form.type_on_screen("u")

    assert form.line.text() == "Ana Lu"


def test_a_name_can_have_letters_with_marks(open_window):
    form = opened(open_window, page("name"))

    form.press("Letters with marks")
    form.press("capital Ñ")

    assert form.line.text() == "Ñ"


@pytest.mark.parametrize("key", [Qt.Key.Key_V, Qt.Key.Key_Insert])
def test_nothing_can_be_pasted(open_window, key):
    form = opened(open_window, page("email"))
    QGuiApplication.clipboard().setText("left@behind.example")
    shift = Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(form.line, key, shift if key == Qt.Key.Key_Insert else CONTROL)

    assert form.line.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert])
def test_nothing_can_be_copied_or_cut(open_window, key):
    form = opened(open_window, page("refused"))
    QGuiApplication.clipboard().setText("as before")

    QTest.keyClick(form.line, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(form.line, key, CONTROL)

    assert QGuiApplication.clipboard().text() == "as before"
    assert form.line.text() == EMAIL_REFUSED.draft


def test_dragging_over_the_field_selects_nothing_that_x11_would_copy(open_window):
    form = opened(open_window, page("refused"))
    left = Qt.MouseButton.LeftButton
    start, end = QPoint(1, 1), form.line.rect().center()

    QTest.mousePress(form.line, left, pos=start)
    _drag(form.line, end)
    QTest.mouseRelease(form.line, left, pos=end)
    QTest.mouseDClick(form.line, left, pos=end)

    assert not form.line.hasSelectedText()
    assert QGuiApplication.clipboard().text(QClipboard.Mode.Selection) == ""


def _drag(line, to):
    move, left = QEvent.Type.MouseMove, Qt.MouseButton.LeftButton
    place = QPointF(to)
    event = QMouseEvent(move, place, line.mapToGlobal(place), left, left, NONE)
    QCoreApplication.sendEvent(line, event)


def test_the_field_has_no_menu_and_takes_nothing_that_is_dropped(open_window):
    form = opened(open_window, page("email"))

    assert form.line.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert not form.line.acceptDrops()
    assert form.line.completer() is None


def test_an_address_is_written_from_left_to_right_on_a_right_to_left_page(open_window):
    form = opened(open_window, page("email", right_to_left=True))
    box = form.body.findChildren(FieldBox)[0]

    field = place_of(box, form.window)
    go_on = place_of(button(form.window, "Next"), form.window)

    assert form.line.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert go_on.right() < field.left()
    assert place_of(form.key("q"), form.window).left() < place_of(form.key("p"), form.window).left()


@pytest.mark.parametrize("stage", STAGES)
def test_the_field_and_the_whole_keyboard_are_in_sight_together(open_window, stage):
    form = opened(open_window, page("email"), STAGES[stage])
    keyboard = form.body.findChildren(Keyboard)[0]

    seen = seen_place(keyboard, form.window)

    assert seen.height() == keyboard.height()
    assert seen_place(form.line, form.window).height() == form.line.height()


def test_a_station_with_its_own_keyboard_shows_none(open_window):
    form = opened(open_window, page("email"), house=replace(HOUSE, touch_keyboard=False))

    assert not form.all_keys()
    assert "Next" in words_on(form.window)


def test_a_long_address_is_set_smaller_so_that_all_of_it_can_be_seen(open_window):
    form = opened(open_window, page("email"), STAGES["small"])
    large = form.line.font().pixelSize()

    form.line.setText("guadalupe.fernandez-villanueva@students.example.org")
    words = form.line.fontMetrics().horizontalAdvance(form.line.text())
    fitted = form.line.font().pixelSize()
    form.line.setText("g" * 200)

    assert fitted < large
    assert words <= form.line.width()
    assert form.line.font().pixelSize() >= large * 0.6


def test_the_keys_type_the_endings_that_the_school_names(open_window):
    house = replace(HOUSE, mail_endings=("mail.ru", "cedarvalley.example"))
    form = opened(open_window, page("email"), house=house)

    form.type_on_screen("ana")
    form.press("@cedarvalley.example")

    assert form.line.text() == "ana@cedarvalley.example"
    assert "@gmail.com" not in words_on(form.window)
