"""What staff see beside a family: where it is, what it said so far, where it may be taken. No Qt.

What was typed never comes out of here: not a letter of it, not the end of an address.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.core.flow import Form, Pick, Run, Screen, Told
from kiosk.core.guide import Guide
from kiosk.core.jumping import STAFF_DONE, STAFF_JUMP
from kiosk.core.leading import answers_of, musts_of
from kiosk.core.manner import Fact
from kiosk.core.sample_visit import seen_screens
from kiosk.core.visit import Frame, Moment, Step, Visit
from kiosk.core.words import fill
from kiosk.drawing.wording import first_capital, spoken, words_of

_WENT_BACK = "back"
_REFUSED = "refused."
_ITEM = "{flow}: {item}"
_ITEM_OF = "{flow}: {item} ({number} of {count})"
_ASKED_AGAIN = "{typed}. The kiosk said: {words}"
_LOOKED_ODD = "{typed}. The kiosk asked about it: {outcome}"
_TYPED = {
    "email": "Typed an address",
    "name": "Typed a name",
    "phone": "Typed a phone number",
    "password": "Tried a password",
    "ticket": "Typed a ticket",
}
_TYPED_OTHER = "Typed something"
# What the trail calls an event that is no answer of the page.
_EVENTS = {
    "picked": "Picked from the list",
    "confirmed": "The password has all it needs",
    "time": "The time was over",
    _WENT_BACK: "Went back",
    "help": "Asked for help",
    "broke": "The kiosk could not go on, and called for help",
    "stop": "Started over",
    "left": "Walked away",
    STAFF_JUMP: "Staff went to another page",
    STAFF_DONE: "Marked as done by the office:",
}


@dataclass(frozen=True)
class Row:
    """One line of the trail in English: what the page said, and what came of it."""

    place: str
    title: str
    answer: str


@dataclass(frozen=True)
class Crumb:
    """One of the flows under way, the outermost first: its name in words, and where it stands."""

    flow: str
    place: str
    words: str


@dataclass(frozen=True)
class Spot:
    """A screen to go to: flow/screen, its title, and whether the family has been there."""

    place: str
    title: str
    visited: bool


def told_so_far(guide: Guide, visit: Visit) -> tuple[Row, ...]:
    """A line for each step of the trail, the first one first. Nothing that was typed is in it."""
    moments = _moments_of(guide, visit)
    return tuple(
        Row(
            step.place,
            _title(guide, step.place, _items_at(guide, moments.get(n))),
            _answer(guide, visit, step),
        )
        for n, step in enumerate(visit.trail)
        if _screen(guide, step.place) is not None
    )


def you_are_here(guide: Guide, visit: Visit) -> tuple[Crumb, ...]:
    """The flows under way, with the item at hand where one is run for each of a list."""
    stack = visit.now.stack
    return tuple(
        Crumb(frame.flow, frame.place, _crumb_words(guide, visit.now, frame, below))
        for below, frame in zip((None, *stack), stack, strict=False)
    )


def title_at(guide: Guide, place: str, now: Moment | None = None) -> str:
    """The title of that screen (flow/screen) in English, with the school at hand, if any."""
    return _title(guide, place, _items_at(guide, now))


def spots_of(guide: Guide, visit: Visit, flow: str) -> tuple[Spot, ...]:
    """Every screen of that flow but the present one: first where the family has been, in the order
    it came there; then the others in the author's order."""
    places = [f"{flow}/{name}" for name in seen_screens(guide, flow)]
    been = dict.fromkeys(step.place for step in visit.trail if step.place in places)
    in_order = [*been, *(place for place in places if place not in been)]
    return tuple(
        Spot(place, _title(guide, place, {}), place in been)
        for place in in_order
        if place != visit.place
    )


def _crumb_words(guide: Guide, now: Moment, frame: Frame, below: Frame | None) -> str:
    name = first_capital(words_of(frame.flow))
    if below is None or below.loop is None or below.loop.at >= len(below.loop.items):
        return name
    loop = below.loop
    named = _items_at(guide, now)
    screen = guide.screen(below.flow, below.screen)
    item = named.get(screen.item if isinstance(screen, Run) else "", loop.items[loop.at])
    numbers = {"number": str(loop.at + 1), "count": str(len(loop.items))}
    said = _ITEM_OF if len(loop.items) > 1 else _ITEM
    return fill(said, {"flow": name, "item": str(item), **numbers})


