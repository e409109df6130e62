"""Stamps, times and visits for tests of the come-back ticket."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.events import Event
from kiosk.core.flow import Run
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Frame, Moment, Visit
from kiosk.handoff.ticket.key import Key
from kiosk.handoff.ticket.reasons import TakenUp
from kiosk.handoff.ticket.stamp import Stamp
from kiosk.handoff.ticket.taking_up import take_up

LANGUAGES = ("en", "es", "so", "am", "ti", "om", "ar", "vi", "zh-Hans", "zh-Hant", "ru", "uk")
STAMP = Stamp("cedar_valley", Key(bytes(range(32))), days=60, languages=LANGUAGES)
MONDAY = datetime(2026, 10, 5, 10, 17, tzinfo=UTC)
THURSDAY = MONDAY + timedelta(days=3)


def walked(guide: Guide, road: Road, language: str = "so") -> Visit:
    visit = begin(guide, language)
    for event in road:
        visit = advance(guide, visit, event)
    return visit


def went_on(guide: Guide, visit: Visit, *events: Event) -> Visit:
    for event in events:
        visit = advance(guide, visit, event)
    return visit


def every_visit(guide: Guide, roads: Roads) -> Iterator[Visit]:
    """A visit on every page, at every end, and after every step."""
    for road in (*roads.places.values(), *roads.ends.values(), *roads.steps.values()):
        yield walked(guide, road)


def taken(guide: Guide, text: str, now: datetime = THURSDAY, stamp: Stamp = STAMP) -> TakenUp:
    back = take_up(guide, text, stamp, now)
    assert isinstance(back, TakenUp), back
    return back


def own_page(guide: Guide, visit: Visit) -> Moment:
    """The page on which the family can go on: not an end, and not help on top of a page."""
    open_ones = [one for one in (*visit.before, visit.now) if not one.ended]
    last = open_ones[-1]
    return Moment(up_to_a_page(guide, last.stack), last.kept)


def up_to_a_page(guide: Guide, stack: tuple[Frame, ...]) -> tuple[Frame, ...]:
    runs = [isinstance(guide.screen(one.flow, one.screen), Run) for one in stack]
    return stack[: runs.index(False) + 1]
