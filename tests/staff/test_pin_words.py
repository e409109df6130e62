"""What the gate says to staff."""

import pytest

from kiosk.staff.pin import Locked, Ready, Waiting
from kiosk.staff.pin_gate import Answer, NotAPin, NotRight, NotTheCode, Opened
from kiosk.staff.pin_words import told_answer, told_standing, told_wait

SAID: dict[str, tuple[Answer, str]] = {
    "open": (Opened(), "The PIN is right."),
    "first": (NotRight(Ready(4)), "That is not the PIN. You have 4 tries before a wait."),
    "one more": (NotRight(Ready(1)), "That is not the PIN. You have one more try before a wait."),
    "last": (
        NotRight(Ready(1, then_locked=True)),
        "That is not the PIN. You have one more try. After that, the PIN is locked.",
    ),
    "wait": (NotRight(Waiting(30)), "That is not the PIN. Wait 30 seconds, then try again."),
    "not looked at": (Waiting(1), "Wait 1 second, then try again."),
}


@pytest.mark.parametrize("name", SAID)
def test_each_answer_is_said_in_a_sentence(name: str) -> None:
    answer, sentence = SAID[name]

    said = told_answer(answer)

    assert said == sentence


def test_a_lock_and_a_wrong_code_tell_the_way_on() -> None:
    assert "The recovery code opens it" in told_standing(Locked())
    assert "each code can be used once" in told_answer(NotTheCode())
    assert "6 digits or more" in told_answer(NotAPin())


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (15, "15 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (121, "3 minutes"),
        (480, "8 minutes"),
        (3840, "64 minutes"),
        (7200, "2 hours"),
        (7201, "2 hours and 1 minute"),
        (7680, "2 hours and 8 minutes"),
    ],
)
def test_a_wait_is_told_so_that_it_is_never_too_short(seconds: int, said: str) -> None:
    assert told_wait(seconds) == said
