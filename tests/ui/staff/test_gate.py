"""The gate: a PIN that is tried, waited for, locked, opened again, and set for the first time."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.staff.pin_gate import PinGate, weakness_of
from kiosk.ui.staff.gate import IDLE_SECONDS, KEEP_SECONDS, Gate, Keeper
from kiosk.ui.theme import Look
from tests.staff.made import NOT_IT, OTHER_PIN, PIN, code_of_set, gate_in, try_wrongly
from tests.ui.finding import button, buttons, shown, words_on
from tests.ui.staff.signed_in import ASK_PIN, SECTION, staffed  # noqa: F401 - a fixture

NOT_THE_PIN = "That is not the PIN."
SET_A_PIN = "Set a PIN for staff"
WEAK = "123456"
NO_PIN = pytest.mark.parametrize("staffed", [""], indirect=True)


@pytest.fixture
def at_gate(staffed):  # noqa: F811 - the fixture
    """Staff stands before the gate, over a family's page."""
    staffed.touch("English")
    staffed.wait(1)
    staffed.chord()
    return staffed


@pytest.fixture
def pins(tmp_path, at_gate) -> PinGate:
    """The PIN of that station, as another program would see it."""
    return gate_in(tmp_path, at_gate.machine)


def code_shown(kiosk) -> str:
    return next(words for words in words_on(kiosk.window) if words.count("-") == 3)


def test_the_right_pin_shows_the_sections(at_gate):
    at_gate.type_pin(PIN)

    assert at_gate.says(SECTION)
    assert not at_gate.says(ASK_PIN)


def test_a_pin_typed_on_a_keyboard_opens_at_enter(at_gate):
    QTest.keyClicks(at_gate.window.focusWidget(), f"1{PIN}")
    QTest.keyClick(at_gate.window.focusWidget(), Qt.Key.Key_Home)
    for _ in range(7):
        QTest.keyClick(at_gate.window.focusWidget(), Qt.Key.Key_Backspace)
    QTest.keyClicks(at_gate.window.focusWidget(), PIN)
    QTest.keyClick(at_gate.window.focusWidget(), Qt.Key.Key_Return)
    at_gate.settle()

    assert at_gate.says(SECTION)


def test_a_pin_that_is_not_right_is_told_with_the_tries_that_are_left(at_gate):
    at_gate.type_pin(NOT_IT)

    assert at_gate.says(f"{NOT_THE_PIN} You have 4 tries before a wait.")
    assert at_gate.window.focusWidget().accessibleDescription() == "0 digits typed"


def test_while_the_pin_is_looked_at_nothing_more_is_taken(at_gate):
    for digit in NOT_IT:
        at_gate.touch(digit)
    at_gate.touch("Open")

    said = at_gate.says("One moment")
    pad = [one.accessibleName() for one in buttons(at_gate.window)]
    at_gate.settle()

    assert said
    assert "5" not in pad
    assert "Open" not in pad
    assert button(at_gate.window, "Open")


def test_five_that_are_not_right_lead_to_a_wait_that_counts_down_and_ends(at_gate):
    for _ in range(5):
        at_gate.type_pin(NOT_IT)
    first = at_gate.says("Wait 15 seconds, then try again.")
    closed = "Open" not in [one.accessibleName() for one in buttons(at_gate.window)]

    for seconds in (6, 8.5):
        pass_time(at_gate, seconds)
    later = at_gate.says("Wait 1 second, then try again.")
    pass_time(at_gate, 1)
    at_gate.settle()

    assert (first, closed, later) == (True, True, True)
    assert at_gate.says("You have one more try before a wait.")
    assert button(at_gate.window, "Open")


def pass_time(kiosk, seconds: float) -> None:
    """So much time passes for the window and for the machine, and the gate looks at the clock."""
    kiosk.machine.let_pass(seconds)
    kiosk.wait(seconds)
    gate = kiosk.window.findChild(Gate)
    gate._quiet.tick()


def test_a_locked_pin_is_opened_by_the_recovery_code_and_a_new_pin(staffed, tmp_path):  # noqa: F811
    pins = gate_in(tmp_path / "other", staffed.machine)
    code = code_of_set(pins)
    for _ in range(15):
        try_wrongly(pins, 1)
        staffed.machine.let_pass(100_000)
    gate = opened_gate(staffed, pins)
    locked = staffed.says("The PIN is locked")

    QTest.keyClicks(gate.focusWidget(), code.lower())
    staffed.touch("Go on")
    staffed.settle()
    staffed.type_pin(OTHER_PIN, "Go on")
    staffed.type_pin(OTHER_PIN, "Set this PIN")

    assert locked
    assert code_shown(staffed) != code
    assert type(pins.try_pin(OTHER_PIN)).__name__ == "Opened"


def opened_gate(kiosk, pins: object) -> Gate:
    """A gate with those pins in the kiosk's window."""
    keeper = Keeper(pins, weakness_of, kiosk.asking, kiosk._clock)  # type: ignore[arg-type]
    kiosk.wait(1)
    gate = Gate(keeper, kiosk.window.staff_kit(Look(motion=False)))
    kiosk.window.open_staff(gate)
    kiosk.settle()
    return gate


def test_a_code_that_is_not_the_recovery_code_is_told_and_may_be_mended(at_gate):
    at_gate.touch("Forgot the PIN?")
    QTest.keyClicks(at_gate.window.focusWidget(), "7K2M9QXA04TDH6WZ")
    at_gate.touch("Go on")
    at_gate.settle()

    line = at_gate.window.findChild(Gate).findChild(QLineEdit)
    assert at_gate.says("That is not the recovery code of this station.")
    assert line.text() == "7K2M9QXA04TDH6WZ"


