"""A visit goes by itself through choices, runs and returns, and stops at each page for a family."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.core.conditions import OK, Check, Situation, Verdict
from kiosk.core.events import AskedHelp, Chosen, Picked
from kiosk.core.guide import Guide, Option
from kiosk.core.kept import Value
from kiosk.core.machine import advance, begin
from kiosk.core.stepping import MOST_STEPS, enter
from kiosk.core.visit import Visit

GuideOf = Callable[..., Guide]

SCHOOLS = tuple(Option(name, name.title()) for name in ("north", "south", "east"))

EACH = """
flow: each
version: 1
start: which
screens:
  which:
    ask: Which?
    pick: {of: schools, save: schools, at_most: 3}
    answers:
      - {id: none, text: None, go: loop}
    next: loop
  loop:
    run: one
    for_each: schools
    item: school
    save: results
    next:
      - {if: every_one_is, of: results, with: {value: same}, go: agreed}
      - {go: differ}
  agreed: {tell: All agree, answers: [{id: next, text: Next, go: bye}]}
  differ: {tell: They differ, answers: [{id: next, text: Next, go: bye}]}
  bye: {tell: Bye, end: DONE}
"""
ONE = """
flow: one
version: 1
start: asks
screens:
  asks:
    ask: "{school}?"
    answers:
      - {id: same, text: Same, go: same}
      - {id: old, text: Old, go: deeper}
  deeper: {run: two, after: {mended: same, left: old}}
  same: {return: same}
  old: {return: old}
"""
TWO = """
flow: two
version: 1
start: decides
screens:
  decides: {decide: [{if: is_known, of: mended, go: mended}, asks]}
  asks:
    ask: Mended?
    answers:
      - {id: "yes", text: Yes, set: {mended: school}, go: mended}
      - {id: "no", text: No, go: left}
  mended: {return: mended}
  left: {return: left}
"""


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    return guide_of(EACH, ONE, TWO, options={"schools": SCHOOLS})


def played(guide: Guide, *answers: str, pick: tuple[str, ...] = ()) -> Visit:
    visit = begin(guide)
    if pick:
        visit = advance(guide, visit, Picked(pick))
    for answer in answers:
        visit = advance(guide, visit, Chosen(answer))
    return visit


def test_a_loop_over_nothing_goes_on_at_once(guide: Guide) -> None:
    visit = played(guide, "none")

    assert visit.place == "each/agreed"
    assert visit.now.kept.value("results") == ()


def test_a_loop_over_one_asks_once(guide: Guide) -> None:
    at_one = played(guide, pick=("south",))
    after = advance(guide, at_one, Chosen("same"))

    assert (at_one.place, at_one.now.kept.text("school")) == ("one/asks", "south")
    assert (after.place, after.now.kept.value("results")) == ("each/agreed", ("same",))


def test_a_loop_over_three_asks_of_each_in_turn_and_keeps_what_each_gave(guide: Guide) -> None:
    visits = [
        played(guide, *answers, pick=("north", "south", "east"))
        for answers in ([], ["same"], ["same", "old", "no"], ["same", "old", "no", "same"])
    ]

    items = [visit.now.kept.text("school") for visit in visits]
    assert items == ["north", "south", "east", ""]
    assert visits[-1].place == "each/differ"
    assert visits[-1].now.kept.value("results") == ("same", "old", "same")


def test_the_item_at_hand_is_forgotten_when_the_loop_is_over(guide: Guide) -> None:
    visit = played(guide, "same", pick=("north",))

    assert "school" not in set(visit.now.kept)


def test_flows_nest_and_each_gives_its_word_to_the_one_that_ran_it(guide: Guide) -> None:
    deep = played(guide, "old", pick=("north", "south"))
    mended = advance(guide, deep, Chosen("yes"))
    again = advance(guide, mended, Chosen("old"))

    assert [frame.flow for frame in deep.now.stack] == ["each", "one", "two"]
    assert (mended.place, mended.now.kept.text("school")) == ("one/asks", "south")
    assert again.now.kept.value("results") == ("same", "same")


def test_the_middle_of_a_loop_is_left_and_found_again_by_back(guide: Guide) -> None:
    first = played(guide, "same", pick=("north", "south"))
    second = advance(guide, first, Chosen("same"))

    assert second.before[-1] == first.now
    assert first.now.stack[0].loop is not None
    assert (first.now.stack[0].loop.at, first.now.stack[0].loop.results) == (1, ("same",))


def test_help_on_top_of_a_nested_loop_leaves_it_as_it_is(guide: Guide) -> None:
    deep = played(guide, "old", pick=("north", "south"))

    helped = advance(guide, deep, AskedHelp())
    back = advance(guide, helped, Chosen("back"))

    assert helped.place == "help/call"
    assert replace(back.now, turns=deep.now.turns) == deep.now


GUARDED = """
flow: guarded
version: 1
start: which
screens:
  which:
    ask: Which?
    pick: {of: schools, save: it}
    next:
      - {if: sorts, of: it, with: {strict: true}, is: far, go: far}
      - {if: sorts, of: it, with: {strict: true}, keep: better, go: near}
      - {if: sorts, of: gone, is: nothing, go: nothing}
      - {go: other}
  far: &page {tell: Here, answers: [{id: next, text: Next, go: bye}]}
  near: *page
  nothing: *page
  other: *page
  bye: {tell: Bye, end: DONE}
