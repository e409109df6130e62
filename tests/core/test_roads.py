"""Roads are found through the real machine, and each leads where it says."""

from collections.abc import Callable

import pytest

from kiosk.core.cover.roads import Road, events_at, roads_of
from kiosk.core.events import AskedHelp, Chosen, Confirmed, Elapsed, Picked, Typed
from kiosk.core.guide import Guide
from kiosk.core.machine import begin
from tests.core.made import after
from tests.core.made_tour import PARTS, TOUR

GuideOf = Callable[..., Guide]


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    return guide_of(TOUR, **PARTS)


@pytest.mark.parametrize(
    ("before", "events"),
    [
        (("form",), [Chosen("out"), Typed("x"), Typed("ab"), Typed("far"), Typed("odd")]),
        (("pick",), [Picked(("north",)), Picked(("south",)), Picked(("west",))]),
        (
            ("few",),
            [Picked(("north", "south")), Picked(("south", "east")), Picked(("east", "west"))],
        ),
        (("wait",), [Chosen("now"), Elapsed()]),
        (("secret",), [Confirmed()]),
        (("bye",), []),
    ],
)
def test_every_answer_is_tried_and_one_input_for_each_outcome(
    guide: Guide, before: tuple[str, ...], events: list[object]
) -> None:
    visit = after(guide, *before)

    assert list(events_at(guide, visit)) == events


def test_help_is_tried_from_the_first_page(guide: Guide) -> None:
    assert list(events_at(guide, begin(guide)))[-1] == AskedHelp()


def test_a_road_to_each_place_end_and_step_is_found_and_leads_there(guide: Guide) -> None:
    roads = roads_of(guide)

    ways: dict[tuple[str, ...], Road] = {
        **{("place", place): road for place, road in roads.places.items()},
        **{("end", *end): road for end, road in roads.ends.items()},
        **{("step", *step): road for step, road in roads.steps.items()},
    }
    for (kind, *names), road in ways.items():
        visit = after(guide, *road)
        last = visit.trail[-1:]
        reached = {
            "place": [visit.place],
            "end": [visit.ended, visit.place],
            "step": [last[0].place, last[0].by] if last else [],
        }
        assert reached[kind] == names


def test_the_shortest_road_is_kept(guide: Guide) -> None:
    roads = roads_of(guide)

    assert roads.places["tour/who"] == ()
    assert roads.places["tour/pick"] == (Chosen("pick"),)
    assert roads.ends == {
        ("DONE", "tour/bye"): (Chosen("bye"),),
        ("X_HELP", "help/nobody"): (Chosen("breaks"), Chosen("nobody")),
    }


def test_every_answer_and_every_outcome_of_the_made_up_flow_is_a_step(guide: Guide) -> None:
    steps = roads_of(guide).steps

    in_form = {by for place, by in steps if place == "tour/form"}
    assert in_form == {"out", "typed", "refused.short", "refused.elsewhere", "refused.odd"}
    assert ("tour/who", "broke") in steps


def test_moments_that_differ_only_in_what_was_said_are_followed_only_so_far(guide: Guide) -> None:
    few = roads_of(guide, most_alike=1)
    more = roads_of(guide)

    assert set(few.places) == set(more.places)
    assert set(few.steps) == set(more.steps)
