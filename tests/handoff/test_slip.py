"""What stands on the slip and on the card, and what must never stand there."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.core.codes import Code
from kiosk.core.flow import End, Wait
from kiosk.core.sample_visit import seen_screens, visit_at
from kiosk.core.saved.origins import origins_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH
from kiosk.handoff.slip import PRINTED, Slip, Slips
from kiosk.station import Station

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
CANARY = "amina.canary@example.com"
CODES = {name: Code(f"text of {name}") for name in ("wifi", "ticket", "portal", "next")}


@pytest.fixture
def slips(station: Station) -> Slips:
    """The paper of the shipped station."""
    return Slips(station.guide, station.site)


def leaving_pages(station: Station) -> list[tuple[str, str]]:
    """Every page on which a family waits or leaves."""
    guide = station.guide
    return [
        (flow, screen)
        for flow in guide.flows
        for screen in seen_screens(guide, flow)
        if isinstance(guide.screen(flow, screen), End | Wait)
    ]


def with_canary(station: Station, visit: Visit) -> Visit:
    """The visit of a family that typed the canary wherever one can type."""
    kept, drafts = visit.now.kept, visit.drafts
    for name, origin in origins_of(station.guide).items():
        if origin.words or origin.secret:
            kept = kept.put(name, CANARY)
            drafts = drafts.put(name, CANARY)
    return replace(visit, now=replace(visit.now, kept=kept), drafts=drafts)


@pytest.mark.parametrize("language", ["en", "so", "ar"])
def test_nothing_a_family_typed_stands_on_any_slip(
    station: Station, slips: Slips, language: str
) -> None:
    words = station.words[language]
    pages = leaving_pages(station)

    made = [
        slips.slip(with_canary(station, visit_at(station.guide, *page, language)), words, {}, NOW)
        for page in pages
    ]

    assert len(made) > 20
    assert [slip.title.own for slip in made if "canary" in repr(slip).lower()] == []


def test_a_sentence_that_names_the_address_says_your_email_address(
    station: Station, slips: Slips
) -> None:
    visit = with_canary(station, visit_at(station.guide, "reply", "no_reply"))

    slip = slips.slip(visit, ENGLISH, {}, NOW)

    assert "your email address" in slip.steps[0].what.own


def test_an_english_slip_says_everything_once(station: Station, slips: Slips) -> None:
    visit = visit_at(station.guide, "signed_in", "all_done")

    slip = slips.slip(visit, ENGLISH, CODES, NOW)

    said = [slip.heading, slip.title, *slip.says, slip.next, *(step.what for step in slip.steps)]
    assert all(one.own for one in said)
    assert [one for one in said if one.english] == []


def test_another_language_has_english_beside_it_for_the_office(
    station: Station, slips: Slips
) -> None:
    visit = visit_at(station.guide, "signed_in", "all_done", "so")
    english = slips.slip(visit, ENGLISH, CODES, NOW)

    slip = slips.slip(visit, station.words["so"], CODES, NOW)

    assert slip.language == "so"
    assert slip.title.own != slip.title.english == english.title.own
    assert [step.what.english for step in slip.steps] == [one.what.own for one in english.steps]
    assert [step.when.english for step in slip.steps] == [one.when.own for one in english.steps]


def test_a_last_page_tells_who_does_what_by_when(station: Station, slips: Slips) -> None:
    visit = visit_at(station.guide, "signed_in", "all_done")

    slip = slips.slip(visit, ENGLISH, {}, NOW)

    first = slip.steps[0]
    assert (first.who.own, first.when.own) == ("You", "Tonight")
    assert "together with your child" in first.what.own
    assert {stone.state for stone in slip.stones} == {"done"}


def test_a_waiting_page_gives_its_title_and_its_sentences(station: Station, slips: Slips) -> None:
    visit = visit_at(station.guide, "reply", "wait")

    slip = slips.slip(visit, ENGLISH, {}, NOW)

    assert slip.title.own == "The message is on its way"
    assert [one.own for one in slip.says][-1] == "You did everything right."
    assert slip.steps == ()
    assert [stone.state for stone in slip.stones] == ["done", "done", "here", "ahead", "ahead"]


def test_the_steps_of_any_other_page_are_on_the_slip(station: Station, slips: Slips) -> None:
    visit = visit_at(station.guide, "one_school", "call_school")

    slip = slips.slip(visit, ENGLISH, {}, NOW)

    assert len(slip.steps) == 3
    assert slip.steps[0].what.own.startswith("Call the office of")


def test_a_slip_has_its_codes_in_one_order_and_no_others(station: Station, slips: Slips) -> None:
    visit = visit_at(station.guide, "signed_in", "all_done")

    slip = slips.slip(visit, ENGLISH, CODES, NOW)

    assert tuple(one.name for one in slip.codes) == PRINTED
    assert all(one.code == CODES[one.name] and one.caption.own for one in slip.codes)


def test_a_slip_tells_how_to_reach_the_office(station: Station, slips: Slips) -> None:
    visit = visit_at(station.guide, "signed_in", "all_done", "am")
    here = station.site.school_here()

    slip: Slip = slips.slip(visit, station.words["am"], {}, NOW)

    office = slip.office
    assert (office.school, office.phone, office.address) == (here.name, here.phone, here.address)
    assert office.hours.english == "Mon-Fri, 7:30 am to 3:30 pm"
    assert office.hours.own != office.hours.english


def test_the_card_knows_the_portal_and_nothing_of_a_family(station: Station, slips: Slips) -> None:
    portal = Code("https://families.example", "families.example")

    card = slips.card(station.words["ar"], portal, NOW)

    assert card.right_to_left
    assert (card.portal, card.portal_name) == (portal, station.site.portal.name)
    assert len(card.advice) == 3
