"""The graph of one flow: which screens can be reached, and which can end."""

from collections.abc import Collection, Iterable, Mapping

from kiosk.core.flow import End, Flow, Return, Run
from kiosk.core.leading import targets_of

Graph = dict[str, tuple[str, ...]]


def graph_of(flow: Flow) -> Graph:
    """From each screen to those it can lead to; targets that do not exist are left out."""
    return {
        name: tuple(dict.fromkeys(to for to, _ in targets_of(screen) if to in flow.screens))
        for name, screen in flow.screens.items()
    }


def reached_from(graph: Graph, starts: Iterable[str]) -> set[str]:
    """Every screen on a road from the starts, the starts among them."""
    seen: set[str] = set()
    open_ends = [start for start in starts if start in graph]
    while open_ends:
        screen = open_ends.pop()
        if screen not in seen:
            seen.add(screen)
            open_ends.extend(graph[screen])
    return seen


def unreachable(flow: Flow) -> tuple[str, ...]:
    """Screens that no road from the start leads to."""
    seen = reached_from(graph_of(flow), [flow.start])
    return tuple(name for name in flow.screens if name not in seen)


def enders(flows: Mapping[str, Flow]) -> frozenset[str]:
    """The flows in which a visit can end: by an end of their own, or in a flow that they run."""
    found: set[str] = set()
    while True:
        more = {name for name, flow in flows.items() if _lasts(flow, found)} - found
        if not more:
            return frozenset(found)
        found |= more


def endless(flow: Flow, ending: Collection[str]) -> tuple[str, ...]:
    """Screens from which no road leads to an end or a return. `ending` are the other flows in which
    a visit can end."""
    backwards: dict[str, list[str]] = {name: [] for name in flow.screens}
    for name, targets in graph_of(flow).items():
        for target in targets:
            backwards[target].append(name)
    returns = [name for name, screen in flow.screens.items() if isinstance(screen, Return)]
    lasts = [*_lasts(flow, ending), *returns]
    seen = reached_from({name: tuple(froms) for name, froms in backwards.items()}, lasts)
    return tuple(name for name in flow.screens if name not in seen)


def _lasts(flow: Flow, ending: Collection[str]) -> list[str]:
    return [
        name
        for name, screen in flow.screens.items()
        if isinstance(screen, End) or (isinstance(screen, Run) and screen.run in ending)
    ]
