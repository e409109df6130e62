"""Moves a moment from screen to screen, through those that go on by themselves.

Flows that run flows form the moment's stack; a guard is a check; a hundred steps are the limit.
"""

from dataclasses import replace

from kiosk.core.conditions import Situation, Verdict
from kiosk.core.flow import Decide, End, Return, Run, Screen, Way
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
            case _:
                return moment
    raise CheckBroke(f"{moment.stack[-1].place} goes on by itself without end")


def _moved(guide: Guide, moment: Moment, target: str) -> Moment:
    """The moment on that screen of the flow at hand, or at the guide's very start."""
    if moment.stack:
        frame = Frame(moment.stack[-1].flow, target)
        stack = (*moment.stack[:-1], frame)
    else:
        stack = (Frame(target, guide.flows[target].start),)
    return turned(replace(moment, stack=stack, trouble=""))


def turned(moment: Moment) -> Moment:
    """The moment with one turn more on its place."""
    place = moment.stack[-1].place
    count = int(moment.turns.text(place) or 0) + 1
    return replace(moment, turns=moment.turns.put(place, str(count)))


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
    start = guide.flows[flow].start
    stack = (*moment.stack, Frame(flow, start))
    return _moved(guide, replace(moment, stack=stack), start)


def _returned(guide: Guide, moment: Moment, word: str) -> Moment:
    """Back in the flow that ran this one; a page that was only interrupted is seen again."""
    moment = replace(moment, stack=moment.stack[:-1], trouble="")
    here = moment.stack[-1]
    screen = guide.screen(here.flow, here.screen)
    if not isinstance(screen, Run):
        return moment
    if here.loop is None:
        way, moment = way_on(guide, moment, screen.after[word])
        return _moved(guide, moment, way.go)
    loop = replace(here.loop, at=here.loop.at + 1, results=(*here.loop.results, word))
    return replace(moment, stack=(*moment.stack[:-1], replace(here, loop=loop)))


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
    return guide.screen(here.flow, here.screen)
