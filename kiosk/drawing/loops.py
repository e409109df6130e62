"""Finds the arrows that lead back, so that all the others run down the page, and the layers.

The author's own order of screens decides which arrow of a loop is the one that leads back, as far
as each screen still has an arrow that leads down to it.
"""

import heapq
from collections.abc import Iterable, Mapping
from math import inf

from kiosk.drawing.chart import Pair

Graph = Mapping[str, list[str]]


def back_pairs(names: Iterable[str], start: str, pairs: Iterable[Pair]) -> frozenset[Pair]:
    """The pairs (from, to) to leave out, so that the rest has no circle.

    `names` are all nodes in the author's order.
    """
    names, pairs = list(names), list(pairs)
    graph = _graph(names, pairs)
    rank = {name: number for number, name in enumerate(_reading_order(names, start, graph))}
    group = _groups(names, graph)
    return frozenset(
        (source, target)
        for source, target in pairs
        if group[source] == group[target] and rank[target] <= rank[source]
    )


def layers_of(
    widths: Mapping[str, float], pairs: Iterable[Pair], most: float = inf
) -> dict[str, int]:
    """The layer of each node, from 0: one below the lowest node that leads to it, or lower.

    `widths` are the pixels that each node takes in its layer, in the author's order; a node that
    would make its layer wider than `most` goes further down. The pairs have no circle.
    """
    pairs = list(pairs)
    graph = _graph(list(widths), pairs)
    place = {name: number for number, name in enumerate(widths)}
    waits = dict.fromkeys(widths, 0)
    for _, target in pairs:
        waits[target] += 1
    least = dict.fromkeys(widths, 0)
    used: dict[int, float] = {}
    layers: dict[str, int] = {}
    heap = [(0, place[name], name) for name, open_pairs in waits.items() if not open_pairs]
    while heap:
        layer, _, name = heapq.heappop(heap)
        while used.get(layer, 0) and used[layer] + widths[name] > most:
            layer += 1
        used[layer] = used.get(layer, 0) + widths[name]
        layers[name] = layer
        for target in graph[name]:
            least[target] = max(least[target], layer + 1)
            waits[target] -= 1
            if not waits[target]:
                heapq.heappush(heap, (least[target], place[target], target))
    return layers


def _graph(names: list[str], pairs: list[Pair]) -> dict[str, list[str]]:
    graph: dict[str, list[str]] = {name: [] for name in names}
    for source, target in pairs:
        graph[source].append(target)
    return graph


def _reading_order(names: list[str], start: str, graph: Graph) -> list[str]:
    """The author's order, but nothing comes before something that leads to it."""
    place = {name: number for number, name in enumerate(names)}
    order: list[str] = []
    seen: set[str] = set()
    for root in [start, *names]:
        heap = [(place[root], root)] if root not in seen else []
        while heap:
            _, name = heapq.heappop(heap)
            if name not in seen:
                seen.add(name)
                order.append(name)
                for target in graph[name]:
                    heapq.heappush(heap, (place[target], target))
    return order


def _groups(names: list[str], graph: Graph) -> dict[str, int]:
    """The number of the group of each node; nodes that lead to each other share one."""
    back: dict[str, list[str]] = {name: [] for name in names}
    for source, targets in graph.items():
        for target in targets:
            back[target].append(source)
    groups: dict[str, int] = {}
    for number, root in enumerate(reversed(_finishing_order(names, graph))):
        members = [root]
        while members:
            name = members.pop()
            if name not in groups:
                groups[name] = number
                members += [source for source in back[name] if source not in groups]
    return groups


def _finishing_order(names: list[str], graph: Graph) -> list[str]:
    """Each node after all that can be reached from it and was not seen before."""
    order: list[str] = []
    seen: set[str] = set()
    for root in names:
        if root in seen:
            continue
        seen.add(root)
        open_ends = [(root, iter(graph[root]))]
        while open_ends:
            name, targets = open_ends[-1]
            step = next((target for target in targets if target not in seen), None)
            if step is None:
                order.append(name)
                open_ends.pop()
            else:
                seen.add(step)
                open_ends.append((step, iter(graph[step])))
    return order
