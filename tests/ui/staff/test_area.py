"""The staff's pages: their sections, how they close by themselves, and what they do to a visit."""

import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.core.jumping import STAFF_DONE, STAFF_JUMP
from kiosk.core.visit import Step
from kiosk.resources import Folders
from kiosk.ui.staff.acting import (
    CANNOT_STAND_THERE,
    NO_PRACTICE,
    NO_SUCH_LANGUAGE,
    NOBODY_HERE,
    NOT_AN_ANSWER,
    START_AGAIN,
)
from kiosk.ui.staff.area import NOT_THERE, REFRESH_MS, SIGN_OUT_SECONDS, Area
from kiosk.ui.staff.desk import (
    DoneByOffice,
    FamilyLanguage,
    Jump,
    NextFamily,
    Present,
    PrintSlip,
    ReadAgain,
    SetEvent,
    ToPractice,
)
from kiosk.ui.staff.plain_pages import LEAVE, PRACTICE
from kiosk.ui.staff.presentation import NOT_STARTED, OPEN_ALREADY, Presentation, presenter_call
from tests.ui.finding import STAGES, button, buttons, place_of, shown
from tests.ui.staff.signed_in import LIMITS, SECTION, Staffed, staffed  # noqa: F401 - a fixture
from tests.ui.visits import WAIT_SECONDS

FIRST = "Do you have an email address?"
WAITING = "The message is on its way"
WELCOME = "Help your child do well in school"
BACK = "Back to the family"


@pytest.fixture
def signed_in(staffed):  # noqa: F811 - the fixture
    """Staff is signed in over a family's first page."""
    staffed.touch("English")
    staffed.sign_in()
    return staffed


def area_of(kiosk: Staffed) -> Area:
    found = kiosk.window.findChild(Area)
    assert isinstance(found, Area)
    return found


def pass_time(kiosk: Staffed, seconds: float) -> None:
    """So much time passes, and the open page looks at the clock."""
    kiosk.wait(seconds)
    area_of(kiosk)._quiet.tick()


def test_each_section_shows_its_page_and_one_is_marked(signed_in):
    signed_in.touch(PRACTICE)

    marked = [one.accessibleName() for one in buttons(signed_in.window) if one.isChecked()]
    assert signed_in.says("Shows the practice student in large letters")
    assert not signed_in.says("What the family did")
    assert marked == [PRACTICE]


def test_a_section_that_cannot_be_read_in_says_so_and_the_others_stay(signed_in):
    signed_in.touch("Tonight")
    absent = signed_in.says(NOT_THERE)

    area_of(signed_in).refresh()
    signed_in.touch(SECTION)

    assert absent
    assert signed_in.says("What the family did")


def test_the_open_page_is_refreshed_every_three_seconds(signed_in):
    area = area_of(signed_in)

    area._refresh.timeout.emit()

    assert signed_in.says("refreshed 1")
    assert (area._refresh.isActive(), area._refresh.interval()) == (True, REFRESH_MS)
    assert REFRESH_MS == 3000


def test_staff_is_signed_out_after_three_minutes_and_warned_before(signed_in):
    pass_time(signed_in, SIGN_OUT_SECONDS - 21)
    early = signed_in.says("Nobody has touched this page")
    pass_time(signed_in, 1)
    warned = signed_in.says("It closes in 20 seconds. Touch it to stay.")
    pass_time(signed_in, 19)
    last = signed_in.says("It closes in 1 second.")
    pass_time(signed_in, 1)

    assert (early, warned, last) == (False, True, True)
    assert not signed_in.window.staff_is_open
    assert signed_in.says(FIRST)


def test_a_touch_takes_the_warning_away_and_staff_stays(signed_in):
    pass_time(signed_in, SIGN_OUT_SECONDS - 10)

    signed_in.touch(PRACTICE)
    pass_time(signed_in, SIGN_OUT_SECONDS - 30)

    assert not signed_in.says("Nobody has touched this page")
    assert signed_in.window.staff_is_open


def test_nothing_of_the_staff_is_left_when_it_goes(signed_in):
    inside = [area_of(signed_in), *area_of(signed_in).findChildren(QLineEdit)]
    gone: list[bool] = []
    inside[0].destroyed.connect(lambda: gone.append(True))

    signed_in.touch(BACK)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert gone == [True]
    assert signed_in.window.findChild(Area) is None


