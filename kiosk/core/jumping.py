"""What the school's staff may do to a visit: put it on another page, or say that a step is done.

Pure, as all that moves a visit: what is kept stays, and Back restores the moment before.
"""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.core.events import Chosen
from kiosk.core.flow import Run
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept
from kiosk.core.machine import advance
from kiosk.core.saved.fitting import fitted
from kiosk.core.saved.origins import origins_of
from kiosk.core.stepping import CheckBroke, enter
from kiosk.core.visit import Frame, Loop, Moment, Step, Visit

STAFF_JUMP = "staff.jump"
STAFF_DONE = "staff.done"


def jumped(guide: Guide, visit: Visit, place: str) -> Visit:
    """The visit on that screen: flow/screen. The very same visit where it cannot stand there.

    It stands above the flows that run the screen's flow, those of now if they do. A screen that
    goes on by itself does so. A visit cannot stand on a page that shows what was not said yet.
    """
    flow, _, screen = place.partition("/")
    if flow not in guide.flows or screen not in guide.flows[flow].screens:
        return visit
    origins = origins_of(guide)
    for below, kept in _ways_to(guide, visit.now, flow):
        stack = (*below, Frame(flow, guide.flows[flow].start))
        try:
            now = enter(guide, Moment(stack, kept, visit.now.turns), screen)
        except CheckBroke:
            continue
        if fitted(guide, origins, now, same=False) is not None:
            return _moved(visit, now)
    return visit


def done_by_office(guide: Guide, visit: Visit, answer: str) -> Visit:
    """The visit after that answer, given for the family. The very same visit where none is such.

    The trail tells both: that staff did it, and which answer it was.
    """
    after = advance(guide, visit, Chosen(answer))
    if after is visit:
        return visit
    told = Step(visit.place, STAFF_DONE)
    return replace(after, trail=(*visit.trail, told, *after.trail[len(visit.trail) :]))


def _moved(visit: Visit, now: Moment) -> Visit:
    return replace(
        visit,
        now=now,
        before=(*visit.before, replace(visit.now, refusal=None)),
        trail=(*visit.trail, Step(visit.place, STAFF_JUMP)),
    )


def _ways_to(guide: Guide, now: Moment, flow: str) -> Iterator[tuple[tuple[Frame, ...], Kept]]:
    """What can lie under a screen of that flow, the nearest to the present stack first."""
    if flow == guide.help and now.stack[-1].flow != flow:
        yield now.stack, now.kept
    for at in reversed(range(len(now.stack))):
        if now.stack[at].flow == flow:
            yield now.stack[:at], now.kept
    for at in reversed(range(len(now.stack))):
        for frames, kept in _runs_to(guide, now.stack[at].flow, flow, now.kept):
            yield (*now.stack[:at], *frames), kept
    if flow in (guide.start, guide.help):
        yield (), now.kept
    yield from _runs_to(guide, guide.start, flow, now.kept)


def _runs_to(
    guide: Guide, first: str, flow: str, kept: Kept, passed: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[Frame, ...], Kept]]:
    """The screens that run one flow after the other, from the flow `first` down to that one."""
    for name, screen in guide.flows[first].screens.items():
        if not isinstance(screen, Run) or screen.run in (*passed, first):
            continue
        items = kept.many(screen.for_each) if screen.for_each else ()
        if screen.for_each and not items:
            continue
        here = Frame(first, name, Loop(items) if screen.for_each else None)
        held = kept.put(screen.item, items[0]) if screen.for_each else kept
        if screen.run == flow:
            yield (here,), held
        else:
            further = _runs_to(guide, screen.run, flow, held, (*passed, first))
            yield from (((here, *frames), more) for frames, more in further)
