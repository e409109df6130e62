"""The language of flows: every kind of screen can be written, and tells where it leads."""

import pytest

from kiosk.core.flow import Decide, End, Flow, Form, Pick, Question, Return, Run, Screen, Wait
from kiosk.core.leading import answers_of, musts_of, targets_of, ways_of
from kiosk.core.shape.reader import read_file

EVERY_KIND = """
flow: all
version: 1
start: question
screens:
  question:
    ask: Which?
    answers:
      - {id: a, text: A, go: form}
      - {id: b, text: B, go: [{if: is_known, of: x, go: pick}, wait]}
  form:
    ask: What?
    field: {kind: email, save: x}
    checks:
      - {must: one, when: {bad: Look again, far: {go: wait}}, else: {go: end}}
      - {must: two, else: No}
    answers: {id: out, text: Out, go: end}
    next: pick
  pick: {ask: Which school?, pick: {of: schools, save: y}, next: wait}
  wait: {wait: reply, tell: Wait, answers: {id: c, text: C, go: run}, next: run}
  run: {run: other, after: {ok: decide, no: [{if: is_known, of: y, go: end}, back]}}
  each: {run: other, for_each: y, item: i, save: z, next: decide}
  decide: {decide: [{if: is_known, of: z, go: back}, end]}
  back: {return: done}
  gone: {return: away}
  again: {return: done}
  end: {tell: Bye, end: X_END}
"""


@pytest.fixture(scope="module")
def flow() -> Flow:
    return read_file(EVERY_KIND, "all.yaml", Flow)


@pytest.mark.parametrize(
    ("name", "kind", "targets"),
    [
        ("question", Question, ["form", "pick", "wait"]),
        ("form", Form, ["end", "pick", "wait", "end"]),
        ("pick", Pick, ["wait"]),
        ("wait", Wait, ["run", "run"]),
        ("run", Run, ["decide", "end", "back"]),
        ("each", Run, ["decide"]),
        ("decide", Decide, ["back", "end"]),
        ("back", Return, []),
        ("end", End, []),
    ],
)
def test_a_screen_is_told_by_its_key_and_knows_each_way_that_leads_on(
    flow: Flow, name: str, kind: type[Screen], targets: list[str]
) -> None:
    screen = flow.screens[name]

    assert type(screen) is kind
    assert [target for target, _ in targets_of(screen)] == targets


@pytest.mark.parametrize(
    ("name", "answers", "musts", "rows"),
    [
        ("question", ["a", "b"], 0, 2),
        ("form", ["out"], 2, 2),
        ("wait", ["c"], 0, 2),
        ("run", [], 0, 2),
        ("end", [], 0, 0),
    ],
)
def test_a_screen_tells_its_answers_its_checks_and_its_rows_of_ways(
    flow: Flow, name: str, answers: list[str], musts: int, rows: int
) -> None:
    screen = flow.screens[name]

    assert [answer.id for answer in answers_of(screen)] == answers
    assert (len(musts_of(screen)), len(ways_of(screen))) == (musts, rows)


def test_a_flow_tells_each_word_it_returns_once(flow: Flow) -> None:
    assert flow.returns() == ("done", "away")


def test_a_target_knows_where_it_is_written(flow: Flow) -> None:
    places = [marks.of("go").line for _, marks in targets_of(flow.screens["question"])]

    assert places == [9, 10, 10]
