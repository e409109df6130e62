"""Line 16: nobody is asked twice; what was said before is shown where one comes back to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.events import Chosen, Typed
from kiosk.core.flow import Form, Pick, Screen
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH
from kiosk.station import Station


@dataclass(frozen=True)
class Again:
    """A page that asks for what is known, where that was said, and what the page shows of it."""

    place: str
    said_at: str
    known: Value
    shown: Value


def screen_of(guide: Guide, visit: Visit) -> Screen:
    """The screen on which the visit stands."""
    here = visit.now.stack[-1]
    return guide.screen(here.flow, here.screen)


def name_asked(screen: Screen) -> str:
    """The name under which the page keeps what is typed or picked on it; empty if nothing is."""
    match screen:
        case Form():
            return screen.field.save
        case Pick():
            return screen.pick.save
    return ""


def asked_again(guide: Guide, road: Road) -> Iterator[Again]:
    """Each page of the road that asks for something the family has said already."""
    visit = begin(guide)
    said: dict[str, str] = {}
    for event in road:
        yield from _again(guide, visit, said)
        after = advance(guide, visit, event)
        name = name_asked(screen_of(guide, visit))
        if name and after.place != visit.place and after.now.kept.value(name) is not None:
            said.setdefault(name, visit.place)
        visit = after
    yield from _again(guide, visit, said)


def _again(guide: Guide, visit: Visit, said: dict[str, str]) -> Iterator[Again]:
    name = name_asked(screen_of(guide, visit))
    known = visit.now.kept.value(name) if name in said else None
    if known:
        body = view_of(guide, visit, ENGLISH).body
        yield Again(visit.place, said[name], known, getattr(body, "draft", ""))


def every_road(roads: Roads) -> list[Road]:
    """All roads that are known, the shortest to each place, end and step."""
    return [*roads.places.values(), *roads.ends.values(), *roads.steps.values()]


def found_on(station: Station, roads: Roads) -> set[Again]:
    """What is asked again anywhere."""
    return {again for road in every_road(roads) for again in asked_again(station.guide, road)}


def test_a_page_that_comes_again_shows_what_was_said(station, roads, closed_station, closed_roads):
    found = found_on(station, roads) | found_on(closed_station, closed_roads)

    assert [again for again in found if again.place == again.said_at and not again.shown] == []
    assert [again for again in found if again.place != again.said_at] == []
    assert found


TWICE = """
flow: twice
version: 1
start: first
screens:
  first:
    ask: What is your name?
    field: {kind: name, save: name}
    next: between
  between:
    tell: Thank you
    answers: [{id: on, text: Go on, go: second}]
  second:
    ask: What is your name, please?
    field: {kind: name, save: name}
    next: done
  done: {tell: Well done, end: DONE}
"""


def test_what_is_asked_again_is_found(guide_of):
    guide = guide_of(TWICE)

    found = list(asked_again(guide, (Typed("Amina"), Chosen("on"))))

    assert found == [Again("twice/second", "twice/first", "Amina", "")]
