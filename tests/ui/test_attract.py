"""The first screen: it greets in each language, and begins where it is touched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.core.words import Words
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.greeting import Greeting
from kiosk.ui.theme import LEAST_GAP, TARGET, Look
from kiosk.ui.widgets.press import Press
from kiosk.ui.wishes import Begin
from tests.ui.finding import STAGES, button, place_of, shown, touch, touch_at, words_on
from tests.ui.samples import HOUSE, many_languages

PX_PER_MM = 3.9


@pytest.fixture
def greeted(open_window):
    window = open_window(house=many_languages())
    window.show_attract()
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    return window, wishes


def test_it_says_what_it_is_for_and_never_a_brand(open_window):
    window = open_window()

    window.show_attract()

    assert {"Help your child do well in school", "Touch to begin"} <= set(words_on(window))


def test_a_touch_on_the_button_begins_in_the_language_that_is_shown(greeted):
    window, wishes = greeted
    window.findChild(Attract).greet_in_next()

    touch(window, "Toque para empezar")

    assert wishes == [Begin("es")]


def test_a_touch_on_a_language_begins_in_that_one(greeted):
    window, wishes = greeted

    touch(window, "አማርኛ")

    assert wishes == [Begin("am")]


def test_a_touch_anywhere_else_begins_too(greeted):
    window, wishes = greeted

    touch_at(window, QPoint(window.width() - 60, 200))

    assert wishes == [Begin("en")]


def test_enter_begins(greeted):
    window, wishes = greeted

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert wishes == [Begin("en")]


def test_it_greets_in_each_language_that_has_a_greeting_and_comes_round(greeted):
    window, _ = greeted
    attract, greeting = window.findChild(Attract), window.findChild(Greeting)

    seen = []
    for _ in range(8):
        seen.append(greeting.text())
        attract.greet_in_next()

    assert len(set(seen)) == 7
    assert seen[7] == seen[0]


def test_the_languages_take_turns_only_where_motion_is_wanted(open_window):
    lively = open_window(house=many_languages(), look=Look(motion=True))
    calm = open_window(house=many_languages(), look=Look(motion=False))

    for window in (lively, calm):
        window.show_attract()

    turning = [window.findChild(Attract).takes_turns() for window in (lively, calm)]
    assert turning == [True, False]


def test_one_language_needs_no_buttons_and_no_turns(open_window):
    window = open_window(look=Look(motion=True))

    window.show_attract()

    assert [part.accessibleName() for part in shown(window) if isinstance(part, Press)] == [
        "Touch to begin",
        "Look around first",
    ]
    assert not window.findChild(Attract).takes_turns()


def test_an_arabic_greeting_stands_at_the_right(greeted):
    window, _ = greeted
    attract = window.findChild(Attract)
    while window.findChild(Greeting).text() != "ساعد طفلك على النجاح في المدرسة":
        attract.greet_in_next()

    begins = place_of(button(window, "المس للبدء"), window)

    assert begins.right() == place_of(window.findChild(Greeting), window).right()


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 10])
def test_it_fits_on_every_stage_with_any_number_of_languages(open_window, stage, count):
    every = many_languages().words
    words: dict[str, Words] = dict(list(every.items())[:count])
    window = open_window(STAGES[stage], Look(motion=False), replace(HOUSE, words=words))

    window.show_attract()

    parts = [part for part in shown(window) if isinstance(part, Press | Greeting)]
    places = [place_of(part, window) for part in parts]
    least, apart = TARGET * PX_PER_MM, int(LEAST_GAP * PX_PER_MM)
    grown = [place.adjusted(0, 0, apart, apart) for place in places]
    assert all(window.rect().contains(place) for place in places)
    assert all(min(place.width(), place.height()) >= least for place in places)
    assert not any(one.intersects(other) for n, one in enumerate(grown) for other in grown[n + 1 :])


@pytest.mark.parametrize("stage", STAGES)
def test_every_greeting_leaves_the_button_in_its_window(open_window, stage):
    window = open_window(STAGES[stage], Look(motion=False), many_languages())
    window.show_attract()
    attract = window.findChild(Attract)

    for _ in range(7):
        attract.greet_in_next()
        begin = place_of(attract.first_focus(), window)
        greeting = place_of(window.findChild(Greeting), window)

        assert window.rect().contains(begin)
        assert not begin.intersects(greeting)
