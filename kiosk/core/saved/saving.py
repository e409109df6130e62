"""Saves a visit as plain JSON, and takes it up again: exactly, or at the nearest page still there.

What is saved without asking are ids alone: pages, answers, outcomes, how often a clock was started.
A family's own words, children and schools are saved only where `private` is asked for; without it
the visit is saved as it was at the latest moment that held none of them. A password is never in a
visit, and so never here.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from kiosk.core.flow import Form, Pick, Run
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept, Value
from kiosk.core.saved.fitting import fitted, written
from kiosk.core.saved.form import FORMAT, Saved, Unreadable, as_json, from_json
from kiosk.core.saved.origins import Origin, origins_of
from kiosk.core.visit import Moment, Step, Visit

Json = dict[str, Any]


@dataclass(frozen=True)
class StartAgain:
    """A saved visit cannot be taken up: it cannot be read, it belongs to a flow that is not begun
    here, or none of its pages is there any more."""

    reason: Literal["unreadable", "other_flow", "nowhere"]


def save(guide: Guide, visit: Visit, *, private: bool = False) -> Json:
    """The visit as JSON: tables, rows, texts, whole numbers and nulls, nothing else.

    `private` keeps a family's own words too: for a store that is sealed, and with its spoken yes.
    """
    origins = origins_of(guide)
    moments = [_without_secrets(moment, origins) for moment in (*visit.before, visit.now)]
    trail = visit.trail
    if not private:
        last = not _is_private(moments[-1], origins)
        moments = [moment for moment in moments if not _is_private(moment, origins)]
        trail = trail if last else (*trail, Step(visit.place, "saved"))
    saved = Saved(
        flow=guide.start,
        version=guide.flows[guide.start].version,
        hash=hash_of(guide),
        language=visit.language,
        moments=tuple(moments),
        drafts=_fitting_drafts(guide, visit.drafts) if private else Kept(),
        trail=trail,
    )
    return as_json(saved)


def resume(guide: Guide, saved: object) -> Visit | StartAgain:
    """The saved visit, to go on with. Never raises, whatever `saved` is.

    Where the flows are the same it is the very visit that was saved. Where they are others it
    stands on the same page if that still fits, else on the nearest earlier one that does; the trail
    then says "resumed". See `fitting.fitted` for what fits.
    """
    try:
        read = from_json(saved)
    except Unreadable:
        return StartAgain("unreadable")
    if read.flow != guide.start:
        return StartAgain("other_flow")
    origins = origins_of(guide)
    same = read.hash == hash_of(guide)
    fitting = [fitted(guide, origins, moment, same=same) for moment in read.moments]
    found = list(_grounded(guide, fitting))
    moments = [moment for moment in found if moment is not None]
    if not moments:
        return StartAgain("nowhere")
    moved = Step(read.moments[-1].stack[-1].place, "resumed")
    return Visit(
        now=moments[-1],
        language=read.language,
        before=tuple(moments[:-1]),
        drafts=_fitting_drafts(guide, read.drafts),
        trail=read.trail if found[-1] is not None else (*read.trail, moved),
    )


def _grounded(guide: Guide, moments: list[Moment | None]) -> Iterator[Moment | None]:
    """The moments, without a help page that stands on a moment that is gone: leaving help goes back
    to it. A visit that ended on its help page goes nowhere any more."""
    last: Moment | None = None
    for moment in moments:
        floats = moment is not None and last is None and _is_helped(guide, moment)
        last = None if floats else moment
        yield last


def _is_helped(guide: Guide, moment: Moment) -> bool:
    """Whether the visit can come back from help to the page beneath."""
    return len(moment.stack) > 1 and moment.stack[-1].flow == guide.help and not moment.ended


def hash_of(guide: Guide) -> str:
    """The content of every flow that a visit of this guide can stand in, as 64 hex digits.

    The same flows give the same digits, wherever their files lie; one changed word gives others.
    """
    seen: set[str] = set()
    waiting = [guide.start, guide.help]
    while waiting:
        name = waiting.pop()
        if name in guide.flows and name not in seen:
            seen.add(name)
            screens = guide.flows[name].screens.values()
            waiting += [screen.run for screen in screens if isinstance(screen, Run)]
    text = "\n".join(written(guide.flows[name]) for name in sorted(seen))
    return hashlib.sha256(f"{FORMAT}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _is_private(moment: Moment, origins: Mapping[str, Origin]) -> bool:
    """Whether something of the family's own is kept at that moment, or at hand in a loop."""
    looping = any(frame.loop for frame in moment.stack)
    return looping or any(origins.get(name, _UNKNOWN).is_private for name in moment.kept)


_UNKNOWN = Origin(words=True)


def _without_secrets(moment: Moment, origins: Mapping[str, Origin]) -> Moment:
    pairs = moment.kept.pairs
    open_ones = [pair for pair in pairs if not origins.get(pair[0], _UNKNOWN).secret]
    return replace(moment, kept=Kept(tuple(open_ones)))


def _fitting_drafts(guide: Guide, drafts: Kept) -> Kept:
    return Kept(tuple(pair for pair in drafts.pairs if _is_draft(guide, *pair)))


def _is_draft(guide: Guide, place: str, draft: Value) -> bool:
    """Whether that can have been put in on that place. A password never is a draft."""
    flow, _, name = place.partition("/")
    screen = guide.flows[flow].screens.get(name) if flow in guide.flows else None
    match screen:
        case Form():
            return screen.field.kind != "password" and isinstance(draft, str)
        case Pick():
            known = {option.id for option in guide.options.get(screen.pick.of, ())}
            return not isinstance(draft, str) and known.issuperset(draft)
        case _:
            return False
