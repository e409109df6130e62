"""A ticket of every visit that the shipped flows know, made and taken up once for all tests."""

import pytest

from kiosk.core.cover.roads import Roads
from kiosk.core.guide import Guide
from kiosk.handoff.ticket.qr_text import ticket_text
from kiosk.handoff.ticket.short_code import short_code
from kiosk.station import Station
from tests.handoff.ticket_visits import MONDAY, STAMP, TO_WAIT, Came, came, every_visit, walked


@pytest.fixture(scope="session")
def trips(station: Station, roads: Roads) -> list[Came]:
    return [came(station.guide, visit) for visit in every_visit(station.guide, roads)]


@pytest.fixture(scope="session")
def closed_trips(closed_station: Station, closed_roads: Roads, trips: list[Came]) -> list[Came]:
    """What there is only while the offices are closed."""
    guide, known = closed_station.guide, {one.visit.now for one in trips}
    visits = every_visit(guide, closed_roads)
    return [came(guide, visit) for visit in visits if visit.now not in known]


@pytest.fixture(scope="session")
def guide(station: Station) -> Guide:
    return station.guide


@pytest.fixture(scope="session")
def text(guide: Guide) -> str:
    """The ticket of a visit that waits for the portal's message."""
    return ticket_text(guide, walked(guide, TO_WAIT), STAMP, MONDAY)


@pytest.fixture(scope="session")
def code(guide: Guide) -> str:
    """The short code of the same visit."""
    return short_code(guide, walked(guide, TO_WAIT), STAMP, MONDAY)
