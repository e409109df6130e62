"""What a flow becomes in SCXML and in XState's JSON, piece by piece."""

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.conditions import OK, Check, Verdict
from kiosk.core.guide import Guide
from kiosk.core.visit import Frame, Loop
from kiosk.drawing import unfolding
from kiosk.drawing.portable import NotPortable, answer_event, state_id, token
from kiosk.drawing.scxml import scxml_of
from kiosk.drawing.unfolding import statechart_of
from kiosk.drawing.xstate import xstate_of
from kiosk.station import Station

GuideOf = Callable[..., Guide]

NAMESPACE = "{http://www.w3.org/2005/07/scxml}"

OUTER = """
flow: outer
version: 1
start: first
screens:
  first:
    ask: Once more?
    answers:
      - {id: again, text: Again, go: first}
      - {id: "on", text: "On", go: [{if: is_known, of: name, go: inner}, {go: name}]}
  name:
    ask: What is your name?
    field: {kind: name, save: name}
    checks:
      - {must: polite, when: {rude: {go: first}, short: Please say more}}
      - {must: true_name, when: {short: {go: first}}, else: Please say it once more}
    answers: [{id: typed, text: I typed it, go: first}]
    next: inner
  inner: {run: inner, after: {done: inner, out: each}}
  each: {run: inner, for_each: things, item: thing, save: results, next: end}
  end: {tell: Good bye, end: DONE}
"""

INNER = """
flow: inner
version: 1
start: look
screens:
  look: {ask: Look, answers: [{id: done, text: Done, go: done}, {id: out, text: Out, go: out}]}
  done: {return: done}
  out: {return: out}
"""


def check_of(name: str, *outcomes: str) -> Check:
    return Check(name, name, (OK, *outcomes), lambda value, situation: Verdict(OK), ())


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    checks = (check_of("polite", "rude", "short"), check_of("true_name", "short", "odd"))
    return guide_of(OUTER, INNER, checks=checks)


@pytest.fixture
def states(guide: Guide) -> dict[str, ElementTree.Element]:
    """The states of the SCXML document by id."""
    root = ElementTree.fromstring(scxml_of(guide, "outer"))  # noqa: S314 - our own text
    return {state.get("id", ""): state for state in root.iter() if state.get("id")}


@pytest.fixture
def config(guide: Guide) -> dict[str, Any]:
    """The states of the XState config."""
    made: dict[str, Any] = json.loads(xstate_of(guide, "outer"))["states"]
    return made


def leads(state: ElementTree.Element) -> list[dict[str, str]]:
    return [dict(transition.attrib) for transition in state.findall(f"{NAMESPACE}transition")]


def test_an_answer_to_its_own_page_enters_it_again(
    states: dict[str, ElementTree.Element], config: dict[str, Any]
) -> None:
    page = "first"

    scxml, xstate = leads(states[page])[0], config[page]["on"]["again"]

    assert scxml == {"event": "again", "target": "first"}
    assert xstate == {"target": "#outer.first", "reenter": True}


def test_a_guard_is_a_variable_that_is_set_from_outside(
    states: dict[str, ElementTree.Element], config: dict[str, Any]
) -> None:
    variable = "if_is_known_of_name"

    declared = states[variable]

    assert declared.get("expr") == "false"
    assert leads(states["first"])[1:] == [
        {"event": "on", "cond": variable, "target": "inner"},
        {"event": "on", "target": "name"},
    ]
    assert config["first"]["on"]["on"][0]["guard"] == {
        "type": "is_known",
        "params": {"variable": variable, "of": "name", "is": "ok"},
    }


def test_a_refusal_that_only_says_something_leaves_nothing(
    states: dict[str, ElementTree.Element], config: dict[str, Any]
) -> None:
    event = "refused.odd"

    scxml = [lead for lead in leads(states["name"]) if lead["event"] == event]

    assert scxml == [{"event": event}]
    assert config["name"]["on"][event] == {}


def test_where_two_checks_share_an_outcome_a_guard_tells_which_it_was(
    states: dict[str, ElementTree.Element],
) -> None:
    event = "refused.short"

    scxml = [lead for lead in leads(states["name"]) if lead["event"] == event]

    assert scxml == [
        {"event": event, "cond": "if_polite_of_name_is_short"},
        {"event": event, "target": "first"},
    ]


def test_an_answer_called_like_another_event_is_told_apart(guide: Guide) -> None:
    form, question = guide.screen("outer", "name"), guide.screen("outer", "first")

    events = [answer_event(form, "typed"), answer_event(question, "typed")]

    assert events == ["answer.typed", "typed"]


def test_a_flow_that_is_run_is_a_state_with_states_inside(
    states: dict[str, ElementTree.Element], config: dict[str, Any]
) -> None:
    inside = [state.get("id") for state in states["inner"].findall(f"{NAMESPACE}state")]

    returns = {word: leads(states[f"inner.{word}"]) for word in ("done", "out")}

    assert inside == ["inner.look", "inner.done", "inner.out"]
    assert returns == {"done": [{"target": "inner"}], "out": [{"target": "each"}]}
    assert config["inner"]["initial"] == "look"
    assert config["inner"]["states"]["done"]["always"] == {
        "target": "#outer.inner",
        "reenter": True,
    }


