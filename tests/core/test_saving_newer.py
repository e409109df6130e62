"""A visit that was saved with older flows: on the same page, on an earlier one, or begun again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kiosk.core.events import (
    Chosen,
    Confirmed,
    Typed,
)
from kiosk.core.machine import begin
from kiosk.core.saved.saving import StartAgain, resume, save
from kiosk.core.showing import view_of
from kiosk.core.visit import Step
from kiosk.core.words import ENGLISH
from tests.core.trips import (
    AT_HOME,
    ON_THE_WAY,
    PLACE,
    PLACES,
    TRIP,
    GuideOf,
    goes_on,
    taken_up,
    through_json,
    trip_of,
    visit_of,
)
from tests.oracles.happenings import SCRIPTS, SEEDS, random_visits
from tests.oracles.random_flows import Fate, random_guide

a_few = settings(max_examples=60, deadline=None)


def test_a_changed_sentence_does_not_move_the_visit(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)
    newer = trip_of(guide_of, TRIP.replace("Home again", "Back home"))

    again = taken_up(newer, save(guide, visit, private=True))

    assert again == visit


def test_a_refusal_is_said_in_the_words_of_today(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, Chosen("yes"), Typed("Amona"))
    newer = trip_of(guide_of, TRIP.replace("Please say Amina", "Say Amina if you please"))

    again = taken_up(newer, save(guide, visit, private=True))

    assert again.now.refusal == ("is.else", "Say Amina if you please")


@pytest.mark.parametrize(
    ("what", "old", "new", "stands_on"),
    [
        ("the page is gone", "there", "at_it", "trip/places"),
        ("the inner flow returns another word", "seen: {return: seen}", "seen: {return: been}",
         "place/there"),
        ("the flow is run elsewhere", "rounds", "tours", "trip/places"),
        ("the loop is none any more", "for_each: places\n    item: place\n    save: answers\n    "
         "next: home", "after: {seen: home}", "trip/places"),
        ("the page shows what was never said", "Are you there?", "Are you there, {nickname}?",
         "trip/places"),
        ("the page shows a text that was never said", "ask: Are you there?",
         "show: nickname\n    ask: Are you there?", "trip/places"),
        ("what was picked is kept under another name", "save: places", "save: spots",
         "trip/places"),
    ],
)  # fmt: skip
def test_where_a_page_does_not_fit_the_nearest_earlier_one_is_shown(
    guide_of: GuideOf, what: str, old: str, new: str, stands_on: str
) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY[:3])
    trip, place = TRIP.replace(old, new), PLACE.replace(old, new)
    newer = trip_of(guide_of, trip, place)

    again = taken_up(newer, save(guide, visit, private=True))

    assert again.place == stands_on, what
    assert view_of(newer, again, ENGLISH).page.place == stands_on


def test_a_moved_visit_says_so_in_its_trail(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)
    newer = trip_of(guide_of, TRIP.replace("rounds", "tours"))

    again = taken_up(newer, save(guide, visit, private=True))

    assert again.trail == (*visit.trail, Step("place/there", "resumed"))


def test_turns_of_a_page_that_is_gone_are_left_out(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, Chosen("later"), Chosen("now"))
    newer = trip_of(guide_of, TRIP.replace("wait:\n", "waits:\n").replace("go: wait", "go: waits"))

    again = taken_up(newer, save(guide, visit))

    assert (visit.place, again.place) == ("trip/name", "trip/name")
    assert set(visit.now.turns) - set(again.now.turns) == {"trip/wait"}


def test_an_end_has_the_code_of_today(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *AT_HOME, Confirmed())
    newer = trip_of(guide_of, TRIP.replace("DONE", "WELL_DONE"))

    again = taken_up(newer, save(guide, visit, private=True))

    assert (visit.ended, again.ended) == ("DONE", "WELL_DONE")


def test_a_school_that_the_site_does_not_know_now_is_not_taken_up(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)
    smaller = replace(guide, options={"places": PLACES["places"][1:]})

    again = taken_up(smaller, save(guide, visit, private=True))

    assert again.place == "trip/places"


def test_a_visit_that_nothing_is_left_of_is_begun_again(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, Chosen("later"))
    newer = trip_of(guide_of, TRIP.replace("who", "whoever").replace("wait:\n", "waits:\n"))

    again = resume(newer, through_json(save(guide, visit)))

    assert again == StartAgain("nowhere")


def test_a_visit_of_another_flow_is_begun_again(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = begin(guide)

    again = resume(replace(guide, start="place"), save(guide, visit))

    assert again == StartAgain("other_flow")


@given(SEEDS, SEEDS, SCRIPTS)
@a_few
def test_a_visit_of_any_flow_meets_any_newer_one_without_harm(
    seed: int, newer_seed: int, script: list[int]
) -> None:
    guide, happened = random_visits(seed, script)
    newer = random_guide(newer_seed, Fate(newer_seed))

    again = resume(newer, through_json(save(guide, happened[-1].after, private=True)))

    goes_on(newer, again)


@pytest.mark.sweep
@given(SEEDS, SEEDS, SCRIPTS)
@settings(max_examples=2_000, deadline=None)
def test_many_visits_meet_newer_flows_without_harm(
    seed: int, newer_seed: int, script: list[int]
) -> None:
    guide, happened = random_visits(seed, script)
    newer = random_guide(newer_seed, Fate(newer_seed))

    again = resume(newer, through_json(save(guide, happened[-1].after, private=True)))

    goes_on(newer, again)
