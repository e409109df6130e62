"""Makes the chart of a flow: with the flows that it runs as one box each, or drawn open."""

from collections.abc import Iterator

from kiosk.core.conditions import OK
from kiosk.core.errors import Missing
from kiosk.core.flow import (
    Decide,
    End,
    Flow,
    Form,
    Pick,
    Question,
    Return,
    Run,
    Wait,
    Way,
)
from kiosk.core.guide import Guide
from kiosk.drawing.arrows import arrows_of
from kiosk.drawing.chart import Chart, Node, Tone
from kiosk.drawing.wording import first_capital, question_of, spoken, words_of


def chart_of(guide: Guide, flow: str, *, unfold: bool = False) -> Chart:
    """The chart of that flow. Raises Missing when the guide has no such flow.

    With `unfold` each flow that is run is drawn open where it is run first, and as one box wherever
    it is run again.
    """
    if flow not in guide.flows:
        names = ", ".join(sorted(guide.flows))
        raise Missing(f"There is no flow '{flow}'. There are: {names}.")
    return _chart(guide, guide.flows[flow], {flow} if unfold else set(guide.flows))


def _chart(guide: Guide, flow: Flow, drawn: set[str]) -> Chart:
    """`drawn` are the flows that are not to be drawn open any more; it grows on the way."""
    inside: dict[str, Chart] = {}
    for name, screen in flow.screens.items():
        if isinstance(screen, Run) and screen.run not in drawn:
            drawn.add(screen.run)
            inside[f"{flow.flow}/{name}"] = _chart(guide, guide.flows[screen.run], drawn)
    return Chart(
        flow=flow.flow,
        version=flow.version,
        about=spoken(flow.about, guide.facts),
        start=f"{flow.flow}/{flow.start}",
        nodes=tuple(_node(guide, flow, name) for name in flow.screens),
        arrows=tuple(arrows_of(guide, flow)),
        inside=inside,
    )


def _node(guide: Guide, flow: Flow, name: str) -> Node:
    place = f"{flow.flow}/{name}"
    screen = flow.screens[name]
    match screen:
        case Decide():
            return Node(id=place, kind="decide", title=_decides(screen.decide))
        case Return():
            return Node(
                id=place, kind="return", title=words_of(screen.return_), word=screen.return_
            )
        case Run():
            return _run(guide, place, screen)
        case _:
            return _told(guide, place, screen)


def _told(guide: Guide, place: str, screen: Question | Form | Pick | Wait | End) -> Node:
    title = spoken(screen.title, guide.facts)
    match screen:
        case End():
            return Node(id=place, kind="end", title=title, word=screen.end, tone=screen.tone)
        case Form():
            label = spoken(screen.field.label or words_of(screen.field.kind), guide.facts)
            return Node(id=place, kind="form", title=title, word=screen.field.kind, detail=label)
        case Pick():
            return Node(
                id=place, kind="pick", title=title, word=screen.pick.of, detail=_few(screen)
            )
        case Wait():
            minutes = screen.wait.minutes or guide.waits.get(screen.wait.for_, 0) // 60
            return Node(
                id=place, kind="wait", title=title, word=screen.wait.for_, detail=_long(minutes)
            )
        case Question():
            return Node(id=place, kind="question" if screen.ask else "message", title=title)


def _run(guide: Guide, place: str, screen: Run) -> Node:
    each = f"Once for each of: {words_of(screen.for_each)}." if screen.for_each else ""
    about = spoken(guide.flows[screen.run].about, guide.facts)
    return Node(
        id=place,
        kind="run",
        title=first_capital(words_of(screen.run)),
        word=screen.run,
        detail=f"{about} {each}".strip(),
        ends=tuple(_ends(guide, screen.run, set())),
    )


def _ends(guide: Guide, flow: str, seen: set[str]) -> Iterator[Tone]:
    """The tones of the ends of that flow and of those that it runs, each flow once."""
    seen.add(flow)
    for screen in guide.flows[flow].screens.values():
        if isinstance(screen, End):
            yield screen.tone
        if isinstance(screen, Run) and screen.run not in seen:
            yield from _ends(guide, screen.run, seen)


def _decides(ways: tuple[Way, ...]) -> str:
    asked = [way for way in ways if way.if_]
    if len(asked) == 1 and asked[0].is_ == OK:
        return first_capital(f"{question_of(asked[0])}?")
    return "It depends on what is known"


def _few(screen: Pick) -> str:
    least, most, of = screen.pick.at_least, screen.pick.at_most, words_of(screen.pick.of)
    many = str(least) if least == most else f"{least} to {most}"
    return f"{many} of the list: {of}"


def _long(minutes: int) -> str:
    return "about 1 minute" if minutes == 1 else f"about {minutes} minutes"
