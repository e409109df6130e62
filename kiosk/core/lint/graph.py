"""The graph of a flow: where it starts, what can be reached, what ends, what runs in a circle."""

from collections.abc import Iterator, Mapping

from kiosk.core.cover import graph as paths
from kiosk.core.flow import Decide, Flow, Run
from kiosk.core.lint.ground import Ground
from kiosk.core.lint.known import runs_of
from kiosk.core.lint.loops import loops_of
from kiosk.core.lint.saying import Said


def problems(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Every problem of the flow's graph."""
    if flow.start not in flow.screens:
        said = f"there is no screen '{flow.start}' to start on"
        yield Said(flow.at, "start", "K201", said)
        return
    for name in paths.unreachable(flow):
        yield Said(flow.screens[name].at, "", "K212", f"nothing leads to the screen '{name}'")
    for name in paths.endless(flow, ground.ending):
        said = f"from '{name}' a family can never reach an end"
        yield Said(flow.screens[name].at, "", "K213", said)
    for name in _circles(flow):
        said = f"'{name}' comes round to itself for ever"
        yield Said(flow.screens[name].at, "decide", "K214", said)
    yield from _runs(ground.guide.flows, flow)


def _circles(flow: Flow) -> Iterator[str]:
    """The screens that go on by themselves and can come round to themselves that way alone."""
    graph = paths.graph_of(flow)
    passed = {name for name, screen in flow.screens.items() if isinstance(screen, Decide)}
    by_itself = {
        name: tuple(target for target in graph[name] if target in passed) for name in graph
    }
    return (name for loop in loops_of(by_itself) for name in loop if name in passed)


def _runs(flows: Mapping[str, Flow], flow: Flow) -> Iterator[Said]:
    graph = {
        name: tuple(child for child in runs_of(one.screens) if child in flows)
        for name, one in flows.items()
    }
    loop = next((one for one in loops_of(graph) if flow.flow in one), ())
    for screen in flow.screens.values():
        if isinstance(screen, Run) and screen.run in loop:
            names = ", ".join(loop)
            said = f"these flows run each other, deeper each time: {names}. Go on with 'return'"
            yield Said(screen.at, "run", "K236", said)
