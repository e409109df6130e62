"""Plays a flow in our own machine and writes down what a foreign engine must do alike.

A play has, for each event, the event's name, what is true while it is handled, and the pages that
were left and entered. Our machine asks its checks; the others are told the truth as booleans.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from kiosk.core.conditions import Situation
from kiosk.core.cover.roads import events_at
from kiosk.core.events import AskedHelp, Chosen, Elapsed, Event
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Visit
from kiosk.drawing.portable import Guard, Statechart, answer_event, state_id, trail_event
from tests.oracles.random_flows import Fate

Truths = dict[str, bool]
Move = tuple[str, str]


@dataclass(frozen=True)
class Turn:
    """One event: its name, what is true by then, the pages it leaves and enters."""

    event: str
    truths: Truths
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Play:
    """A visit, as every engine must play it. The first turn is the start; it has no event."""

    turns: tuple[Turn, ...]

    @property
    def moves(self) -> list[list[Move]]:
        """What each turn leaves and enters."""
        return [list(turn.moves) for turn in self.turns]


def random_play(guide: Guide, chart: Statechart, fate: Fate, chance: Random, most: int) -> Play:
    """A visit of at most that many random events, some of which do not fit the page."""

    def some() -> Iterator[Event]:
        for _ in range(most):
            yield _event(guide, visits[-1], chance)

    fate.turn = chance.randint(0, 10_000)
    visits = [begin(guide)]
    return _written(guide, chart, fate, visits, some())


def play(guide: Guide, chart: Statechart, events: Iterable[Event]) -> Play:
    """A visit to which these events happen."""
    return _written(guide, chart, Fate(0), [begin(guide)], iter(events))


def _written(
    guide: Guide, chart: Statechart, fate: Fate, visits: list[Visit], events: Iterator[Event]
) -> Play:
    """Plays on from the one visit that `visits` holds, and puts each later one into it."""
    entered = (("entered", state_id(guide, visits[0].now.stack)),)
    turns = [Turn("", _truths(guide, chart, visits[0]), entered)]
    for event in events:
        fate.turn += 1
        visit = visits[-1]
        after = advance(guide, visit, event)
        assert not after.trouble, after.trouble
        name = _name(guide, visit, after, event)
        turns.append(Turn(name, _truths(guide, chart, after), _moves(guide, visit, after)))
        if visit.ended:
            break
        visits.append(after)
    return Play(tuple(turns))


def _event(guide: Guide, visit: Visit, chance: Random) -> Event:
    fitting = [one for one in events_at(guide, visit) if not isinstance(one, AskedHelp)]
    if not fitting or chance.random() < 0.1:
        return chance.choice((Chosen("nothing_like_this"), Elapsed()))
    return chance.choice(fitting)


def _name(guide: Guide, visit: Visit, after: Visit, event: Event) -> str:
    """What the event is called in the chart."""
    here = visit.now.stack[-1]
    screen = guide.screen(here.flow, here.screen)
    if isinstance(event, Chosen):
        return answer_event(screen, event.answer)
    if after is not visit:
        return trail_event(after.trail[-1].by)
    own = {answer_event(screen, answer.id) for answer in answers_of(screen)}
    return "nothing_at_all" if "time" in own else "time"


def _moves(guide: Guide, visit: Visit, after: Visit) -> tuple[Move, ...]:
    if len(after.before) == len(visit.before):
        return ()
    left, entered = state_id(guide, visit.now.stack), state_id(guide, after.now.stack)
    return (("left", left), ("entered", entered))


def _truths(guide: Guide, chart: Statechart, visit: Visit) -> Truths:
    """What is true of every guard of the chart after our machine's turn."""
    loops = _loops(guide, visit)
    return {
        guard.variable: guard.loop in loops if guard.for_each else _holds(guide, guard, visit)
        for guard in chart.guards
    }


def _holds(guide: Guide, guard: Guard, visit: Visit) -> bool:
    value = visit.now.kept.value(guard.of) or ""
    verdict = guide.checks[guard.check].judge(value, Situation(visit.now.kept, guard.with_))
    return verdict.outcome == guard.is_


def _loops(guide: Guide, visit: Visit) -> set[str]:
    """The ids of the states that have an item at hand."""
    stack = visit.now.stack
    return {state_id(guide, stack[:n]) for n, frame in enumerate(stack, 1) if frame.loop}
