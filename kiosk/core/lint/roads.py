"""Where the roads of a flow lead: out of each loop, to ends that tell what comes next."""

import re
from collections.abc import Iterator

from kiosk.core.cover import graph as paths
from kiosk.core.flow import End, Flow, Form, Pick, Run, Told, Wait
from kiosk.core.leading import musts_of, ways_of
from kiosk.core.lint.gains import of_nothing
from kiosk.core.lint.ground import Ground
from kiosk.core.lint.loops import loops_of
from kiosk.core.lint.naming import asked_by
from kiosk.core.lint.saying import Said

LONGEST_WAIT_MINUTES = 60

_CODE = re.compile(r"DONE|X(_[A-Z]+)+")


def advice(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Everything that is better mended on the roads of the flow."""
    guide = ground.guide
    if (
        guide.start
        and flow.flow in ground.roots
        and flow.flow not in (guide.start, guide.help, guide.home)
    ):
        yield Said(flow.at, "flow", "K257", f"no flow runs '{flow.flow}': no family comes here")
    yield from _loops(ground, flow)
    for name, screen in flow.screens.items():
        yield from _asked(ground, flow, name)
        match screen:
            case End():
                yield from _end(screen)
            case Wait() if screen.wait.minutes > LONGEST_WAIT_MINUTES:
                said = f"{screen.wait.minutes} minutes are too long to wait at a screen"
                yield Said(screen.wait.at, "minutes", "K241", said)
            case Pick():
                there = len(guide.options.get(screen.pick.of, ()))
                if 0 < there < screen.pick.at_least:
                    said = f"'{screen.pick.of}' has only {there} here: nobody can pick so many"
                    yield Said(screen.pick.at, "at_least", "K242", said)


def _asked(ground: Ground, flow: Flow, name: str) -> Iterator[Said]:
    """What is asked for before it is kept on every road: there may be nothing there."""
    surely = ground.known.get((flow.flow, name))
    if surely is None:
        return
    screen, checks = flow.screens[name], ground.guide.checks
    for out in ground.gains.outs(screen, surely):
        check = checks.get(out.way.if_)
        if check and not of_nothing(check) and out.way.of in ground.kept - out.before:
            yield Said(out.way.at, "of", "K230", _not_yet(out.way.of))
    for asked in asked_by(screen):
        if asked.key != "of" and asked.name in ground.kept - surely:
            yield Said(asked.marks, asked.key, "K230", _not_yet(asked.name))


def _not_yet(name: str) -> str:
    return f"'{name}' is not kept yet on every road that leads here"


def _end(screen: End) -> Iterator[Said]:
    if not screen.todo:
        yield Said(screen.at, "todo", "K237", "say what happens next: who does what, by when")
    if not _CODE.fullmatch(screen.end):
        said = f"'{screen.end}' is counted by its name: use DONE, or a code like X_LATER"
        yield Said(screen.at, "end", "K238", said)
    elif (screen.end == "DONE") != (screen.tone == "done"):
        said = (
            f"the code is {screen.end} and the tone is '{screen.tone}': DONE and done go together"
        )
        yield Said(screen.at, "tone", "K240", said)


def _loops(ground: Ground, flow: Flow) -> Iterator[Said]:
    graph = paths.graph_of(flow)
    helped = _helped(ground, flow, graph)
    for loop in loops_of(graph):
        inside = set(loop)
        pages = [name for name in loop if isinstance(flow.screens[name], Told)]
        exits = {to for name in loop for to in _free_targets(flow, name) if to not in inside}
        ends = any(to not in inside for name in loop for to in graph[name])
        if ends and len(pages) > 1 and len(exits & set(graph)) < 2 and not exits & helped:
            said = (
                f"from {_and(pages)} there is no way on but the right answer: "
                "add one for those who cannot"
            )
            yield Said(flow.screens[pages[0]].at, "", "K231", said)


def _helped(ground: Ground, flow: Flow, graph: paths.Graph) -> set[str]:
    """The screens from which a road leads to an end that sends nobody away with nothing."""
    backwards: dict[str, list[str]] = {name: [] for name in graph}
    for name, targets in graph.items():
        for target in targets:
            backwards[target].append(name)
    kind = [
        name
        for name, screen in flow.screens.items()
        if (isinstance(screen, End) and screen.tone != "done")
        or (isinstance(screen, Run) and screen.run in ground.ending)
    ]
    return paths.reached_from({name: tuple(froms) for name, froms in backwards.items()}, kind)


def _free_targets(flow: Flow, name: str) -> Iterator[str]:
    """Where a page leads to without anything having to be typed or picked."""
    screen = flow.screens[name]
    asks = {id(way) for way in screen.next} if isinstance(screen, Form | Pick) else set()
    ways = (way for row in ways_of(screen) for way in row)
    yield from (way.go for way in ways if id(way) not in asks)
    for must in musts_of(screen):
        handlers = [*must.when.values(), *([must.else_] if must.else_ else [])]
        yield from (handler.go for handler in handlers if handler.go)


def _and(names: list[str]) -> str:
    shown = ", ".join(f"'{name}'" for name in names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"
