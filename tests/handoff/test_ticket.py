"""A ticket of any page brings the visit back there, and holds nothing that a family typed."""

import json
import zlib
from datetime import timedelta

import pytest
from hypothesis import given, settings

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.events import AskedHelp, Chosen, Elapsed, Event, Picked, Typed
from kiosk.core.flow import Wait
from kiosk.core.guide import Guide
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH
from kiosk.handoff.matrix import matrix_of
from kiosk.handoff.ticket import qr_text
from kiosk.handoff.ticket.letters import bytes_of, typed
from kiosk.handoff.ticket.packing import unpacked
from kiosk.handoff.ticket.plan import plan_of
from kiosk.handoff.ticket.qr_text import PREFIX, ticket_text
from kiosk.handoff.ticket.reasons import Refused, TakenUp
from kiosk.handoff.ticket.short_code import decoded, short_code
from kiosk.handoff.ticket.taking_up import is_scanned, take_up
from kiosk.station import Station
from tests.core.trips import PLACES, GuideOf, goes_on, trip_of
from tests.handoff.ticket_visits import (
    LANGUAGES,
    MONDAY,
    STAMP,
    THURSDAY,
    every_visit,
    own_page,
    taken,
    up_to_a_page,
    walked,
    went_on,
)
from tests.oracles.happenings import SCRIPTS, SEEDS, random_visits

a_few = settings(max_examples=60, deadline=None)

ADDRESS = "quokka.zebu@gmail.com"
CANARIES = ("quokka", "zebu", "@", "gmail.com", "Quokka")
TYPED = {"email", "guess"}
ASKED_AGAIN = (Typed("ana@gmail.com"), Chosen("me"), Chosen("right"), Chosen("opens"))
TO_REQUEST = (
    *(Chosen("parent"), Chosen("new"), Chosen("have"), Typed("ana@gmail.com"), Chosen("me")),
    *(Chosen("right"), Chosen("opens"), Chosen("one"), Picked(("cedar_hill",)), Chosen("has")),
)
TO_WAIT = (
    *(*TO_REQUEST, Chosen("sent"), Chosen("not_yet"), Chosen("not_there"), Chosen("not_there")),
)


@pytest.fixture(scope="session")
def visits(station: Station, roads: Roads) -> list[Visit]:
    return list(every_visit(station.guide, roads))


@pytest.fixture(scope="session")
def closed_visits(closed_station: Station, closed_roads: Roads) -> list[Visit]:
    return list(every_visit(closed_station.guide, closed_roads))


# Coming back


def test_a_ticket_of_every_page_and_end_brings_the_visit_back(
    station: Station, visits: list[Visit]
) -> None:
    brings_all_back(station.guide, visits)


def test_so_it_does_while_the_offices_are_closed(
    closed_station: Station, closed_visits: list[Visit]
) -> None:
    brings_all_back(closed_station.guide, closed_visits)


def brings_all_back(guide: Guide, visits: list[Visit]) -> None:
    assert len(visits) > 350
    for visit in visits:
        page = own_page(guide, visit)

        backs = [
            taken(guide, text)
            for text in (
                ticket_text(guide, visit, STAMP, MONDAY),
                short_code(guide, visit, STAMP, MONDAY),
            )
        ]

        for back in backs:
            stack = up_to_a_page(guide, back.visit.now.stack)
            in_place = back.asks and page.stack[-1].flow == "email"
            assert stack == (page.stack[:-1] + stack[-1:] if in_place else page.stack)
            assert stack[-1].place == ("email/type_it" if in_place else page.stack[-1].place)
            assert (back.visit.language, back.nearest) == ("so", False)
        assert ids_of(backs[0].visit) == without(ids_of(Visit(page)), *TYPED)
        assert ids_of(backs[1].visit) == without(
            ids_of(Visit(page)), *TYPED, "records", "clock.reply"
        )


def ids_of(visit: Visit) -> dict[str, object]:
    return dict(visit.now.kept.pairs)


def without(kept: dict[str, object], *names: str) -> dict[str, object]:
    return {name: value for name, value in kept.items() if name not in names}


