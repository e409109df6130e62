"""A visit from the first touch to the wipe, with a clock that the test moves."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.core.events import Chosen
from kiosk.core.idle import IdleLimits
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.presence import SECOND_TAP_SECONDS
from kiosk.ui.screens.attract import Attract
from kiosk.ui.theme import Look
from kiosk.ui.widgets.content import Content
from tests.ui.finding import button, touch, words_on
from tests.ui.samples import HOUSE, many_languages
from tests.ui.visits import GUIDE, WAIT_SECONDS

LIMITS = IdleLimits(ask_after_seconds=150, asking_seconds=30, last_page_seconds=30)
FIRST = "Do you have an email address?"
WELCOME = "Help your child do well in school"


class Kiosk:
    """A running kiosk: what a person sees and does, and how time passes for it."""

    def __init__(self, window, controller, clock) -> None:
        self.window = window
        self.controller = controller
        self._clock = clock

    def wait(self, seconds: float) -> None:
        self._clock.now += seconds
        self.controller.tick()

    def touch(self, words: str) -> None:
        self.wait(1)
        touch(self.window, words)

    def says(self, words: str) -> bool:
        return any(words in said for said in words_on(self.window))

    def language(self) -> str:
        visit = self.controller.visit
        return visit.language if visit else ""


@pytest.fixture
def kiosk(open_window, clock):
    house = many_languages()
    look = Look(motion=False)
    window = open_window((1366, 768), look, house, full_screen=True)
    controller = Controller(Rules(GUIDE, house.words, LIMITS, look), window, clock)
    controller.start()
    controller.watch(window.windowHandle())
    return Kiosk(window, controller, clock)


@pytest.fixture
def begun(kiosk):
    kiosk.touch("Touch to begin")
    return kiosk


def test_a_touch_begins_a_visit(kiosk):
    before = kiosk.says(WELCOME)

    kiosk.touch("Touch to begin")

    assert before
    assert kiosk.says(FIRST)


def test_a_touch_on_a_language_begins_in_it(kiosk):
    kiosk.touch("العربية")

    assert kiosk.language() == "ar"
    assert kiosk.window.findChild(Content).title.text() == FIRST


def test_answers_lead_on_and_back_leads_back(begun):
    begun.touch("Yes, I have one")
    there = begun.says("What is your address?")

    begun.touch("Back")

    assert there
    assert begun.says(FIRST)


def test_a_second_tap_within_half_a_second_is_ignored(begun):
    begun.touch("Wait for a message")

    begun.wait(SECOND_TAP_SECONDS - 0.1)
    touch(begun.window, "Look elsewhere")
    ignored = begun.says("The message is on its way")
    begun.wait(0.2)
    touch(begun.window, "Look elsewhere")

    assert ignored
    assert begun.says("Is it in the spam folder?")


def test_a_second_tap_does_not_even_reach_what_came_under_the_finger(begun):
    begun.touch("Wait for a message")
    pressed: list[bool] = []
    button(begun.window, "Look elsewhere").pressed.connect(lambda: pressed.append(True))

    touch(begun.window, "Look elsewhere")

    assert pressed == []


def test_a_second_tap_does_not_choose_in_the_panel_that_just_opened(begun):
    begun.touch("Text size")
    pressed: list[bool] = []
    button(begun.window, "Largest").pressed.connect(lambda: pressed.append(True))

    touch(begun.window, "Largest")

    assert pressed == []


def test_a_second_press_by_key_within_half_a_second_is_ignored(begun):
    begun.touch("Wait for a message")

    QTest.keyClick(button(begun.window, "Look elsewhere"), Qt.Key.Key_Return)
    ignored = begun.says("The message is on its way")
    begun.wait(0.6)
    QTest.keyClick(button(begun.window, "Look elsewhere"), Qt.Key.Key_Return)

    assert ignored
    assert begun.says("Is it in the spam folder?")


def test_after_a_quiet_while_it_asks_and_counts(begun):
    begun.wait(149)
    early = begun.says("Are you still there?")

    begun.wait(1)
    first = begun.says("30 seconds left")
    begun.wait(10)

    assert not early
    assert first
    assert begun.says("20 seconds left")


def test_one_touch_on_the_button_goes_on(begun):
    begun.wait(160)

    begun.touch("Yes, I am here")

    assert not begun.says("Are you still there?")
    assert begun.says(FIRST)
    begun.wait(149)
    assert not begun.says("Are you still there?")


def test_any_key_goes_on(begun):
    begun.wait(160)

    QTest.keyClick(begun.window.windowHandle(), Qt.Key.Key_A)
    begun.wait(0.3)

    assert not begun.says("Are you still there?")
    assert begun.says(FIRST)


def test_when_nobody_answers_everything_is_wiped(begun):
    begun.touch("Text size")
    begun.touch("Largest")
    begun.touch("Contrast")
    begun.touch("White on black")
    begun.touch("Language: English")
    begun.touch("Español")
    QGuiApplication.clipboard().setText("amina@example.org")

    begun.wait(150)
    begun.wait(30)

    assert begun.controller.visit is None
    assert begun.says(WELCOME)
    assert QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard) == ""
    begun.touch("Touch to begin")
    assert begun.language() == "en"
    begun.touch("Text size")
    assert button(begun.window, "Normal").isChecked()
    begun.touch("Close")
    begun.touch("Contrast")
    assert button(begun.window, "Warm").isChecked()


def test_a_touch_before_the_question_counts_as_somebody(begun):
    begun.wait(140)

    QTest.keyClick(begun.window.windowHandle(), Qt.Key.Key_Shift)
    begun.wait(140)

    assert not begun.says("Are you still there?")


def test_while_a_clock_runs_nobody_is_asked(begun):
    begun.touch("Wait for a message")

    begun.wait(WAIT_SECONDS - 10)

    assert not begun.says("Are you still there?")
    assert begun.says("The message is on its way")


def test_when_the_clock_runs_out_the_page_goes_on_and_then_it_asks(begun):
    begun.touch("Wait for a message")

    begun.wait(WAIT_SECONDS)
    went_on = begun.says("Is it here now?")
    asked_at_once = begun.says("Are you still there?")
    begun.wait(150)

    assert went_on
    assert not asked_at_once
    assert begun.says("Are you still there?")


def test_a_clock_runs_on_while_a_family_looks_elsewhere(begun):
    begun.touch("Wait for a message")
    begun.touch("Look elsewhere")
    begun.wait(100)

    begun.touch("No, wait on")
    begun.wait(WAIT_SECONDS - 104)
    early = begun.says("Is it here now?")
    begun.wait(3)

    assert not early
    assert begun.says("Is it here now?")


def test_a_clock_that_has_run_out_starts_again(begun):
    begun.touch("Wait for a message")
    begun.wait(WAIT_SECONDS)

    begun.touch("Wait again")
    begun.wait(WAIT_SECONDS - 10)

    assert begun.says("The message is on its way")


def test_another_family_gets_a_clock_of_its_own(begun):
    begun.touch("Wait for a message")
    begun.wait(200)
    begun.controller.start_afresh()
    begun.touch("Touch to begin")

    begun.touch("Wait for a message")
    begun.wait(200)

    assert begun.says("The message is on its way")


def test_the_last_page_counts_quietly_and_clears_itself(begun):
    begun.touch("I have it all")
    begun.wait(20)
    counting = begun.says("This page clears itself in 10 seconds")
    asking = begun.says("Are you still there?")

    begun.wait(10)

    assert counting
    assert not asking
    assert begun.controller.visit is None


def test_one_who_is_done_leaves_by_the_button(begun):
    begun.touch("I have it all")

    begun.touch("I am done here")

    assert begun.controller.visit is None
    assert begun.says(WELCOME)


def test_start_over_asks_once(begun):
    begun.touch("Yes, I have one")

    begun.touch("Start over")
    asked = begun.says("Start over?")
    begun.touch("Yes, start over")

    assert asked
    assert begun.says(WELCOME)


def test_one_who_does_not_start_over_stays(begun):
    begun.touch("Yes, I have one")
    begun.touch("Start over")

    begun.touch("No, stay here")

    assert begun.says("What is your address?")
    assert not begun.says("Start over?")


def test_a_half_typed_address_is_there_again_in_another_size(begun):
    begun.touch("Yes, I have one")
    QTest.keyClicks(begun.window.findChild(QLineEdit), "amina")

    begun.touch("Text size")
    begun.touch("Large")

    assert begun.window.findChild(QLineEdit).text() == "amina"


def test_another_language_keeps_the_place(begun):
    begun.touch("Yes, I have one")

    begun.touch("Language: English")
    begun.touch("Soomaali")

    assert begun.language() == "so"
    assert begun.says("What is your address?")


def test_help_comes_and_leads_back(begun):
    begun.touch("Ask for help")
    came = begun.says("Somebody will come")

    begun.touch("Back")

    assert came
    assert begun.says(FIRST)


def test_a_check_that_breaks_is_logged_by_its_name_only(begun, caplog):
    begun.touch("Yes, I have one")
    QTest.keyClicks(begun.window.findChild(QLineEdit), "canary@example.org")

    with caplog.at_level(logging.ERROR):
        begun.touch("Next")

    assert begun.says("Somebody will come")
    assert "broken" in caplog.text
    assert "canary" not in caplog.text


def test_after_a_fault_a_family_finds_a_fresh_start(begun):
    begun.touch("Yes, I have one")

    begun.controller.say_sorry()
    sorry = begun.says("Sorry, let us start again")
    begun.touch("Start again")

    assert sorry
    assert begun.controller.visit is None
    assert not begun.says("Sorry, let us start again")


def test_nobody_who_reads_the_sorry_need_not_close_it(begun):
    begun.controller.say_sorry()

    begun.wait(150)

    assert not begun.says("Sorry, let us start again")


def test_an_event_that_does_not_fit_changes_nothing(begun):
    begun.wait(1)
    content = begun.window.findChild(Content)

    begun.window.happened.emit(Chosen("nonsense"))

    assert begun.window.findChild(Content) is content


def test_a_panel_that_nobody_closes_is_wiped_too(begun):
    begun.touch("Text size")

    begun.wait(150)
    begun.wait(30)

    assert begun.controller.visit is None
    assert begun.says(WELCOME)


def test_one_language_is_enough(open_window, clock):
    look = Look(motion=False)
    window = open_window((1366, 768), look)
    controller = Controller(Rules(GUIDE, HOUSE.words, LIMITS, look), window, clock)
    controller.start()
    clock.now += 1
    controller.tick()

    touch(window, "Touch to begin")

    assert FIRST in words_on(window)


def test_one_who_wants_nothing_to_move_gets_still_pages_and_the_next_visitor_does_not(
    open_window, clock
):
    house, look = many_languages(), Look(motion=True)
    window = open_window((1366, 768), look, house)
    controller = Controller(Rules(GUIDE, house.words, LIMITS, look), window, clock)
    controller.start()
    kiosk = Kiosk(window, controller, clock)
    kiosk.touch("Touch to begin")

    marks = []
    for step in ("No movement", "Close"):
        kiosk.touch("Contrast")
        marks.append(button(window, "No movement").isChecked())
        kiosk.touch(step)
    kiosk.touch("Yes, I have one")
    still = window.findChild(Content).x()
    controller.start_afresh()
    turning = window.findChild(Attract).takes_turns()
    kiosk.touch("Touch to begin")
    kiosk.touch("Contrast")
    marks.append(button(window, "No movement").isChecked())

    assert (still, turning) == (0, True)
    assert marks == [False, True, False]


def test_the_one_who_takes_still_pages_back_has_movement_again(kiosk):
    kiosk.touch("Touch to begin")
    kiosk.touch("Contrast")
    began = button(kiosk.window, "No movement").isChecked()

    kiosk.touch("No movement")
    kiosk.touch("Contrast")

    assert began
    assert not button(kiosk.window, "No movement").isChecked()


@pytest.mark.parametrize("language", ["Soomaali", "العربية", "አማርኛ"])
def test_another_language_keeps_what_was_typed_the_refusal_and_the_way_back(begun, language):
    begun.touch("Yes, I have one")
    QTest.keyClicks(begun.window.findChild(QLineEdit), "amina@exa")
    before = begun.controller.visit

    begun.touch("Language: English")
    begun.touch(language)

    after = begun.controller.visit
    assert begun.window.findChild(QLineEdit).text() == "amina@exa"
    assert (after.place, after.trail) == (before.place, before.trail)
    begun.touch("Back")
    assert begun.says(FIRST)


def test_another_language_keeps_the_clock_of_a_waiting_page(begun):
    begun.touch("Wait for a message")
    begun.wait(100)

    begun.touch("Language: English")
    begun.touch("Español")
    begun.wait(WAIT_SECONDS - 110)
    early = begun.says("Is it here now?")
    begun.wait(10)

    assert not early
    assert begun.says("Is it here now?")