def test_a_loop_asks_for_the_next_item_before_each_turn(
    states: dict[str, ElementTree.Element], config: dict[str, Any]
) -> None:
    asking = leads(states["each.next_item"])

    returned = leads(states["each.item.done"])

    assert states["each"].get("initial") == "each.next_item"
    assert asking == [{"cond": "has_next_item_each", "target": "each.item"}, {"target": "end"}]
    assert returned == [{"target": "each.next_item"}]
    assert config["each"]["states"]["next_item"]["always"][0]["guard"]["type"] == "has_next_item"


def test_a_visit_in_a_loop_stands_on_the_state_of_that_name(guide: Guide) -> None:
    stack = (Frame("outer", "each", Loop(("one",))), Frame("inner", "look"))

    found = state_id(guide, stack)

    assert found == "each.item.look"


def test_entering_and_leaving_a_page_is_told_and_an_end_is_not_left(
    states: dict[str, ElementTree.Element], config: dict[str, Any]
) -> None:
    page, end = states["first"], states["end"]

    told = [log.attrib for log in page.iter(f"{NAMESPACE}log")]

    assert told == [
        {"label": "entered", "expr": "'first'"},
        {"label": "left", "expr": "'first'"},
    ]
    assert end.tag == f"{NAMESPACE}final"
    assert [log.get("label") for log in end.iter(f"{NAMESPACE}log")] == ["entered"]
    assert config["end"]["type"] == "final"
    assert "exit" not in config["end"]


def test_no_shipped_flow_needs_more_than_the_portable_subset(station: Station) -> None:
    texts = [scxml_of(station.guide, name) for name in station.guide.flows]

    tags = {tag for text in texts for tag in re.findall(r"<(\w+)", text)}

    assert tags == {
        "scxml", "datamodel", "data", "state", "final", "onentry", "onexit", "log", "transition",
    }  # fmt: skip


def test_each_target_and_each_start_is_a_state(station: Station) -> None:
    charts = [statechart_of(station.guide, name) for name in station.guide.flows]

    for chart in charts:
        states = list(chart.every_state())
        ids = [state.id for state in states]
        named = {chart.initial, *(state.initial for state in states)}
        named |= {lead.target for state in states for lead in state.transitions}
        assert named - {""} <= set(ids)
        assert len(ids) == len(set(ids))
        assert len(chart.guards) == len({guard.variable for guard in chart.guards})


def test_two_conditions_never_share_a_variable(guide_of: GuideOf) -> None:
    ways = "[{if: is, with: {value: a_b}, go: e}, {if: is, with: {value: a-b}, go: e}, {go: e}]"
    flow = f"{{flow: f, version: 1, start: d, screens: {{d: {{decide: {ways}}}, e: {{end: E}}}}}}"

    chart = statechart_of(guide_of(flow), "f")

    assert [guard.variable for guard in chart.guards] == ["if_is_value_a_b", "if_is_value_a_b_2"]


@given(st.text(max_size=6), st.text(max_size=6))
def test_a_name_becomes_a_word_that_every_engine_takes(one: str, other: str) -> None:
    words = [token(one), token(other)]

    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", word) for word in words)
    assert (words[0] == words[1]) == (one == other)


@given(st.text("_x0459f", max_size=8), st.text("_x0459f", max_size=8))
def test_an_escaped_sign_is_not_mistaken_for_a_name(one: str, other: str) -> None:
    words = [token(one), token(other)]

    assert (words[0] == words[1]) == (one == other)


def test_a_flow_that_runs_itself_has_no_statechart(guide_of: GuideOf) -> None:
    flow = "{flow: f, version: 1, start: r, screens: {r: {run: f, after: {x: b}}, b: {return: x}}}"
    guide = guide_of(flow)

    with pytest.raises(NotPortable, match="'f' runs itself"):
        statechart_of(guide, "f")


def test_flows_that_multiply_without_measure_have_no_statechart(guide_of: GuideOf) -> None:
    doubling = [
        f"{{flow: f{n}, version: 1, start: a, screens: {{a: {{run: f{n + 1}, after: {{x: b}}}}, "
        f"b: {{run: f{n + 1}, after: {{x: c}}}}, c: {{return: x}}}}}}"
        for n in range(40)
    ]
    last = "{flow: f40, version: 1, start: c, screens: {c: {return: x}}}"
    guide = guide_of(*doubling, last)

    with pytest.raises(NotPortable, match=f"{unfolding.MOST_STATES:,}"):
        statechart_of(guide, "f0")


def test_flows_nested_without_measure_have_no_statechart(guide_of: GuideOf) -> None:
    nested = [
        f"{{flow: f{n}, version: 1, start: a, screens: {{a: {{run: f{n + 1}, after: {{x: b}}}}, "
        f"b: {{return: x}}}}}}"
        for n in range(500)
    ]
    last = "{flow: f500, version: 1, start: c, screens: {c: {return: x}}}"
    guide = guide_of(*nested, last)

    with pytest.raises(NotPortable, match=f"{unfolding.DEEPEST}"):
        statechart_of(guide, "f0")