def test_what_was_typed_is_asked_again_and_then_the_own_page_is_seen(
    station: Station, visits: list[Visit]
) -> None:
    guide = station.guide
    tickets = [(visit, ticket_text(guide, visit, STAMP, MONDAY)) for visit in visits]
    backs = [(visit, taken(guide, text)) for visit, text in tickets]
    asking = [(visit, back.visit) for visit, back in backs if back.asks]

    again = [(own_page(guide, visit), went_on(guide, back, *ASKED_AGAIN)) for visit, back in asking]

    others = [(page, after) for page, after in again if page.stack[-1].flow != "email"]
    assert len(others) > 200
    for page, after in others:
        assert after.now.stack == page.stack
        assert after.now.kept.text("email") == "ana@gmail.com"
        view_of(guide, after, ENGLISH)


def test_every_page_that_is_come_back_to_shows_no_brace_that_is_empty(
    station: Station, visits: list[Visit]
) -> None:
    guide = station.guide

    codes = {short_code(guide, visit, STAMP, MONDAY) for visit in visits}

    assert len(codes) > 100
    for code in codes:
        view = view_of(guide, taken(guide, code).visit, ENGLISH)
        assert "{" not in repr(view).replace("sources={", "").replace("numbers={", "")


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
        assert isinstance(back, TakenUp) or back == Refused("older_flow")
        if isinstance(back, TakenUp):
            goes_on(guide, back.visit)


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


def test_only_a_page_that_waits_has_a_wait(station: Station, visits: list[Visit]) -> None:
    guide = station.guide

    for visit in visits:
        again = taken(guide, ticket_text(guide, visit, STAMP, MONDAY))
        page = own_page(guide, visit).stack[-1]
        assert (again.until is not None) == isinstance(guide.screen(page.flow, page.screen), Wait)


def test_a_wait_that_goes_on_by_itself_still_does_after_coming_back(station: Station) -> None:
    guide = station.guide
    again = taken(guide, short_code(guide, walked(guide, TO_WAIT), STAMP, MONDAY))

    after = went_on(guide, again.visit, *ASKED_AGAIN, Elapsed())

    assert after.place == "reply/look_again"


# What is in it


def test_no_ticket_of_any_page_holds_what_a_family_typed(station: Station, roads: Roads) -> None:
    guide = station.guide
    whole = [*roads.places.values(), *roads.ends.values(), *roads.steps.values()]
    visits = [walked(guide, with_canary(road)) for road in whole]
    spoken = [visit for visit in visits if "quokka" in repr(visit)]
    assert len(spoken) > 250
    assert {visit.place.split("/")[0] for visit in spoken} > {"email", "reply", "account"}

    held = [
        text
        for visit in spoken
        for text in (
            insides(ticket_text(guide, visit, STAMP, MONDAY)),
            insides_of_code(guide, short_code(guide, visit, STAMP, MONDAY)),
        )
    ]

    assert [(canary, text) for canary in CANARIES for text in held if canary in text] == []


