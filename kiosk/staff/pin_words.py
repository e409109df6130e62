"""What the gate says to staff, in a sentence each; in English only, as all that staff reads."""

from typing import assert_never

from kiosk.staff.pin import Locked, Ready, Standing, Waiting
from kiosk.staff.pin_gate import Answer, NotAPin, NotRight, NotTheCode, Opened
from kiosk.staff.weak_pins import FEWEST_DIGITS

_LOCKED = (
    "The PIN is locked: too many were tried. The recovery code opens it; it was written down when "
    "the PIN was set."
)


def told_standing(now: Standing) -> str:
    """How it stands, and what to do."""
    match now:
        case Ready(then_locked=True):
            return "You have one more try. After that, the PIN is locked."
        case Ready(tries=1):
            return "You have one more try before a wait."
        case Ready(tries=tries):
            return f"You have {tries} tries before a wait."
        case Waiting(seconds=seconds):
            return f"Wait {told_wait(seconds)}, then try again."
        case Locked():
            return _LOCKED
    assert_never(now)


def told_answer(answer: Answer | NotTheCode) -> str:
    """What came of a try."""
    match answer:
        case Opened():
            return "The PIN is right."
        case NotRight(now=now):
            return f"That is not the PIN. {told_standing(now)}"
        case NotAPin():
            return f"A PIN has {FEWEST_DIGITS} digits or more, and nothing but digits. Type again."
        case NotTheCode():
            return (
                "That is not the recovery code of this station. Each PIN has a code of its own, "
                "and each code can be used once. Look for a newer slip of paper."
            )
        case Waiting() | Locked():
            return told_standing(answer)
    assert_never(answer)


def told_wait(seconds: int) -> str:
    """So long, never less: seconds under two minutes, then minutes, then hours and minutes."""
    if seconds < 120:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    minutes = -(-seconds // 60)
    if minutes < 120:
        return f"{minutes} minutes"
    hours, rest = divmod(minutes, 60)
    if not rest:
        return f"{hours} hours"
    return f"{hours} hours and {'1 minute' if rest == 1 else f'{rest} minutes'}"
