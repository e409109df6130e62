"""A visit that stands on any page at once, with made-up answers, for a look at that page."""

from dataclasses import replace
from typing import get_args

from kiosk.core.flow import Form, Must, Pick, Run, Screen, Seen, Way
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept, Value
from kiosk.core.leading import musts_of, ways_of
from kiosk.core.visit import Frame, Moment, Visit

_TYPED = {
    "email": "amina@example.com",
    "name": "Amina",
    "phone": "206-555-0142",
    "ticket": "0ZK4-8F2M-QD71-X3",
}


def visit_at(guide: Guide, flow: str, screen: str, language: str = "en") -> Visit:
    """A visit on that screen, as if each question before it had been answered. There is no way
    back from it. Raises KeyError where there is no such flow."""
    return Visit(Moment((Frame(flow, screen),), kept=sample_answers(guide)), language)


def seen_screens(guide: Guide, flow: str) -> tuple[str, ...]:
    """The screens of that flow on which a family can stand, in the author's order."""
    screens = guide.flows[flow].screens
    return tuple(name for name, screen in screens.items() if isinstance(screen, get_args(Seen)))


def in_new_guide(guide: Guide, visit: Visit) -> Visit | None:
    """The visit in a guide that has changed under it: where it can go back to is what still is
    there. None where the page itself is gone."""
    if not _is_there(guide, visit.now):
        return None
    before = tuple(moment for moment in visit.before if _is_there(guide, moment))
    return replace(visit, before=before)


def sample_answers(guide: Guide) -> Kept:
    """Something under each name that a flow keeps: of a list, its first option."""
    kept = Kept()
    for flow in guide.flows.values():
        for screen in flow.screens.values():
            for name, value in _kept_on(guide, screen):
                if name and kept.value(name) is None:
                    kept = kept.put(name, value)
    for name in _named_by_checks(guide):
        if kept.value(name) is None:
            kept = kept.put(name, _TYPED["email"])
    return _with_items(guide, kept)


def _is_there(guide: Guide, moment: Moment) -> bool:
    seen = moment.stack[-1]
    return seen.screen in (seen_screens(guide, seen.flow) if seen.flow in guide.flows else ()) and (
        all(
            frame.flow in guide.flows and frame.screen in guide.flows[frame.flow].screens
            for frame in moment.stack
        )
    )


def _kept_on(guide: Guide, screen: Screen) -> list[tuple[str, Value]]:
    match screen:
        case Form() if screen.field.kind in _TYPED:
            return [(screen.field.save, _TYPED[screen.field.kind])]
        case Pick():
            options = guide.options.get(screen.pick.of, ())
            return [(screen.pick.save, options[0].id)] if options else []
    return []


def _named_by_checks(guide: Guide) -> list[str]:
    """The names under which a check keeps its better value: of what is typed, an address."""
    screens = [screen for flow in guide.flows.values() for screen in flow.screens.values()]
    keepers: list[Must | Way] = [must for screen in screens for must in musts_of(screen)]
    keepers += [way for screen in screens for row in ways_of(screen) for way in row]
    return [keeper.keep for keeper in keepers if keeper.keep]


def _with_items(guide: Guide, kept: Kept) -> Kept:
    """The item at hand, of each flow that is run for every item of a list."""
    for flow in guide.flows.values():
        for screen in flow.screens.values():
            if isinstance(screen, Run) and screen.item and kept.many(screen.for_each):
                kept = kept.put(screen.item, kept.many(screen.for_each)[0])
    return kept
