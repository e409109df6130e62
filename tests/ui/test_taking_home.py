"""A family takes something home beside its visit, and finds its own page as it left it."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtTest import QTest

from kiosk.core.events import Chosen
from kiosk.homeward import Homeward
from kiosk.ui.controller import Aside, Controller, Rules
from kiosk.ui.house import house_of
from kiosk.ui.taking_home import TakingHome
from kiosk.ui.theme import Look
from kiosk.ui.wishes import Begin, TakeHome
from tests.ui.finding import button, words_on
from tests.ui.home_pages import homeward_of
from tests.ui.test_controller import LIMITS, Kiosk

TAKE_HOME = "Take this home"
HOW = "How would you like to take it home?"
LATER = "You can finish this at home"
ALL_DONE = "You are signed in. You did it!"
CODE = "A square for the camera of your phone"
AT_THE_DESK = "Please ask at the desk"
THANKS = "Thank you. The school will get in touch"


@dataclass
class Done:
    """Does what a page asks for, as the station does, and notes each deed."""

    homeward: Homeward
    deeds: list[str] = field(default_factory=list)

    def do(self, deed, asked, visit, words) -> bool:
        self.deeds.append(deed)
        kept = deed == "keep_follow_up" and self.homeward.keep_follow_up(asked, visit)
        return bool(kept)

    def forget(self) -> None:
        """Each deed is looked at after the family is gone, too."""


class Beside(Kiosk):
    """A running kiosk with a visit on it, and what was done for it."""

    def __init__(self, window, controller, clock, done) -> None:
        super().__init__(window, controller, clock)
        self.done = done

    def type(self, text: str) -> None:
        self.wait(1)
        QTest.keyClicks(self.window.focusWidget(), text)


@pytest.fixture
def records(tmp_path):
    return tmp_path / "records"


@pytest.fixture
def running(open_window, clock, station, roads, records):
    """A kiosk of the shipped station, with a visit that went all the way to that page."""

    def runs(place: str) -> Beside:
        look = Look(motion=False)
        homeward = homeward_of(station, records)
        done = Done(homeward)
        window = open_window((1920, 1080), look, house_of(station), full_screen=True)
        rules = Rules(homeward.guide(), station.words, LIMITS, look)
        home = TakingHome(lambda: homeward, station.words, done)
        controller = Controller(rules, window, clock, aside=Aside(taking_home=home))
        controller.setParent(window)
        controller.start()
        controller.watch(window.windowHandle())
        kiosk = Beside(window, controller, clock, done)
        kiosk.wait(1)
        window.wished.emit(Begin("en"))
        for event in roads.places[place]:
            kiosk.wait(1)
            window.happened.emit(event)
        return kiosk

    return runs


@pytest.fixture
def waiting(running):
    return running("reply/later")


def asks_for_a_call(kiosk: Beside) -> None:
    kiosk.touch(TAKE_HOME)
    kiosk.touch("Please call me")
    kiosk.touch("Yes, please")
    kiosk.type("Hodan")
    kiosk.touch("Next")
    kiosk.touch("By phone")
    kiosk.type("206 555 0142")
    kiosk.touch("Next")
    kiosk.touch("Yes, it is right")


@pytest.mark.parametrize(
    ("place", "title"), [("reply/later", LATER), ("signed_in/all_done", ALL_DONE)]
)
def test_the_way_to_a_code_and_back_leaves_the_visit_the_very_same(running, place, title):
    kiosk = running(place)
    before = kiosk.controller.visit

    kiosk.touch(TAKE_HOME)
    kiosk.touch("On my phone")
    kiosk.touch("The way to the portal")
    coded = kiosk.says(CODE)
    kiosk.touch("I have it")
    kiosk.touch("Go back to my page")

    assert coded
    assert kiosk.says(title)
    assert kiosk.controller.visit is before


def test_a_touch_on_the_code_shows_it_large_and_close_leads_back_to_the_page(waiting):
    waiting.touch(TAKE_HOME)
    waiting.touch("On my phone")
    waiting.touch("The way to the portal")
    small = button(waiting.window, CODE)

    waiting.touch(CODE)
    large = waiting.says("Close")
    waiting.touch("Close")

    assert large
    assert not waiting.says("Close")
    assert button(waiting.window, CODE) is small


def test_the_clock_of_a_page_that_waits_runs_on_beneath(running):
    kiosk = running("reply/wait")
    kiosk.wait(60)
    beneath = kiosk.controller.visit
    time_before = clock_words(kiosk)
    kiosk.window.wished.emit(TakeHome())

    kiosk.touch("On my phone")
    kiosk.wait(100)
    kiosk.touch("Back")
    kiosk.wait(100)
    kiosk.touch("Go back to my page")

    assert kiosk.controller.visit is beneath
    assert clock_words(kiosk) != time_before


def clock_words(kiosk: Beside) -> str:
    page = kiosk.window.page()
    assert page is not None
    return str(page.clock_words())


def test_back_leads_through_what_is_taken_home_and_never_into_the_visit(waiting):
    before = waiting.controller.visit
    waiting.touch(TAKE_HOME)
    waiting.touch("On my phone")

    waiting.touch("Back")

    assert waiting.says(HOW)
    assert "Back" not in words_on(waiting.window)
    assert waiting.controller.visit is before


def test_a_call_that_is_asked_for_is_sealed_into_the_folder(waiting, records):
    before = waiting.controller.visit

    asks_for_a_call(waiting)

    (sealed,) = [path for path in records.rglob("*") if path.is_file()]
    content = sealed.read_bytes()
    assert waiting.says(THANKS)
    assert not waiting.says(AT_THE_DESK)
    assert not any(told in content for told in (b"Hodan", b"0142", b"2065550142"))
    assert waiting.controller.visit is before


def test_where_it_cannot_be_kept_the_desk_is_named(waiting, records):
    records.write_text("not a folder")

    asks_for_a_call(waiting)

    assert waiting.says(AT_THE_DESK)
    assert waiting.done.deeds == ["keep_follow_up"]


def test_back_to_the_page_of_a_deed_does_it_no_second_time(waiting):
    waiting.touch(TAKE_HOME)
    waiting.touch("On paper")
    waiting.touch("Close")
    waiting.touch("No paper comes out")

    waiting.touch("Back")

    assert waiting.says("Your page is on its way")
    assert not waiting.says("Close")
    assert waiting.done.deeds == ["print_slip"]


@pytest.mark.parametrize(
    ("what", "choice"), [("Language: English", "Español"), ("Text size", "Large")]
)
def test_another_language_or_size_does_no_deed_a_second_time(waiting, records, what, choice):
    asks_for_a_call(waiting)

    waiting.touch(what)
    waiting.touch(choice)
    waiting.wait(1)

    assert waiting.done.deeds == ["keep_follow_up"]
    assert len(list((records / "follow-ups").iterdir())) == 1


def test_a_language_chosen_beside_holds_for_the_own_page(waiting):
    waiting.touch(TAKE_HOME)
    waiting.touch("Language: English")
    waiting.touch("Español")
    waiting.wait(1)
    waiting.window.happened.emit(Chosen("back"))

    assert waiting.language() == "es"
    assert not waiting.says(HOW)


def test_nobody_there_wipes_what_was_taken_home_and_the_visit(waiting):
    asks_for_a_call(waiting)

    waiting.wait(LIMITS.ask_after_seconds + 1)
    asked = waiting.says("Are you still there?")
    waiting.wait(LIMITS.asking_seconds + 1)

    assert asked
    assert waiting.controller.visit is None
    assert not [said for said in words_on(waiting.window) if "Hodan" in said or "0142" in said]


def test_nobody_at_a_large_code_wipes_it_too(waiting):
    waiting.touch(TAKE_HOME)
    waiting.touch("On my phone")
    waiting.touch("The way to the portal")
    waiting.touch(CODE)

    waiting.wait(LIMITS.ask_after_seconds + 1)
    waiting.wait(LIMITS.asking_seconds + 1)

    assert waiting.controller.visit is None
    assert not waiting.says(CODE)
