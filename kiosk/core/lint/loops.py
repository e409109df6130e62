"""The loops of a graph: its strongly connected parts, in time that grows with the graph alone.

After R. Tarjan, Depth-first search and linear graph algorithms (1972), with a stack of its own.
"""

from collections.abc import Iterator, Mapping

Graph = Mapping[str, tuple[str, ...]]


def loops_of(graph: Graph) -> list[tuple[str, ...]]:
    """Each set of nodes that can all reach each other, as the graph orders them. A node alone is a
    loop only if it leads to itself. Every target must be a node."""
    order = {name: n for n, name in enumerate(graph)}
    parts = [sorted(part, key=order.__getitem__) for part in _Search(graph).parts()]
    found = [tuple(part) for part in parts if len(part) > 1 or part[0] in graph[part[0]]]
    return sorted(found, key=lambda part: order[part[0]])


class _Search:
    """One search. `low` is the earliest node on the path that a node can come back to."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._met: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._path: list[str] = []
        self._on_path: set[str] = set()

    def parts(self) -> list[list[str]]:
        found: list[list[str]] = []
        for root in self._graph:
            if root not in self._met:
                found += self._from(root)
        return found

    def _from(self, root: str) -> Iterator[list[str]]:
        work = [(root, self._enter(root))]
        while work:
            name, targets = work[-1]
            target = next(targets, None)
            if target is None:
                work.pop()
                if work:
                    self._lower(work[-1][0], self._low[name])
                if self._low[name] == self._met[name]:
                    yield self._part(name)
            elif target not in self._met:
                work.append((target, self._enter(target)))
            elif target in self._on_path:
                self._lower(name, self._met[target])

    def _enter(self, name: str) -> Iterator[str]:
        self._met[name] = self._low[name] = len(self._met)
        self._path.append(name)
        self._on_path.add(name)
        return iter(self._graph[name])

    def _lower(self, name: str, to: int) -> None:
        self._low[name] = min(self._low[name], to)

    def _part(self, name: str) -> list[str]:
        part: list[str] = []
        while name not in part[-1:]:
            part.append(self._path.pop())
        self._on_path.difference_update(part)
        return part
