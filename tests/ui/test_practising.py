"""A family looks around with the practice student, and finds its own page as it left it."""

from datetime import datetime

import pytest

from kiosk.core.events import Chosen
from kiosk.core.idle import IdleLimits
from kiosk.demo.opening import open_demo
from kiosk.resources import Folders
from kiosk.station import open_station
from kiosk.ui.controller import Aside, Controller, Rules
from kiosk.ui.house import house_of
from kiosk.ui.practising import Practising
from kiosk.ui.theme import Look
from tests.ui.test_controller import Kiosk
from tests.ui.visits import GUIDE, WAIT_SECONDS

LIMITS = IdleLimits(ask_after_seconds=150, asking_seconds=30, last_page_seconds=30)
NOON = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - a station's local time
BANNER = "Practice: this is not a real student"
LOOK_AROUND = "Look around with a practice student"
WAITING = "The message is on its way"


@pytest.fixture(scope="module")
def station():
    return open_station(Folders.shipped(), lambda: NOON)


@pytest.fixture
def kiosk(open_window, clock, station):
    look = Look(motion=False)
    house = house_of(station)
    window = open_window((1920, 1080), look, house, full_screen=True)
    rules = Rules(GUIDE, house.words, LIMITS, look)
    practising = Practising(lambda: open_demo(station, NOON))
    controller = Controller(rules, window, clock, aside=Aside(practising))
    controller.start()
    controller.watch(window.windowHandle())
    return Kiosk(window, controller, clock)


@pytest.fixture
def waiting(kiosk):
    kiosk.touch("English")
    kiosk.touch("Wait for a message")
    return kiosk


def test_a_waiting_page_offers_it_and_the_visit_beneath_stays_the_very_same(waiting):
    before = waiting.controller.visit

    waiting.touch(LOOK_AROUND)
    waiting.touch("Show me the grades")
    inside = waiting.says(BANNER)
    waiting.touch("End practice")

    assert inside
    assert waiting.says(WAITING)
    assert waiting.controller.visit is before


def test_every_page_of_the_practice_says_that_it_is_one(waiting):
    waiting.touch(LOOK_AROUND)
    seen = [waiting.says(BANNER)]

    for words in ("Start with the email", "Back", "Show me the grades"):
        waiting.touch(words)
        seen.append(waiting.says(BANNER))

    assert seen == [True] * 4


def test_back_on_the_first_page_of_the_practice_leads_to_the_own_page(waiting):
    waiting.touch(LOOK_AROUND)

    waiting.touch("Back")

    assert waiting.says(WAITING)
    assert not waiting.says(BANNER)


def test_the_clock_of_the_own_page_runs_on_beneath(waiting):
    waiting.touch(LOOK_AROUND)
    waiting.touch("Show me the grades")

    for _ in range(0, WAIT_SECONDS + 1, 100):
        waiting.wait(100)
        waiting.touch("Text size")
        waiting.touch("Close")
    still = waiting.says(BANNER)
    waiting.touch("End practice")
    waiting.wait(1)

    assert still
    assert waiting.says("Is it here now?")


def test_a_language_chosen_in_the_practice_holds_for_the_own_page(waiting):
    waiting.touch(LOOK_AROUND)
    waiting.touch("Language: English")
    waiting.touch("Español")
    waiting.wait(1)
    waiting.window.happened.emit(Chosen("leave"))

    assert waiting.language() == "es"


def test_nobody_there_ends_the_practice_and_the_visit(waiting):
    waiting.touch(LOOK_AROUND)

    waiting.wait(LIMITS.ask_after_seconds + 1)
    asked = waiting.says("Are you still there?")
    waiting.wait(LIMITS.asking_seconds + 1)

    assert asked
    assert waiting.controller.visit is None
    assert not waiting.says(BANNER)
