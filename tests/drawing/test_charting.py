"""A chart holds every screen and every way on of a flow, in words that a person understands."""

from collections.abc import Callable

import pytest

from kiosk.core.errors import Missing
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of
from kiosk.drawing.chart import Arrow, Chart
from kiosk.drawing.charting import chart_of
from kiosk.station import Station
from tests.drawing.samples import SHIPPED

BOX = """
flow: box
version: 3
about: What a box is for.
start: ask
screens:
  ask:
    ask: Is it {here} that you mean?
    answers:
      - id: "yes"
        text: "Yes, in {school}"
        go: [{if: is_known, of: email, go: looks}, {go: done}]
      - {id: run, text: Another way, go: inner}
  looks:
    decide: [{if: is, of: school, with: {value: north_lake}, go: done}, {go: ask}]
  many:
    decide:
      - {if: is_known, of: email, is: "no", go: ask}
      - {go: done}
  inner:
    run: small
    after: {fine: many}
  done: {tell: It is done, end: DONE, tone: done}
"""
SMALL = """
flow: small
version: 1
start: first
screens:
  first:
    tell: In the small one
    answers: [{id: on, text: On, go: fine}, {id: stop_now, text: Stop, go: over}]
  fine: {return: fine}
  over: {tell: Over, end: X_LATER, tone: later}
"""


@pytest.fixture(scope="module")
def box(guide_of: Callable[..., Guide]) -> Guide:
    return guide_of(BOX, SMALL, facts={"here": "Cedar Hill"})


def by_label(chart: Chart) -> dict[str, Arrow]:
    return {arrow.label: arrow for arrow in chart.arrows}


def test_every_shipped_flow_is_drawn_in_these_tests(station: Station) -> None:
    shipped = station.guide.flows

    drawn = set(SHIPPED)

    assert drawn == set(shipped)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_screen_and_every_answer_of_a_shipped_flow_is_on_its_chart(
    station: Station, name: str
) -> None:
    flow = station.guide.flows[name]

    chart = chart_of(station.guide, name)

    places = [f"{name}/{screen}" for screen in flow.screens]
    answers = {
        (f"{name}/{place}", answer.id, f"{name}/{way.go}")
        for place, screen in flow.screens.items()
        for answer in answers_of(screen)
        for way in answer.go
    }
    assert [node.id for node in chart.nodes] == places
    assert answers <= {(arrow.source, arrow.by, arrow.target) for arrow in chart.arrows}
    assert {arrow.target for arrow in chart.arrows} <= set(places)


def test_every_outcome_that_is_refused_is_an_arrow_onward_or_one_that_stays(
    station: Station,
) -> None:
    guide = station.guide

    arrows = [arrow for arrow in chart_of(guide, "email").arrows if arrow.source == "email/type_it"]

    told = {arrow.by.removeprefix("refused.") for arrow in arrows if arrow.by != "typed"}
    checks = ("email_address", "email_not_student", "email_spelling")
    assert told == {one for name in checks for one in guide.checks[name].outcomes} - {"ok"}
    assert {arrow.kind: arrow.target for arrow in arrows if arrow.by == "refused.no_at"} == {
        "again": "email/type_it"
    }
    assert {arrow.kind: arrow.target for arrow in arrows if arrow.by == "refused.near"} == {
        "refused": "email/did_you_mean"
    }


def test_facts_of_the_site_are_filled_in_and_what_only_a_visit_knows_stands_in_brackets(
    box: Guide,
) -> None:
    chart = chart_of(box, "box")

    labels = by_label(chart)

    assert chart.node("box/ask").title == "Is it Cedar Hill that you mean?"
    assert "Yes, in [school], if email is known" in labels


def test_an_answer_with_conditions_has_an_arrow_for_each_of_them(box: Guide) -> None:
    chart = chart_of(box, "box")

    ways = [arrow for arrow in chart.arrows if arrow.by == "yes"]

    assert [arrow.target for arrow in ways] == ["box/looks", "box/done"]
    assert ways[1].label == "Yes, in [school], otherwise"


def test_a_decision_is_a_question_with_yes_and_no_or_says_its_conditions(box: Guide) -> None:
    chart = chart_of(box, "box")

    titles = chart.node("box/looks").title, chart.node("box/many").title
    labels = {
        node: [arrow.label for arrow in chart.arrows if arrow.source == node]
        for node in ("box/looks", "box/many")
    }

    assert titles == ("School is: north lake?", "It depends on what is known")
    assert labels["box/looks"] == ["yes", "no"]
    assert labels["box/many"] == ["if email is known: no", "otherwise"]


def test_a_flow_that_is_run_tells_its_returns_and_the_ends_inside_it(box: Guide) -> None:
    chart = chart_of(box, "box")

    node = chart.node("box/inner")

    assert (node.kind, node.word, node.ends) == ("run", "small", ("later",))
    assert by_label(chart)["fine"].by == "returned.fine"
    assert chart.inside == {}


def test_unfolding_opens_each_flow_once_wherever_it_is_run_first(station: Station) -> None:
    guide = station.guide

    charts = list(chart_of(guide, "setup", unfold=True).all_charts())

    flows = [chart.flow for chart in charts]
    assert sorted(flows) == sorted(set(SHIPPED) - {"help", "take_home"})
    assert [node for chart in charts for node in chart.inside].count("setup/reply") == 1
    assert "setup/reply_to_reset" not in {node for chart in charts for node in chart.inside}


def test_a_flow_that_runs_itself_is_drawn_open_no_deeper(guide_of: Callable[..., Guide]) -> None:
    guide = guide_of(
        "flow: round\nversion: 1\nstart: first\nscreens:\n"
        "  first: {ask: Go?, answers: [{id: a, text: Go, go: again}, {id: b, text: No, go: b}]}\n"
        "  again: {run: round, after: {b: b}}\n"
        "  b: {return: b}\n"
    )

    chart = chart_of(guide, "round", unfold=True)

    assert chart.inside == {}


def test_a_flow_that_is_not_there_is_told_with_those_that_are(box: Guide) -> None:
    unknown = "boxes"

    with pytest.raises(Missing, match=r"no flow 'boxes'.*box, help, small"):
        chart_of(box, unknown)
