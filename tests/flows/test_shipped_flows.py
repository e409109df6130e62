"""The shipped flows: each page, answer, outcome and end is on a road that the machine walks."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.core.cover.roads import Road
from kiosk.core.events import AskedHelp, Chosen, WentBack
from kiosk.core.flow import End, Form, Pick, Screen, Told, Wait
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of, musts_of
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.view import ReadBack, View
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH
from kiosk.resources import flows_dir, yaml_files
from kiosk.script import play, read_script, script_of
from kiosk.station import Station

FLOW_FILES = sorted(path.stem for path in yaml_files(flows_dir()) if path.stem != "site.example")

# What no road can cover, and why. Nothing, so far.
# Where taking something home is over: the family's own page is there again.
GIVEN_BACK = ("take_home/back", "take_home/done")

OUT_OF_REACH: dict[tuple[str, str], str] = {}

TYPES = "parent; new; have"
READS = f"{TYPES}; type: ana@gmail.com; me"
RECORD = f"{READS}; right; opens"
REQUEST = f"{RECORD}; one; pick: cedar_hill; has"
REPLY = f"{REQUEST}; sent"
SAVES = f"{REPLY}; found; opens; next; go: confirmed; saver; iphone"

# The way to a page, the page, and what leads round to it again.
LOOPS = {
    "refused": (TYPES, "email/type_it", "type: ana"),
    "did you mean": (TYPES, "email/type_it", "type: ana@gmial.com; again"),
    "read back": (READS, "email/read_back", "change; type: ana@gmail.com; me"),
    "shared": (TYPES, "email/type_it", "type: ana@gmail.com; shared; other"),
    "student": (TYPES, "email/type_it", "type: ana@stu.cedarvalley.example; other"),
    "another district": (f"{RECORD}; one", "record/pick_one", "not_here; go_on; one"),
    "not found": (REQUEST, "request/sign_up", "not_found; typo"),
    "no page": (REQUEST, "request/sign_up", "other; no_page; opens"),
    "where to look": (f"{REPLY}; not_yet", "reply/spam", "not_there; not_there; look_again"),
    "another device": (f"{REPLY}; found", "reply/open_it", "nothing; other_device"),
    "expired": (f"{REPLY}; found", "reply/open_it", "old; new_one; sent; found"),
    "how to save": (SAVES, "account/saver_iphone", "other_way; saver; iphone"),
    "password": (
        f"{SAVES}; saved",
        "account/enter",
        "refused; longer; enter; saver; iphone; saved",
    ),
}


def screens_of(guide: Guide) -> Iterator[tuple[str, Screen]]:
    """Every screen with its place."""
    for flow in guide.flows.values():
        for name, screen in flow.screens.items():
            yield f"{flow.flow}/{name}", screen


def steps_of(guide: Guide, place: str, screen: Screen) -> Iterator[tuple[str, str]]:
    """Every step that can be taken on a screen, as the trail calls it."""
    yield from ((place, answer.id) for answer in answers_of(screen))
    for must in musts_of(screen):
        outcomes = guide.checks[must.must].outcomes
        yield from ((place, f"refused.{outcome}") for outcome in outcomes if outcome != "ok")
    match screen:
        case Form():
            yield place, "confirmed" if screen.field.kind == "password" else "typed"
        case Pick():
            yield place, "picked"
        case Wait():
            yield place, "time"


def walked(guide: Guide, road: Road) -> Visit:
    visit = begin(guide)
    for event in road:
        visit = advance(guide, visit, event)
    return visit


def test_each_file_holds_the_flow_it_is_named_after(station: Station) -> None:
    assert sorted(station.guide.flows) == FLOW_FILES


def test_every_page_is_reached(worlds, station: Station) -> None:
    reached = {place for _, roads in worlds for place in roads.places} - set(GIVEN_BACK)

    shown = {place for place, screen in screens_of(station.guide) if isinstance(screen, Told)}
    assert len(shown) > 100
    assert shown == reached


def test_every_answer_every_outcome_and_every_clock_leads_on(worlds, station: Station) -> None:
    taken = {step for _, roads in worlds for step in roads.steps}

    expected = {
        step
        for place, screen in screens_of(station.guide)
        for step in steps_of(station.guide, place, screen)
    }
    assert len(expected) > 250
    assert expected - taken == set(OUT_OF_REACH)


def test_every_end_is_reached(worlds, station: Station) -> None:
    reached = {end for _, roads in worlds for end in roads.ends if end[1] not in GIVEN_BACK}

    ends = {(one.end, place) for place, one in screens_of(station.guide) if isinstance(one, End)}
    assert reached == ends


def test_no_road_meets_a_check_that_breaks(worlds) -> None:
    broken = [step for _, roads in worlds for step in roads.steps if step[1] == "broke"]

    assert broken == []


def test_worlds_is_a_script_that_leads_to_the_same_place_again(worlds) -> None:
    for station, roads in worlds:
        for road in roads.steps.values():
            visit = walked(station.guide, road)
            script = script_of(road) + ("" if visit.ended else "go: stop\n")

            again = play(station, read_script(script), _unseen)

            assert again.place == visit.place, script
            assert again.trail[: len(visit.trail)] == visit.trail, script


def _unseen(view: View) -> None:
    """Looks at no page."""


def test_every_brace_of_every_page_is_filled(worlds) -> None:
    for station, roads in worlds:
        for road in [*roads.places.values(), *roads.steps.values()]:
            view = view_of(station.guide, walked(station.guide, road), ENGLISH)

            assert "{" not in repr(replace(view, sources={})).replace("sources={}", "")


def test_back_brings_each_page_again_from_the_one_that_follows(worlds) -> None:
    for station, roads in worlds:
        for road in roads.steps.values():
            before, after = walked(station.guide, road[:-1]), walked(station.guide, road)
            if after.now.refusal or before.place.startswith("help/"):
                continue

            back = advance(station.guide, after, WentBack())

            assert back.now.stack == before.now.stack
            assert back.now.kept == before.now.kept


def test_help_lies_over_every_page_and_gives_it_back(worlds) -> None:
    for station, roads in worlds:
        for place, road in roads.places.items():
            visit = walked(station.guide, road)
            if place.startswith("help/") or not visit.before:
                continue

            helped = advance(station.guide, visit, AskedHelp())
            back = advance(station.guide, helped, Chosen("back"))

            assert helped.place == "help/call"
            assert view_of(station.guide, back, ENGLISH) == view_of(station.guide, visit, ENGLISH)


def test_every_end_has_a_code_a_sentence_and_who_does_what_by_when(station: Station) -> None:
    ends = [screen for _, screen in screens_of(station.guide) if isinstance(screen, End)]

    for end in ends:
        assert re.fullmatch(r"DONE|X_[A-Z_]+", end.end)
        assert end.tell, end.end
        assert end.todo, end.end
        assert all(todo.who and todo.what and todo.when for todo in end.todo), end.end


def test_only_the_happy_end_is_told_as_a_happy_one(station: Station) -> None:
    tones = {(one.end, one.tone) for _, one in screens_of(station.guide) if isinstance(one, End)}

    assert {code for code, tone in tones if tone == "done"} == {"DONE"}
    assert ("DONE", "later") not in tones


@pytest.mark.parametrize(
    ("typed", "answers", "read_back"),
    [
        ("Ana@Gmail.com", "me", ("ana", "@", "gmail.com")),
        ("ana@gmial.com", "take_guess; me", ("ana", "@", "gmail.com")),
        ("ana@gmaill.com", "keep_mine; me", ("ana", "@", "gmaill.com")),
    ],
)
def test_the_address_that_was_meant_is_read_back_letter_by_letter(
    typed: str, answers: str, read_back: tuple[str, ...], station: Station
) -> None:
    script = "\n".join(f"{TYPES}; type: {typed}; {answers}; go: stop".split("; "))
    views: list[View] = []

    play(station, read_script(script), views.append)

    body = views[-2].body
    assert isinstance(body, ReadBack)
    assert body.groups == read_back


@pytest.mark.parametrize(("start", "place", "loop"), LOOPS.values(), ids=LOOPS)
def test_help_is_offered_at_the_third_turn_of_a_loop(
    start: str, place: str, loop: str, station: Station
) -> None:
    script = "\n".join(f"{start}; {loop}; {loop}; go: stop".split("; "))
    views: list[View] = []

    play(station, read_script(script), views.append)

    pages = [view.page for view in views[:-1] if view.page.place == place]
    assert [page.offer_help for page in pages] == [False, False, True]