"""


def sorts(value: Value, situation: Situation) -> Verdict:
    outcome = {"north": "far", "south": OK, "": "nothing"}.get(str(value), "none")
    if situation.params.get("strict"):
        return Verdict(outcome, f"better than {situation.kept.text('it')}")
    return Verdict(outcome)


SORTS = Check("sorts", "Sorts.", (OK, "far", "none", "nothing"), sorts, ())


@pytest.mark.parametrize(
    ("pick", "place", "better"),
    [
        ("north", "guarded/far", ""),
        ("south", "guarded/near", "better than south"),
        ("east", "guarded/nothing", ""),
    ],
)
def test_the_first_way_whose_check_gives_its_outcome_is_taken(
    guide_of: GuideOf, pick: str, place: str, better: str
) -> None:
    guide = guide_of(GUARDED, checks=(SORTS,), options={"schools": SCHOOLS})

    visit = played(guide, pick=(pick,))

    kept = {"it": pick, "better": better} if better else {"it": pick}
    assert visit.place == place
    assert dict(visit.now.kept.pairs) == kept


def test_a_way_without_a_check_is_always_open(guide_of: GuideOf) -> None:
    never = replace(SORTS, judge=lambda value, situation: Verdict("none"))
    guide = guide_of(GUARDED, checks=(never,), options={"schools": SCHOOLS})

    visit = played(guide, pick=("north",))

    assert visit.place == "guarded/other"


def chain(length: int) -> str:
    """A flow that goes on by itself that many times before its first page."""
    links = "".join(f"  d{n}: {{decide: {{go: d{n + 1}}}}}\n" for n in range(length))
    page = f"  d{length}: {{tell: There, answers: [{{id: a, text: A, go: d{length}}}]}}\n"
    return f"flow: chain\nversion: 1\nstart: d0\nscreens:\n{links}{page}"


@pytest.mark.parametrize(
    ("length", "place"), [(MOST_STEPS - 1, "chain/d99"), (MOST_STEPS, "help/call")]
)
def test_a_hundred_steps_by_itself_are_the_limit(
    guide_of: GuideOf, length: int, place: str
) -> None:
    guide = guide_of(chain(length))

    visit = begin(guide)

    assert visit.place == place


@pytest.mark.parametrize(
    ("name", "flow"),
    [
        ("two choices", "a: {decide: {go: b}}\n  b: {decide: {go: a}}"),
        ("one choice", "a: {decide: {go: a}}"),
        ("a flow that runs itself", "a: {run: round, after: {x: b}}\n  b: {return: x}"),
        ("a loop over nothing", "a: {run: help, for_each: n, item: i, save: s, next: a}"),
        (
            "a run that comes back",
            "a: {run: back, after: {x: a}}",
        ),
    ],
)
def test_a_circle_that_goes_by_itself_ends_at_the_help_page(
    guide_of: GuideOf, name: str, flow: str
) -> None:
    text = f"flow: round\nversion: 1\nstart: a\nscreens:\n  {flow}\n"
    back = "flow: back\nversion: 1\nstart: r\nscreens:\n  r: {return: x}\n"
    guide = guide_of(text, back)

    visit = begin(guide)

    assert visit.place == "help/call", name
    assert visit.trouble.endswith("goes on by itself without end")


def test_a_moment_is_not_touched_by_the_ones_that_follow_it(guide: Guide) -> None:
    moment = played(guide, pick=("north",)).now
    copy = replace(moment)

    enter(guide, moment, "old")

    assert moment == copy


def test_where_no_way_is_open_the_family_is_sent_to_the_desk(guide_of: GuideOf) -> None:
    only_far = GUARDED.replace("      - {go: other}\n", "")
    never = replace(SORTS, judge=lambda value, situation: Verdict("none"))
    guide = guide_of(only_far, checks=(never,), options={"schools": SCHOOLS})

    visit = played(guide, pick=("north",))

    assert (visit.place, visit.trouble) == ("help/call", "no way is open")
