"""What the text formats write on a node and on an arrow: the same words as in the picture."""

from collections.abc import Iterator, Mapping

from kiosk.drawing.cards import TONE_WORDS
from kiosk.drawing.chart import Arrow, Chart, Node, Pair
from kiosk.drawing.loops import back_pairs
from kiosk.drawing.tally import Tally


def short_names(chart: Chart) -> dict[str, str]:
    """A short name for each node of the chart and of those inside it, by its id: n1, n2 ..."""
    nodes = [node.id for one in chart.all_charts() for node in one.nodes]
    return {node: f"n{number}" for number, node in enumerate(nodes, 1)}


def node_lines(node: Node, tally: Tally) -> Iterator[str]:
    """The lines of a node: what it is, if its title does not tell, its title, its counts."""
    if node.tone:
        yield f"{TONE_WORDS[node.tone]}:"
    if node.kind == "decide":
        yield "The kiosk looks:"
    if node.kind == "return":
        yield "Goes on with:"
    yield node.title
    visits = tally.visits.get(node.id)
    if visits:
        yield f"{visits.came} visits"
        if visits.dropped:
            yield f"{visits.dropped} stopped here"


def arrow_label(arrow: Arrow, tally: Tally) -> str:
    """The words of an arrow, with its count."""
    count = tally.arrows.get(arrow)
    return arrow.label if count is None else f"{arrow.label} ({count})"


def backs_of(chart: Chart) -> frozenset[Pair]:
    """The pairs of nodes of which the arrow leads back."""
    return back_pairs([node.id for node in chart.nodes], chart.start, chart.pairs())


def drawn_arrows(chart: Chart) -> Mapping[Arrow, bool]:
    """The arrows that are drawn, and whether each leads back."""
    backs = backs_of(chart)
    return {
        arrow: (arrow.source, arrow.target) in backs
        for arrow in chart.arrows
        if arrow.kind != "again"
    }
