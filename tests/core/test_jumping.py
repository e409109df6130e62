"""Staff puts a visit on another page, or says that a step is done; what is kept stays."""

from dataclasses import replace

import pytest

from kiosk.core.events import AskedHelp, Chosen, Typed, WentBack
from kiosk.core.jumping import STAFF_DONE, STAFF_JUMP, done_by_office, jumped
from kiosk.core.machine import advance, begin
from kiosk.core.sample_visit import sample_answers, seen_screens
from kiosk.core.showing import view_of
from kiosk.core.visit import Step

OUTER = """
flow: outer
version: 1
start: name
screens:
  name:
    ask: Who are you?
    field: {kind: name, save: name}
    next: greet
  greet: {ask: "Hello {name}", answers: [{id: on, text: Go on, go: asks}]}
  asks: {run: inner, after: {well: sorted, badly: over}}
  sorted: {decide: over}
  over: {tell: Good bye, end: X_OVER}
"""
INNER = """
flow: inner
version: 1
start: how
screens:
  how:
    ask: How are you?
    answers: [{id: well, text: Well, go: fine}, {id: badly, text: Not well, go: poor}]
  why: {ask: Why?, answers: [{id: on, text: Never mind, go: poor}]}
  fine: {return: well}
  poor: {return: badly}
"""


@pytest.fixture
def guide(guide_of):
    return guide_of(OUTER, INNER)


@pytest.fixture
def named(guide):
    """A visit that has said its name."""
    return advance(guide, begin(guide), Typed("Amina"))


def test_a_jump_forward_keeps_what_is_kept_and_back_restores_the_moment_before(guide, named):
    there = jumped(guide, named, "inner/why")

    back = advance(guide, there, WentBack())

    assert there.place == "inner/why"
    assert [frame.place for frame in there.now.stack] == ["outer/asks", "inner/why"]
    assert there.now.kept == named.now.kept
    assert there.trail == (*named.trail, Step("outer/greet", STAFF_JUMP))
    assert back.now == named.now


def test_a_visit_goes_on_from_there_as_if_it_had_come_by_itself(guide, named):
    there = jumped(guide, named, "inner/why")

    after = advance(guide, there, Chosen("on"))

    assert after.ended == "X_OVER"


def test_a_jump_back_within_the_flow_stays_above_the_flow_that_runs_it(guide, named):
    inside = advance(guide, named, Chosen("on"))

    there = jumped(guide, inside, "outer/greet")

    assert [frame.place for frame in there.now.stack] == ["outer/greet"]


def test_a_screen_that_goes_on_by_itself_does_so(guide, named):
    assert jumped(guide, named, "outer/sorted").place == "outer/over"
    assert jumped(guide, named, "outer/asks").place == "inner/how"


def test_a_page_that_shows_what_was_not_said_is_no_place_to_stand(guide):
    visit = begin(guide)

    assert jumped(guide, visit, "outer/greet") is visit


@pytest.mark.parametrize("place", ["", "outer", "outer/nowhere", "nowhere/how"])
def test_no_place_at_all_leaves_the_very_same_visit(guide, named, place):
    assert jumped(guide, named, place) is named


def test_a_visit_that_has_ended_goes_on(guide, named):
    ended = jumped(guide, named, "outer/over")

    again = jumped(guide, ended, "inner/how")

    assert ended.ended == "X_OVER"
    assert (again.ended, again.place) == ("", "inner/how")


def test_a_jump_to_the_help_page_lies_over_the_page_of_now(guide, named):
    there = jumped(guide, named, "help/call")

    after = advance(guide, there, Chosen("back"))

    assert there.place == "help/call"
    assert after.place == named.place


def test_a_jump_out_of_the_help_page_leaves_it(guide, named):
    asked = advance(guide, named, AskedHelp())

    assert [frame.place for frame in jumped(guide, asked, "outer/name").now.stack] == ["outer/name"]


def test_of_a_loop_the_first_item_is_at_hand(station):
    guide = station.guide
    visit = begin(guide)
    full = replace(visit, now=replace(visit.now, kept=sample_answers(guide)))

    there = jumped(guide, full, "one_school/found")

    loop = there.now.stack[-2].loop
    assert loop is not None
    assert (loop.at, loop.items) == (0, full.now.kept.many("schools"))


def test_every_shipped_page_of_a_family_can_be_jumped_to_and_shown(station):
    guide = station.guide
    visit = begin(guide)
    full = replace(visit, now=replace(visit.now, kept=sample_answers(guide)))
    flows = [flow for flow in guide.flows if flow != guide.home]
    places = {f"{flow}/{name}" for flow in flows for name in seen_screens(guide, flow)}

    there = {place: jumped(guide, full, place) for place in places}

    off = {place for place, after in there.items() if after.place != place} - {full.place}
    pages = [view_of(guide, after, station.words["en"]).page for after in there.values()]
    assert off <= {"setup/welcome_back"}
    assert [page for page in pages if "{" in page.title + "".join(page.says)] == []


def test_what_the_office_did_stands_in_the_trail_with_its_answer(guide, named):
    after = done_by_office(guide, named, "on")

    assert after.place == "inner/how"
    assert after.trail == (
        *named.trail,
        Step("outer/greet", STAFF_DONE),
        Step("outer/greet", "on"),
    )


def test_an_answer_that_the_page_does_not_have_changes_nothing(guide, named):
    assert done_by_office(guide, named, "badly") is named
