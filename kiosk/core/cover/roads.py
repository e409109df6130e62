"""Finds roads through the real machine: for every screen and every end, events that lead there.

What to type comes from the examples that each check declares, so that every outcome is tried.
"""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.core.conditions import OK
from kiosk.core.events import AskedHelp, Chosen, Confirmed, Elapsed, Event, Picked, Typed
from kiosk.core.flow import Form, Pick, Screen, Wait
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Moment, Visit

Road = tuple[Event, ...]

MOST_ALIKE = 6


@dataclass(frozen=True)
class Roads:
    """The shortest road to each place (flow/screen), to each end as (code, place), and over each
    step as (place, what the trail calls the event)."""

    places: dict[str, Road] = field(default_factory=dict)
    ends: dict[tuple[str, str], Road] = field(default_factory=dict)
    steps: dict[tuple[str, str], Road] = field(default_factory=dict)


def roads_of(guide: Guide, most_alike: int = MOST_ALIKE) -> Roads:
    """Roads from the first page, by breadth: every event that fits, from every new moment.

    Of the moments that stand on the same screens, and differ only in what was said before, the
    first `most_alike` are followed.
    """
    roads = Roads()
    first = begin(guide)
    roads.places[first.place] = ()
    queue: deque[tuple[Visit, Road]] = deque([(first, ())])
    seen = {_key(first.now)}
    alike: Counter[object] = Counter()
    while queue:
        visit, road = queue.popleft()
        for event in events_at(guide, visit):
            after = advance(guide, visit, event)
            if after is visit:
                continue
            longer = (*road, event)
            _note(roads, visit, after, longer)
            key = _key(after.now)
            if key not in seen and not after.ended and alike[after.now.stack] < most_alike:
                alike[after.now.stack] += 1
                seen.add(key)
                queue.append((after, longer))
    return roads


def events_at(guide: Guide, visit: Visit) -> Iterator[Event]:
    """Every event worth trying on the page where the visit stands."""
    here = visit.now.stack[-1]
    screen = guide.screen(here.flow, here.screen)
    yield from (Chosen(answer.id) for answer in answers_of(screen))
    yield from _inputs(guide, screen)
    if not visit.before:
        yield AskedHelp()


def _inputs(guide: Guide, screen: Screen) -> Iterator[Event]:
    match screen:
        case Form() if screen.field.kind == "password":
            yield Confirmed()
        case Form():
            yield from (Typed(text) for text in _texts(guide, screen))
        case Pick():
            options = tuple(option.id for option in guide.options[screen.pick.of])
            for start in (0, 1, len(options) - screen.pick.at_least):
                yield Picked(options[start : start + screen.pick.at_least])
        case Wait():
            yield Elapsed()
        case _:
            return


def _texts(guide: Guide, screen: Form) -> Iterator[str]:
    """One example for each outcome of each check of the field, and all that are fine."""
    if not screen.checks:
        yield "Amina"
    for must in screen.checks:
        tried: set[str] = set()
        for example in guide.checks[must.must].examples:
            new = example.outcome == OK or example.outcome not in tried
            if new and isinstance(example.value, str):
                tried.add(example.outcome)
                yield example.value


def _note(roads: Roads, visit: Visit, after: Visit, road: Road) -> None:
    roads.places.setdefault(after.place, road)
    roads.steps.setdefault((visit.place, after.trail[-1].by), road)
    if after.ended:
        roads.ends.setdefault((after.ended, after.place), road)


def _key(moment: Moment) -> object:
    """What tells two moments apart: where they are, and the names and words that steer them."""
    steering = tuple(pair for pair in moment.kept.pairs if pair[0] not in ("email", "guess"))
    domain = moment.kept.text("email").partition("@")[2]
    return moment.stack, steering, domain, moment.refusal is not None
