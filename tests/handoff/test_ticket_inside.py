"""What stands in a ticket: nothing that a family typed; and how large that is."""

import json
import zlib
from dataclasses import replace

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.events import AskedHelp, Chosen, Picked, Typed
from kiosk.core.flow import Wait
from kiosk.core.guide import Guide, Option
from kiosk.core.visit import Loop, Visit
from kiosk.handoff.matrix import matrix_of
from kiosk.handoff.ticket import qr_text
from kiosk.handoff.ticket.letters import bytes_of, typed
from kiosk.handoff.ticket.packing import unpacked
from kiosk.handoff.ticket.plan import plan_of
from kiosk.handoff.ticket.qr_text import PREFIX, ticket_text
from kiosk.handoff.ticket.reasons import Refused
from kiosk.handoff.ticket.short_code import decoded, short_code
from kiosk.handoff.ticket.taking_up import is_scanned
from kiosk.station import Station
from tests.core.trips import AT_HOME, TRIP, GuideOf, trip_of
from tests.handoff.ticket_visits import (
    LANGUAGES,
    MONDAY,
    STAMP,
    TO_WAIT,
    Came,
    taken,
    walked,
)

ADDRESS = "quokka.zebu@gmail.com"
CANARIES = ("quokka", "zebu", "@", "gmail.com", "Quokka")


def test_no_ticket_of_any_page_holds_what_a_family_typed(station: Station, roads: Roads) -> None:
    guide = station.guide
    whole = [*roads.places.values(), *roads.ends.values()]
    visits = [walked(guide, with_canary(road)) for road in whole]
    spoken = [visit for visit in visits if "quokka" in repr(visit)]
    assert len(spoken) > 80
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


def test_what_was_typed_is_not_held_though_a_loop_goes_through_it(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of, TRIP.replace("for_each: places", "for_each: name"))
    road = (Chosen("yes"), Typed("Amina"), Picked(("sea",)))
    visit = walked(guide, road)

    held = insides(ticket_text(guide, visit, STAMP, MONDAY))

    assert visit.now.stack[0].loop == Loop(("Amina",))
    assert "Amina" not in held


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
    return plain.decode()


def insides_of_code(guide: Guide, code: str) -> str:
    return repr(decoded(guide, code, STAMP, MONDAY)) + code


# How large it is


def test_every_ticket_is_a_small_qr_code(trips: list[Came], closed_trips: list[Came]) -> None:
    texts = {one.text for one in (*trips, *closed_trips)}

    longest = max(texts, key=len)

    assert set("".join(texts)) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(matrix_of(longest)) <= 21 + 4 * (10 - 1), "version 10, where 20 is the most"


def test_nearly_every_code_of_a_page_that_waits_or_ends_has_16_letters(
    station: Station, trips: list[Came], closed_trips: list[Came]
) -> None:
    pages = [one for one in (*trips, *closed_trips) if stops(station.guide, one.visit)]

    lengths = [len(one.code.replace("-", "")) for one in pages]

    assert len(lengths) > 30
    assert lengths.count(16) / len(lengths) > 0.97
    assert max(lengths) <= 20


def stops(guide: Guide, visit: Visit) -> bool:
    here = visit.now.stack[-1]
    return bool(visit.ended) or isinstance(guide.screen(here.flow, here.screen), Wait)


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


def test_what_a_later_page_asks_for_is_never_left_out_of_a_code(guide_of: GuideOf) -> None:
    asked = "{if: any_one_is, of: answers, with: {value: seen}, go: secret}"
    guide = trip_of(guide_of, TRIP.replace("{if: is_known, of: name, go: secret}", asked))
    visit = walked(guide, AT_HOME[:-1])

    scanned = taken(guide, ticket_text(guide, visit, STAMP, MONDAY))
    code = decoded(guide, short_code(guide, visit, STAMP, MONDAY), STAMP, MONDAY)

    assert visit.place == "trip/home"
    assert scanned.visit.now.kept.many("answers") == ("seen",)
    assert not isinstance(code, Refused)
    assert code.page.stack[-1].place == "place/there"


def test_a_clock_that_was_started_anew_takes_no_room_in_a_code(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = walked(guide, (Chosen("later"), Chosen("now")))

    again = taken(guide, short_code(guide, visit, STAMP, MONDAY))

    assert visit.now.kept.text("clock.bus") == "1"
    assert again.visit.place == visit.place == "trip/name"


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


def test_a_code_holds_several_of_very_many_places(guide_of: GuideOf) -> None:
    many = tuple(Option(f"p{n}", f"Place {n}") for n in range(60))
    large = replace(trip_of(guide_of), options={"places": many})
    visit = walked(large, (Chosen("yes"), Typed("Amina"), Picked(("p3", "p30", "p59"))))

    code = decoded(large, short_code(large, visit, STAMP, MONDAY), STAMP, MONDAY)

    assert not isinstance(code, Refused)
    assert code.page.stack == visit.now.stack
