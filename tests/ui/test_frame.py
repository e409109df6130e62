"""Every page, on four stages and in four text sizes: reachable, large enough, apart, not cut."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from kiosk.ui.screens.end import EndBody
from kiosk.ui.theme import LEAST_GAP, SIZES, TARGET, Look
from kiosk.ui.widgets.bottombar import BottomBar
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.content import Content
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.mark import Mark
from kiosk.ui.widgets.number import Number
from kiosk.ui.widgets.press import Press
from kiosk.ui.widgets.scroll import Scroll
from kiosk.ui.widgets.stones import Stones
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.topbar import TopBar
from tests.ui.finding import STAGES, button, place_of, seen_place, shown, touch, words_on
from tests.ui.samples import (
    DONE,
    QUESTION,
    SAMPLES,
    STEPS,
    TWO_ANSWERS,
    TYPE_EMAIL,
    TYPE_REFUSED,
    WAIT,
    many_languages,
    mirrored,
)

PX_PER_MM = 3.9
MINE = {name: SAMPLES[name] for name in ("question", "two", "steps", "done", "later")}

every_stage = pytest.mark.parametrize("stage", STAGES)
every_size = pytest.mark.parametrize("size", SIZES)
every_sample = pytest.mark.parametrize("name", SAMPLES)


def still(size: int = 1) -> Look:
    return Look(size=size, motion=False)


def gap_between(one: QRect, other: QRect) -> int:
    across = max(one.left() - other.right(), other.left() - one.right()) - 1
    down = max(one.top() - other.bottom(), other.top() - one.bottom()) - 1
    return max(across, down)


def targets(window: QWidget) -> list[QAbstractButton]:
    return [part for part in shown(window) if isinstance(part, QAbstractButton)]


@every_stage
@every_size
def test_everything_to_press_is_large_enough(open_window, stage, size):
    window = open_window(STAGES[stage], still(size))
    least = TARGET * PX_PER_MM

    small = []
    for name, view in SAMPLES.items():
        window.show_view(view)
        small += [
            (name, part.accessibleName(), part.size())
            for part in targets(window)
            if min(part.width(), part.height()) < least
        ]

    assert small == []


@every_stage
@every_size
def test_things_to_press_stand_apart(open_window, stage, size):
    window = open_window(STAGES[stage], still(size))
    least = LEAST_GAP * PX_PER_MM - 1

    near = []
    for name, view in SAMPLES.items():
        window.show_view(view)
        places = {part.accessibleName(): seen_place(part, window) for part in targets(window)}
        near += [
            (name, one, other)
            for (one, at), (other, to) in combinations(places.items(), 2)
            if not at.isEmpty() and not to.isEmpty() and gap_between(at, to) < least
        ]

    assert near == []


@every_stage
@every_size
@pytest.mark.parametrize("turn", [False, True])
def test_no_word_is_cut_and_nothing_is_off_the_side(open_window, stage, size, turn):
    window = open_window(STAGES[stage], still(size))

    cut = []
    for name, view in MINE.items():
        window.show_view(mirrored(view) if turn else view)
        for part in shown(window):
            words = part.accessibleName() or getattr(part, "text", str)()
            if isinstance(part, Text | Press) and part.height() < part.heightForWidth(part.width()):
                cut.append((name, words, "is too low"))
            around = part.parentWidget() or window
            room = around.width() - part.width()
            if isinstance(part, QLabel | Press) and not 0 <= part.x() <= room:
                cut.append((name, words, "is off the side"))

    assert cut == []


@every_stage
@every_size
def test_parts_of_a_page_do_not_lie_on_each_other(open_window, stage, size):
    window = open_window(STAGES[stage], still(size))

    over = []
    for name, view in MINE.items():
        window.show_view(view)
        content = window.findChild(Content)
        leaves = [part for part in shown(content) if isinstance(part, Text | Press | Number)]
        laid = [(part.accessibleName(), place_of(part, content)) for part in leaves]
        over += [
            (name, one, other)
            for (one, at), (other, to) in combinations(laid, 2)
            if at.intersects(to)
        ]

    assert over == []


@every_stage
@every_size
def test_the_frame_is_where_it_is_on_every_page(open_window, stage, size):
    window = open_window(STAGES[stage], still(size))
    bars = set()

    for view in SAMPLES.values():
        window.show_view(view)
        at = [place_of(window.findChild(part), window) for part in (TopBar, Card, BottomBar)]
        bars.add((at[0].getRect(), at[2].getRect()))
        assert all(window.rect().contains(place) for place in at)
        assert not any(one.intersects(other) for one, other in combinations(at, 2))

    assert len(bars) == 1


@every_stage
@pytest.mark.parametrize("size", [1, 3])
@every_sample
def test_by_more_every_part_of_a_page_comes_into_sight(open_window, stage, size, name):
    window = open_window(STAGES[stage], still(size))
    window.show_view(SAMPLES[name])
    content, scroll = window.findChild(Content), window.findChild(Scroll)

    seen = content.visibleRegion()
    pages = 1
    while "More" in words_on(window):
        touch(window, "More")
        seen = seen.united(content.visibleRegion())
        pages += 1
        assert pages < 40

    assert scroll.at_end()
    assert content.width() <= scroll.width()
    assert seen.boundingRect().height() == content.height()


@every_sample
@pytest.mark.parametrize("size", [1, 3])
def test_everything_that_takes_focus_has_a_name(open_window, name, size):
    window = open_window(STAGES["small"], still(size))

    window.show_view(SAMPLES[name])

    nameless = [
        type(part).__name__
        for part in shown(window)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("name", MINE)
def test_tab_reaches_every_button_and_comes_round(open_window, name):
    window = open_window(STAGES["small"], still(), many_languages())
    window.show_view(MINE[name])
    wanted = {part.accessibleName() for part in targets(window)}

    reached = []
    for _ in range(3 * len(wanted) + 3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget().accessibleName())

    assert wanted <= set(reached)


def test_a_button_reached_by_tab_is_scrolled_into_sight(open_window):
    window = open_window(STAGES["small"], still(3))
    window.show_view(STEPS)
    last = button(window, "I cannot open this page")
    assert seen_place(last, window).isEmpty()

    last.setFocus(Qt.FocusReason.TabFocusReason)

    assert seen_place(last, window).height() == last.height()


def test_a_page_turns_round_from_right_to_left(open_window):
    window = open_window()

    def edges() -> list[tuple[int, int]]:
        parts = [window.findChild(part) for part in (Mark, Content)]
        parts += [button(window, name) for name in ("Back", "Ask for help")]
        places = [place_of(part, window) for part in parts]
        return [(place.left(), window.width() - place.right() - 1) for place in places]

    window.show_view(TWO_ANSWERS)
    forth = edges()
    window.show_view(mirrored(TWO_ANSWERS))
    back = edges()

    nearer_side = [min(pair) for pair in forth]
    assert [min(pair) for pair in back] == nearer_side
    assert [left < right for left, right in back] == [left > right for left, right in forth]


def test_the_school_stands_at_the_start_and_help_at_the_end(open_window):
    window = open_window()

    window.show_view(TWO_ANSWERS)

    middle = window.width() // 2
    assert place_of(window.findChild(Mark), window).right() < middle
    assert place_of(button(window, "Back"), window).right() < middle
    assert place_of(button(window, "Ask for help"), window).left() > middle


def test_answers_look_alike(open_window):
    window = open_window()

    window.show_view(QUESTION)

    names = ("Yes, I can open it", "No, I do not have one", "I am not sure")
    sizes = {(button(window, name).width(), button(window, name).height()) for name in names}
    assert len(sizes) == 1


def test_the_focus_begins_on_the_title_and_not_on_an_answer(open_window):
    window = open_window()

    window.show_view(QUESTION)

    assert window.focusWidget().accessibleName() == QUESTION.page.title


def test_the_focus_begins_in_the_field_where_there_is_one(open_window):
    window = open_window()

    window.show_view(TYPE_EMAIL)

    assert isinstance(window.focusWidget(), QLineEdit)


def test_the_first_tab_goes_to_the_first_answer(open_window):
    window = open_window()
    window.show_view(QUESTION)

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    assert window.focusWidget().accessibleName() == "Yes, I can open it"


def test_the_stones_say_in_words_where_a_family_is(open_window):
    window = open_window()

    window.show_view(TWO_ANSWERS)

    assert window.findChild(Stones).text() == "Step 3 of 5: Reply"


def test_on_the_smallest_screen_a_keyboard_takes_the_room_of_the_stones(open_window):
    window = open_window(STAGES["small"])
    window.show_view(QUESTION)
    with_stones = window.findChild(Card).height()

    window.show_view(TYPE_EMAIL)

    assert not window.findChild(Stones).isVisible()
    assert window.findChild(Card).height() > with_stones


def test_back_is_there_only_where_there_is_a_way_back(open_window):
    window = open_window()

    window.show_view(QUESTION)
    first = "Back" in words_on(window)
    window.show_view(TWO_ANSWERS)
    second = "Back" in words_on(window)

    assert (first, second) == (False, True)


def test_one_who_is_stuck_is_told_of_help(open_window):
    window = open_window()

    window.show_view(STEPS)

    assert any(words.startswith("Many families get stuck here") for words in words_on(window))


def test_a_step_that_is_done_is_praised(open_window):
    window = open_window()

    window.show_view(TWO_ANSWERS)

    assert "Well done. Your request is on its way." in words_on(window)


def test_the_picture_stands_beside_in_a_wide_window_and_above_in_a_tall_one(open_window):
    places = {}

    for stage in ("wide", "tall"):
        window = open_window(STAGES[stage])
        window.show_view(QUESTION)
        card = window.findChild(Card)
        places[stage] = place_of(window.findChild(Content), card)

    assert places["wide"].x() > 200
    assert places["wide"].y() < 20
    assert places["tall"].x() < 20
    assert places["tall"].y() > 300


def test_a_page_with_a_clock_has_no_second_clock_for_a_picture(open_window):
    window = open_window()
    window.show_view(QUESTION)
    beside = place_of(window.findChild(Content), window).x()

    window.show_view(WAIT)

    assert place_of(window.findChild(Content), window).x() < beside


def test_a_drag_scrolls_and_presses_nothing(open_window):
    window = open_window(STAGES["small"], still(3))
    window.show_view(STEPS)
    heard: list[object] = []
    window.happened.connect(heard.append)
    tile = button(window, "I found it")
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    content = window.findChild(Content)
    before = content.y()
    start = seen_place(tile, window).center()
    handle = window.windowHandle()

    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(handle, start + QPoint(0, 20))
    QTest.mouseMove(handle, start + QPoint(0, 90))
    up = start + QPoint(0, 90)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, up)

    assert content.y() > before
    assert heard == []


def test_up_leads_back_to_the_top(open_window):
    window = open_window(STAGES["small"], still(3))
    window.show_view(STEPS)
    while "More" in words_on(window):
        touch(window, "More")

    while "Up" in words_on(window):
        touch(window, "Up")

    assert window.findChild(Scroll).at_start()
    assert "More" in words_on(window)


def test_the_last_page_says_who_does_what_by_when(open_window):
    window = open_window()

    window.show_view(DONE)

    assert {"What happens next", "Save the password on your phone.", "You", "today"} <= set(
        words_on(window)
    )


def test_the_last_page_counts_quietly(open_window):
    window = open_window()
    window.show_view(DONE)

    window.set_remaining(12)

    assert window.findChild(EndBody) is not None
    assert "This page clears itself in 12 seconds" in words_on(window)


def test_bars_give_up_words_before_they_cut_them(open_window):
    window = open_window(STAGES["small"], still(3), many_languages())

    window.show_view(QUESTION)

    bar = window.findChild(TopBar)
    assert all(bar.rect().contains(part.geometry()) for part in shown(bar))
    assert {"Language: English", "Text size", "Contrast"} <= set(words_on(window))


def test_the_title_is_marked_for_those_who_came_by_key_only(open_window):
    window = open_window()
    window.show_view(QUESTION)
    marks = []

    for reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
        button(window, "Ask for help").setFocus(reason)
        window.show_view(TWO_ANSWERS)
        marks.append(window.findChild(Content).title.ring)

    assert marks == [False, True]


@pytest.mark.parametrize("stage", ["small", "laptop"])
@pytest.mark.parametrize("name", ["email", "refused"])
def test_a_field_and_all_its_keys_are_seen_together(open_window, stage, name):
    window = open_window(STAGES[stage])

    window.show_view(SAMPLES[name])

    keys = [part for part in shown(window) if isinstance(part, KeyButton)]
    assert len(keys) > 25
    assert all(seen_place(key, window) == place_of(key, window) for key in keys)
    assert window.focusWidget().visibleRegion().boundingRect() == window.focusWidget().rect()


def test_words_above_a_field_do_not_give_way_in_vain(open_window):
    window = open_window(STAGES["small"], still(3))

    window.show_view(TYPE_REFUSED)

    assert {TYPE_REFUSED.page.title, "Your email address", "More"} <= set(words_on(window))


class LayoutRequests(QObject):
    """Counts how often a widget is asked to lay itself out."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@every_sample
def test_a_page_comes_to_rest(open_window, qapp, name):
    window = open_window()
    window.show_view(SAMPLES[name])
    for _ in range(5):
        qapp.processEvents()
    requests = LayoutRequests()
    window.findChild(Scroll).installEventFilter(requests)

    for _ in range(10):
        qapp.processEvents()

    assert requests.count == 0


def test_a_page_that_grows_gets_more(open_window, qapp):
    window = open_window(STAGES["laptop"])
    window.show_view(QUESTION)
    before = "More" in words_on(window)

    window.findChild(Content).title.say("A very long title indeed. " * 20)
    qapp.processEvents()

    assert not before
    assert "More" in words_on(window)
