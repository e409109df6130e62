"""Works out how many went the ways that no trail tells of, from what flows in and out.

A count that follows from others is exact; one that follows from how often a page was left may be a
little high, because a page seen again by Back is left twice. Where several answers are possible
nothing is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.drawing.chart import Arrow, Chart, Pair


@dataclass(frozen=True)
class Known:
    """A count, and whether it is exact."""

    count: int
    exact: bool = True


@dataclass(frozen=True)
class Streams:
    """What is known: by arrow; how often each page was left; what each run flow returned."""

    taken: Mapping[Arrow, int]
    left: Mapping[str, int]
    returned: Mapping[str, Mapping[str, Known]]


def all_of(known: Iterable[Known | None]) -> Known | None:
    """Their sum, or None if one of them is None. Of none the sum is 0."""
    parts = list(known)
    found = [part for part in parts if part]
    if len(found) < len(parts):
        return None
    return Known(sum(part.count for part in found), all(part.exact for part in found))


def worked_out(chart: Chart, streams: Streams) -> dict[Pair, Known]:
    """The count of every pair (from, to) of which one can be known."""
    net = _Net(chart)
    for pair, arrows in chart.pairs().items():
        known = all_of(_of_arrow(arrow, streams) for arrow in arrows)
        if known:
            net.pairs[pair] = known
    found = -1
    while len(net.pairs) != found:
        found = len(net.pairs)
        for node in chart.nodes:
            came = net.came(node.id)
            if node.kind == "decide" and came:
                net.share(net.out[node.id], came)
            if node.is_page and node.id != chart.start:
                net.share(net.into[node.id], Known(streams.left[node.id], exact=False))
    return net.pairs


def came_to(chart: Chart, pairs: Mapping[Pair, Known]) -> dict[str, Known | None]:
    """How many came to each screen; None where not all that lead to it are known.

    To the first screen visits come from outside, too.
    """
    into: dict[str, list[Known | None]] = {node.id: [] for node in chart.nodes}
    for pair in chart.pairs():
        into[pair[1]].append(pairs.get(pair))
    came = {node: all_of(known) for node, known in into.items()}
    return {**came, chart.start: None}


class _Net:
    """The pairs of a chart with what is known of them so far."""

    def __init__(self, chart: Chart) -> None:
        self.pairs: dict[Pair, Known] = {}
        self.into: dict[str, list[Pair]] = {node.id: [] for node in chart.nodes}
        self.out: dict[str, list[Pair]] = {node.id: [] for node in chart.nodes}
        self._start = chart.start
        self._decides = {node.id for node in chart.nodes if node.kind == "decide"}
        for pair in chart.pairs():
            self.out[pair[0]].append(pair)
            self.into[pair[1]].append(pair)

    def came(self, node: str) -> Known | None:
        """How many came to that screen, if all that lead to it are known."""
        return (
            None
            if node == self._start
            else all_of(self.pairs.get(pair) for pair in self.into[node])
        )

    def share(self, row: list[Pair], total: Known) -> None:
        """The one pair of the row that is not known takes what the others leave of the total."""
        unknown = [pair for pair in row if pair not in self.pairs]
        others = all_of(self.pairs[pair] for pair in row if pair in self.pairs)
        if others and len(unknown) == 1:
            count = max(0, total.count - others.count)
            most = self._room(unknown[0][0])
            exact = total.exact and others.exact
            self.pairs[unknown[0]] = Known(count if most is None else min(count, most), exact)

    def _room(self, source: str) -> int | None:
        """How many may still leave a screen that all who came to it leave at once."""
        came = self.came(source)
        if source not in self._decides or came is None:
            return None
        gone = sum(self.pairs[pair].count for pair in self.out[source] if pair in self.pairs)
        return max(0, came.count - gone)


def _of_arrow(arrow: Arrow, streams: Streams) -> Known | None:
    if arrow in streams.taken:
        return Known(streams.taken[arrow])
    if arrow.kind == "returned":
        return streams.returned.get(arrow.source, {}).get(arrow.by.removeprefix("returned."))
    return None
