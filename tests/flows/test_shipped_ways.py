"""Each way that a visit goes by itself, between the pages, is taken by a road or by a walk."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.flow import Decide, Flow, Return, Run
from kiosk.core.guide import Guide
from kiosk.core.leading import targets_of
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Moment, Visit
from kiosk.script import play, read_script
from kiosk.station import Station

WALKS = Path(__file__).parents[1] / "walks"


@dataclass(frozen=True)
class Hop:
    """What lies between two pages: the places under way before, and all that were entered."""

    under_way: frozenset[str]
    entered: frozenset[str]


@dataclass(frozen=True)
class Way:
    """A way that is taken by itself: from a place, by a word that was returned, to a place."""

    start: str
    word: str
    target: str


def hops_of(visit: Visit) -> Iterator[Hop]:
    for before, after in pairwise((*visit.before, visit.now)):
        entered = {place for place in after.turns if _turns(after, place) > _turns(before, place)}
        yield Hop(frozenset(frame.place for frame in before.stack), frozenset(entered))


def _turns(moment: Moment, place: str) -> int:
    return int(moment.turns.text(place) or 0)


def ways_of(flow: Flow) -> Iterator[Way]:
    for name, screen in flow.screens.items():
        place = f"{flow.flow}/{name}"
        match screen:
            case Run() if not screen.for_each:
                for word, row in screen.after.items():
                    yield from (Way(place, word, f"{flow.flow}/{way.go}") for way in row)
            case Decide() | Run():
                yield from (Way(place, "", f"{flow.flow}/{to}") for to, _ in targets_of(screen))


def returned_in(guide: Guide, hop: Hop) -> set[str]:
    """The words that were returned on that hop."""
    screens = [guide.screen(*place.split("/")) for place in hop.entered]
    return {screen.return_ for screen in screens if isinstance(screen, Return)}


def takes(guide: Guide, hop: Hop, way: Way) -> bool:
    """Whether the hop goes that way."""
    passes = way.start in hop.under_way | hop.entered and way.target in hop.entered
    return passes and (not way.word or way.word in returned_in(guide, hop))


def _walked(guide: Guide, road: Road) -> Visit:
    visit = begin(guide)
    for event in road:
        visit = advance(guide, visit, event)
    return visit


@pytest.fixture(scope="module")
def hops(
    station: Station, closed_station: Station, worlds: tuple[tuple[Station, Roads], ...]
) -> frozenset[Hop]:
    """Each hop of each road and each walk."""
    visits = [_walked(at.guide, road) for at, roads in worlds for road in roads.steps.values()]
    for path in WALKS.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        at = closed_station if "# office: closed" in text else station
        visits.append(play(at, read_script(text), lambda view: None))
    return frozenset(hop for visit in visits for hop in hops_of(visit))


def test_every_way_between_the_pages_is_taken(station: Station, hops: frozenset[Hop]) -> None:
    ways = [way for flow in station.guide.flows.values() for way in ways_of(flow)]

    untaken = [way for way in ways if not any(takes(station.guide, hop, way) for hop in hops)]

    assert len(ways) > 40
    assert untaken == []


def test_every_screen_between_the_pages_is_passed(station: Station, hops: frozenset[Hop]) -> None:
    flows = station.guide.flows.values()
    passed = {
        f"{flow.flow}/{name}"
        for flow in flows
        for name, screen in flow.screens.items()
        if isinstance(screen, Run | Decide | Return)
    }

    assert passed - {place for hop in hops for place in hop.entered} == set()