def _screen(guide: Guide, place: str) -> Screen | None:
    flow, _, name = place.partition("/")
    return guide.flows[flow].screens.get(name) if flow in guide.flows else None


def _title(guide: Guide, place: str, items: Mapping[str, Fact]) -> str:
    screen = _screen(guide, place)
    if not isinstance(screen, Told):
        return first_capital(words_of(place.partition("/")[2]))
    return spoken(screen.title, {**guide.facts, **items})


def _answer(guide: Guide, visit: Visit, step: Step) -> str:
    screen = _screen(guide, step.place)
    if screen is None:
        return ""
    for answer in answers_of(screen):
        if answer.id == step.by:
            return spoken(answer.text, guide.facts)
    match screen:
        case Form() if step.by == "typed":
            return _TYPED.get(screen.field.kind, _TYPED_OTHER)
        case Form() if step.by.startswith(_REFUSED):
            return _refused(guide, screen, step.by.removeprefix(_REFUSED))
        case Pick() if step.by == "picked":
            return _picked(guide, visit, screen, step.place)
    return _EVENTS.get(step.by, first_capital(words_of(step.by)))


def _refused(guide: Guide, screen: Form, outcome: str) -> str:
    """What was typed was not taken: the kiosk's own sentence about it, never what it was."""
    typed = _TYPED.get(screen.field.kind, _TYPED_OTHER)
    for must in musts_of(screen):
        handler = must.when.get(outcome)
        if handler is None and outcome in guide.checks[must.must].outcomes:
            handler = must.else_
        if handler is not None and handler.say:
            words = spoken(handler.say, guide.facts)
            return fill(_ASKED_AGAIN, {"typed": typed, "words": words})
    return fill(_LOOKED_ODD, {"typed": typed, "outcome": words_of(outcome)})


def _picked(guide: Guide, visit: Visit, screen: Pick, place: str) -> str:
    chosen = (guide.option(screen.pick.of, one) for one in visit.drafts.many(place))
    names = [_shown(option.name) for option in chosen if option is not None]
    return ", ".join(names) or _EVENTS["picked"]


def _shown(name: Fact) -> str:
    return spoken("{name}", {"name": name})


def _items_at(guide: Guide, moment: Moment | None) -> dict[str, Fact]:
    """The items at hand by name, such as the school; only what stands on a list of the site."""
    if moment is None:
        return {}
    found: dict[str, Fact] = {}
    for frame in moment.stack:
        screen = guide.screen(frame.flow, frame.screen)
        if isinstance(screen, Run) and screen.for_each:
            found.update(_item(guide, screen, moment))
    return found


def _item(guide: Guide, run: Run, moment: Moment) -> Iterator[tuple[str, Fact]]:
    kept = moment.kept.text(run.item)
    for options in guide.options.values():
        for option in options:
            if option.id == kept:
                yield run.item, option.name
                yield from option.facts.items()


def _moments_of(guide: Guide, visit: Visit) -> dict[int, Moment]:
    """The moments that steps of the trail were made from, by the number of the step.

    Of the steps that were not taken back, the last one was made from the last moment to go back
    to, and so on. Help and a visit that was taken up again leave gaps.
    """
    standing: list[int] = []
    for n, step in enumerate(visit.trail):
        if step.by == _WENT_BACK and not _is_answer(guide, step):
            del standing[-1:]
        elif step.by != STAFF_DONE and not step.by.startswith(_REFUSED):
            standing.append(n)
    moments: dict[int, Moment] = {}
    before = list(visit.before)
    for n in reversed(standing):
        if before and before[-1].stack[-1].place == visit.trail[n].place:
            moments[n] = before.pop()
    return moments


def _is_answer(guide: Guide, step: Step) -> bool:
    screen = _screen(guide, step.place)
    return screen is not None and any(one.id == step.by for one in answers_of(screen))
