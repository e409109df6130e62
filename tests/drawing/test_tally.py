"""Counts add up: who came to a screen went on, went back, or stopped there."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from kiosk.core.cover.roads import events_at
from kiosk.core.events import AskedHelp, Event, LeftAlone, Stopped
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Visit
from kiosk.drawing.chart import Chart
from kiosk.drawing.charting import chart_of
from kiosk.drawing.counts import Count
from kiosk.drawing.inferring import Known
from kiosk.drawing.tally import Tally, Visits, tally_of
from kiosk.station import Station

FLOW = """
flow: made
version: 1
start: ask
screens:
  ask:
    ask: Have you got it?
    answers: [{id: "yes", text: "Yes", go: looks}, {id: "no", text: "No", go: over}]
  looks:
    decide: [{if: is_known, of: email, go: more}, {go: done}]
  more:
    tell: One more thing
    answers: [{id: on, text: On, go: done}, {id: stop, text: Stop it, go: over}]
  done: {tell: It is done, end: DONE, tone: done}
  over: {tell: Over, end: X_LATER, tone: later}
"""
LINE = """
flow: line
version: 1
start: one
screens:
  one: {tell: One, answers: [{id: on, text: On, go: two}]}
  two: {tell: Two, answers: [{id: on, text: On, go: done}]}
  done: {tell: Done, end: DONE, tone: done}
"""
OUTER = """
flow: outer
version: 1
start: first
screens:
  first: {tell: Begin, answers: [{id: on, text: On, go: part}]}
  part: {run: part, after: {good: good, bad: first}}
  good: {tell: Good, end: DONE, tone: done}
"""
PART = """
flow: part
version: 1
start: ask
screens:
  ask:
    ask: Good?
    answers:
      - {id: a, text: "Yes", go: good}
      - {id: b, text: "No", go: bad}
      - {id: c, text: Out, go: out}
  good: {return: good}
  bad: {return: bad}
  out: {tell: Out, end: X_LATER, tone: later}
