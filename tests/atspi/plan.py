"""Plans a visit for somebody who cannot see the screen: what stands on each page, what to do there.

The flows themselves are asked, so that a visit stays sound when their words change.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.checks.password_example import sound_example
from kiosk.core.cover.roads import events_at
from kiosk.core.events import AskedHelp, Chosen, Confirmed, Elapsed, Event, Picked, Typed
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.phrases import phrases_in
from kiosk.core.showing import view_of
from kiosk.core.view import Body, End, Form, Password, Pick, ReadBack, View, Wait
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH
from kiosk.station import Station

Role = Literal["button", "tick box", "field", "password", "row", "title"]

PHRASES = phrases_in(ENGLISH)


@dataclass(frozen=True)
class Act:
    """One thing to do: press what has that role and name, or type `text` into it."""

    role: Role
    name: str
    text: str = ""


@dataclass(frozen=True)
class Step:
    """One page: the role and name by which it is known, what it refuses, and what to do there."""

    role: Role
    name: str
    acts: tuple[Act, ...] = ()
    refusal: str = ""


def plan_of(station: Station) -> list[Step]:
    """From the first screen past every kind of page to an end, and to the first screen again.

    On the first field something is typed that is refused.
    """
    guide = station.guide
    attract = Step("button", PHRASES.touch_to_begin)
    steps = [replace(attract, acts=(Act("button", PHRASES.touch_to_begin),))]
    visit = begin(guide)
    for event in _road(guide, visit):
        view = view_of(guide, visit, ENGLISH)
        steps.append(_step(station, view, event))
        visit = advance(guide, visit, event)
    last = view_of(guide, visit, ENGLISH)
    assert isinstance(last.body, End)
    done = Act("button", last.body.button or PHRASES.finish)
    return [*steps, Step("title", last.page.title, (done,)), attract]


def _road(guide: Guide, visit: Visit) -> list[Event]:
    road: list[Event] = []

    def go(events: tuple[Event, ...]) -> None:
        nonlocal visit
        for event in events:
            visit = advance(guide, visit, event)
        road.extend(events)

    for number, wanted in enumerate(_WANTED):
        go(_shortest(guide, visit, wanted))
        if number == 0:
            go((_refused(guide, visit),))
        if isinstance(_body(guide, visit), Password):
            go((Confirmed(),))
    return road


def _shortest(guide: Guide, visit: Visit, wanted: Callable[[Body], bool]) -> tuple[Event, ...]:
    """The fewest events to such a page: nobody waits for a clock, asks for help or is refused."""
    queue: deque[tuple[Visit, tuple[Event, ...]]] = deque([(visit, ())])
    seen = {visit.now.stack}
    while queue:
        here, road = queue.popleft()
        if wanted(_body(guide, here)):
            return road
        for event in events_at(guide, here):
            after = advance(guide, here, event)
            new = after.now.stack not in seen and after.now.refusal is None
            if new and not isinstance(event, AskedHelp | Elapsed):
                seen.add(after.now.stack)
                queue.append((after, (*road, event)))
    raise LookupError("the flows have no such page")


def _refused(guide: Guide, visit: Visit) -> Event:
    """Something to type that the page where the visit stands refuses in words."""
    tried = [event for event in events_at(guide, visit) if isinstance(event, Typed) and event.text]
    return next(event for event in tried if advance(guide, visit, event).now.refusal is not None)


def _body(guide: Guide, visit: Visit) -> Body:
    return view_of(guide, visit, ENGLISH).body


# A road past each of these meets every kind of page, and tick boxes on one of them.
_WANTED: tuple[Callable[[Body], bool], ...] = (
    lambda body: isinstance(body, Form) and body.kind == "email",
    lambda body: isinstance(body, ReadBack) and not body.other,
    lambda body: isinstance(body, Pick) and body.at_most > 1,
    lambda body: isinstance(body, Wait),
    lambda body: isinstance(body, Password),
    lambda body: isinstance(body, End),
)


def _step(station: Station, view: View, event: Event) -> Step:
    refusal = view.body.refusal if isinstance(view.body, Form | Pick) else ""
    return Step("title", view.page.title, _acts(station, view.body, event), refusal)


def _acts(station: Station, body: Body, event: Event) -> tuple[Act, ...]:
    match event, body:
        case Typed(text), Form():
            return Act("field", body.label, text), Act("button", body.button)
        case Confirmed(), Password():
            secret = Act("password", body.label, sound_example(station.rule_set))
            # Letters that show on the screen are still nothing for the loudspeaker.
            return secret, Act("button", PHRASES.show), Act("button", body.button)
        case Picked(options), Pick():
            return _picks(options, body)
        case Chosen(answer), _ if not isinstance(body, End):
            text = next(tile.text for tile in body.answers if tile.id == answer)
            return (Act("button", text),)
    raise AssertionError(f"{event} cannot be done on {body}")


def _picks(options: tuple[str, ...], body: Pick) -> tuple[Act, ...]:
    names = {one.id: ", ".join(filter(None, (one.name, one.detail))) for one in body.options}
    if body.at_most == 1:
        return (Act("button", names[options[0]]),)
    ticks = [Act("tick box", names[option]) for option in options]
    return *ticks, Act("button", body.button)
