"""What is told of roads is true of every visit: what is kept there, and where they run in loops."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.conditions import OK, Check, Example, Verdict
from kiosk.core.cover.graph import reached_from
from kiosk.core.cover.roads import Roads
from kiosk.core.guide import Guide, Option
from kiosk.core.lint.gains import suggests, tells_known
from kiosk.core.lint.known import MOST_NAMES, facts_by_name, roots_of, surely_kept
from kiosk.core.lint.loops import loops_of
from kiosk.core.machine import advance, begin
from kiosk.core.showing import facts_of
from kiosk.core.visit import Visit
from kiosk.station import Station

GuideOf = Callable[..., Guide]
Graph = dict[str, tuple[str, ...]]

NODES = "abcdefg"
GRAPHS = st.fixed_dictionaries(
    {node: st.lists(st.sampled_from(NODES), max_size=3).map(tuple) for node in NODES}
)


@given(GRAPHS)
def test_a_loop_is_all_that_can_reach_each_other(graph: Graph) -> None:
    after = {node: reached_from(graph, graph[node]) for node in graph}

    loops = loops_of(graph)

    by_definition = {
        tuple(other for other in graph if other in after[node] and node in after[other])
        for node in graph
        if node in after[node]
    }
    assert set(loops) == by_definition
    order = list(graph)
    assert [loop[0] for loop in loops] == sorted((loop[0] for loop in loops), key=order.index)


def test_a_loop_of_a_hundred_thousand_is_found_without_deep_calls() -> None:
    size = 100_000
    graph = {str(n): (str((n + 1) % size),) for n in range(size)}

    loops = loops_of(graph)

    assert len(loops) == 1
    assert len(loops[0]) == size


def visits_on(station: Station, roads: Roads) -> list[Visit]:
    """Every moment of every road to a place."""
    found = []
    for road in roads.places.values():
        visit = begin(station.guide)
        for event in road:
            visit = advance(station.guide, visit, event)
            found.append(visit)
    return found


def test_what_is_surely_kept_is_kept_on_every_road(station: Station, roads: Roads) -> None:
    surely = surely_kept(station.guide)
    visits = visits_on(station, roads)

    told = 0
    for visit in visits:
        here = visit.now.stack[-1]
        names = surely[here.flow, here.screen]
        told += len(names)
        assert names <= set(visit.now.kept) | set(facts_of(station.guide, visit)), visit.place

    assert told > len(visits)


def test_each_screen_of_the_shipped_flows_is_led_to(station: Station) -> None:
    surely = surely_kept(station.guide)

    screens = {(flow.flow, name) for flow in station.guide.flows.values() for name in flow.screens}

    assert set(surely) == screens
    assert roots_of(station.guide) == ("help", "setup", "take_home")


JOINED = """
flow: joined
version: 1
start: first
screens:
  first:
    ask: Which way?
    answers:
      - {{id: long, text: Long, go: type_it}}
      - {{id: short, text: Short, {short}}}
  type_it: {{ask: Name?, field: {{kind: name, save: name}}, next: end}}
  end: {{tell: "{{name}} {{other}}", end: DONE}}
"""


@pytest.mark.parametrize(
    ("short", "kept"),
    [
        ("go: end", set()),
        ("go: type_it", {"name"}),
        ("set: {name: other}, go: end", {"name"}),
        ("go: [{if: is_known, of: name, go: end}, type_it]", {"name"}),
        ("go: [{if: is_known, of: name, is: 'no', go: type_it}, end]", {"name"}),
        ("go: [{if: is, of: name, with: {value: x}, go: end}, type_it]", set()),
    ],
)
def test_a_name_counts_where_every_road_keeps_it(
    short: str, kept: set[str], guide_of: GuideOf
) -> None:
    guide = guide_of(JOINED.format(short=short))

    assert surely_kept(guide)["joined", "end"] == kept


RUNS = """
flow: runs
version: 1
start: child
screens:
  child: {run: child, after: {typed: typed, not_typed: not_typed}}
  typed: {tell: "{name}", answers: [{id: on, text: On, go: pick}]}
  not_typed: {tell: "{name}", end: X_A}
  pick: {ask: Which?, pick: {of: schools, save: schools, at_most: 3}, next: each}
  each: {run: one, for_each: schools, item: school, save: all, next: end}
  end: {tell: "{all} {school}", end: DONE}
"""
CHILD = """
flow: child
version: 1
start: asks
screens:
  asks:
    ask: Name?
    field: {kind: name, save: name}
    answers: [{id: skip, text: Skip, go: not_typed}]
    next: typed
  typed: {return: typed}
  not_typed: {return: not_typed}
"""
ONE = """
flow: one
version: 1
start: asks
screens:
  asks: {tell: "{school} {school_phone}", answers: [{id: ok, text: OK, go: ok}]}
  ok: {return: ok}
"""


def test_what_another_flow_keeps_counts_by_the_word_it_returns(guide_of: GuideOf) -> None:
    school = Option("north", "North", facts={"school_phone": "555"})
    guide = guide_of(RUNS, CHILD, ONE, options={"schools": (school,)})

    surely = surely_kept(guide)

    assert surely["runs", "typed"] == {"name"}
    assert surely["runs", "not_typed"] == set()
    assert surely["one", "asks"] == {"name", "schools", "school", "school_phone"}
    assert surely["runs", "end"] == {"name", "schools", "all"}
    assert facts_by_name(guide)["school"] == {"school_phone"}


def test_of_two_roads_to_one_return_the_poorer_counts(guide_of: GuideOf) -> None:
    child = CHILD.replace("go: not_typed", "go: later") + (
        "  later: {tell: Later, answers: [{id: on, text: On, go: too}, "
        "{id: off, text: Off, go: not_typed}]}\n  too: {return: typed}\n"
    )
    guide = guide_of(RUNS, child, ONE)

    assert surely_kept(guide)["runs", "typed"] == set()


def test_more_names_than_anybody_means_are_not_followed(guide_of: GuideOf) -> None:
    names = " ".join(f"{{n{n}}}" for n in range(MOST_NAMES))
    guide = guide_of(f"flow: x\nversion: 1\nstart: e\nscreens:\n  e: {{tell: '{names}', end: X}}\n")

    assert surely_kept(guide) == {}


def made_check(*examples: Example) -> Check:
    return Check("made", "Made.", (OK, "no"), lambda value, situation: Verdict(OK), examples)


def test_what_a_check_offers_and_tells_is_read_from_its_examples() -> None:
    check = made_check(Example("b", OK, "a"), Example("c", OK, "a"), Example("", "no"))
    sometimes = made_check(Example("b", OK, "a"), Example("c", OK), Example("", OK))

    assert suggests(check, OK)
    assert tells_known(check, OK)
    assert not suggests(check, "no")
    assert not tells_known(check, "no")
    assert not suggests(sometimes, OK)
    assert not tells_known(sometimes, OK)
    assert not tells_known(made_check(), OK)
