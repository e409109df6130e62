"""The chart of a flow for Mermaid, which wikis and code forges draw in the page.

Source: https://mermaid.js.org/syntax/flowchart.html
"""

import re
from collections.abc import Iterator, Mapping

from kiosk.drawing import captions
from kiosk.drawing.chart import Chart, Node, NodeKind
from kiosk.drawing.tally import Tally
from kiosk.drawing.wording import printable

_SHAPES: dict[NodeKind, tuple[str, str]] = {
    "question": ('("', '")'),
    "message": ('("', '")'),
    "form": ('[/"', '"/]'),
    "pick": ('[/"', '"/]'),
    "wait": ('("', '")'),
    "decide": ('{{"', '"}}'),
    "run": ('[["', '"]]'),
    "return": ('(["', '"])'),
    "end": ('["', '"]'),
}
_CLASSES = (
    "classDef done fill:#E6F3EC,stroke:#1F7A52,stroke-width:3px,color:#16232E",
    "classDef later fill:#FDF1E0,stroke:#A84C12,stroke-width:2px,color:#16232E",
    "classDef office fill:#E1EFEE,stroke:#07434B,stroke-width:2px,color:#16232E",
)

# Letters, digits and a few signs stand for themselves; Mermaid might read anything else as its own.
_NOT_PLAIN = re.compile(r"[^\w .,?!'():\u2019-]")
_LIST = re.compile(r"^(\d*)([.)-])(?= )")


def mermaid_of(chart: Chart, tally: Tally | None = None) -> str:
    """The chart as a Mermaid flowchart, a text that ends in a new line."""
    writer = _Writer(captions.short_names(chart), tally or Tally())
    lines = ["flowchart TD", *(f"  {line}" for line in writer.chart(chart, depth=0))]
    lines += [f"  {line}" for line in _CLASSES]
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, names: Mapping[str, str], tally: Tally) -> None:
        self._names = names
        self._tally = tally

    def chart(self, chart: Chart, depth: int) -> Iterator[str]:
        start = f"start{depth}{self._names[chart.start]}"
        yield f'{start}(["Start here"]) --> {self._names[chart.start]}'
        for node in chart.nodes:
            yield from self._node(chart, node, depth)
        for arrow, back in captions.drawn_arrows(chart).items():
            label = _safe(captions.arrow_label(arrow, self._tally))
            line = "-.->" if back else "-->"
            yield f'{self._names[arrow.source]} {line}|"{label}"| {self._names[arrow.target]}'

    def _node(self, chart: Chart, node: Node, depth: int) -> Iterator[str]:
        words = "<br/>".join(_safe(line) for line in captions.node_lines(node, self._tally))
        name = self._names[node.id]
        if node.id in chart.inside:
            yield f'subgraph {name}["{words}"]'
            yield from (f"  {line}" for line in self.chart(chart.inside[node.id], depth + 1))
            yield "end"
            return
        left, right = _SHAPES[node.kind]
        tone = f":::{node.tone}" if node.tone else ""
        yield f"{name}{left}{words}{right}{tone}"


def _safe(text: str) -> str:
    """The text with every sign that Mermaid might read as its own written as a number."""
    plain = _NOT_PLAIN.sub(lambda found: _numbered(found[0]), printable(text))
    return _LIST.sub(lambda found: f"{found[1]}{_numbered(found[2])}", plain) or " "


def _numbered(sign: str) -> str:
    return f"#{ord(sign)};"