def test_the_visit_and_its_page_are_as_they_were_when_staff_goes(staffed):  # noqa: F811
    staffed.touch("English")
    staffed.touch("Wait for a message")
    before = staffed.controller.visit

    staffed.sign_in()
    staffed.touch(PRACTICE)
    staffed.touch(BACK)

    assert staffed.controller.visit is before
    assert staffed.says(WAITING)
    assert button(staffed.window, "Look elsewhere").isEnabled()


def test_the_family_is_not_asked_whether_it_is_there_while_staff_is(signed_in):
    for _ in range(4):
        signed_in.wait(LIMITS.ask_after_seconds)
        signed_in.touch(SECTION)
    signed_in.touch(BACK)

    assert signed_in.says(FIRST)
    assert not signed_in.says("Are you still there?")


def test_a_question_whether_somebody_is_there_goes_when_staff_has_been_there(staffed):  # noqa: F811
    staffed.touch("English")
    staffed.wait(LIMITS.ask_after_seconds + 1)
    asked = staffed.says("Are you still there?")

    staffed.sign_in()
    staffed.touch(BACK)

    assert asked
    assert not staffed.says("Are you still there?")
    assert button(staffed.window, "Yes, I have one").isEnabled()


def test_a_wait_that_ran_out_meanwhile_leads_on_when_staff_goes(staffed):  # noqa: F811
    staffed.touch("English")
    staffed.touch("Wait for a message")
    staffed.sign_in()

    staffed.wait(WAIT_SECONDS + 1)
    beneath = staffed.controller.visit.place
    staffed.touch(BACK)
    staffed.wait(1)

    assert beneath == "setup/waiting"
    assert staffed.says("Is it here now?")


def test_a_jump_puts_the_family_elsewhere_and_back_restores_the_moment_before(signed_in):
    before = signed_in.controller.visit

    said = signed_in.act(Jump("setup/look_again"))
    signed_in.touch(BACK)
    there = signed_in.says("Is it here now?")
    step = signed_in.controller.visit.trail[-1]
    signed_in.touch("Back")

    assert said == ""
    assert there
    assert step == Step("setup/first", STAFF_JUMP)
    assert signed_in.controller.visit.now == before.now


def test_a_jump_on_the_first_screen_begins_a_visit_there(staffed):  # noqa: F811
    staffed.sign_in()

    said = staffed.act(Jump("setup/waiting"))
    staffed.touch(BACK)

    assert said == ""
    assert staffed.says(WAITING)


def test_a_jump_to_no_page_of_this_station_is_refused_in_words(signed_in):
    before = signed_in.controller.visit

    said = signed_in.act(Jump("setup/nowhere"))

    assert said == CANNOT_STAND_THERE
    assert signed_in.controller.visit is before


def test_what_the_office_did_leads_on_as_the_answer_would(signed_in):
    refused = signed_in.act(DoneByOffice("no_such"))
    said = signed_in.act(DoneByOffice("wait"))
    signed_in.touch(BACK)

    assert (refused, said) == (NOT_AN_ANSWER, "")
    assert signed_in.says(WAITING)
    assert signed_in.controller.visit.trail == (
        Step("setup/first", STAFF_DONE),
        Step("setup/first", "wait"),
    )


def test_the_familys_language_changes_and_the_staffs_pages_stay_english(signed_in):
    unknown = signed_in.act(FamilyLanguage("xx"))
    said = signed_in.act(FamilyLanguage("ar"))
    staff = signed_in.says("What the family did")
    signed_in.touch(BACK)

    assert (unknown, said) == (NO_SUCH_LANGUAGE, "")
    assert staff
    assert signed_in.language() == "ar"
    assert signed_in.window.page().layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_family_is_handed_over_to_the_practice_student(signed_in):
    said = signed_in.act(ToPractice())

    assert said == ""
    assert not signed_in.window.staff_is_open
    assert signed_in.says("Practice: this is not a real student")


def test_over_an_open_practice_no_second_one_is_opened_and_a_jump_ends_it(staffed):  # noqa: F811
    staffed.touch("English")
    staffed.touch("Wait for a message")
    staffed.touch("Look around with a practice student")
    staffed.sign_in()

    said = staffed.act(ToPractice())
    staffed.act(Jump("setup/look_again"))
    staffed.touch(BACK)

    assert said == NO_PRACTICE
    assert staffed.says("Is it here now?")
    assert not staffed.says("Practice: this is not a real student")


