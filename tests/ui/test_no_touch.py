"""A whole visit without one touch: with a keyboard alone, and with two switches alone."""

from collections.abc import Iterator

import pytest

from kiosk.core.events import Chosen, Confirmed, Event, Picked, Typed
from kiosk.core.phrases import Phrases
from kiosk.core.view import End
from tests.ui.reaching import Switcher, Typist, do

EMAIL = "ana.lopez7@gmail.com"
VISIT: tuple[Event, ...] = (
    Chosen("parent"),
    Chosen("new"),
    Chosen("have"),
    Typed(EMAIL),
    Chosen("me"),
    Chosen("right"),
    Chosen("opens"),
    Chosen("one"),
    Picked(("cedar_hill",)),
    Chosen("has"),
    Chosen("sent"),
    Chosen("found"),
    Chosen("opens"),
    Chosen("next"),
    Confirmed(),
    Chosen("saver"),
    Chosen("iphone"),
    Chosen("saved"),
    Chosen("inside"),
    Chosen("works"),
    Chosen("all"),
    Chosen("did"),
    Chosen("weekday"),
    Chosen("next"),
)
STAGES = [(1366, 768), (1024, 600)]


@pytest.fixture(params=STAGES)
def typist(qapp, station, request) -> Iterator[Typist]:
    one = Typist(station, request.param)
    yield one
    one.close()
    qapp.processEvents()


@pytest.fixture(params=STAGES)
def switcher(qapp, station, request) -> Iterator[Switcher]:
    one = Switcher(station, request.param)
    yield one
    one.close()
    qapp.processEvents()


def walk(visitor: Typist | Switcher) -> str:
    """Begins, does all of the visit, and gives the end that it comes to."""
    visitor.reach(Phrases().touch_to_begin)
    for event in VISIT:
        do(visitor, event)
    visit = visitor.controller.visit
    body = visitor.view().body
    assert isinstance(body, End)
    visitor.reach(body.button or Phrases().finish)
    return visit.ended if visit else ""


def test_a_visit_with_the_keyboard_alone(typist):
    end = walk(typist)

    assert end == "DONE"
    assert typist.controller.visit is None


def test_a_visit_with_two_switches_alone(switcher):
    end = walk(switcher)

    assert end == "DONE"
    assert switcher.controller.visit is None
    assert switcher.longest_letter <= 20
