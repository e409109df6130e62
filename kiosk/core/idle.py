"""Whether somebody is still there: which phase of idleness a station is in. A pure function."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class IdleLimits:
    """When to ask whether somebody is there, how long to ask, and how long a last page stands.

    All in seconds. Source: VVSG 2.0 and Section 508 407.5 (2 to 5 minutes, then at least 20 s). A
    page that waits itself is left in peace, but no longer than `longest_wait_seconds`.
    """

    ask_after_seconds: int = 150
    asking_seconds: int = 30
    last_page_seconds: int = 30
    longest_wait_seconds: int = 600


@dataclass(frozen=True)
class Idle:
    """The phase: somebody is here, we are asking (with seconds left), or nobody is here."""

    phase: Literal["here", "asking", "gone"]
    seconds_left: int = 0


def idle_phase(
    quiet_seconds: float, limits: IdleLimits, *, last_page: bool, wait_seconds: float
) -> Idle:
    """The phase after that long without a touch.

    A last page goes without asking, quietly counting down. On a page that itself waits
    `wait_seconds` more, asking begins when that wait is over, or at last after the longest wait.
    """
    if last_page:
        left = limits.last_page_seconds - quiet_seconds
        return Idle("here", _whole(left)) if left > 0 else Idle("gone")
    ask_after = limits.longest_wait_seconds if wait_seconds > 0 else limits.ask_after_seconds
    asked_for = quiet_seconds - ask_after
    if asked_for < 0:
        return Idle("here")
    left = limits.asking_seconds - asked_for
    return Idle("asking", _whole(left)) if left > 0 else Idle("gone")


def _whole(seconds: float) -> int:
    return int(-(-seconds // 1))
