"""The chart of a flow in DOT, the language of Graphviz.

Source: https://graphviz.org/doc/info/lang.html
"""

from collections.abc import Iterator, Mapping

from kiosk.drawing import captions
from kiosk.drawing.blocks import LABEL, TITLE
from kiosk.drawing.chart import Arrow, Chart, Node, NodeKind, Tone
from kiosk.drawing.letters import Face, wrapped
from kiosk.drawing.tally import Tally
from kiosk.drawing.wording import printable

WIDEST_NODE, WIDEST_LABEL = 180.0, 120.0

_SHAPES: dict[NodeKind, str] = {
    "question": 'shape=box, style="rounded,filled"',
    "message": 'shape=box, style="rounded,filled"',
    "form": 'shape=box, style="rounded,filled"',
    "pick": 'shape=box, style="rounded,filled"',
    "wait": 'shape=box, style="rounded,filled"',
    "decide": 'shape=hexagon, style="filled"',
    "run": 'shape=box3d, style="filled"',
    "return": 'shape=oval, style="filled"',
    "end": 'shape=box, style="filled"',
}
_TONES: dict[Tone, str] = {
    "done": 'peripheries=2, color="#1F7A52", fillcolor="#E6F3EC"',
    "later": 'color="#A84C12", fillcolor="#FDF1E0"',
    "office": 'penwidth=2, color="#07434B", fillcolor="#E1EFEE"',
}


def dot_of(chart: Chart, tally: Tally | None = None) -> str:
    """The chart as a DOT digraph, a text that ends in a new line."""
    writer = _Writer(captions.short_names(chart), tally or Tally())
    lines = [
        f"digraph {_quoted(chart.flow)} {{",
        "  compound=true;",
        '  node [fontname="Atkinson Hyperlegible Next, Helvetica", fillcolor="#FFFFFF"];',
        '  edge [fontname="Atkinson Hyperlegible Next, Helvetica", fontsize=12];',
        *(f"  {line}" for line in writer.chart(chart)),
        "}",
    ]
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, names: Mapping[str, str], tally: Tally) -> None:
        self._names = names
        self._tally = tally

    def chart(self, chart: Chart) -> Iterator[str]:
        start = f"start_{self._names[chart.start]}"
        yield f'{start} [label="Start here", shape=plaintext, fillcolor="none"];'
        for node in chart.nodes:
            yield from self._node(chart, node)
        yield f"{start} -> {self._end(chart, chart.start)};"
        for arrow, back in captions.drawn_arrows(chart).items():
            yield self._arrow(chart, arrow, back=back)

    def _node(self, chart: Chart, node: Node) -> Iterator[str]:
        lines = captions.node_lines(node, self._tally)
        label = _lines(lines, TITLE, WIDEST_NODE)
        if node.id in chart.inside:
            yield f"subgraph cluster_{self._names[node.id]} {{"
            yield f"  label={label};"
            yield from (f"  {line}" for line in self.chart(chart.inside[node.id]))
            yield "}"
            return
        tone = f", {_TONES[node.tone]}" if node.tone else ""
        yield f"{self._names[node.id]} [label={label}, {_SHAPES[node.kind]}{tone}];"

    def _arrow(self, chart: Chart, arrow: Arrow, *, back: bool) -> str:
        label = _lines([captions.arrow_label(arrow, self._tally)], LABEL, WIDEST_LABEL)
        look = [f"label={label}"]
        if back:
            look.append('style=dashed, color="#7A858D"')
        for key, node in (("ltail", arrow.source), ("lhead", arrow.target)):
            if node in chart.inside:
                look.append(f"{key}=cluster_{self._names[node]}")
        source, target = self._end(chart, arrow.source), self._end(chart, arrow.target)
        return f"{source} -> {target} [{', '.join(look)}];"

    def _end(self, chart: Chart, node: str) -> str:
        """The name to draw an arrow to: a cluster has none, so its first screen stands for it."""
        while node in chart.inside:
            chart = chart.inside[node]
            node = chart.start
        return self._names[node]


def _lines(lines: Iterator[str] | list[str], face: Face, most: float) -> str:
    parts = [part for line in lines for part in wrapped(line, face, most)]
    return '"' + "\\n".join(_escaped(part) for part in parts) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return printable(text).replace("\\", "\\\\").replace('"', '\\"')
