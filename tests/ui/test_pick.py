"""What can be picked on the page to pick from a list, and what it hands in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kiosk.core.events import Chosen, Picked
from kiosk.core.phrases import Phrases
from kiosk.core.view import Pick
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.widgets.ready_button import ReadyButton
from kiosk.ui.widgets.tile import TileButton
from tests.ui.bodies import names_in, opened, touch_row
from tests.ui.finding import STAGES, button, place_of, words_on
from tests.ui.samples import view
from tests.ui.samples_bodies import SCHOOLS, id_of, page

LEFT = Qt.MouseButton.LeftButton
A_FRAME_MS = 16.0


def test_with_one_to_pick_a_touch_picks_and_goes_on(open_window):
    shown = opened(open_window, page("one_school"))

    QTest.keyClicks(shown.line, "maple high")
    touch_row(shown, 0)

    assert shown.events == [Picked((id_of("Maple Leaf High School"),))]


def test_a_name_that_is_not_there_is_answered_kindly(open_window):
    shown = opened(open_window, page("one_school"))

    QTest.keyClicks(shown.line, "zzz")
    words = words_on(shown.window)
    shown.press("I do not see it")

    assert "No name like that. Try fewer letters." in words
    assert shown.events == [Chosen("not_there")]


def test_several_are_ticked_and_the_button_hands_them_in_in_the_order_of_the_list(open_window):
    shown = opened(open_window, view(Pick(SCHOOLS, 1, 3, "I picked all", "Type")))

    QTest.keyClicks(shown.line, "lake annex")
    touch_row(shown, 0)
    QTest.keyClicks(shown.line, "cedar annex")
    touch_row(shown, 0)
    shown.press("I picked all")

    assert shown.events == [Picked((id_of("Cedar Hill Annex"), id_of("Lake Washington Annex")))]


def test_picked_names_come_first_and_the_search_is_empty_for_the_next_one(open_window):
    shown = opened(open_window, page("many_schools"))

    QTest.keyClicks(shown.line, "lake annex")
    touch_row(shown, 0)

    assert shown.line.text() == ""
    assert names_in(shown)[:4] == [
        "Cedar Hill Elementary School",
        "Águila Real High School",
        "Lake Washington Annex",
        "Cedar Hill Middle School",
    ]


def test_no_more_than_allowed_can_be_picked_and_words_say_why(open_window):
    shown = opened(open_window, page("many_schools"))
    limit = "That is as many as you can pick. Touch one to take it away."

    before = words_on(shown.window)
    touch_row(shown, 2)
    touch_row(shown, 5)
    full = words_on(shown.window)
    touch_row(shown, 0)
    shown.press("I picked all")

    assert limit not in before
    assert limit in full
    assert shown.events == [Picked((SCHOOLS[1].id, SCHOOLS[14].id))]


def test_the_button_waits_for_the_first_pick(open_window):
    shown = opened(open_window, view(Pick(SCHOOLS, 1, 3, "I picked all", "Type")))
    go_on = shown.body.findChildren(ReadyButton)[0]

    waiting = go_on.isEnabled()
    dashed = go_on.grab().toImage()
    touch_row(shown, 0)

    assert (waiting, go_on.isEnabled()) == (False, True)
    assert go_on.grab().toImage() != dashed


def test_a_few_options_are_tiles_without_a_search(open_window):
    shown = opened(open_window, page("few_schools"))

    shown.press("Cedar Hill K-8")
    shown.press("Cedar Hill Middle School, Picked")
    shown.press("I picked all")

    assert not shown.all_keys()
    assert shown.events == [Picked((id_of("Cedar Hill K-8"),))]


def test_a_fourth_tile_is_not_ticked_when_three_are_allowed(open_window):
    shown = opened(open_window, view(Pick(SCHOOLS[:5], 1, 3, "I picked all", "")))

    for school in SCHOOLS[:4]:
        shown.press(school.name)
    tile = button(shown.window, SCHOOLS[3].name)

    assert not tile.isChecked()
    assert "That is as many as you can pick. Touch one to take it away." in words_on(shown.window)


def test_providers_are_tiles_in_two_columns_and_a_touch_goes_on(open_window):
    shown = opened(open_window, page("provider"), STAGES["wide"])

    gmail = place_of(button(shown.window, "Gmail"), shown.window)
    outlook = place_of(button(shown.window, "Outlook"), shown.window)
    shown.press("Yahoo")

    assert gmail.top() == outlook.top()
    assert gmail.right() < outlook.left()
    assert shown.events == [Picked(("yahoo",))]


def test_two_columns_are_read_from_the_other_side_in_a_right_to_left_page(open_window):
    shown = opened(open_window, page("provider", right_to_left=True), STAGES["wide"])

    gmail = place_of(button(shown.window, "Gmail"), shown.window)
    outlook = place_of(button(shown.window, "Outlook"), shown.window)

    assert gmail.left() > outlook.right()


def test_a_refusal_stands_above_the_options(open_window):
    refusal = "Please touch at least one school."
    shown = opened(open_window, view(Pick(SCHOOLS[:4], 1, 3, "I picked all", "", (), refusal)))

    words = next(part for part in shown.body.findChildren(QLabel) if part.text() == refusal)
    first = shown.body.findChildren(TileButton)[0]

    assert place_of(words, shown.window).bottom() < place_of(first, shown.window).top()
    assert first.accessibleDescription() == refusal


def test_a_model_that_is_full_takes_no_more(qapp):
    model = PickModel(SCHOOLS[:4], ("s0",), 1, Phrases())

    taken = model.turn("s1")
    let_go = model.turn("s0")

    assert (taken, let_go, model.picked()) == (False, True, ())
