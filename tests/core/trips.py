"""A small flow with a name, a loop and a clock, and visits to it, for tests of saved visits."""

import json
from collections.abc import Callable
from typing import Any

from kiosk.core.cover.roads import events_at
from kiosk.core.events import Chosen, Event, LeftAlone, Picked, Typed, WentBack
from kiosk.core.guide import Guide, Option
from kiosk.core.machine import advance, begin
from kiosk.core.saved.saving import StartAgain, resume
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH

GuideOf = Callable[..., Guide]

TRIP = """
flow: trip
version: 1
start: who
screens:
  who:
    ask: Are you going?
    answers:
      - {id: "yes", text: "Yes", go: name}
      - {id: later, text: Later, go: wait}
  wait:
    wait: {minutes: 5}
    tell: Take your time
    answers: [{id: now, text: Now, restart: bus, go: name}]
    next: name
  name:
    ask: What is your name?
    field: {kind: name, save: name}
    checks: [{must: is, with: {value: Amina}, else: Please say Amina}]
    next: places
  places:
    ask: Where to?
    pick: {of: places, save: places, at_least: 1, at_most: 3}
    next: rounds
  rounds:
    run: place
    for_each: places
    item: place
    save: answers
    next: home
  home:
    ask: Home again, {name}?
    answers: [{id: "yes", text: "Yes", set: {traveller: name}, go: told}]
  told:
    decide: [{if: is_known, of: name, go: secret}, {go: end}]
  secret:
    ask: And a password?
    field: {kind: password}
    next: end
  end: {tell: Good bye, end: DONE}
"""

PLACE = """
flow: place
version: 1
start: there
screens:
  there:
    ask: Are you there?
    answers: [{id: here, text: "Yes", go: seen}, {id: lost, text: "No", go: lost}]
  lost:
    tell: Look around
    answers: [{id: next, text: Next, go: seen}]
  seen: {return: seen}
"""

PLACES = {"places": (Option("hill", "The Hill"), Option("lake", "The Lake"), Option("sea", "Sea"))}
AT_HOME = (Chosen("yes"), Typed("Amina"), Picked(("sea",)), Chosen("here"), Chosen("yes"))
ON_THE_WAY = (Chosen("yes"), Typed("Amina"), Picked(("hill", "lake")), Chosen("here"))


def trip_of(guide_of: GuideOf, trip: str = TRIP, place: str = PLACE) -> Guide:
    return guide_of(trip, place, options=PLACES, waits={"bus": 60})


def visit_of(guide: Guide, *events: Event) -> Visit:
    visit = begin(guide)
    for event in events:
        visit = advance(guide, visit, event)
    return visit


def through_json(saved: object) -> Any:
    return json.loads(json.dumps(saved))


def taken_up(guide: Guide, saved: object) -> Visit:
    visit = resume(guide, through_json(saved))
    assert isinstance(visit, Visit), visit
    return visit


def goes_on(guide: Guide, visit: Visit | StartAgain) -> None:
    """A visit that was taken up can be shown, and whatever happens then can be shown too."""
    if isinstance(visit, StartAgain):
        return
    view_of(guide, visit, ENGLISH)
    for event in (*events_at(guide, visit), WentBack(), LeftAlone()):
        after = advance(guide, visit, event)
        view_of(guide, after, ENGLISH)
        assert not after.trouble
