"""A ticket of any page brings the visit back there, and what was typed is asked again."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings

from kiosk.core.events import AskedHelp, Chosen, Elapsed, Event, Picked, Typed
from kiosk.core.flow import Wait
from kiosk.core.guide import Guide
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH
from kiosk.handoff.ticket.qr_text import ticket_text
from kiosk.handoff.ticket.reasons import Refused, TakenUp
from kiosk.handoff.ticket.short_code import short_code
from kiosk.handoff.ticket.taking_up import take_up
from kiosk.station import Station
from tests.core.trips import AT_HOME, TRIP, GuideOf, goes_on, trip_of
from tests.handoff.ticket_visits import (
    MONDAY,
    STAMP,
    THURSDAY,
    TO_REQUEST,
    TO_WAIT,
    Came,
    own_page,
    taken,
    up_to_a_page,
    walked,
    went_on,
)
from tests.oracles.happenings import SCRIPTS, SEEDS, random_visits

a_few = settings(max_examples=60, deadline=None)

TYPED = {"email", "guess", "ticket"}
# The flows that ask themselves for what is typed, and where.
ASKED_FOR = {"email": "email/type_it", "setup": "setup/ticket"}
ASKED_AGAIN = (Typed("ana@gmail.com"), Chosen("me"), Chosen("right"), Chosen("opens"))


# Coming back


def test_a_ticket_of_every_page_and_end_brings_the_visit_back(
    station: Station, trips: list[Came]
) -> None:
    assert len(trips) > 140

    for one in trips:
        brings_back(station.guide, one)


def test_so_it_does_while_the_offices_are_closed(
    closed_station: Station, closed_trips: list[Came]
) -> None:
    assert "one_school/closed_now" in {one.visit.place for one in closed_trips}

    for one in closed_trips:
        brings_back(closed_station.guide, one)


def brings_back(guide: Guide, one: Came) -> None:
    page = own_page(guide, one.visit)
    said = without(ids_of(Visit(page)), *TYPED)
    for back in (one.by_text, one.by_code):
        stack = up_to_a_page(guide, back.visit.now.stack)
        asked_for = ASKED_FOR.get(page.stack[-1].flow) if back.asks else None
        assert stack[:-1] == page.stack[:-1]
        assert stack[-1].place == (asked_for or page.stack[-1].place)
        assert (back.visit.language, back.nearest) == ("so", False)
    assert ids_of(one.by_text.visit) == said
    assert ids_of(one.by_code.visit) == without(said, "records", "clock.reply")


def ids_of(visit: Visit) -> dict[str, object]:
    return dict(visit.now.kept.pairs)


def without(kept: dict[str, object], *names: str) -> dict[str, object]:
    return {name: value for name, value in kept.items() if name not in names}


def test_what_was_typed_is_asked_again_and_then_the_own_page_is_seen(
    station: Station, trips: list[Came]
) -> None:
    guide = station.guide
    asking = [(own_page(guide, one.visit), one.by_code) for one in trips if one.by_code.asks]

    again = [(page, went_on(guide, back.visit, *ASKED_AGAIN)) for page, back in asking]

    others = [(page, after) for page, after in again if page.stack[-1].flow not in ASKED_FOR]
    assert len(others) > 70
    for page, after in others:
        assert after.now.stack == page.stack
        assert after.now.kept.text("email") == "ana@gmail.com"
        view_of(guide, after, ENGLISH)


def test_every_page_that_is_come_back_to_shows_no_brace_that_is_empty(
    station: Station, trips: list[Came]
) -> None:
    visits = [one.by_code.visit for one in trips]

    views = [view_of(station.guide, visit, ENGLISH) for visit in visits]

    assert len(views) > 140
    assert [
        view for view in views if "{" in repr(replace(view, sources={})).replace("{}", "")
    ] == []


@given(SEEDS, SCRIPTS)
@a_few
def test_a_ticket_of_any_moment_of_any_flow_is_taken_up(seed: int, script: list[int]) -> None:
    guide, happened = random_visits(seed, script)
    visit = happened[-1].after

    for text in (
        ticket_text(guide, visit, STAMP, MONDAY),
        short_code(guide, visit, STAMP, MONDAY),
    ):
        back = take_up(guide, text, STAMP, THURSDAY)
        if isinstance(back, TakenUp):
            goes_on(guide, back.visit)
        else:
            assert back == Refused("older_flow" if text else "not_a_ticket")


def test_an_office_that_was_closed_is_asked_when_it_is_open(
    station: Station, closed_station: Station
) -> None:
    closed, office_open = closed_station.guide, station.guide
    road = (*TO_REQUEST[:-1], Chosen("other"), Chosen("later"))
    visit = walked(closed, road)
    code = short_code(closed, visit, STAMP, MONDAY)

    later, too_soon = taken(office_open, code), taken(closed, code)

    assert visit.ended == "X_SLIP"
    places = [[frame.place for frame in back.visit.now.stack] for back in (later, too_soon)]
    assert places[0][-2:] == ["one_school/at_office", "email/type_it"]
    assert places[1][-2:] == ["one_school/closed_now", "email/type_it"]


def test_help_on_top_of_a_page_is_left_out(station: Station) -> None:
    guide = station.guide
    visit = walked(guide, (Chosen("parent"), AskedHelp()))

    again = taken(guide, ticket_text(guide, visit, STAMP, MONDAY))

    assert (visit.place, again.visit.place) == ("help/call", "setup/today")


def test_a_ticket_of_a_visit_that_came_back_leads_to_the_same_page(station: Station) -> None:
    guide = station.guide
    first = taken(guide, short_code(guide, walked(guide, TO_WAIT), STAMP, MONDAY))

    second = taken(guide, short_code(guide, first.visit, STAMP, MONDAY))

    assert first.visit.place == "email/type_it"
    assert second.visit == first.visit


def test_back_from_a_page_come_back_to_leads_nowhere_unknown(station: Station) -> None:
    guide = station.guide

    again = taken(guide, ticket_text(guide, walked(guide, TO_WAIT), STAMP, MONDAY))

    assert again.visit.before == ()
    assert [(step.place, step.by) for step in again.visit.trail] == [("reply/wait", "came_back")]


def test_what_was_typed_decides_nothing_before_it_is_asked_again(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of, TRIP.replace("{go: end}]", "{go: wait}]"))
    visit = walked(guide, AT_HOME)

    again = taken(guide, ticket_text(guide, visit, STAMP, MONDAY))

    assert visit.place == "trip/secret"
    assert again.visit.place == "trip/name"


def test_a_name_that_only_a_flow_under_way_asks_for_is_asked_there(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    events: tuple[Event, ...] = (Chosen("yes"), Typed("Amina"), Picked(("hill", "lake")))
    visit = walked(guide, (*events, Chosen("here")))

    again = taken(guide, ticket_text(guide, visit, STAMP, MONDAY))

    assert visit.place == "place/there"
    assert (again.visit.place, again.asks) == ("trip/name", ("name",))
    assert "place" not in again.visit.now.kept


# Waiting


def test_a_ticket_knows_when_the_wait_is_over(station: Station) -> None:
    guide = station.guide
    visit = walked(guide, TO_WAIT)
    soon = MONDAY + timedelta(minutes=3)

    told = taken(guide, ticket_text(guide, visit, STAMP, MONDAY, until=soon))
    untold = taken(guide, ticket_text(guide, visit, STAMP, MONDAY))

    assert visit.place == "reply/wait"
    assert told.until == soon
    assert untold.until == MONDAY + timedelta(seconds=guide.waits["reply"])


def test_the_wait_of_a_code_is_over_within_the_hour_of_its_issue(station: Station) -> None:
    guide = station.guide

    again = taken(guide, short_code(guide, walked(guide, TO_WAIT), STAMP, MONDAY))

    assert again.issued == MONDAY.replace(minute=0)
    assert again.until == again.issued + timedelta(seconds=guide.waits["reply"])


def test_only_a_page_that_waits_has_a_wait(station: Station, trips: list[Came]) -> None:
    guide = station.guide

    timed = {own_page(guide, one.visit).stack[-1] for one in trips if one.by_text.until}
    others = {own_page(guide, one.visit).stack[-1] for one in trips if not one.by_text.until}

    assert {type(guide.screen(one.flow, one.screen)) for one in timed} == {Wait}
    assert Wait not in {type(guide.screen(one.flow, one.screen)) for one in others}


def test_a_time_told_for_a_page_that_does_not_wait_is_left_out(guide: Guide) -> None:
    visit = walked(guide, (Chosen("parent"),))

    again = taken(guide, ticket_text(guide, visit, STAMP, MONDAY, until=THURSDAY))

    assert again.until is None


def test_a_wait_that_goes_on_by_itself_still_does_after_coming_back(station: Station) -> None:
    guide = station.guide
    again = taken(guide, short_code(guide, walked(guide, TO_WAIT), STAMP, MONDAY))

    after = went_on(guide, again.visit, *ASKED_AGAIN, Elapsed())

    assert after.place == "reply/look_again"
