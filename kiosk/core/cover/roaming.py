"""Walks visits that meet something new, one after the other, each by the shortest roads to it."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.core.cover.roads import MOST_ALIKE, Road, events_at
from kiosk.core.cover.watching import Goal, Happening, Watched
from kiosk.core.events import Event, Typed
from kiosk.core.flow import Form, Run
from kiosk.core.guide import Guide
from kiosk.core.leading import ways_of
from kiosk.core.stepping import screen_of
from kiosk.core.visit import Moment, Visit

# Events after which a visit heads for an end: a person shall still be able to follow it.
LONG = 40

_MOST_OF_A_PLACE = 12
_LOST = 10 * LONG


@dataclass(frozen=True)
class Path:
    """One visit: the circumstances it is walked in, the events, the places (flow/screen) from the
    first page to the last, one more than events, the code of the end, and all that it met."""

    under: str
    events: Road
    places: tuple[str, ...]
    end: str
    met: frozenset[Goal]


@dataclass(frozen=True)
class _Edge:
    """One event from a moment: the visit after it, and what it meets. `to` numbers the moment, and
    is None where the visit has ended; `alike` numbers the screens it stands on."""

    event: Event
    visit: Visit
    to: int | None
    alike: int
    met: frozenset[Goal]


@dataclass
class _Trip:
    """A visit under way: where it stands, what it met, what of that is new, and what happened."""

    visit: Visit
    met: set[Goal]
    fresh: set[Goal]
    events: list[Event] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def go(self, event: Event, happened: Happening, fresh: frozenset[Goal]) -> None:
        self.places.append(self.visit.place)
        self.events.append(event)
        self.met |= happened.met
        self.fresh |= fresh
        self.visit = happened.visit

    def path(self, under: str) -> Path:
        places = (*self.places, self.visit.place)
        return Path(under, tuple(self.events), places, self.visit.ended, frozenset(self.met))


class Walker:
    """Walks visits under one guide; `met` grows with each of them."""

    def __init__(self, guide: Guide, met: set[Goal], thorough: bool) -> None:
        self.watched = Watched(guide)
        self._edges: dict[int, tuple[_Edge, ...]] = {}
        self._met = met
        self._thorough = thorough
        self._elusive: set[Goal] = set()
        self._numbers: dict[object, int] = {}
        self._names = _names_that_steer(guide)

    def paths(self, under: str) -> Iterator[Path]:
        """Visits until one would meet nothing new."""
        while path := self._walk(under):
            if path.end:
                yield path

    def _walk(self, under: str) -> Path | None:
        """One visit that meets something new, or None. Without an end where it found none."""
        begun = self.watched.begin()
        trip = _Trip(begun.visit, set(begun.met), set(self._new(begun.met)))
        while not trip.visit.ended:
            plan, hoped = self._plan(trip)
            if not (trip.fresh or hoped):
                return None
            if not plan or len(trip.events) > _LOST:
                self._elusive |= trip.fresh | hoped
                return trip.path(under)
            for event in plan:
                happened = self.watched.advance(trip.visit, event)
                if happened.visit is trip.visit:
                    break
                trip.go(event, happened, self._new(happened.met))
            # Moments that were taken for one may differ after all: do not hope for it once more.
            self._elusive |= hoped - trip.fresh
        self._met |= trip.fresh
        return trip.path(under) if trip.fresh else None

    def _new(self, met: frozenset[Goal]) -> frozenset[Goal]:
        return met - self._met - self._elusive

    def _plan(self, trip: "_Trip") -> tuple[Road, frozenset[Goal]]:
        """The road to the nearest new thing and what it meets; else to an end that is new; else to
        the nearest end. A visit that roams no more looks for ends only."""
        roam = len(trip.events) < LONG
        nearest: Road = ()
        new_end: tuple[Road, frozenset[Goal]] | None = None
        for road, edge in self._roads_from(trip.visit):
            hoped = self._new(edge.met) - trip.fresh
            if edge.to is not None:
                if hoped and roam:
                    return road, hoped
                continue
            nearest = nearest or road
            if hoped and new_end is None:
                new_end = road, hoped
                if not roam:
                    break
        return new_end or (nearest, frozenset())

    def _roads_from(self, visit: Visit) -> Iterator[tuple[Road, _Edge]]:
        """Every edge that can be reached from the visit, the nearest ones first."""
        start = self._key(visit.now)
        queue: deque[tuple[Visit, int, Road]] = deque([(visit, start, ())])
        seen, alike = {start}, Counter[int | str]()
        while queue:
            here, key, road = queue.popleft()
            for edge in self._edges_of(here, key):
                longer = (*road, edge.event)
                yield longer, edge
                if edge.to is None or edge.to in seen:
                    continue
                place = edge.visit.place
                if alike[edge.alike] < MOST_ALIKE and alike[place] < _MOST_OF_A_PLACE:
                    seen.add(edge.to)
                    alike[edge.alike] += 1
                    alike[place] += 1
                    queue.append((edge.visit, edge.to, longer))

    def answers(self, *, ending: bool) -> set[Goal]:
        """The answers that ended a visit when they were tried, or those that went on; some did
        both."""
        return {
            goal
            for edges in self._edges.values()
            for edge in edges
            for goal in edge.met
            if goal.kind == "answer" and (edge.to is None) is ending
        }

    def _edges_of(self, visit: Visit, key: int) -> tuple[_Edge, ...]:
        if key not in self._edges:
            self._edges[key] = tuple(self._new_edges(visit))
        return self._edges[key]

    def _new_edges(self, visit: Visit) -> Iterator[_Edge]:
        for event in self._events_at(visit):
            after = self.watched.advance(visit, event)
            if after.visit is not visit:
                now = after.visit.now
                to = None if now.ended else self._key(now)
                yield _Edge(event, after.visit, to, self._number(now.stack), after.met)

    def _events_at(self, visit: Visit) -> Iterable[Event]:
        """The events worth trying, each once; a script holds no spaces around what is typed."""
        guide, events = self.watched.guide, list(events_at(self.watched.guide, visit))
        screen = screen_of(guide, visit.now)
        if self._thorough and isinstance(screen, Form) and screen.field.kind != "password":
            for must in screen.checks:
                events += [Typed(str(one.value)) for one in guide.checks[must.must].examples]
        return dict.fromkeys(
            Typed(event.text.strip()) if isinstance(event, Typed) else event for event in events
        )

    def _key(self, moment: Moment) -> int:
        """What tells two moments apart: where they are, and what a later guard may ask of."""
        kept = moment.kept
        steering = tuple(kept.value(name) for name in self._names)
        domain = kept.text("email").partition("@")[2]
        known = frozenset(name for name in kept if not name.startswith("clock."))
        key = (moment.stack, steering, domain, known, moment.refusal is not None)
        return self._number(key)

    def _number(self, thing: object) -> int:
        """A number for it, the same each time: quicker to compare than what it stands for."""
        return self._numbers.setdefault(thing, len(self._numbers))


def _names_that_steer(guide: Guide) -> tuple[str, ...]:
    """Kept names of whose values a guard asks; of an address only what follows the @ counts.

    What a loop gave is asked for where it ends, and steers no page.
    """
    names: dict[str, None] = {}
    for flow in guide.flows.values():
        for screen in flow.screens.values():
            own = screen.save if isinstance(screen, Run) else ""
            asked = [way.of for row in ways_of(screen) for way in row if way.if_ != "is_known"]
            names |= dict.fromkeys(name for name in asked if name not in ("", own, "email"))
    return tuple(names)