def test_no_ticket_of_any_flow_holds_what_was_typed(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    road = (Chosen("yes"), Typed("Quokka"), Typed("Amina"), Picked(("sea",)), Chosen("here"))
    for count in range(1, len(road) + 1):
        visit = walked(guide, (*road[:count], AskedHelp()))

        held = insides(ticket_text(guide, visit, STAMP, MONDAY))

        assert "Quokka" not in held
        assert "Amina" not in held
    assert '"sea"' in held


def test_a_word_of_the_site_is_kept_though_a_check_found_it_in_what_was_typed(
    station: Station,
) -> None:
    guide = station.guide
    visit = walked(guide, TO_WAIT)

    again = taken(guide, short_code(guide, visit, STAMP, MONDAY)).visit

    assert again.now.kept.text("provider") == "gmail"
    assert again.now.kept.text("schools") == "cedar_hill"


def with_canary(road: Road) -> Road:
    """The same road with a canary where the family's own address is typed in good order."""
    return tuple(Typed(ADDRESS) if event == Typed("ana@gmail.com") else event for event in road)


def insides(text: str) -> str:
    """Everything that can be got out of a ticket by whoever has it."""
    data = bytes_of(typed(text.removeprefix(PREFIX)).digits)
    assert data is not None
    plain = zlib.decompressobj(-15, qr_text._USUAL).decompress(data[9:-12])
    assert json.loads(plain)["moments"]
    return plain.decode() + data.decode("latin-1")


def insides_of_code(guide: Guide, code: str) -> str:
    return repr(decoded(guide, code, STAMP, MONDAY)) + code


# How large it is


def test_every_ticket_is_a_small_qr_code(visits: list[Visit], station: Station) -> None:
    guide = station.guide
    texts = {ticket_text(guide, visit, STAMP, MONDAY) for visit in visits}

    longest = max(texts, key=len)

    assert set("".join(texts)) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(matrix_of(longest)) <= 21 + 4 * (10 - 1), "version 10, where 20 is the most"


def test_nearly_every_code_of_a_page_that_waits_or_ends_has_16_letters(
    station: Station, visits: list[Visit], closed_station: Station, closed_visits: list[Visit]
) -> None:
    both = ((station.guide, visits), (closed_station.guide, closed_visits))

    lengths = [
        len(short_code(guide, visit, STAMP, MONDAY).replace("-", ""))
        for guide, some in both
        for visit in some
        if visit.ended or isinstance(guide.screen(*here(visit)), Wait)
    ]

    assert len(lengths) > 150
    assert lengths.count(16) / len(lengths) > 0.97
    assert max(lengths) <= 20


def here(visit: Visit) -> tuple[str, str]:
    return visit.now.stack[-1].flow, visit.now.stack[-1].screen


def test_a_page_that_no_code_can_hold_gives_the_nearest_earlier_one(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = walked(guide, (Chosen("yes"), Typed("Amina"), Picked(("lake", "hill"))))
    in_order = walked(guide, (Chosen("yes"), Typed("Amina"), Picked(("hill", "lake"))))

    turned = decoded(guide, short_code(guide, visit, STAMP, MONDAY), STAMP, MONDAY)
    fitting = decoded(guide, short_code(guide, in_order, STAMP, MONDAY), STAMP, MONDAY)

    assert not isinstance(turned, Refused)
    assert not isinstance(fitting, Refused)
    assert turned.page.stack[-1].place == "trip/places"
    assert fitting.page.stack == in_order.now.stack


def test_every_page_of_the_plan_has_a_number_of_its_own(station: Station) -> None:
    plan = plan_of(station.guide, LANGUAGES)
    free = [page for page in plan.pages if ("record", "each_school") not in page]

    pages = {unpacked(plan, plan.pages.index(page))[1].stack for page in free}

    assert len(pages) == len(free) > 100


def test_a_scanner_that_types_another_sign_for_the_colon_is_understood(station: Station) -> None:
    guide = station.guide
    visit = walked(guide, TO_WAIT)
    text = ticket_text(guide, visit, STAMP, MONDAY)

    signs = [text.replace(":", sign).lower() for sign in (";", "-", "/")]

    assert all(is_scanned(one) for one in signs)
    assert {taken(guide, f"  {one}\r\n").visit for one in signs} == {taken(guide, text).visit}
    assert not is_scanned("PK1X-3F4J-NRV1-NKE8")


def test_the_shown_places_are_those_of_the_site(guide_of: GuideOf) -> None:
    """A site of many schools still gets a code, for many picked at once too."""
    guide = trip_of(guide_of)
    many = tuple(type(PLACES["places"][0])(f"p{n}", f"Place {n}") for n in range(60))
    large = type(guide)(**{**vars(guide), "options": {"places": many}})
    visit = walked(large, (Chosen("yes"), Typed("Amina"), Picked(("p3", "p30", "p59"))))

    code = decoded(large, short_code(large, visit, STAMP, MONDAY), STAMP, MONDAY)

    assert not isinstance(code, Refused)
    assert code.page.stack == visit.now.stack
