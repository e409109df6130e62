"""Takes a visit one event further. A pure function of the guide, the visit and the event.

An event that does not fit the page leaves the visit as it is: the very same object comes back.
"""

from dataclasses import replace

from kiosk.core.conditions import OK, Situation, Verdict
from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.flow import Answer, Form, Must, Pick, Wait, Way
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.leading import answers_of
from kiosk.core.stepping import CheckBroke, ask, enter, screen_of, turned, way_on
from kiosk.core.visit import LEFT_ALONE, STOPPED, Frame, Moment, Step, Visit

_CUT_SHORT = (STOPPED, LEFT_ALONE)


def begin(guide: Guide, language: str = "en") -> Visit:
    """A visit that stands on the first page."""
    nowhere = Visit(Moment(stack=()), language)
    try:
        return replace(nowhere, now=enter(guide, nowhere.now, guide.start))
    except CheckBroke as broken:
        return _interrupted(guide, nowhere, "", broken.check)


def advance(guide: Guide, visit: Visit, event: Event) -> Visit:
    """The visit after the event. Never raises: a check that does leads to the help page."""
    match event:
        case Chosen() | Typed() | Picked() | Confirmed() | Elapsed():
            try:
                return _forward(guide, visit, event)
            except CheckBroke as broken:
                return _interrupted(guide, visit, "broke", broken.check)
        case LanguageChosen(language):
            return replace(visit, language=language)
        case WentBack():
            return _back(visit)
        case AskedHelp():
            return _interrupted(guide, visit, "help", "")
        case Stopped():
            return _cut_short(visit, STOPPED, "stop")
        case LeftAlone():
            return _cut_short(visit, LEFT_ALONE, "left")


def _forward(guide: Guide, visit: Visit, event: Event) -> Visit:
    if visit.ended:
        return visit
    screen = screen_of(guide, visit.now)
    if isinstance(event, Chosen):
        return _chosen(guide, visit, answers_of(screen), event.answer)
    match screen, event:
        case Form(), Typed(text) if screen.field.kind != "password":
            return _typed(guide, visit.with_draft(text), screen, text)
        case Form(), Confirmed() if screen.field.kind == "password":
            return _go(guide, visit, screen.next, visit.now, "confirmed")
        case Pick(), Picked(options) if _may_pick(guide, screen, options):
            kept = visit.now.kept.put(screen.pick.save, _one_or_many(screen, options))
            now = replace(visit.now, kept=kept)
            return _go(guide, visit.with_draft(options), screen.next, now, "picked")
        case Wait(), Elapsed():
            return _go(guide, visit, screen.next, visit.now, "time")
        case _:
            return visit


def _chosen(guide: Guide, visit: Visit, answers: tuple[Answer, ...], chosen: str) -> Visit:
    for answer in answers:
        if answer.id == chosen:
            now = _answered(visit.now, answer)
            return _go(guide, visit, answer.go, now, answer.id)
    return visit


def _answered(now: Moment, answer: Answer) -> Moment:
    if not (answer.set_ or answer.restart):
        return now
    kept = now.kept
    for name, source in answer.set_.items():
        kept = kept.put(name, now.kept.value(source) or "")
    if answer.restart:
        clock = f"clock.{answer.restart}"
        kept = kept.put(clock, str(int(kept.text(clock) or 0) + 1))
    return replace(now, kept=kept)


def _may_pick(guide: Guide, screen: Pick, options: tuple[str, ...]) -> bool:
    known = {option.id for option in guide.options.get(screen.pick.of, ())}
    count = len(set(options))
    fits = screen.pick.at_least <= count <= screen.pick.at_most
    return fits and count == len(options) and known.issuperset(options)


def _one_or_many(screen: Pick, options: tuple[str, ...]) -> Value:
    return options[0] if screen.pick.at_most == 1 else options


def _typed(guide: Guide, visit: Visit, screen: Form, text: str) -> Visit:
    save, value, kept = screen.field.save, text, visit.now.kept
    for must in screen.checks:
        kept = kept.put(save, value)
        verdict = ask(guide, must.must, value, Situation(kept, must.with_))
        if verdict.suggestion is not None and must.keep:
            kept = kept.put(must.keep, verdict.suggestion)
        if verdict.outcome != OK:
            return _refused(guide, visit, must, verdict, replace(visit.now, kept=kept))
        value = kept.text(save)
    now = replace(visit.now, kept=kept.put(save, value))
    return _go(guide, visit, screen.next, now, "typed")


def _refused(guide: Guide, visit: Visit, must: Must, verdict: Verdict, moment: Moment) -> Visit:
    by = f"refused.{verdict.outcome}"
    handler = must.when.get(verdict.outcome) or must.else_
    if handler is None:
        raise CheckBroke(must.must)
    if handler.go:
        return _go(guide, visit, (Way(go=handler.go),), moment, by)
    context = f"{must.must}.{verdict.outcome if verdict.outcome in must.when else 'else'}"
    now = replace(turned(visit.now), refusal=(context, handler.say))
    return replace(visit, now=now, trail=(*visit.trail, Step(visit.place, by)))


def _go(guide: Guide, visit: Visit, ways: tuple[Way, ...], moment: Moment, by: str) -> Visit:
    """Goes the way that is open. `moment` is the visit's, with what is kept by then; `by` is what
    the trail calls the event."""
    way, moment = way_on(guide, moment, ways)
    now = enter(guide, _unrefused(moment), way.go)
    before = (*visit.before, _unrefused(visit.now))
    if _in_help(guide, visit.now) and not _in_help(guide, now):
        before = _before_help(guide, before)
    return Visit(
        now=now,
        language=visit.language,
        before=before,
        drafts=visit.drafts,
        trail=(*visit.trail, Step(visit.place, by)),
    )


def _before_help(guide: Guide, before: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """The moments before help was asked for: Back shall not lead to the help page again."""
    while before and _in_help(guide, before[-1]):
        before = before[:-1]
    return before[:-1]


def _in_help(guide: Guide, moment: Moment) -> bool:
    return moment.stack[-1].flow == guide.help


def _unrefused(moment: Moment) -> Moment:
    return replace(moment, refusal=None) if moment.refusal else moment


def _back(visit: Visit) -> Visit:
    if not visit.before:
        return visit
    return replace(
        visit,
        now=visit.before[-1],
        before=visit.before[:-1],
        trail=(*visit.trail, Step(visit.place, "back")),
    )


def _cut_short(visit: Visit, code: str, by: str) -> Visit:
    """Ends a visit where it is and forgets what was said. One that has ended keeps its own end."""
    if visit.ended:
        return visit
    now = Moment(visit.now.stack, ended=code)
    return Visit(now, visit.language, trail=(*visit.trail, Step(visit.place, by)))


def _interrupted(guide: Guide, visit: Visit, by: str, trouble: str) -> Visit:
    """Puts the help flow on top of the visit, which stays as it is beneath."""
    in_help = bool(visit.now.stack) and visit.now.stack[-1].flow == guide.help
    if in_help or visit.ended in _CUT_SHORT:
        return visit
    frame = Frame(guide.help, guide.flows[guide.help].start)
    stack = (*visit.now.stack, frame)
    now = replace(visit.now, stack=stack, refusal=None, ended="", trouble=trouble)
    if not visit.now.stack:
        return replace(visit, now=now)
    return replace(
        visit,
        now=now,
        before=(*visit.before, visit.now),
        trail=(*visit.trail, Step(visit.place, by)),
    )
