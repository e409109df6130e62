"""The chart of a flow as JSON, for programs that draw or count for themselves."""

import json
from dataclasses import asdict

from kiosk.drawing.chart import Arrow, Chart, Node
from kiosk.drawing.tally import Tally

Json = dict[str, object]


def json_of(chart: Chart, tally: Tally | None = None) -> str:
    """The chart as a JSON text that ends in a new line.

    The keys are the fields of `Chart`, `Node` and `Arrow`. With a tally a node has `visits`, an
    arrow `count` where that is known, and `pairs` holds what is known of all arrows between two.
    """
    made = _chart(chart, tally)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _chart(chart: Chart, tally: Tally | None) -> Json:
    made: Json = {
        "flow": chart.flow,
        "version": chart.version,
        "about": chart.about,
        "start": chart.start,
        "nodes": [_node(node, tally) for node in chart.nodes],
        "arrows": [_arrow(arrow, tally) for arrow in chart.arrows],
    }
    if tally:
        pairs = {pair: tally.pairs[pair] for pair in chart.pairs() if pair in tally.pairs}
        made["pairs"] = [
            {"source": source, "target": target, **asdict(known)}
            for (source, target), known in pairs.items()
        ]
    made["inside"] = {node: _chart(inner, tally) for node, inner in chart.inside.items()}
    return made


def _node(node: Node, tally: Tally | None) -> Json:
    made: Json = asdict(node)
    if tally and node.id in tally.visits:
        made["visits"] = asdict(tally.visits[node.id])
    return made


def _arrow(arrow: Arrow, tally: Tally | None) -> Json:
    made: Json = asdict(arrow)
    if tally and arrow in tally.arrows:
        made["count"] = tally.arrows[arrow]
    return made
