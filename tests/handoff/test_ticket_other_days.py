"""Tickets of another site, another day, or flows that have changed since."""

from dataclasses import replace

import pytest

from kiosk.core.events import Chosen
from kiosk.core.guide import Guide
from kiosk.handoff.ticket.key import Key
from kiosk.handoff.ticket.letters import typed, written
from kiosk.handoff.ticket.qr_text import ticket_text
from kiosk.handoff.ticket.short_code import short_code
from kiosk.handoff.ticket.slips import with_checks
from tests.core.trips import AT_HOME, PLACE, TRIP, GuideOf, trip_of
from tests.handoff.ticket_visits import MONDAY, STAMP, taken, walked, why

OTHER_KEY = replace(STAMP, key=Key(b"k" * 32))
OTHER_SITE = replace(STAMP, site="maple_valley")


# Another key, another site, another day


def test_tickets_of_another_key_are_refused(guide: Guide, text: str, code: str) -> None:
    assert (why(guide, text, OTHER_KEY), why(guide, code, OTHER_KEY)) == ("forged", "forged")


def test_tickets_of_another_site_are_told(guide: Guide, text: str, code: str) -> None:
    reasons = (why(guide, text, OTHER_SITE), why(guide, code, OTHER_SITE))

    assert reasons == ("other_site", "other_site")


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (59.9, "taken up"),
        (60.1, "expired"),
        (365, "expired"),
        (1_000, "expired"),
        (-0.9, "taken up"),
        (-1.2, "expired"),
    ],
)
def test_a_ticket_is_good_for_its_days(guide: Guide, text: str, days: float, reason: str) -> None:
    assert why(guide, text, days=days) == reason


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (59.9, "taken up"),
        (60.1, "expired"),
        (171, "expired"),
        (365, "expired"),
        (1_000, "expired"),
        (-0.9, "taken up"),
        (-1.2, "expired"),
    ],
)
def test_a_code_is_good_for_its_days(guide: Guide, code: str, days: float, reason: str) -> None:
    assert why(guide, code, days=days) == reason


def test_days_are_those_of_the_station_that_reads(guide: Guide, text: str, code: str) -> None:
    short = replace(STAMP, days=2)

    assert (why(guide, text, short), why(guide, code, short)) == ("expired", "expired")


def test_the_hour_of_a_code_cannot_be_renewed(guide: Guide, code: str) -> None:
    digits = typed(code).digits[:-2]
    later = [
        written(with_checks((*digits[:4], one, other, *digits[6:])))
        for one in range(32)
        for other in range(32)
    ]

    fresh = [why(guide, one, days=100) for one in later]

    assert set(fresh) <= {"forged", "expired"}


# Flows of another day


def test_a_ticket_of_changed_sentences_is_taken_up(guide_of: GuideOf) -> None:
    was, now = trip_of(guide_of), trip_of(guide_of, TRIP.replace("Take your time", "No haste"))
    visit = walked(was, (Chosen("later"),))

    backs = [taken(now, made(was, visit, STAMP, MONDAY)) for made in (ticket_text, short_code)]

    assert [back.visit.place for back in backs] == ["trip/wait", "trip/wait"]
    assert [back.nearest for back in backs] == [False, False]


def test_a_changed_page_that_shows_what_was_typed_is_still_the_own_page(
    guide_of: GuideOf,
) -> None:
    was, now = trip_of(guide_of), trip_of(guide_of, TRIP.replace("Home again", "Back home"))
    visit = walked(was, AT_HOME[:-1])

    back = taken(now, ticket_text(was, visit, STAMP, MONDAY))

    assert visit.place == "trip/home"
    assert (back.visit.place, back.asks, back.nearest) == ("trip/name", ("name",), False)


def test_a_ticket_of_a_page_that_is_gone_leads_to_the_nearest_one(guide_of: GuideOf) -> None:
    was = trip_of(guide_of)
    newer = trip_of(
        guide_of, TRIP.replace("  wait:\n", "  rest:\n").replace("go: wait", "go: rest")
    )
    visit = walked(was, (Chosen("later"),))

    back = taken(newer, ticket_text(was, visit, STAMP, MONDAY))

    assert (back.visit.place, back.nearest) == ("trip/who", True)


def test_a_code_of_other_pages_is_told_and_never_leads_astray(guide_of: GuideOf) -> None:
    was = trip_of(guide_of)
    newer = trip_of(
        guide_of, TRIP.replace("  wait:\n", "  rest:\n").replace("go: wait", "go: rest")
    )
    visit = walked(was, (Chosen("later"),))

    reason = why(newer, short_code(was, visit, STAMP, MONDAY))

    assert reason == "older_flow"


def test_a_ticket_that_nothing_is_left_of_is_told(guide_of: GuideOf) -> None:
    was = trip_of(guide_of)
    newer = trip_of(
        guide_of,
        TRIP.replace("who", "whose")
        .replace("  wait:\n", "  rest:\n")
        .replace("go: wait", "go: rest"),
    )

    reasons = {
        why(newer, ticket_text(was, walked(was, (Chosen("later"),)), STAMP, MONDAY)),
        why(replace(was, start="place"), ticket_text(was, walked(was, ()), STAMP, MONDAY)),
    }

    assert reasons == {"older_flow"}


def test_a_ticket_of_a_school_that_is_gone_leads_before_it(guide_of: GuideOf) -> None:
    was = trip_of(guide_of, TRIP, PLACE)
    fewer = replace(was, options={"places": was.options["places"][1:]})
    road = (Chosen("later"), Chosen("now"))
    visit = replace(walked(was, road))
    kept = visit.now.kept.put("places", ("hill",))
    picked = replace(visit, before=(*visit.before, visit.now), now=replace(visit.now, kept=kept))

    back = taken(fewer, ticket_text(was, picked, STAMP, MONDAY))

    assert back.nearest
    assert back.visit.now.kept.many("places") == ()
