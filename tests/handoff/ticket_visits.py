"""Stamps, times and visits for tests of the come-back ticket."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.events import Chosen, Event, Picked, Typed
from kiosk.core.flow import Run
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Frame, Moment, Visit
from kiosk.handoff.ticket.key import Key
from kiosk.handoff.ticket.qr_text import ticket_text
from kiosk.handoff.ticket.reasons import Refused, TakenUp
from kiosk.handoff.ticket.short_code import short_code
from kiosk.handoff.ticket.stamp import Stamp
from kiosk.handoff.ticket.taking_up import take_up

LANGUAGES = ("en", "es", "so", "am", "ti", "om", "ar", "vi", "zh-Hans", "zh-Hant", "ru", "uk")
STAMP = Stamp("cedar_valley", Key(bytes(range(32))), days=60, languages=LANGUAGES)
MONDAY = datetime(2026, 10, 5, 10, 17, tzinfo=UTC)
THURSDAY = MONDAY + timedelta(days=3)

TO_REQUEST = (
    *(Chosen("parent"), Chosen("new"), Chosen("have"), Typed("ana@gmail.com"), Chosen("me")),
    *(Chosen("right"), Chosen("opens"), Chosen("one"), Picked(("cedar_hill",)), Chosen("has")),
)
TO_WAIT = (
    *(*TO_REQUEST, Chosen("sent"), Chosen("not_yet"), Chosen("not_there"), Chosen("not_there")),
)


def walked(guide: Guide, road: Road, language: str = "so") -> Visit:
    visit = begin(guide, language)
    for event in road:
        visit = advance(guide, visit, event)
    return visit


def went_on(guide: Guide, visit: Visit, *events: Event) -> Visit:
    for event in events:
        visit = advance(guide, visit, event)
    return visit


@dataclass(frozen=True)
class Came:
    """A visit, its ticket and its code, and what each of them brings back."""

    visit: Visit
    text: str
    code: str
    by_text: TakenUp
    by_code: TakenUp


def came(guide: Guide, visit: Visit) -> Came:
    text = ticket_text(guide, visit, STAMP, MONDAY)
    code = short_code(guide, visit, STAMP, MONDAY)
    return Came(visit, text, code, taken(guide, text), taken(guide, code))


def every_visit(guide: Guide, roads: Roads) -> list[Visit]:
    """A visit on every page, at every end, and after every step: each moment once."""
    every = (*roads.places.values(), *roads.ends.values(), *roads.steps.values())
    visits = [walked(guide, road) for road in every]
    return list({(one.place, one.now.kept, one.ended): one for one in visits}.values())


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


def why(guide: Guide, text: str, stamp: Stamp = STAMP, days: float = 3) -> str:
    """Why that text brings no visit back so many days later, or "taken up"."""
    back = take_up(guide, text, stamp, MONDAY + timedelta(days=days))
    return back.reason if isinstance(back, Refused) else "taken up"
