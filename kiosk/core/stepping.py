"""Moves a moment from screen to screen, through those that go on by themselves.

Flows that run flows form the moment's stack; a guard is a check; a hundred steps are the limit.
"""

from dataclasses import replace

from kiosk.core.conditions import Situation, Verdict
from kiosk.core.flow import Decide, End, Form, Pick, Question, Return, Run, Screen, Wait, Way
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.visit import Frame, Loop, Moment

MOST_STEPS = 100


class CheckBroke(Exception):
    """A check raised instead of answering; carries its name and nothing of what it was asked."""

    def __init__(self, check: str) -> None:
        super().__init__(check)
        self.check = check


def enter(guide: Guide, moment: Moment, target: str) -> Moment:
    """Goes to a screen, and on by itself until there is one that a family sees."""
    moment = _moved(guide, moment, target)
    for _ in range(MOST_STEPS):
        match screen_of(guide, moment):
            case Question() | Form() | Pick() | Wait():
                return moment
            case Decide() as screen:
                way, moment = way_on(guide, moment, screen.decide)
                moment = _moved(guide, moment, way.go)
            case Run() as screen:
                moment = _run(guide, moment, screen)
            case Return() as screen:
                if len(moment.stack) == 1:
                    return replace(moment, ended=screen.return_)
                moment = _returned(guide, moment, screen.return_)
            case End() as screen:
                return replace(moment, ended=screen.end)
    raise CheckBroke(f"{moment.stack[-1].place} goes on by itself without end")


def _moved(guide: Guide, moment: Moment, target: str) -> Moment:
    """The moment on that screen of the flow at hand, or at the guide's very start."""
    stack = moment.stack
    if not stack:
        return _entered(moment, (), Frame(target, guide.flows[target].start))
    return _entered(moment, stack[:-1], Frame(stack[-1].flow, target))


def _entered(moment: Moment, below: tuple[Frame, ...], frame: Frame) -> Moment:
    """The moment on that screen above those below it, with one turn more, and out of trouble.

    Made anew and not by `replace`, which takes three times as long: this is done for every screen.
    """
    turns = moment.turns.one_more(frame.place)
    return Moment((*below, frame), moment.kept, turns, moment.refusal, moment.ended)


def turned(moment: Moment) -> Moment:
    """The moment with one turn more on its place."""
    return replace(moment, turns=moment.turns.one_more(moment.stack[-1].place))


def _run(guide: Guide, moment: Moment, screen: Run) -> Moment:
    here = moment.stack[-1]
    if not screen.for_each:
        return _pushed(guide, moment, screen.run)
    items = moment.kept.many(screen.for_each)
    loop = here.loop or Loop(items)
    if loop.at >= len(items):
        kept = moment.kept.put(screen.save, loop.results).drop(screen.item)
        way, moment = way_on(guide, replace(moment, kept=kept), screen.next)
        return _moved(guide, moment, way.go)
    kept = moment.kept.put(screen.item, items[loop.at])
    stack = (*moment.stack[:-1], replace(here, loop=loop))
    return _pushed(guide, replace(moment, stack=stack, kept=kept), screen.run)


def _pushed(guide: Guide, moment: Moment, flow: str) -> Moment:
    return _entered(moment, moment.stack, Frame(flow, guide.flows[flow].start))


def _returned(guide: Guide, moment: Moment, word: str) -> Moment:
    """Back in the flow that ran this one; a page that was only interrupted is seen again."""
    below, here = moment.stack[:-2], moment.stack[-2]
    screen = guide.screen(here.flow, here.screen)
    if isinstance(screen, Run) and not here.loop:
        way, moment = way_on(guide, moment, screen.after[word])
        return _entered(moment, below, Frame(here.flow, way.go))
    if isinstance(screen, Run) and here.loop:
        loop = replace(here.loop, at=here.loop.at + 1, results=(*here.loop.results, word))
        here = replace(here, loop=loop)
    return replace(moment, stack=(*below, here), trouble="")


def way_on(guide: Guide, moment: Moment, ways: tuple[Way, ...]) -> tuple[Way, Moment]:
    """The first way that is open, and the moment with what its check kept."""
    for way in ways:
        if not way.if_:
            return way, moment
        kept = moment.kept.value(way.of)
        value: Value = "" if kept is None else kept
        verdict = ask(guide, way.if_, value, Situation(moment.kept, way.with_))
        if verdict.outcome == way.is_:
            if way.keep and verdict.suggestion is not None:
                moment = replace(moment, kept=moment.kept.put(way.keep, verdict.suggestion))
            return way, moment
    raise CheckBroke("no way is open")


def ask(guide: Guide, name: str, value: Value, situation: Situation) -> Verdict:
    try:
        return guide.checks[name].judge(value, situation)
    except Exception as broken:  # noqa: BLE001 - a family must never hang on a check's bug
        raise CheckBroke(f"{name} ({type(broken).__name__})") from None


def screen_of(guide: Guide, moment: Moment) -> Screen:
    here = moment.stack[-1]
    return guide.flows[here.flow].screens[here.screen]
