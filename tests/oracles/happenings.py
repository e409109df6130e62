"""Anything that can happen to a visit, drawn as numbers: a page decides what they mean there."""

from dataclasses import dataclass

from hypothesis import strategies as st

from kiosk.core.cover.roads import events_at
from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Visit
from tests.oracles.random_flows import Fate, random_guide

SEEDS = st.integers(0, 1_000_000)
SCRIPTS = st.lists(st.integers(0, 10_000), min_size=12, max_size=60)

_FITTING = 12
_OTHERS: tuple[Event, ...] = (
    WentBack(),
    WentBack(),
    AskedHelp(),
    LanguageChosen("so"),
    Chosen("nothing_like_this"),
    Typed("Amina"),
    Picked(("nothing_like_this",)),
    Confirmed(),
    Elapsed(),
)
_LASTS: tuple[Event, ...] = (Stopped(), LeftAlone())


@dataclass(frozen=True)
class Happened:
    """One event and the visits before and after it."""

    before: Visit
    event: Event
    after: Visit


def event_of(guide: Guide, visit: Visit, number: int) -> Event:
    """What that number means on this page: mostly something that fits, seldom the end of it all."""
    kind, rest = number % 24, number // 24
    fitting = list(events_at(guide, visit))
    if kind < _FITTING and fitting:
        return fitting[rest % len(fitting)]
    if kind == 23 and rest % 5 == 0:
        return _LASTS[rest % len(_LASTS)]
    return _OTHERS[rest % len(_OTHERS)]


def visits_of(guide: Guide, fate: Fate, script: list[int]) -> list[Happened]:
    """Everything that happens in that script, from the first page on."""
    fate.turn = 0
    visit = begin(guide)
    happened = [Happened(visit, LanguageChosen("en"), visit)]
    for number in script:
        fate.turn += 1
        event = event_of(guide, visit, number)
        after = advance(guide, visit, event)
        happened.append(Happened(visit, event, after))
        visit = after
    return happened


def random_visits(seed: int, script: list[int]) -> tuple[Guide, list[Happened]]:
    """The same in the random flows of that seed."""
    fate = Fate(seed)
    guide = random_guide(seed, fate)
    return guide, visits_of(guide, fate, script)
