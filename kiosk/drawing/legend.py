"""The key below the picture: what its shapes and lines mean, only those that are in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.drawing import pens
from kiosk.drawing.blocks import PLAIN
from kiosk.drawing.chart import NodeKind
from kiosk.drawing.layout import Spot
from kiosk.drawing.letters import width_of
from kiosk.drawing.shapes import hexagon
from kiosk.drawing.sheet import Sheet

Sample = NodeKind | Literal["back", "on", "thick", "stopped"]

ROW, SIGN, GAP = 26.0, 34.0, 22.0

_WORDS: dict[Sample, str] = {
    "question": "a page that the family sees",
    "decide": "the kiosk looks by itself",
    "run": "another flow, folded into one box",
    "return": "the flow is over, the visit goes on",
    "end": "an end of the visit",
    "back": "leads back to that number",
    "on": "goes on at that number",
    "thick": "the thicker, the more visits",
    "stopped": "the part that stopped here",
}


@dataclass(frozen=True)
class Legend:
    """The key, in rows as wide as the picture."""

    items: tuple[tuple[float, float, Sample], ...]
    height: float

    def drawn(self, left: float, top: float) -> Iterator[str]:
        """All of it, from that upper left corner."""
        for x, y, sample in self.items:
            yield from _sign(sample, left + x, top + y)
            words = _WORDS[sample]
            yield pens.text_from(words, left + x + SIGN, top + y + 15, PLAIN, pens.QUIET)


def legend_of(sheet: Sheet, width: float, *, counted: bool) -> Legend:
    """The key of that sheet and of those inside it."""
    items: list[tuple[float, float, Sample]] = []
    x = y = 0.0
    for sample in _WORDS:
        if sample not in _used(sheet, counted=counted):
            continue
        wide = SIGN + width_of(_WORDS[sample], PLAIN) + GAP
        if x and x + wide - GAP > width:
            x, y = 0.0, y + ROW
        items.append((x, y, sample))
        x += wide
    return Legend(tuple(items), y + ROW)


def _used(sheet: Sheet, *, counted: bool) -> set[Sample]:
    used: set[Sample] = {"thick", "stopped"} if counted else set()
    used |= {"question" if node.is_page else node.kind for node in sheet.chart.nodes}
    used |= {"back" if slip.back else "on" for slip in sheet.slips.values() if slip.jump}
    for inner in sheet.sheets.values():
        used |= _used(inner, counted=counted)
    return used


def _sign(sample: Sample, x: float, y: float) -> Iterator[str]:
    dashes: dict[str, str | float] = {"stroke_dasharray": "4 3"} if sample == "back" else {}
    match sample:
        case "back" | "on":
            yield pens.box(x, y + 3, 26, 15, rx=7.5, fill="none", stroke=pens.LINE, **dashes)
        case "thick":
            yield pens.path(["M", x, y + 6, "h", 26.0], stroke=pens.LINE, stroke_width=1.5)
            yield pens.path(["M", x, y + 14, "h", 26.0], stroke=pens.LINE, stroke_width=6)
        case "stopped":
            yield pens.box(x, y + 8, 26, 6, fill=pens.CARD, stroke=pens.INK, stroke_width=0.8)
            yield pens.box(x + 19, y + 8, 7, 6, fill=pens.INK)
        case _:
            yield from _small_box(sample, Spot(x, y + 3, 26, 15))


def _small_box(sample: Sample, spot: Spot) -> Iterator[str]:
    look: dict[str, str | float] = {"stroke": pens.EDGE, "stroke_width": 1.3}
    place = spot.x, spot.y, spot.width, spot.height
    match sample:
        case "decide":
            yield pens.path(hexagon(spot, 5.0), fill=pens.TINT, **look)
        case "run":
            yield pens.box(spot.x + 3, spot.y + 3, 22, 13, rx=2, fill=pens.CARD, **look)
            yield pens.box(spot.x, spot.y, 22, 13, rx=2, fill=pens.CARD, **look)
        case "return":
            yield pens.box(*place, rx=7.5, fill=pens.CARD, **look)
        case "end":
            yield pens.box(*place, fill=pens.CARD, **look)
            yield pens.box(spot.x, spot.y, spot.width, 6, fill=pens.EDGE)
        case _:
            yield pens.box(*place, rx=5, fill=pens.CARD, **look)
