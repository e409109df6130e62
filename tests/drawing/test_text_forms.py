"""JSON, Mermaid and DOT hold the same chart as the picture, and are read without a complaint."""

import json
import re

import pytest

from kiosk.core.guide import Guide
from kiosk.drawing.as_json import json_of
from kiosk.drawing.chart import Chart
from kiosk.drawing.charting import chart_of
from kiosk.drawing.counts import Count
from kiosk.drawing.dot import dot_of
from kiosk.drawing.mermaid import mermaid_of
from kiosk.drawing.tally import tally_of
from kiosk.station import Station
from tests.drawing.samples import RUNNING, SHIPPED, awkward_guide

DRAWN = [*((name, False) for name in SHIPPED), *((name, True) for name in RUNNING)]

# One line of Mermaid: what the grammar allows that we use, and nothing else.
_WORDS = r'"(?:[\w .,?!\'():\u2019-]|#\d+;|<br/>)+"'
_MERMAID = (
    re.compile(r"flowchart TD"),
    re.compile(r'start\d+n\d+\(\["Start here"\]\) --> n\d+'),
    re.compile(rf"n\d+(?:\({_WORDS}\)|\[/{_WORDS}/\]|\{{\{{{_WORDS}\}}\}}|\[\[{_WORDS}\]\])"),
    re.compile(rf"n\d+(?:\(\[{_WORDS}\]\)|\[{_WORDS}\]:::(?:done|later|office))"),
    re.compile(rf"n\d+ (?:-->|-\.->)\|{_WORDS}\| n\d+"),
    re.compile(rf"subgraph n\d+\[{_WORDS}\]"),
    re.compile(r"end"),
    re.compile(r"classDef \w+ (?:[\w-]+:#?\w+,?)+"),
)

_DOT_TOKEN = re.compile(r'\s*("(?:[^"\\\n]|\\.)*"|->|[{}\[\];=,]|\w+)')


def shown(chart: Chart) -> list[tuple[int, int]]:
    """How many nodes and how many arrows each chart has that are drawn."""
    return [
        (len(one.nodes), sum(arrow.kind != "again" for arrow in one.arrows))
        for one in chart.all_charts()
    ]


def tokens_of(dot: str) -> list[str]:
    """The tokens of a DOT text; fails where none fits."""
    tokens, place = [], 0
    while dot[place:].strip():
        found = _DOT_TOKEN.match(dot, place)
        assert found, dot[place : place + 60]
        tokens.append(found[1])
        place = found.end()
    return tokens


def statements_of(tokens: list[str]) -> list[list[str]]:
    """The statements of a DOT text, as tokens; braces and brackets are found to match."""
    statements: list[list[str]] = [[]]
    depth: list[str] = []
    for sign in tokens:
        if sign in "{[":
            depth.append(sign)
        if sign in "}]":
            assert depth.pop() + sign in ("{}", "[]")
        statements[-1].append(sign)
        if sign in "{};":
            statements.append([])
    assert depth == []
    return [one for one in statements if one]


@pytest.mark.parametrize(("name", "unfold"), DRAWN)
def test_json_holds_every_node_and_arrow_with_its_fields(
    station: Station, name: str, unfold: bool
) -> None:
    chart = chart_of(station.guide, name, unfold=unfold)

    made = json.loads(json_of(chart))

    assert [node["id"] for node in made["nodes"]] == [node.id for node in chart.nodes]
    assert [(one["source"], one["by"], one["target"], one["label"]) for one in made["arrows"]] == [
        (arrow.source, arrow.by, arrow.target, arrow.label) for arrow in chart.arrows
    ]
    assert set(made["inside"]) == set(chart.inside)
    assert "pairs" not in made


def test_json_holds_what_was_counted(station: Station) -> None:
    chart = chart_of(station.guide, "help")
    counts = [Count("help", "call", "nobody", 3), Count("help", "call", "left", 1)]

    made = json.loads(json_of(chart, tally_of(station.guide, chart, counts)))

    counted = {arrow["by"]: arrow["count"] for arrow in made["arrows"]}
    assert counted == {"back": 0, "nobody": 3}
    assert made["nodes"][0]["visits"]["dropped"] == 1
    assert {(one["target"], one["count"]) for one in made["pairs"]} == {
        ("help/back", 0),
        ("help/nobody", 3),
    }


@pytest.mark.parametrize(("name", "unfold"), DRAWN)
def test_every_line_of_mermaid_is_one_that_its_grammar_knows(
    station: Station, name: str, unfold: bool
) -> None:
    chart = chart_of(station.guide, name, unfold=unfold)

    lines = [line.strip() for line in mermaid_of(chart).splitlines()]

    unknown = [line for line in lines if not any(form.fullmatch(line) for form in _MERMAID)]
    assert unknown == []
    assert lines.count("end") == len([line for line in lines if line.startswith("subgraph")])
    charts = shown(chart)
    assert len([line for line in lines if "|" in line]) == sum(arrows for _, arrows in charts)
    named = {found[1] for line in lines if (found := re.match(r"(?:subgraph )?(n\d+)[(\[{]", line))}
    assert len(named) == sum(nodes for nodes, _ in charts)


@pytest.mark.parametrize(("name", "unfold"), DRAWN)
def test_dot_has_a_statement_for_every_node_and_arrow(
    station: Station, name: str, unfold: bool
) -> None:
    chart = chart_of(station.guide, name, unfold=unfold)

    statements = statements_of(tokens_of(dot_of(chart)))

    charts = shown(chart)
    labelled = [one for one in statements if "->" in one and "label" in one]
    boxes = [one for one in statements if one[0].startswith("n") and "shape" in one]
    frames = [one for one in statements if one[0] == "subgraph"]
    assert len(labelled) == sum(arrows for _, arrows in charts)
    assert len(boxes) + len(frames) == sum(nodes for nodes, _ in charts)
    assert statements[0] == ["digraph", f'"{name}"', "{"]


@pytest.fixture(scope="module")
def awkward() -> Guide:
    return awkward_guide()


def test_words_that_mermaid_might_take_for_its_own_are_only_words(awkward: Guide) -> None:
    chart = chart_of(awkward, "end")

    lines = [line.strip() for line in mermaid_of(chart).splitlines()]

    assert [line for line in lines if not any(form.fullmatch(line) for form in _MERMAID)] == []
    assert '  n2("1#46; a list")' in mermaid_of(chart).splitlines()


def test_words_that_dot_might_take_for_its_own_are_only_words(awkward: Guide) -> None:
    chart = chart_of(awkward, "end")

    statements = statements_of(tokens_of(dot_of(chart)))

    assert len([one for one in statements if "->" in one and "label" in one]) == len(chart.arrows)
    assert r"\\N \\\" end" in dot_of(chart)


@pytest.mark.parametrize("write", [mermaid_of, dot_of])
def test_counts_stand_on_arrows_and_screens(station: Station, write) -> None:
    chart = chart_of(station.guide, "help")
    counts = [Count("help", "call", "nobody", 3), Count("help", "call", "left", 1)]

    text = write(chart, tally_of(station.guide, chart, counts))

    words = re.sub(r"\\n|<br/>", " ", text)
    assert "Nobody can help me now (3)" in words
    assert "4 visits 1 stopped here" in words
