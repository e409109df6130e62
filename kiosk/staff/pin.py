"""The staff PIN as a value: whether a try may be looked at, and what it leaves behind.

After five tries comes a wait of 15 seconds, and after each further one a wait twice as long; after
fifteen the PIN is locked until a recovery code opens it. The right PIN takes the count back to
none. Time is the time since the machine was started, never the time of day: a clock that somebody
sets cannot shorten a wait, and a machine started again begins its wait anew.
"""

from dataclasses import dataclass, field, replace
from math import ceil
from typing import Final

FREE_TRIES: Final = 5
MOST_TRIES: Final = 15
FIRST_WAIT_SECONDS: Final = 15


@dataclass(frozen=True)
class Instant:
    """A moment of a machine: `seconds` after the start that `boot` names.

    `boot` may be empty where a system gives its starts no name. A wait is then still never shorter:
    a machine that has run longer than the end of a wait has run longer than the wait.
    """

    boot: str
    seconds: float


@dataclass(frozen=True)
class PinState:
    """All that outlives a try. `tries` were counted since the PIN was last right, 0 to MOST_TRIES;
    the last of them at `since`. `pin` and `recovery` are argon2id hashes."""

    pin: str = field(repr=False)
    recovery: str = field(repr=False)
    tries: int = 0
    since: Instant = Instant("", 0.0)


@dataclass(frozen=True)
class Ready:
    """A PIN may be tried: so many times before the next wait, or before the lock."""

    tries: int
    then_locked: bool = False


@dataclass(frozen=True)
class Waiting:
    """No PIN is looked at for so many seconds, 1 or more."""

    seconds: int


@dataclass(frozen=True)
class Locked:
    """No PIN is looked at until a recovery code opens the lock."""


Standing = Ready | Waiting | Locked


def wait_seconds(tries: int) -> int:
    """How long the wait is after so many tries; 0 where none is due."""
    return FIRST_WAIT_SECONDS * 2 ** (tries - FREE_TRIES) if tries >= FREE_TRIES else 0


def standing(state: PinState, now: Instant) -> Standing:
    """Whether a PIN may be tried now."""
    if state.tries >= MOST_TRIES:
        return Locked()
    left = wait_seconds(state.tries) - (now.seconds - settled(state, now).since.seconds)
    if state.tries >= FREE_TRIES and left > 0:
        return Waiting(ceil(left))
    return Ready(max(1, FREE_TRIES - state.tries), then_locked=state.tries == MOST_TRIES - 1)


def settled(state: PinState, now: Instant) -> PinState:
    """The same state after a start of the machine: its wait begins anew, in full."""
    then = state.since
    if now.boot == then.boot and now.seconds >= then.seconds:
        return state
    return replace(state, since=now)


def next_try(state: PinState, now: Instant) -> PinState | Waiting | Locked:
    """The state with one more try counted; or why no PIN is looked at now."""
    how = standing(state, now)
    if isinstance(how, Ready):
        return replace(state, tries=state.tries + 1, since=now)
    return how


def opened(state: PinState) -> PinState:
    """The state after the right PIN."""
    return replace(state, tries=0)