def test_the_next_family_finds_the_first_screen_in_one_touch(signed_in):
    signed_in.act(NextFamily())

    assert not signed_in.window.staff_is_open
    assert signed_in.controller.visit is None
    assert signed_in.says(WELCOME)


def test_where_no_family_is_there_is_nothing_to_print_or_to_speak(staffed):  # noqa: F811
    staffed.sign_in()

    said = [staffed.act(act) for act in (PrintSlip(), FamilyLanguage("ar"), DoneByOffice("yes"))]

    assert said == [NOBODY_HERE] * 3


def test_the_slip_is_printed_of_the_visit_at_hand(signed_in):
    said = signed_in.act(PrintSlip())

    assert said == ""
    assert signed_in.done.did == ["slip at setup/first"]


def test_an_evening_gets_its_name_and_the_station_its_number(signed_in):
    signed_in.act(SetEvent(" Back to school ", "3"))

    setting = signed_in.done.desks[-1].journal.setting
    assert (setting.event, setting.station) == ("Back to school", "3")


def test_what_was_set_up_anew_is_read_at_the_next_start(signed_in):
    assert signed_in.act(ReadAgain()) == START_AGAIN


def test_the_program_is_left_from_here_alone_and_the_visit_is_wiped(signed_in):
    shut = signed_in.window.close()

    signed_in.touch(LEAVE)
    asked = list(signed_in.done.did)
    signed_in.touch("End the program now")
    opens = signed_in.window.close()

    assert (shut, asked, opens) == (False, [], True)
    assert signed_in.done.did == ["leave"]
    assert signed_in.controller.visit is None


def test_alt_f4_stays_shut_while_staff_is_signed_in(signed_in):
    QTest.keyClick(signed_in.window.windowHandle(), Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)

    assert not signed_in.window.close()
    assert signed_in.window.isVisible()


def test_the_practice_for_a_room_is_opened(signed_in):
    signed_in.touch(PRACTICE)
    signed_in.touch("Start the practice")

    assert signed_in.done.did == ["present"]
    assert signed_in.act(Present()) == ""


def test_a_bug_on_a_staff_page_leaves_no_staff_page_over_the_next_family(signed_in):
    signed_in.controller.say_sorry()

    assert not signed_in.window.staff_is_open
    assert signed_in.says("Sorry")


def test_every_section_is_reached_and_opened_by_keys(signed_in):
    QTest.keyClick(signed_in.window.windowHandle(), Qt.Key.Key_Down)
    QTest.keyClick(signed_in.window.windowHandle(), Qt.Key.Key_Down)
    there = signed_in.window.focusWidget().accessibleName()
    QTest.keyClick(signed_in.window.windowHandle(), Qt.Key.Key_Return)

    assert there == PRACTICE
    assert signed_in.says("Shows the practice student in large letters")


@pytest.mark.parametrize("stage", STAGES)
def test_the_sections_are_large_enough_and_inside_the_window_on_every_stage(signed_in, stage):
    signed_in.window.resize(*STAGES[stage])
    signed_in.settle()
    names = (SECTION, "Tonight", PRACTICE, LEAVE, BACK)

    places = [place_of(button(signed_in.window, name), signed_in.window) for name in names]

    least = 12.7 * 3.9
    assert all(place.width() >= least and place.height() >= least for place in places)
    assert all(signed_in.window.rect().contains(place) for place in places)
    gaps = [below.top() - above.bottom() - 1 for above, below in pairwise(places)]
    assert min(gaps) >= 2.54 * 3.9


def test_everything_that_takes_the_focus_has_a_name(signed_in):
    nameless = [
        type(part).__name__
        for part in shown(area_of(signed_in))
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.accessibleName()
    ]

    assert nameless == []


def test_the_presenters_program_opens_once_and_ends_with_this_one(qtbot):
    room = Presentation((sys.executable, "-c", "input()"))
    first, second = room.start(), room.start()

    room.end()
    again = room.start()
    room.end()

    assert (first, second, again) == ("", OPEN_ALREADY, "")


def test_a_presenter_that_cannot_be_started_is_told(qtbot):
    room = Presentation(("no-such-program-anywhere",))

    assert room.start() == NOT_STARTED


def test_the_presenter_is_called_with_the_files_of_this_station():
    call = presenter_call(Folders.shipped(), "so")

    assert call[:4] == (sys.executable, "-m", "kiosk", "demo")
    assert str(Folders.shipped().site) in call
    assert call[-2:] == ("--language", "so")
