"""What the journal is told of a visit: small frozen entries of ids and times, and nothing else.

`entries` compares a visit before and after something happened, and never looks at what it keeps.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.core.visit import LEFT_ALONE, STOPPED, Visit

# The end of a visit that was wiped without one: a fault, or the end of the program.
CUT_OFF = "X_CUT_OFF"

_WITHOUT_A_PAGE = (STOPPED, LEFT_ALONE)

Given = Literal["slip", "card", "follow_up", "office", "staff"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Under what a visit begins: the station, the event or "", and the flows with their content."""

    station: str
    flow: str
    version: int
    hash: str
    event: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Began:
    """A visit began: `day` is the station's own date, `started_at` whole seconds since 1970 UTC."""

    visit: str
    setting: Setting
    language: str
    day: str
    started_at: int


@dataclass(frozen=True, slots=True)
class Entered:
    """A page is seen; `ms` counts from the beginning of the visit, here and below."""

    visit: str
    ordinal: int
    place: str
    ms: int


@dataclass(frozen=True, slots=True)
class Left:
    """What led on from that page, as the trail calls it; empty where the visit was wiped there."""

    visit: str
    ordinal: int
    by: str
    ms: int


@dataclass(frozen=True, slots=True)
class Spoke:
    """Another language was chosen."""

    visit: str
    language: str
    ms: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The visit reached an end."""

    visit: str
    code: str
    ms: int


@dataclass(frozen=True, slots=True)
class WentOn:
    """The visit had ended, and goes on: help was asked for on its last page."""

    visit: str


@dataclass(frozen=True, slots=True)
class Gave:
    """Something was given or done once on the way."""

    visit: str
    what: Given
    ms: int


@dataclass(frozen=True, slots=True)
class Ticketed:
    """A come-back ticket was given; `due_at` in whole seconds since 1970 UTC."""

    visit: str
    code: str
    due_at: int


@dataclass(frozen=True, slots=True)
class CameBack:
    """Somebody went on with that ticket."""

    code: str
    used_at: int


Entry = Began | Entered | Left | Spoke | Ended | WentOn | Gave | Ticketed | CameBack


def entries(before: Visit | None, after: Visit | None, visit: str, ms: int) -> tuple[Entry, ...]:
    """What is new in the visit: `before` is None when it begins, `after` when it is wiped.

    A page's ordinal is the length of the trail that led to it. Whatever moves a visit adds to its
    trail; a visit with a draft more has nothing new to tell.
    """
    if after is None:
        return tuple(_wiped(before, visit, ms)) if before is not None else ()
    if before is None:
        return tuple(_seen(after, visit, ms))
    return tuple(_changed(before, after, visit, ms))


def _seen(after: Visit, visit: str, ms: int) -> Iterator[Entry]:
    """The page on which the visit stands, and its end if it is one."""
    if after.ended not in _WITHOUT_A_PAGE:
        yield Entered(visit, len(after.trail), after.place, ms)
    if after.ended:
        yield Ended(visit, after.ended, ms)


def _changed(before: Visit, after: Visit, visit: str, ms: int) -> Iterator[Entry]:
    if after.language != before.language:
        yield Spoke(visit, after.language, ms)
    new = after.trail[len(before.trail) :]
    if not new:
        return
    if before.ended and not after.ended:
        yield WentOn(visit)
    first = len(before.trail)
    for ordinal, step in enumerate(new, first):
        if ordinal > first:
            yield Entered(visit, ordinal, step.place, ms)
        yield Left(visit, ordinal, step.by, ms)
    yield from _seen(after, visit, ms)


def _wiped(before: Visit, visit: str, ms: int) -> Iterator[Entry]:
    if before.ended not in _WITHOUT_A_PAGE:
        yield Left(visit, len(before.trail), "", ms)
    if not before.ended:
        yield Ended(visit, CUT_OFF, ms)
