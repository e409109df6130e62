"""The graph of a flow tells what nothing leads to, and what never ends."""

import pytest

from kiosk.core.cover.graph import enders, endless, graph_of, reached_from, unreachable
from kiosk.core.flow import Flow
from kiosk.core.shape.reader import read_file


def flow_of(screens: str, name: str = "made") -> Flow:
    """A flow of screens, one a line, that starts on `a`."""
    lines = "".join(f"  {line.strip()}\n" for line in screens.strip().splitlines())
    return read_file(f"flow: {name}\nversion: 1\nstart: a\nscreens:\n{lines}", name, Flow)


ASKS = "a: {ask: A?, answers: [{id: b, text: B, go: b}, {id: c, text: C, go: c}]}\n"
FORM = "a: {ask: X, field: {kind: name}, checks: {must: m, else: {go: b}}, next: a}\n"
END = "b: {tell: Bye, end: DONE}\n"


@pytest.mark.parametrize(
    ("screens", "lost"),
    [
        (ASKS + END + "c: {return: c}", ()),
        (ASKS + END + "c: {return: c}\nd: {decide: b}", ("d",)),
        (ASKS + END + "c: {return: c}\nd: {decide: e}\ne: {decide: d}", ("d", "e")),
        (ASKS + END, ()),
        (END.replace("b:", "z:"), ("z",)),
        (FORM + END, ()),
    ],
)
def test_what_no_road_from_the_start_leads_to_is_found(screens: str, lost: tuple[str, ...]) -> None:
    flow = flow_of(screens)

    assert unreachable(flow) == lost


@pytest.mark.parametrize(
    ("screens", "stuck"),
    [
        (ASKS + END + "c: {return: c}", ()),
        (ASKS + END + "c: {decide: c}", ("c",)),
        (ASKS + END + "c: {ask: D?, answers: {id: a, text: A, go: a}}", ()),
        ("a: {ask: A?, answers: {id: b, text: B, go: b}}\nb: {decide: a}", ("a", "b")),
        ("a: {run: ends, after: {x: a}}", ()),
        ("a: {run: other, after: {x: a}}", ("a",)),
    ],
)
def test_what_never_ends_is_found(screens: str, stuck: tuple[str, ...]) -> None:
    flow = flow_of(screens)

    assert endless(flow, {"ends"}) == stuck


def test_a_flow_ends_a_visit_by_its_own_end_or_by_one_it_runs() -> None:
    flows = {
        "ends": flow_of("a: {tell: Bye, end: X}", "ends"),
        "runs": flow_of("a: {run: deep, after: {}}", "runs"),
        "deep": flow_of("a: {run: ends, after: {}}", "deep"),
        "returns": flow_of("a: {return: x}", "returns"),
        "circles": flow_of("a: {run: circles, after: {}}", "circles"),
    }

    assert enders(flows) == {"ends", "runs", "deep"}


def test_the_graph_names_each_target_once_and_none_that_is_not_there() -> None:
    flow = flow_of("a: {ask: A?, answers: {id: b, text: B, go: [{if: x, go: b}, b, c]}}\n" + END)

    graph = graph_of(flow)

    assert graph == {"a": ("b",), "b": ()}
    assert reached_from(graph, ["a", "c"]) == {"a", "b"}


def test_a_flow_of_ten_thousand_screens_is_looked_through_without_a_hitch() -> None:
    links = "".join(f"a{n}: {{decide: a{n + 1}}}\n" for n in range(10_000))
    flow = flow_of("a: {decide: a0}\n" + links + "a10000: {return: x}")

    assert (unreachable(flow), endless(flow, ())) == ((), ())
