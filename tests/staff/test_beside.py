"""What staff see beside a family: every answer in English, and never a letter that was typed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.core.cover.roads import Roads
from kiosk.core.events import AskedHelp, Chosen, Event, Picked, Typed, WentBack
from kiosk.core.guide import Guide
from kiosk.core.jumping import done_by_office, jumped
from kiosk.core.machine import advance, begin
from kiosk.core.sample_visit import seen_screens, visit_at
from kiosk.core.visit import Visit
from kiosk.staff.beside import spots_of, told_so_far, you_are_here
from kiosk.staff.done_by_office import done_answer
from kiosk.station import Station

CANARY = "zqx7canary"
TO_EMAIL = (Chosen("parent"), Chosen("new"), Chosen("have"))
TO_SCHOOLS = (
    *TO_EMAIL,
    Typed("amina@gmail.com"),
    Chosen("me"),
    Chosen("right"),
    Chosen("opens"),
    Chosen("two"),
)


def after(guide: Guide, *events: Event) -> Visit:
    """The visit after those events."""
    visit = begin(guide)
    for event in events:
        visit = advance(guide, visit, event)
    return visit


def answers(guide: Guide, visit: Visit) -> list[str]:
    """What the rows say was answered."""
    return [row.answer for row in told_so_far(guide, visit)]


def with_canary(event: Event) -> Event:
    """What is typed has the canary in it, and is taken or refused as before."""
    if not isinstance(event, Typed):
        return event
    name, at, ending = event.text.partition("@")
    return Typed(f"{name}{CANARY}{at}{ending}")


def roads_in(
    worlds: tuple[tuple[Station, Roads], ...],
) -> Iterator[tuple[Guide, tuple[Event, ...]]]:
    """Every road that leads to a page, to an end, or over a step."""
    for station, roads in worlds:
        for found in (roads.places, roads.ends, roads.steps):
            yield from ((station.guide, road) for road in found.values())


def test_the_answers_are_told_in_the_order_they_were_given(station: Station) -> None:
    visit = after(station.guide, *TO_SCHOOLS)

    rows = told_so_far(station.guide, visit)

    assert [row.title for row in rows][:3] == [
        "Who are you for your child?",
        "What do you want to do today?",
        "Do you have an email address?",
    ]
    assert [row.answer for row in rows][:5] == [
        "Parent or guardian",
        "Set up my account",
        "Yes, I have one",
        "Typed an address",
        "Only I do",
    ]


def test_the_schools_that_were_picked_are_told_by_name(station: Station) -> None:
    first, second = station.guide.options["schools"][:2]
    visit = after(station.guide, *TO_SCHOOLS, Picked((first.id, second.id)), Chosen("has"))

    rows = told_so_far(station.guide, visit)

    assert rows[-2].answer == f"{first.name}, {second.name}"
    assert rows[-1].title == f"Does {first.name} have this address for you?"


def test_each_school_has_its_own_name_in_its_own_question(station: Station) -> None:
    first, second = station.guide.options["schools"][:2]
    picked = Picked((first.id, second.id))
    visit = after(station.guide, *TO_SCHOOLS, picked, Chosen("has"), Chosen("has"))

    titles = [row.title for row in told_so_far(station.guide, visit)][-2:]

    assert titles == [f"Does {one.name} have this address for you?" for one in (first, second)]


def test_an_address_that_was_not_taken_is_told_by_what_the_kiosk_said(station: Station) -> None:
    visit = after(station.guide, *TO_EMAIL, Typed(CANARY))

    said = answers(station.guide, visit)[-1]

    assert said.startswith("Typed an address. The kiosk said: An address has an @")
    assert CANARY not in said


def test_going_back_and_asking_for_help_stand_in_the_row_of_answers(station: Station) -> None:
    visit = after(station.guide, *TO_EMAIL, WentBack(), AskedHelp(), Chosen("back"), Chosen("none"))

    said = answers(station.guide, visit)[-4:]

    assert said == [
        "Went back",
        "Asked for help",
        "Go back to my page",
        "No, I do not have one",
    ]


def test_what_staff_did_stands_in_the_row_and_the_schools_keep_their_names(
    station: Station,
) -> None:
    guide = station.guide
    first, second = guide.options["schools"][:2]
    visit = after(guide, *TO_SCHOOLS, Picked((first.id, second.id)))

    visit = done_by_office(guide, visit, "has")
    visit = done_by_office(guide, visit, "has")
    visit = jumped(guide, visit, "reply/look")
    rows = told_so_far(guide, visit)

    assert [row.answer for row in rows][-5:] == [
        "Marked as done by the office:",
        "Yes, it has this one",
        "Marked as done by the office:",
        "Yes, it has this one",
        "Staff went to another page",
    ]
    assert [row.title for row in rows][-4] == f"Does {first.name} have this address for you?"
    assert [row.title for row in rows][-2] == f"Does {second.name} have this address for you?"


def test_nothing_typed_is_ever_told_on_any_road_through_the_shipped_flows(
    worlds: tuple[tuple[Station, Roads], ...],
) -> None:
    leaks, typed = [], 0

    for guide, road in roads_in(worlds):
        for marked in (road, tuple(with_canary(event) for event in road)):
            visit = after(guide, *marked)
            said = " ".join(f"{row.title} {row.answer}" for row in told_so_far(guide, visit))
            said += " ".join(crumb.words for crumb in you_are_here(guide, visit))
            texts = [event.text for event in marked if isinstance(event, Typed)]
            typed += len(texts)
            names = [text.partition("@")[0] for text in texts if "@" in text]
            leaks += [one for one in (CANARY, *names) if len(one) > 4 and one in said]

    assert typed > 500
    assert leaks == []


def test_a_typed_name_that_is_also_the_id_of_a_school_is_not_told(home_station: Station) -> None:
    guide = home_station.guide
    school = guide.options["schools"][0]
    visit = visit_at(guide, "take_home", "name")
    visit = advance(guide, visit, Typed(school.id))

    rows = told_so_far(guide, visit)

    assert [row.answer for row in rows] == ["Typed a name"]
    assert str(school.name) not in rows[0].title


def test_the_flows_under_way_are_told_with_the_school_at_hand(station: Station) -> None:
    first, second = station.guide.options["schools"][:2]
    visit = after(station.guide, *TO_SCHOOLS, Picked((first.id, second.id)), Chosen("has"))

    crumbs = you_are_here(station.guide, visit)

    assert [crumb.words for crumb in crumbs] == [
        "Setup",
        "Record",
        f"One school: {second.name} (2 of 2)",
    ]
    assert crumbs[-1].place == visit.place
    assert crumbs[0].place == "setup/record"


def test_pages_to_go_to_begin_with_those_the_family_has_seen(station: Station) -> None:
    visit = after(station.guide, *TO_EMAIL, Typed("amina@gmail.com"))

    spots = spots_of(station.guide, visit, "email")

    assert [spot.place for spot in spots[:2]] == ["email/have_one", "email/type_it"]
    assert [spot.visited for spot in spots[:3]] == [True, True, False]
    assert visit.place not in [spot.place for spot in spots]
    assert len(spots) == len(seen_screens(station.guide, "email")) - 1


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ("email/have_one", "have"),
        ("email/recover", "opened"),
        ("email/can_open", "opens"),
        ("one_school/has_it", "has"),
        ("one_school/at_office", "asked"),
        ("one_school/found", "same"),
        ("one_school/misspelt", "changed"),
        ("record/just_changed", "try_now"),
        ("request/sign_up", "sent"),
        ("reply/wait", "found"),
        ("reply/open_it", "opens"),
        ("account/enter", "inside"),
        ("signed_in/every_child", "all"),
        ("help/call", "back"),
    ],
)
def test_the_answer_that_counts_as_done_leads_on(station: Station, place: str, answer: str) -> None:
    best = done_answer(station.guide, place)

    assert best is not None
    assert best.id == answer


@pytest.mark.parametrize(
    "place", ["email/type_it", "record/pick_one", "email/which_new", "email/no_email"]
)
def test_what_must_be_typed_or_picked_cannot_be_done_for_the_family(
    station: Station, place: str
) -> None:
    best = done_answer(station.guide, place)

    assert best is None


def test_answers_marked_as_done_bring_a_visit_to_its_happy_end(station: Station) -> None:
    guide = station.guide
    school = guide.options["schools"][0].id
    given: dict[str, Event] = {
        "email/type_it": Typed("amina@gmail.com"),
        "record/pick_one": Picked((school,)),
    }
    visit = after(guide, Chosen("parent"), Chosen("new"))

    for _ in range(40):
        if not visit.ended:
            best = done_answer(guide, visit.place)
            event = given.get(visit.place) or Chosen(best.id if best else "")
            visit = advance(guide, visit, event)

    assert visit.ended == "DONE"


def test_a_step_of_a_place_that_is_gone_is_left_out(station: Station) -> None:
    visit = after(station.guide, *TO_EMAIL)
    gone = replace(visit.trail[0], place="gone/away")
    visit = replace(visit, trail=(gone, *visit.trail[1:]))

    rows = told_so_far(station.guide, visit)

    assert [row.place for row in rows] == ["setup/today", "email/have_one"]
