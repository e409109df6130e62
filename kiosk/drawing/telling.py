"""Tells a chart in sentences, for those who cannot see the picture."""

from collections.abc import Mapping

from kiosk.drawing.chart import Arrow, Chart, Node, NodeKind
from kiosk.drawing.tally import Tally

_KINDS: dict[NodeKind, str] = {
    "question": "A question.",
    "message": "A message.",
    "form": "Something is typed in.",
    "pick": "Something is picked from a list.",
    "wait": "A page with a clock.",
    "decide": "The kiosk looks by itself.",
    "run": "Another flow.",
    "return": "The flow is over, and the visit goes on in the flow that ran it.",
    "end": "An end of the visit.",
}


def name_of(node: Node, numbers: Mapping[str, str]) -> str:
    """The number and the title of a screen, and its name in the file of the flow."""
    return f"{numbers[node.id]}. {node.title} ({node.id})"


def story_of(chart: Chart, node: Node, numbers: Mapping[str, str], tally: Tally) -> str:
    """What a screen is, what it leads to, and how many visits it saw."""
    ways = [_way(arrow, numbers, tally) for arrow in chart.arrows if arrow.source == node.id]
    visits = tally.visits.get(node.id)
    parts = [_KINDS[node.kind], node.detail, *ways]
    if visits:
        parts.append(f"Visits: {visits.came}, stopped there: {visits.dropped}.")
    return " ".join(part for part in parts if part)


def summary_of(chart: Chart) -> str:
    """The chart in two sentences."""
    screens = "1 screen" if len(chart.nodes) == 1 else f"{len(chart.nodes)} screens"
    ends = sum(node.kind == "end" for node in chart.nodes)
    first = chart.node(chart.start).title
    return f"{chart.about} It has {screens} and {ends} ends, and begins with: {first}".strip()


def _way(arrow: Arrow, numbers: Mapping[str, str], tally: Tally) -> str:
    if arrow.kind == "again":
        return ""
    count = f", {tally.arrows[arrow]} times" if arrow in tally.arrows else ""
    return f"\u201c{arrow.label}\u201d leads to {numbers[arrow.target]}{count}."
