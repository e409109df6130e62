"""A saved visit is taken up exactly; what a family said is saved only with its leave."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from kiosk.core.cover.roads import Roads
from kiosk.core.events import (
    Chosen,
    LanguageChosen,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.machine import advance
from kiosk.core.saved.form import MOST_MOMENTS
from kiosk.core.saved.saving import StartAgain, hash_of, resume, save
from kiosk.core.visit import Step, Visit
from kiosk.station import Station
from tests.core.trips import (
    AT_HOME,
    ON_THE_WAY,
    PLACE,
    TRIP,
    GuideOf,
    taken_up,
    trip_of,
    visit_of,
)
from tests.oracles.happenings import SCRIPTS, SEEDS, random_visits

a_few = settings(max_examples=60, deadline=None)


def test_every_page_and_end_of_the_shipped_flows_is_taken_up_exactly(
    station: Station, roads: Roads
) -> None:
    guide = station.guide
    visits = [visit_of(guide, *road) for road in (*roads.places.values(), *roads.ends.values())]

    again = [taken_up(guide, save(guide, visit, private=True)) for visit in visits]

    assert again == visits


@given(SEEDS, SCRIPTS)
@a_few
def test_any_moment_of_any_flow_is_taken_up_exactly(seed: int, script: list[int]) -> None:
    guide, happened = random_visits(seed, script)
    visits = [one.after for one in happened[::4]]

    again = [taken_up(guide, save(guide, visit, private=True)) for visit in visits]

    assert again == visits


@pytest.mark.sweep
@given(SEEDS, SCRIPTS)
@settings(max_examples=2_000, deadline=None)
def test_many_moments_of_any_flow_are_taken_up_exactly(seed: int, script: list[int]) -> None:
    guide, happened = random_visits(seed, script)
    visits = [happened[len(happened) // 2].after, happened[-1].after]

    again = [taken_up(guide, save(guide, visit, private=True)) for visit in visits]

    assert again == visits


def test_a_visit_without_own_words_needs_no_leave_to_be_taken_up_exactly(
    guide_of: GuideOf,
) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, LanguageChosen("so"), Chosen("later"), Chosen("now"))

    again = taken_up(guide, save(guide, visit))

    assert again == visit
    assert (again.language, again.now.kept.text("clock.bus")) == ("so", "1")


def test_what_was_copied_under_another_name_is_taken_up(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *AT_HOME)

    again = taken_up(guide, save(guide, visit, private=True))

    assert again.now.kept.text("traveller") == "Amina"
    assert again == visit


def test_back_works_on_a_visit_that_was_taken_up(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)

    again = taken_up(guide, save(guide, visit, private=True))

    assert advance(guide, again, WentBack()) == advance(guide, visit, WentBack())


def test_the_same_files_elsewhere_have_the_same_hash(guide_of: GuideOf) -> None:
    one = trip_of(guide_of)
    moved = trip_of(guide_of, f"# a note\n\n{TRIP}")

    changed = trip_of(guide_of, place=PLACE.replace("Look around", "Look round"))

    assert hash_of(one) == hash_of(moved)
    assert hash_of(one) != hash_of(changed)


# What is never saved without leave


def test_without_leave_nothing_that_the_family_said_is_saved(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)

    text = json.dumps(save(guide, visit))

    assert [word for word in ("Amina", "hill", "lake") if word in text] == []
    assert '"seen"' not in text


def test_without_leave_the_visit_stands_where_nothing_was_said_yet(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)

    again = taken_up(guide, save(guide, visit))

    assert again.place == "trip/name"
    assert again.now == visit_of(guide, Chosen("yes")).now
    assert again.trail == (*visit.trail, Step("place/there", "saved"))


def test_a_visit_that_was_stopped_among_its_places_does_not_save_them(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY, Stopped())

    saved = save(guide, visit)

    assert "hill" not in json.dumps(saved)
    assert resume(guide, saved) == StartAgain("nowhere")


def test_what_a_password_field_would_keep_is_never_saved(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of, TRIP.replace("{kind: password}", "{kind: password, save: pass}"))
    visit = visit_of(guide, *AT_HOME)
    unsound = replace(visit, now=replace(visit.now, kept=visit.now.kept.put("pass", "Sesame")))

    saved = save(guide, unsound.with_draft("Sesame"), private=True)

    assert "Amina" in json.dumps(saved)
    assert "Sesame" not in json.dumps(saved)


def test_with_leave_a_refused_name_comes_back_as_a_draft(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, Chosen("yes"), Typed("Amona"))

    kept, left_out = save(guide, visit, private=True), save(guide, visit)

    assert taken_up(guide, kept) == visit
    assert "Amona" not in json.dumps(left_out)
    assert taken_up(guide, left_out).now.refusal == ("is.else", "Please say Amina")


def test_shipped_words_are_private(station: Station, roads: Roads) -> None:
    guide = station.guide
    visits = [visit_of(guide, *road) for road in roads.places.values()]
    own = {word for visit in visits for word in own_words(visit)}

    texts = [json.dumps(save(guide, visit)) for visit in visits]

    assert {"cedar_hill", "gmail"} <= own
    assert [word for word in own for text in texts if f'"{word}"' in text] == []


def own_words(visit: Visit) -> set[str]:
    kept = [visit.now.kept.many(name) for name in ("email", "guess", "provider", "schools")]
    return {word for words in kept for word in words}


def test_only_the_latest_thousand_moments_are_saved(guide_of: GuideOf) -> None:
    guide = guide_of(
        "{flow: f, version: 1, start: s, screens: {s: {answers: [{id: a, text: A, go: s}]}}}"
    )
    visit = visit_of(guide, *[Chosen("a")] * (MOST_MOMENTS + 5))

    again = taken_up(guide, save(guide, visit))

    assert again.now == visit.now
    assert again.before == visit.before[-(MOST_MOMENTS - 1) :]
