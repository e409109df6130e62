"""The page to practise a password on: its ticks, its button, its dots."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.core.events import Chosen, Confirmed
from kiosk.core.phrases import Phrases
from kiosk.core.view import RuleLine, Tick
from kiosk.ui.widgets.password_line import PasswordLine
from kiosk.ui.widgets.rule_ticks import RuleRow, RuleTicks
from tests.ui.bodies import opened
from tests.ui.finding import STAGES, button, place_of, seen_place, words_on
from tests.ui.samples_bodies import RULES, kit_for, page

CANARY = "yellow-Canary 47 spoon"
GOOD = "river yellow spoon"
CONTROL = Qt.KeyboardModifier.ControlModifier


def _spoken(shown):
    return [row.accessibleName() for row in shown.body.findChildren(RuleRow)]


def test_each_rule_says_how_it_stands_while_one_types(open_window):
    shown = opened(open_window, page("password"))

    empty = _spoken(shown)
    QTest.keyClicks(shown.line, "river ye'lo")
    almost = _spoken(shown)

    assert empty[0] == "12 letters or more: 12 more to go"
    assert almost == [
        "12 letters or more: 1 more to go",
        "No apostrophe ( ' ): Not yet",
        "Not your name, your school or your email: Done",
    ]


def test_the_button_can_be_pressed_only_when_every_rule_is_met(open_window):
    shown = opened(open_window, page("password"))

    QTest.keyClicks(shown.line, "short")
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    before = list(shown.events)
    shown.line.setText(GOOD)
    shown.press("My password is ready")

    assert before == []
    assert shown.events == [Confirmed()]


def test_enter_goes_on_with_a_good_password_and_tells_nothing_about_it(open_window):
    shown = opened(open_window, page("password"))

    QTest.keyClicks(shown.line, GOOD)
    QTest.keyClick(shown.line, Qt.Key.Key_Return)

    assert shown.events == [Confirmed()]
    assert "river" not in repr(shown.events)


def test_the_other_answers_are_there_at_any_time(open_window):
    shown = opened(open_window, page("password"))

    shown.press("I made it on my phone")

    assert shown.events == [Chosen("on_phone")]


def test_the_screen_keys_type_a_password(open_window):
    shown = opened(open_window, page("password"))

    shown.type_on_screen("river")
    shown.press("Space")
    shown.type_on_screen("ab7")
    shown.press("Take away the last letter")

    assert shown.line.text() == "river ab"


def test_the_letters_show_only_while_asked(open_window):
    shown = opened(open_window, page("password"))
    line = shown.body.findChildren(PasswordLine)[0]

    at_first = line.letters_show
    shown.press("Show")
    when_asked = line.letters_show
    shown.press("Hide")

    assert (at_first, when_asked, line.letters_show) == (False, True, False)


def test_the_button_says_in_sight_what_it_will_do(open_window):
    shown = opened(open_window, page("password"))
    show = button(shown.window, "Show")

    before = show.grab().toImage()
    shown.press("Show")
    when_shown = show.grab().toImage()
    shown.press("Hide")

    assert when_shown != before
    assert show.grab().toImage() == before


def test_the_letters_hide_when_the_focus_leaves_the_field(open_window):
    shown = opened(open_window, page("password"))
    line = shown.body.findChildren(PasswordLine)[0]

    shown.press("Show")
    button(shown.window, "Back").setFocus(Qt.FocusReason.TabFocusReason)

    assert not line.letters_show
    assert button(shown.window, "Show")


def test_letters_are_painted_when_shown_and_dots_when_not(open_window):
    shown = opened(open_window, page("password"))
    line = shown.body.findChildren(PasswordLine)[0]

    line.setText("iiii")
    dots = line.grab().toImage()
    line.setText("mmmm")
    other_dots = line.grab().toImage()
    line.show_letters(True)

    assert dots == other_dots
    assert line.grab().toImage() != dots


def test_a_touch_in_the_field_puts_the_caret_there(open_window):
    shown = opened(open_window, page("password"))
    line = shown.body.findChildren(PasswordLine)[0]
    line.setText("abcdef")

    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    at_start = line.cursorPosition()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().topRight())

    assert (at_start, line.cursorPosition()) == (0, 6)


def test_a_row_keeps_its_height_while_it_counts(qtbot, qapp):
    ticks, plain = (RuleTicks((RuleLine("length", "12 letters or more"),), kit_for()) for _ in "ab")
    for one in (ticks, plain):
        qtbot.addWidget(one)

    ticks.stand((Tick("length", False, 12),))
    plain.stand((Tick("length", False),))
    counting = ticks.heightForWidth(300)
    ticks.stand((Tick("length", True),))

    assert counting > plain.heightForWidth(300)
    assert ticks.heightForWidth(300) == counting
    assert ticks.all_met()


def test_a_met_rule_looks_different_in_shape_and_not_only_in_colour(qtbot, qapp):
    ticks = RuleTicks(RULES[1:2], kit_for())
    qtbot.addWidget(ticks)
    ticks.resize(600, 60)

    ticks.stand((Tick("apostrophe", False),))
    still_open = ticks.grab().toImage()
    ticks.stand((Tick("apostrophe", True),))
    met = ticks.grab().toImage()

    inside = [(x, y) for x in range(12, 34) for y in range(12, 34)]
    assert len({still_open.pixel(*at) for at in inside}) == 1
    assert len({met.pixel(*at) for at in inside}) > 2


@pytest.mark.parametrize("stage", STAGES)
def test_field_rules_and_keys_are_in_sight_together(open_window, stage):
    shown = opened(open_window, page("password"), STAGES[stage])

    parts = [shown.line, *shown.body.findChildren(RuleRow), *shown.all_keys()]

    assert all(seen_place(part, shown.window).height() == part.height() for part in parts)


def test_the_rules_stand_at_the_end_side_in_both_directions(open_window):
    for right_to_left in (False, True):
        shown = opened(open_window, page("password", right_to_left))
        rules = place_of(shown.body.findChildren(RuleTicks)[0], shown.window)
        field = place_of(shown.line, shown.window)

        assert (rules.left() > field.right()) != right_to_left
        assert shown.line.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_whether_a_password_is_easy_to_guess_is_told_once_the_rules_are_met(open_window):
    shown = opened(open_window, page("password"))

    shown.line.setText("aaaaaaaaaaaaaaa")
    weak = words_on(shown.window)
    shown.line.setText(GOOD)
    strong = words_on(shown.window)

    assert Phrases().easy_to_guess in weak
    assert Phrases().hard_to_guess in strong