"""


def counted(guide: Guide, flow: str, **steps: int) -> tuple[Chart, Tally]:
    """The tally of steps given as screen__by=count."""
    chart = chart_of(guide, flow)
    named = [(name.partition("__"), number) for name, number in steps.items()]
    counts = [Count(flow, screen, by, number) for (screen, _, by), number in named]
    return chart, tally_of(guide, chart, counts)


@pytest.fixture(scope="module")
def made(guide_of: Callable[..., Guide]) -> Guide:
    return guide_of(FLOW)


def test_who_came_went_on_or_stopped_there(made: Guide) -> None:
    steps = {"ask__yes": 60, "ask__no": 25, "ask__back": 3, "ask__stop": 4, "ask__left": 8}

    _, tally = counted(made, "made", **steps, ask__help=2)

    assert tally.visits["made/ask"] == Visits(came=100, dropped=12, back=3, helped=2)
    assert tally.visits["made/over"] == Visits(came=25)


def test_who_came_and_is_never_heard_of_again_stopped_there(
    guide_of: Callable[..., Guide],
) -> None:
    guide = guide_of(LINE)

    _, tally = counted(guide, "line", one__on=60, two__on=41, two__left=1)

    assert tally.visits["line/two"] == Visits(came=60, dropped=19)
    assert tally.visits["line/done"] == Visits(came=41)


def test_ways_that_no_trail_tells_of_are_worked_out_from_what_is_known(made: Guide) -> None:
    _, tally = counted(made, "made", ask__yes=60, more__on=41)

    ways = tally.pairs["made/looks", "made/more"], tally.pairs["made/looks", "made/done"]

    assert ways == (Known(41, exact=False), Known(19, exact=False))


def test_no_more_can_leave_a_decision_than_came_to_it(made: Guide) -> None:
    _, tally = counted(made, "made", ask__yes=5, more__on=41)

    ways = tally.pairs["made/looks", "made/more"], tally.pairs["made/looks", "made/done"]

    assert ways == (Known(5, exact=False), Known(0, exact=False))


def test_an_answer_with_the_name_of_something_that_happens_everywhere_is_the_answer(
    made: Guide,
) -> None:
    chart, tally = counted(made, "made", more__on=10, more__stop=7)

    arrow = next(arrow for arrow in chart.arrows if arrow.by == "stop")

    assert tally.arrows[arrow] == 7
    assert tally.visits["made/more"] == Visits(came=17)


def test_steps_of_another_version_are_counted_apart(made: Guide) -> None:
    _, tally = counted(made, "made", ask__maybe=4, gone__yes=2, ask__yes=1)

    unplaced = tally.unplaced

    assert unplaced == 6
    assert tally.visits["made/ask"].came == 1


def test_a_flow_in_one_box_tells_its_returns_and_how_many_stopped_in_it(
    guide_of: Callable[..., Guide],
) -> None:
    guide = guide_of(OUTER, PART)
    inside = [("a", 30), ("b", 12), ("c", 5), ("left", 3)]
    counts = [Count("outer", "first", "on", 50), *(Count("part", "ask", *one) for one in inside)]

    tally = tally_of(guide, chart_of(guide, "outer"), counts)

    assert tally.visits["outer/part"] == Visits(came=50, dropped=3)
    assert tally.pairs["outer/part", "outer/good"] == Known(30)
    assert tally.pairs["outer/part", "outer/first"] == Known(12)


def test_of_a_flow_that_is_run_in_two_places_no_place_claims_the_returns(
    guide_of: Callable[..., Guide],
) -> None:
    again = OUTER.replace("flow: outer", "flow: again")
    guide = guide_of(OUTER, again, PART)
    counts = [Count("part", "ask", "a", 30)]

    tally = tally_of(guide, chart_of(guide, "outer"), counts)

    assert tally.visits["outer/part"] == Visits(came=30, in_all=True)
    assert ("outer/part", "outer/good") not in tally.pairs


@dataclass
class Played:
    """What really happened in visits that chance played: their trails, and who entered what."""

    visits: int
    steps: Counter[tuple[str, str]] = field(default_factory=Counter)
    entered: Counter[str] = field(default_factory=Counter)
    cut_short: Counter[str] = field(default_factory=Counter)


def played(guide: Guide, visits: int, seed: int) -> Played:
    """Visits by the real machine, without Back and help."""
    chance = random.Random(seed)  # noqa: S311 - play, no secret
    truth = Played(visits)
    for _ in range(visits):
        visit = begin(guide)
        truth.entered[visit.place] += 1
        while not visit.ended:
            visit = _further(guide, visit, chance, truth)
        truth.steps.update((step.place, step.by) for step in visit.trail)
    return truth


def _further(guide: Guide, visit: Visit, chance: random.Random, truth: Played) -> Visit:
    events = [event for event in events_at(guide, visit) if not isinstance(event, AskedHelp)]
    cut_short: list[Event] = [Stopped(), LeftAlone()]
    away = chance.choice(cut_short)
    event = chance.choice([*events, *events, away])
    after = advance(guide, visit, event)
    if isinstance(event, Stopped | LeftAlone):
        truth.cut_short[visit.place] += 1
    else:
        truth.entered[after.place] += 1
    return after


def test_counts_of_real_visits_add_up(station: Station) -> None:
    guide = replace(station.guide, start="reply")
    truth = played(guide, 400, seed=4)
    counts = [
        Count(flow, screen, by, number)
        for (place, by), number in truth.steps.items()
        for flow, _, screen in [place.partition("/")]
    ]

    chart = chart_of(guide, "reply")
    tally = tally_of(guide, chart, counts)

    pages = {node.id for node in chart.nodes if node.is_page}
    lasts = {node.id for node in chart.nodes if node.kind in ("end", "return")}
    came = {node: tally.visits[node].came for node in pages | lasts}
    dropped = {node: tally.visits[node].dropped for node in pages}
    assert came == {node: truth.entered[node] for node in pages | lasts}
    assert dropped == {node: truth.cut_short[node] for node in pages}
    assert sum(dropped.values()) + sum(came[node] for node in lasts) == truth.visits
    assert tally.unplaced == 0
