"""The page to wait on: what the clock shows and says as it is told what is left."""

import pytest

from kiosk.core.events import Chosen
from kiosk.core.phrases import Phrases
from kiosk.ui.screens.wait import WaitBody, time_in_words, waited_in_words
from kiosk.ui.widgets.clock_face import ClockFace
from tests.ui.bodies import look, opened
from tests.ui.finding import STAGES, place_of, words_on
from tests.ui.samples_bodies import WAIT, kit_for, page

PHRASES = Phrases()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (300, "about 5 minutes left"),
        (187, "about 3 minutes left"),
        (91, "about 2 minutes left"),
        (89, "about 1 minute left"),
        (3, "about 1 minute left"),
        (0.2, "about 1 minute left"),
        (0, "It may be here now. Please look again."),
        (-4, "It may be here now. Please look again."),
    ],
)
def test_the_time_left_is_said_in_whole_minutes(seconds, words):
    said = time_in_words(seconds, PHRASES)

    assert said == words


def test_the_time_waited_is_said_from_two_minutes_on():
    said = [waited_in_words(seconds, PHRASES) for seconds in (-1, 60, 119, 120, 240)]

    assert said == ["", "", "", "You have waited 2 minutes", "You have waited 4 minutes"]


@pytest.mark.parametrize(
    ("left", "figures", "filled"),
    [
        (300, "5:00", 0.0),
        (299.2, "5:00", 0.003),
        (150, "2:30", 0.5),
        (7, "0:07", 0.977),
        (0, "0:00", 1),
    ],
)
def test_the_clock_fills_as_time_goes_by(qtbot, qapp, left, figures, filled):
    clock = ClockFace(kit_for(look()))
    qtbot.addWidget(clock)

    clock.stand_at(left, 300)

    assert clock.time_left() == figures
    assert clock.filled == pytest.approx(filled, abs=0.001)


def test_a_wait_that_was_left_goes_on_where_it_stands(qtbot, qapp):
    body = WaitBody(WAIT, kit_for(look()))
    qtbot.addWidget(body)

    body.start(130)

    assert body.findChildren(ClockFace)[0].time_left() == "2:10"
    assert "about 2 minutes left" in body.findChildren(ClockFace)[0].accessibleName()


def test_a_second_changes_the_picture_and_not_the_words(open_window):
    shown = opened(open_window, page("wait"))
    clock = shown.body.findChildren(ClockFace)[0]

    shown.window.set_remaining(200)
    before = (clock.grab().toImage(), words_on(shown.window))
    shown.window.set_remaining(199)

    assert clock.grab().toImage() != before[0]
    assert words_on(shown.window) == before[1]


def test_nothing_moves_on_the_page_while_the_clock_ticks(open_window):
    shown = opened(open_window, page("wait"))
    clock = shown.body.findChildren(ClockFace)[0]

    shown.window.set_remaining(290)
    before = place_of(clock, shown.window)
    shown.window.set_remaining(289)

    assert place_of(clock, shown.window) == before


def test_when_the_time_is_up_the_page_says_what_to_do(open_window):
    shown = opened(open_window, page("wait"))

    shown.window.set_remaining(0)
    shown.press("I want to look now")

    assert "It may be here now. Please look again." in words_on(shown.window)
    assert shown.events == [Chosen("look")]


@pytest.mark.parametrize("stage", STAGES)
def test_the_clock_is_whole_and_round_on_every_screen(open_window, stage):
    shown = opened(open_window, page("wait"), STAGES[stage])
    clock = shown.body.findChildren(ClockFace)[0]

    assert clock.height() >= shown.window.height() * 0.15
    assert clock.visibleRegion().boundingRect().height() == clock.height()
