"""Whether a moment of an earlier day still fits the flows of today, and what it is there."""

import dataclasses
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from kiosk.core.flow import Decide, End, Form, Question, Return, Run, Screen
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept
from kiosk.core.saved.origins import Origin
from kiosk.core.showing import facts_of
from kiosk.core.visit import LEFT_ALONE, STOPPED, Frame, Loop, Moment, Visit
from kiosk.core.words import placeholders

_LONGEST_TROUBLE = 300


def written(thing: Any) -> str:
    """Everything an author wrote in a flow or a screen as one text, without its places in a file.

    Two things have the same text just when they are the same; no brace stands in it but the
    author's own.
    """
    return repr(_plain(thing))


def _plain(thing: Any) -> Any:
    if dataclasses.is_dataclass(thing):
        named = ((one.name, getattr(thing, one.name)) for one in dataclasses.fields(thing))
        parts = tuple((name, _plain(value)) for name, value in named if name != "at")
        return (type(thing).__name__, *parts)
    if isinstance(thing, Mapping):
        return tuple((key, _plain(thing[key])) for key in sorted(thing))
    if isinstance(thing, tuple):
        return tuple(_plain(one) for one in thing)
    return thing


def fitted(
    guide: Guide, origins: Mapping[str, Origin], moment: Moment, *, same: bool
) -> Moment | None:
    """The moment as it is in the guide, or None where it does not fit.

    It fits when each screen of its stack is still there and runs the next one, when what is kept
    can still have come from where it comes from, and, unless the flows are the `same`, when all
    that its page shows is kept. Names and places that are gone are left out.
    """
    if not _stands(guide, origins, moment.stack):
        return None
    here = moment.stack[-1]
    screen = guide.screen(here.flow, here.screen)
    kept = Kept(tuple(pair for pair in moment.kept.pairs if pair[0] in origins))
    if not all(origins[name].allows(value) for name, value in kept.pairs):
        return None
    now = dataclasses.replace(
        moment,
        kept=kept,
        turns=Kept(tuple(pair for pair in moment.turns.pairs if _is_place(guide, pair[0]))),
        refusal=_refusal(screen, moment.refusal[0]) if moment.refusal else None,
        ended=moment.ended if moment.ended in (STOPPED, LEFT_ALONE) else _end_of(screen),
        trouble=moment.trouble if here.flow == guide.help and _is_line(moment.trouble) else "",
    )
    return now if same or _can_be_shown(guide, screen, now) else None


def _stands(guide: Guide, origins: Mapping[str, Origin], stack: tuple[Frame, ...]) -> bool:
    """Whether that stack of screens can be come to in this guide."""
    if not stack or stack[0].flow not in (guide.start, guide.help):
        return False
    if not all(_is_place(guide, frame.place) for frame in stack):
        return False
    if not all(_runs(guide, origins, below, above) for below, above in pairwise(stack)):
        return False
    top = guide.screen(stack[-1].flow, stack[-1].screen)
    rests = not isinstance(top, Run | Decide) and (len(stack) == 1 or not isinstance(top, Return))
    return rests and stack[-1].loop is None


def _is_place(guide: Guide, place: str) -> bool:
    flow, _, screen = place.partition("/")
    return flow in guide.flows and screen in guide.flows[flow].screens


def _runs(guide: Guide, origins: Mapping[str, Origin], below: Frame, above: Frame) -> bool:
    """Whether the screen below runs the flow above it, or help was asked for there."""
    screen = guide.screen(below.flow, below.screen)
    if not isinstance(screen, Run):
        seen = not isinstance(screen, Decide)
        asked = above.flow == guide.help and below.flow != guide.help
        return seen and asked and below.loop is None
    if above.flow != screen.run or bool(screen.for_each) != (below.loop is not None):
        return False
    return below.loop is None or _turns(guide, origins, screen, below.loop)


def _turns(guide: Guide, origins: Mapping[str, Origin], screen: Run, loop: Loop) -> bool:
    """Whether that loop can have come so far."""
    known = origins.get(screen.for_each, Origin()).allows(loop.items)
    words = set(guide.flows[screen.run].returns())
    far = 0 <= loop.at < len(loop.items) and loop.at == len(loop.results)
    return known and far and words.issuperset(loop.results)


def _end_of(screen: Screen) -> str:
    match screen:
        case End():
            return screen.end
        case Return():
            return screen.return_
        case _:
            return ""


def _refusal(screen: Screen, context: str) -> tuple[str, str] | None:
    """The sentence that the screen has for that refusal now."""
    return next((one for one in _refusals(screen) if one[0] == context), None)


def _refusals(screen: Screen) -> Iterator[tuple[str, str]]:
    for must in screen.checks if isinstance(screen, Form) else ():
        handlers = {**must.when, **({"else": must.else_} if must.else_ else {})}
        yield from (
            (f"{must.must}.{outcome}", handler.say)
            for outcome, handler in handlers.items()
            if handler.say
        )


def _is_line(text: str) -> bool:
    return text.isprintable() and len(text) <= _LONGEST_TROUBLE


def _can_be_shown(guide: Guide, screen: Screen, now: Moment) -> bool:
    """Whether everything that the page shows is known."""
    known = {*facts_of(guide, Visit(now)), *now.kept}
    shown = set(placeholders(written(screen)))
    if isinstance(screen, Question):
        shown |= {screen.show, screen.beside} - {""}
    return shown <= known