@NO_PIN
def test_the_first_start_sets_a_pin_typed_twice_and_shows_its_code_until_it_is_on_paper(at_gate):
    first = at_gate.says(SET_A_PIN)
    at_gate.type_pin(PIN, "Go on")
    at_gate.type_pin(PIN, "Set this PIN")
    code = code_shown(at_gate)
    advice = at_gate.says("lock the paper away in the school office")

    at_gate.touch("I wrote it down")
    at_gate.settle()

    assert (first, advice) == (True, True)
    assert len(code.replace("-", "")) == 16
    assert at_gate.says(SECTION)
    assert not at_gate.says(code)


@NO_PIN
def test_a_weak_pin_is_refused_with_the_reason(at_gate):
    at_gate.type_pin(WEAK, "Go on")

    assert at_gate.says("Its digits are all the same, or run evenly up or down.")
    assert at_gate.says(SET_A_PIN)


@NO_PIN
def test_two_pins_that_differ_are_asked_for_anew_and_none_is_set(at_gate, pins):
    at_gate.type_pin(PIN, "Go on")
    at_gate.type_pin(OTHER_PIN, "Set this PIN")

    assert at_gate.says("The two are not the same.")
    assert not pins.is_set()


@NO_PIN
def test_who_leaves_before_the_code_is_on_paper_is_warned_once(at_gate):
    at_gate.type_pin(PIN, "Go on")
    at_gate.type_pin(PIN, "Set this PIN")

    at_gate.touch("Back to the family")
    warned = at_gate.says("This code is not shown again.")
    at_gate.touch("Leave without the code")

    assert warned
    assert not at_gate.window.staff_is_open


def test_back_to_the_family_is_on_every_step(at_gate):
    at_gate.touch("Forgot the PIN?")
    there = button(at_gate.window, "Back to the family")

    assert there
    at_gate.touch("Back to the family")

    assert at_gate.says("Do you have an email address?")


def test_a_gate_that_nobody_touches_closes_after_a_minute(at_gate):
    pass_time(at_gate, IDLE_SECONDS - 1)
    before = at_gate.says(ASK_PIN)
    pass_time(at_gate, 1)

    assert before
    assert not at_gate.window.staff_is_open
    assert at_gate.says("Do you have an email address?")


def test_a_touch_keeps_the_gate_open(at_gate):
    pass_time(at_gate, IDLE_SECONDS - 1)
    at_gate.touch("1")
    pass_time(at_gate, IDLE_SECONDS - 1)

    assert at_gate.says(ASK_PIN)


@NO_PIN
def test_there_is_longer_to_write_the_code_down(at_gate):
    at_gate.type_pin(PIN, "Go on")
    at_gate.type_pin(PIN, "Set this PIN")

    pass_time(at_gate, KEEP_SECONDS - 1)
    still = code_shown(at_gate)
    pass_time(at_gate, 1)

    assert still
    assert not at_gate.window.staff_is_open


def test_trouble_of_the_disk_is_told_in_its_own_words_and_the_gate_stays_shut(staffed, tmp_path):  # noqa: F811
    whole = gate_in(tmp_path / "other", staffed.machine)
    code_of_set(whole)
    whole.file.path.write_text("half a fi")

    opened_gate(staffed, whole)
    staffed.type_pin(PIN)

    assert staffed.says("The file of the staff PIN is damaged")
    assert not staffed.says(SECTION)


def test_an_answer_that_comes_when_the_gate_is_gone_is_nobodys(at_gate):
    for digit in PIN:
        at_gate.touch(digit)
    at_gate.touch("Open")

    at_gate.touch("Back to the family")
    at_gate.settle()

    assert not at_gate.window.staff_is_open
    assert at_gate.says("Do you have an email address?")


def test_no_digit_is_in_any_words_or_field_of_the_window(at_gate):
    for digit in PIN:
        at_gate.touch(digit)

    said = [
        words
        for part in shown(at_gate.window)
        if (face := QAccessible.queryAccessibleInterface(part)) is not None
        for words in (face.text(QAccessible.Text.Name), face.text(QAccessible.Text.Value))
    ]
    assert at_gate.window.focusWidget().accessibleDescription() == "6 digits typed"
    assert not any(PIN in words or PIN[:3] in words for words in said)
    assert not any(isinstance(part, QLineEdit) for part in shown(at_gate.window))


def test_nothing_keeps_the_pin_after_the_try(at_gate):
    at_gate.type_pin("".join(("918", "273")))

    gc.collect()
    holders = [one for one in gc.get_objects() if _holds(one, "".join(("918", "273")))]

    assert at_gate.says(NOT_THE_PIN)
    assert [type(one) for one in holders] == []


def _holds(box: object, text: str) -> bool:
    """Whether that list, tuple or table holds the text: an attribute lies in a table, too."""
    match box:
        case dict():
            return text in [value for value in box.values() if isinstance(value, str)]
        case list() | tuple():
            return text in [value for value in box if isinstance(value, str)]
    return False


def test_with_the_sums_of_a_station_the_window_goes_on_while_the_pin_is_looked_at(
    staffed,  # noqa: F811
    tmp_path,
    qtbot,
):
    pins = PinGate(tmp_path / "other")
    code_of_set(pins)
    gate = opened_gate(staffed, pins)
    opened: list[bool] = []
    gate.opened.connect(lambda: opened.append(True))

    for digit in PIN:
        staffed.touch(digit)
    staffed.touch("Open")
    at_once = list(opened)
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)

    assert at_once == []
    assert opened == [True]
