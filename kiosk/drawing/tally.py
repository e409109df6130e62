"""Puts counts on a chart: how many took each arrow, came to each screen, and stopped there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.core.flow import Run
from kiosk.core.guide import Guide
from kiosk.drawing.chart import Arrow, Chart, Node, Pair
from kiosk.drawing.charting import chart_of
from kiosk.drawing.counts import Count
from kiosk.drawing.inferring import Known, Streams, all_of, came_to, worked_out

STOPPED, LEFT_ALONE, BACK, HELP, BROKE = "stop", "left", "back", "help", "broke"

Step = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Visits:
    """What happened on one screen, each time that a visit came to it.

    `dropped` came and did not leave it: they were stopped or left alone there, or their trail ends
    there. `back` left it by Back; `helped` asked for help and `again` were asked to put it in once
    more: both stayed. For a flow that is run, all of it; `in_all`: from wherever it is run.
    """

    came: int
    dropped: int = 0
    back: int = 0
    helped: int = 0
    again: int = 0
    in_all: bool = False


@dataclass(frozen=True)
class Tally:
    """The counts of a chart and of those inside it; what is not in it cannot be known.

    `pairs` count all arrows from one screen to another; `unplaced` the steps that the file tells of
    these flows and that the charts do not have: the flow had another version then.
    """

    arrows: Mapping[Arrow, int] = field(default_factory=dict)
    pairs: Mapping[Pair, Known] = field(default_factory=dict)
    visits: Mapping[str, Visits] = field(default_factory=dict)
    unplaced: int = 0


def tally_of(guide: Guide, chart: Chart, counts: Iterable[Count]) -> Tally:
    """The tally of that chart of the guide's flows and of every chart inside it."""
    steps: Counter[Step] = Counter()
    for count in counts:
        steps[count.place, count.by] += count.count
    tallies = [_Counting(guide, one, steps, frozenset()).tally() for one in chart.all_charts()]
    return Tally(
        {arrow: count for tally in tallies for arrow, count in tally.arrows.items()},
        {pair: known for tally in tallies for pair, known in tally.pairs.items()},
        {place: visits for tally in tallies for place, visits in tally.visits.items()},
        sum(tally.unplaced for tally in tallies),
    )


class _Counting:
    """Counts one chart. `within` are the flows that run this one; they are not looked into again.

    An answer may bear the name of something that can happen on every page, such as "stop". The
    trail cannot tell the two apart; then it is taken for the answer.
    """

    def __init__(
        self, guide: Guide, chart: Chart, steps: Mapping[Step, int], within: frozenset[str]
    ) -> None:
        self._guide = guide
        self._chart = chart
        self._steps = steps
        self._within = within | {chart.flow}
        self._arrows: dict[str, list[Arrow]] = {node.id: [] for node in chart.nodes}
        for arrow in chart.arrows:
            self._arrows[arrow.source].append(arrow)

    def tally(self) -> Tally:
        """All that can be known of the chart."""
        arrows = self._taken()
        left = {node.id: self._left(node) for node in self._chart.nodes if node.is_page}
        returned = {
            node.id: self._returned(node.word)
            for node in self._chart.nodes
            if node.kind == "run"
            and node.word not in self._within
            and _run_once(self._guide, node.word)
        }
        pairs = worked_out(self._chart, Streams(arrows, left, returned))
        came = came_to(self._chart, pairs)
        visits = {node.id: self._visits(node, came[node.id]) for node in self._chart.nodes}
        known = {place: found for place, found in visits.items() if found}
        return Tally(arrows, pairs, known, self._unplaced())

    def _taken(self) -> dict[Arrow, int]:
        """The arrows that the trail tells of; where a condition chose, it does not tell which."""
        alike = Counter((arrow.source, arrow.by) for arrow in self._chart.arrows)
        return {
            arrow: self._steps.get((arrow.source, arrow.by), 0)
            for arrow in self._chart.arrows
            if not arrow.is_automatic and alike[arrow.source, arrow.by] == 1
        }

    def _told(self, place: str, *words: str) -> int:
        """How often something happened on that page that can happen on every page."""
        own = {arrow.by for arrow in self._arrows[place]}
        return sum(self._steps.get((place, word), 0) for word in words if word not in own)

    def _left(self, node: Node) -> int:
        """How many steps led away from that page."""
        away = {arrow.by for arrow in self._arrows[node.id] if arrow.kind != "again"}
        own = sum(self._steps.get((node.id, by), 0) for by in away)
        return own + self._told(node.id, BACK, STOPPED, LEFT_ALONE)

    def _visits(self, node: Node, came: Known | None) -> Visits | None:
        if node.kind == "run":
            return self._inside(node.word)
        if not node.is_page:
            return Visits(came=came.count) if came else None
        left = self._left(node)
        exact = came is not None and came.exact and node.id != self._chart.start
        lost = max(0, came.count - left) if came and exact else 0
        again = {arrow.by for arrow in self._arrows[node.id] if arrow.kind == "again"}
        return Visits(
            came=left + lost,
            dropped=self._told(node.id, STOPPED, LEFT_ALONE) + lost,
            back=self._told(node.id, BACK),
            helped=self._told(node.id, HELP),
            again=sum(self._steps.get((node.id, by), 0) for by in again),
        )

    def _inside(self, flow: str) -> Visits | None:
        """What happened in a flow that is drawn as one box."""
        inner = self._inner(flow)
        pages = [node for node in inner._chart.nodes if node.is_page]
        start = next((node for node in pages if node.id == inner._chart.start), None)
        if start is None:
            return None
        stopped = sum(inner._told(node.id, STOPPED, LEFT_ALONE) for node in pages)
        return Visits(
            came=inner._left(start), dropped=stopped, in_all=not _run_once(self._guide, flow)
        )

    def _returned(self, flow: str) -> dict[str, Known]:
        """How often that flow gave each of its words, as far as that can be known."""
        inner = self._inner(flow)
        came = came_to(inner._chart, inner.tally().pairs)
        words = {}
        for word in self._guide.flows[flow].returns():
            gives = [
                node.id
                for node in inner._chart.nodes
                if node.kind == "return" and node.word == word
            ]
            known = all_of(came[node] for node in gives)
            if known:
                words[word] = known
        return words

    def _inner(self, flow: str) -> "_Counting":
        return _Counting(self._guide, chart_of(self._guide, flow), self._steps, self._within)

    def _unplaced(self) -> int:
        known = {(arrow.source, arrow.by) for arrow in self._chart.arrows}
        pages = {node.id for node in self._chart.nodes if node.is_page}
        return sum(
            count
            for (place, by), count in self._steps.items()
            if place.partition("/")[0] == self._chart.flow
            and (place, by) not in known
            and not (place in pages and by in (STOPPED, LEFT_ALONE, BACK, HELP, BROKE))
        )


def _run_once(guide: Guide, flow: str) -> bool:
    runs = [
        screen
        for one in guide.flows.values()
        for screen in one.screens.values()
        if isinstance(screen, Run) and screen.run == flow
    ]
    return len(runs) == 1 and not runs[0].for_each
