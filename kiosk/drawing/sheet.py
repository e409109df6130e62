"""A chart laid out as a picture: what stands where, with the flows that are drawn open inside."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.drawing.cards import Card, Entry, card_of
from kiosk.drawing.chart import Chart, Pair
from kiosk.drawing.fitting import COLUMN_GAP, Fit, fits_of
from kiosk.drawing.grid import Box, Link
from kiosk.drawing.layout import Plan, laid_out, side_by_side
from kiosk.drawing.loops import back_pairs
from kiosk.drawing.slips import Slip, jumping, slip_of
from kiosk.drawing.tally import Tally

FRAME_SIDE, FRAME_TOP = 22.0, 16.0
MOST_LINES = 5
TRIES, MANY = 8, 60


@dataclass(frozen=True)
class Sheet:
    """One chart with the place of everything on it.

    `cards` are by node; `slips` by pair. `sheets` are the charts drawn open, by their run's node:
    each lies in that node's box, below its card. `order` are the nodes as one reads them.
    """

    chart: Chart
    plan: Plan
    cards: Mapping[str, Card]
    slips: Mapping[Pair, Slip]
    sheets: Mapping[str, "Sheet"]
    order: tuple[str, ...]

    def numbers(self, before: str = "") -> Iterator[tuple[str, str]]:
        """Each node with its number: 7, and 7.2 within the flow that is drawn open in box 7."""
        for number, node in enumerate(self.order, 1):
            yield node, f"{before}{number}"
            if node in self.sheets:
                yield from self.sheets[node].numbers(f"{before}{number}.")


def sheet_of(chart: Chart, tally: Tally, depth: int = 1) -> Sheet:
    """The chart laid out. `depth` counts the charts that it lies in, and itself."""
    sheets = {node: sheet_of(inner, tally, depth + 1) for node, inner in chart.inside.items()}
    backs = back_pairs([node.id for node in chart.nodes], chart.start, chart.pairs())
    draft = _Draft(chart, tally, sheets, backs, ".".join(["88"] * depth))
    forward = [pair for pair in chart.pairs() if pair not in backs]
    jumps = {*backs, *_crowded(chart)}
    boxes = _boxes(draft.cards(set()), sheets)
    fits = fits_of(boxes, _links(draft.slips(jumps), jumps), forward)
    tries = TRIES if len(boxes) <= MANY else 1
    return max((draft.laid_out(fit, jumps) for fit in fits[:tries]), key=lambda one: one[0])[1]


@dataclass(frozen=True)
class _Draft:
    """What is known before it is decided where everything stands."""

    chart: Chart
    tally: Tally
    sheets: Mapping[str, Sheet]
    backs: frozenset[Pair]
    widest: str

    def laid_out(self, fit: Fit, jumps: set[Pair]) -> tuple[float, Sheet]:
        """The sheet with those layers and columns, and what it is worth in print."""
        pairs = self.chart.pairs()
        jumps = jumps | {pair for pair in pairs if fit.column(pair[0]) != fit.column(pair[1])}
        slips, cards = self.slips(jumps), self.cards(jumps)
        plan = _plan(_boxes(cards, self.sheets), _links(slips, jumps), fit)
        sheet = Sheet(self.chart, plan, cards, slips, self.sheets, _order(plan, fit))
        tangle = (plan.crossings + plan.length() / 1000 + plan.bends() / 4) / (len(pairs) or 1)
        return fit.worth(plan.width, plan.height, tangle), sheet

    def slips(self, jumps: set[Pair]) -> dict[Pair, Slip]:
        """The slips by pair, those that jump with their mark."""
        pairs = self.chart.pairs()
        sources = Counter(source for source, _ in pairs)
        slips = {}
        for pair, arrows in pairs.items():
            slip = slip_of(arrows, self.tally, alone=sources[pair[0]] == 1)
            if pair in jumps:
                target = self.chart.node(pair[1])
                slip = jumping(slip, target, self.widest, back=pair in self.backs)
            slips[pair] = slip
        return slips

    def cards(self, jumps: set[Pair]) -> dict[str, Card]:
        """The cards by node."""
        again = Counter(arrow.source for arrow in self.chart.arrows if arrow.kind == "again")
        met = {target for source, target in self.chart.pairs() if (source, target) not in jumps}
        return {
            node.id: card_of(
                node,
                self.tally.visits.get(node.id),
                again=again[node.id],
                entry=_entry(self.chart, node.id, met),
                is_open=node.id in self.sheets,
            )
            for node in self.chart.nodes
        }


def _entry(chart: Chart, node: str, met: set[str]) -> Entry:
    if node == chart.start:
        return "start"
    return "" if node in met else "elsewhere"


def _boxes(cards: Mapping[str, Card], sheets: Mapping[str, Sheet]) -> list[Box]:
    return [_box(card, sheets.get(node)) for node, card in cards.items()]


def _box(card: Card, inside: Sheet | None) -> Box:
    if inside is None:
        return Box(card.node.id, card.width, card.height)
    width = max(card.width, inside.plan.width + 2 * FRAME_SIDE)
    return Box(card.node.id, width, card.height + FRAME_TOP + inside.plan.height + FRAME_SIDE)


def _crowded(chart: Chart) -> set[Pair]:
    """The pairs whose lines would hide all else: so many lead to the same end or return."""
    into: dict[str, list[Pair]] = {}
    for pair in chart.pairs():
        into.setdefault(pair[1], []).append(pair)
    lasts = {node.id for node in chart.nodes if node.kind in ("end", "return")}
    return {
        pair
        for target, pairs in into.items()
        if target in lasts and len(pairs) > MOST_LINES
        for pair in pairs
    }


def _links(slips: Mapping[Pair, Slip], jumps: set[Pair]) -> list[Link]:
    return [
        Link(pair, pair[0], "" if pair in jumps else pair[1], slip.width, slip.height)
        for pair, slip in slips.items()
    ]


def _plan(boxes: Iterable[Box], links: Iterable[Link], fit: Fit) -> Plan:
    boxes, links = list(boxes), list(links)
    plans = []
    for column, cut in enumerate(fit.cuts):
        here = [box for box in boxes if fit.column(box.id) == column]
        layers = {box.id: fit.layers[box.id] - cut for box in here}
        plans.append(laid_out(here, [link for link in links if link.source in layers], layers))
    return side_by_side(plans, COLUMN_GAP)


def _order(plan: Plan, fit: Fit) -> tuple[str, ...]:
    def place(box: str) -> tuple[int, int, float]:
        return fit.column(box), fit.layers[box], plan.boxes[box].x

    return tuple(sorted(plan.boxes, key=place))
