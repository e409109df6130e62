"""A flow as a plain chart: every screen a node, every way on an arrow, in words for people.

What draws or exports a flow starts from here, so that all of them tell the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

NodeKind = Literal["question", "message", "form", "pick", "wait", "decide", "run", "return", "end"]
ArrowKind = Literal["answer", "input", "time", "refused", "again", "outcome", "returned"]
Tone = Literal["done", "later", "office"]

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Node:
    """One screen. `id` is its place, flow/screen, as the trail of a visit calls it.

    `word` is the code of an end, the word of a return, the name of the flow that is run, or what a
    field, a list or a wait is for; `detail` is what a person may want to know besides. `tone`
    belongs to an end. `ends` are the tones of all ends that a visit can reach inside the flow that
    is run, one for each end.
    """

    id: str
    kind: NodeKind
    title: str
    word: str = ""
    detail: str = ""
    tone: Tone | None = None
    ends: tuple[Tone, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether a family sees it and goes on from it: the trail of a visit tells of it."""
        return self.kind in ("question", "message", "form", "pick", "wait")


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """One way on, from node to node.

    `by` is what the trail calls it: the id of an answer, typed, picked, confirmed, time, or
    refused.OUTCOME. The trail does not tell of what goes on by itself; there `by` is the name of
    the check with its outcome, returned.WORD, or otherwise. An arrow "again" stays on its screen.
    """

    source: str
    target: str
    label: str
    by: str
    kind: ArrowKind

    @property
    def is_automatic(self) -> bool:
        """Whether a visit goes that way by itself."""
        return self.kind in ("outcome", "returned")


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One flow. `inside` holds the charts of the flows that are drawn open, by the run's node."""

    flow: str
    version: int
    about: str
    start: str
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    inside: Mapping[str, "Chart"] = field(default_factory=dict)

    def node(self, wanted: str) -> Node:
        """The node of that id in this chart, not in those inside it."""
        return next(node for node in self.nodes if node.id == wanted)

    def pairs(self) -> Mapping[Pair, tuple[Arrow, ...]]:
        """The arrows by where they come from and lead to, without those that stay."""
        pairs: dict[Pair, tuple[Arrow, ...]] = {}
        for arrow in self.arrows:
            if arrow.kind != "again":
                pair = arrow.source, arrow.target
                pairs[pair] = (*pairs.get(pair, ()), arrow)
        return pairs

    def all_charts(self) -> Iterator["Chart"]:
        """This chart and every chart inside it, outermost first."""
        yield self
        for chart in self.inside.values():
            yield from chart.all_charts()
