"""Every way on of a flow as an arrow with words: answers, what is typed, clocks, outcomes."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.core.conditions import OK
from kiosk.core.flow import Decide, Flow, Form, Must, Pick, Run, Screen, Wait, Way
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of, musts_of
from kiosk.drawing.chart import Arrow, ArrowKind
from kiosk.drawing.wording import OTHERWISE, condition_of, spoken, words_of

YES, NO = "yes", "no"


def arrows_of(guide: Guide, flow: Flow) -> Iterator[Arrow]:
    """The arrows of that flow, in the order of its screens and of what a family sees on each."""
    for name, screen in flow.screens.items():
        for arrow in _from(guide, name, screen):
            source, target = f"{flow.flow}/{name}", f"{flow.flow}/{arrow.target}"
            yield replace(arrow, source=source, target=target)


def _from(guide: Guide, name: str, screen: Screen) -> Iterator[Arrow]:
    """The arrows from that screen; both ends are still the names within the flow."""
    match screen:
        case Form():
            yield from _typed(guide, screen, name)
        case Pick():
            yield from _row(screen.next, name, "picked", "picked")
        case Decide():
            yield from _outcomes(screen.decide, name)
        case Run():
            yield from _after(screen, name)
    for must in musts_of(screen):
        yield from _refusals(guide, must, name)
    for answer in answers_of(screen):
        yield from _row(answer.go, name, spoken(answer.text, guide.facts), answer.id, "answer")
    if isinstance(screen, Wait):
        yield from _row(screen.next, name, "the time is over", "time", "time")


def _typed(guide: Guide, screen: Form, source: str) -> Iterator[Arrow]:
    if screen.field.kind == "password":
        label = spoken(screen.field.button or "Next", guide.facts)
        yield from _row(screen.next, source, label, "confirmed")
    else:
        label = "typed in, all fine" if screen.checks else "typed in"
        yield from _row(screen.next, source, label, "typed")


def _row(
    ways: tuple[Way, ...], source: str, label: str, by: str, kind: ArrowKind = "input"
) -> Iterator[Arrow]:
    for way in ways:
        words = label if len(ways) == 1 else f"{label}, {condition_of(way)}"
        yield Arrow(source=source, target=way.go, label=words, by=by, kind=kind)


def _outcomes(ways: tuple[Way, ...], source: str) -> Iterator[Arrow]:
    """A single question is answered with yes and no; of several each says its condition."""
    simple = len(ways) == 2 and ways[0].is_ == OK and bool(ways[0].if_)
    for way in ways:
        words = (YES if way.if_ else NO) if simple else condition_of(way)
        by = f"{way.if_}.{way.is_}" if way.if_ else OTHERWISE
        yield Arrow(source=source, target=way.go, label=words, by=by, kind="outcome")


def _after(screen: Run, source: str) -> Iterator[Arrow]:
    for word, ways in screen.after.items():
        yield from _row(ways, source, words_of(word), f"returned.{word}", "returned")
    if screen.next:
        yield from _outcomes(screen.next, source)


def _refusals(guide: Guide, must: Must, source: str) -> Iterator[Arrow]:
    """An arrow for each outcome that is not fine: on to another screen, or again to this one."""
    for outcome in guide.checks[must.must].outcomes:
        handler = must.when.get(outcome) or must.else_
        if outcome == OK or handler is None:
            continue
        refused = f"not fine: {words_of(outcome)}"
        yield Arrow(
            source=source,
            target=handler.go or source,
            label=refused if handler.go else spoken(handler.say, guide.facts),
            by=f"refused.{outcome}",
            kind="refused" if handler.go else "again",
        )
