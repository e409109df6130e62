"""Draws the box of each screen: another outline for each kind, so that no colour is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.drawing import pens
from kiosk.drawing.blocks import COUNT, SMALL, Block, Line
from kiosk.drawing.cards import BAND, PADDING, TONE_ICONS, TONE_WORDS, Card
from kiosk.drawing.chart import Tone
from kiosk.drawing.icons import SIDE, icon, pointer
from kiosk.drawing.layout import Plan, Spot
from kiosk.drawing.letters import width_of
from kiosk.drawing.slips import SIGN_HEIGHT, SIGN_SIDE

CORNER = 10.0
BADGE = 9.5
BAR_HEIGHT, BAR_MOST = 6.0, 220.0
SIDE_OF_HEXAGON = 11.0

_START = "Start here"


@dataclass(frozen=True)
class _Coat:
    """The colours of an end: its band, the words on it, what is below, and the edge."""

    band: str
    words: str
    fill: str
    edge: str


_COATS: dict[Tone, _Coat] = {
    "done": _Coat("#1F7A52", pens.ON_DARK, "#E6F3EC", "#1F7A52"),
    "later": _Coat("#F4A55A", pens.INK, "#FDF1E0", "#A84C12"),
    "office": _Coat("#07434B", pens.ON_DARK, "#E1EFEE", "#07434B"),
}


def card(one: Card, spot: Spot, number: str, sources: Sequence[str] = ()) -> Iterator[str]:
    """The whole box with its text and its number. `sources` are the numbers that jump to it."""
    body = Spot(
        spot.x,
        spot.y + one.tab,
        spot.width - one.stack,
        spot.height - one.tab - one.stack,
    )
    if one.entry == "start":
        yield from _start_tab(body)
    if one.entry == "elsewhere":
        yield from _sources_tab(body, sources)
    yield from _outline(one, body)
    top = body.y + one.band + PADDING
    yield from lines(one.block, body.x + body.width / 2, top)
    if one.stopped:
        yield from _bar(one, body)
    yield from badge(number, body.x + 1, body.y + 1)


def lines(block: Block, middle: float, top: float) -> Iterator[str]:
    """The lines of a block below one another, the first one's upper edge at `top`."""
    y = top
    for line in block.lines:
        y += line.gap
        yield from _line(line, middle, y + line.face.leading * 0.5 + line.face.size * 0.34)
        y += line.face.leading


def hexagon(spot: Spot, side: float) -> list[str | float]:
    """The path of a box with pointed sides, each `side` pixels deep."""
    across, half = spot.width - 2 * side, spot.height / 2
    upper: list[str | float] = ["M", spot.x + side, spot.y, "h", across, "l", side, half]
    return [*upper, "l", -side, half, "h", -across, "l", -side, -half, "z"]


def badge(number: str, x: float, y: float) -> Iterator[str]:
    """A number in a dark round mark about that place."""
    half = max(BADGE, width_of(number, SMALL) / 2 + 5)
    yield pens.box(x - half, y - BADGE, 2 * half, 2 * BADGE, rx=BADGE, fill=pens.INK)
    yield pens.text(number, x, y + SMALL.size * 0.36, SMALL, pens.ON_DARK)


def sign(words: str, spot: Spot, *, back: bool) -> Iterator[str]:
    """The mark at the foot of a slip that tells where it jumps to."""
    middle, top = spot.x + spot.width / 2, spot.y + spot.height - SIGN_HEIGHT + 2
    half = (width_of(words, SMALL) + SIGN_SIDE) / 2
    dashes: dict[str, str | float] = {"stroke_dasharray": "4 3"} if back else {}
    look: dict[str, str | float] = {"fill": pens.PAPER, "stroke": pens.LINE, "class_": "paper"}
    yield pens.box(middle - half, top, 2 * half, SIGN_HEIGHT - 2, rx=9, **look, **dashes)
    yield pointer(middle - half + 7, top + 3, pens.QUIET, back=back)
    yield pens.text(words, middle + SIDE / 2 + 2, top + 12.7, SMALL, pens.QUIET)


def seams(plan: Plan) -> Iterator[str]:
    """A fine line between two columns."""
    for x in plan.seams:
        yield pens.path(
            ["M", x, 0.0, "V", plan.height], stroke=pens.HAIRLINE, stroke_dasharray="2 5"
        )


def _line(line: Line, middle: float, baseline: float) -> Iterator[str]:
    colour = pens.QUIET if line.ink == "quiet" else pens.INK
    room = line.width() - width_of(line.text, line.face)
    if line.icon:
        left = middle - line.width() / 2
        yield icon(line.icon, left, baseline - SIDE + 2, colour)
    yield pens.text(line.text, middle + room / 2, baseline, line.face, colour)


def _outline(one: Card, spot: Spot) -> Iterator[str]:
    x, y, width, height = spot.x, spot.y, spot.width, spot.height
    look: dict[str, str | float] = {"fill": pens.CARD, "stroke": pens.EDGE, "stroke_width": 1.5}
    match one.node.kind:
        case "end":
            yield from _end(one.node.tone or "later", spot)
        case "decide":
            yield pens.path(hexagon(spot, SIDE_OF_HEXAGON), **{**look, "fill": pens.TINT})
        case "return":
            yield pens.box(x, y, width, height, rx=height / 2, **look)
        case "run" if one.is_open:
            yield pens.box(
                x, y, width, height, rx=3, **{**look, "fill": pens.PAPER, "stroke_width": 2.5}
            )
            yield pens.box(x, y, width, one.height - one.tab, rx=3, **{**look, "fill": pens.TINT})
        case "run":
            for shift in (one.stack, one.stack / 2, 0.0):
                yield pens.box(x + shift, y + shift, width, height, rx=3, **look)
        case _:
            yield pens.box(x, y, width, height, rx=CORNER, **look)


def _end(tone: Tone, spot: Spot) -> Iterator[str]:
    """Done is round with a double edge, later has a corner cut off, the office is square."""
    coat = _COATS[tone]
    x, y, width, height = spot.x, spot.y, spot.width, spot.height
    cut = {"done": CORNER, "later": 14.0, "office": 0.0}[tone]
    corner: list[str | float] = ["l", cut, cut] if tone == "later" else ["q", cut, 0.0, cut, cut]
    round_off = cut if tone == "done" else 0.0
    top: list[str | float] = ["M", x, y + round_off, "q", 0.0, -round_off, round_off, -round_off]
    top += ["H", x + width - cut, *corner]
    foot: list[str | float] = ["V", y + height - round_off, "q", 0.0, round_off, -round_off]
    foot += [round_off, "H", x + round_off, "q", -round_off, 0.0, -round_off, -round_off, "z"]
    yield pens.path([*top, *foot], fill=coat.fill)
    yield pens.path([*top, "V", y + BAND, "H", x, "z"], fill=coat.band)
    yield pens.path([*top, *foot], fill="none", stroke=coat.edge, stroke_width=2.2)
    if tone == "done":
        yield pens.box(
            x - 4,
            y - 4,
            width + 8,
            height + 8,
            rx=CORNER + 4,
            fill="none",
            stroke=coat.edge,
            stroke_width=1.2,
        )
    words = TONE_WORDS[tone]
    left = x + width / 2 - (width_of(words, COUNT) + 17) / 2
    yield icon(TONE_ICONS[tone], left, y + BAND / 2 - SIDE / 2, coat.words)
    middle = left + 17 + width_of(words, COUNT) / 2
    yield pens.text(words, middle, y + BAND / 2 + 4.2, COUNT, coat.words)


def _start_tab(spot: Spot) -> Iterator[str]:
    half, middle = width_of(_START, COUNT) / 2 + 12, spot.x + spot.width / 2
    yield pens.box(middle - half, spot.y - 19, 2 * half, 27, rx=8, fill=pens.EDGE)
    yield pens.text(_START, middle, spot.y - 5.5, COUNT, pens.ON_DARK)


def _sources_tab(spot: Spot, sources: Sequence[str]) -> Iterator[str]:
    """Where visits come from that no line shows."""
    words, shown = f"from {', '.join(sources)}", len(sources)
    while shown > 1 and width_of(words, SMALL) > spot.width - 2 * CORNER - 10:
        shown -= 1
        words = f"from {', '.join(sources[:shown])}, \u2026"
    half, middle = width_of(words, SMALL) / 2 + 10, spot.x + spot.width / 2
    yield pens.box(middle - half, spot.y - 18, 2 * half, 28, rx=8, fill="none", stroke=pens.LINE)
    yield pens.text(words, middle, spot.y - 5.5, SMALL, pens.QUIET)


def _bar(one: Card, spot: Spot) -> Iterator[str]:
    """A bar for all who came; the dark end are those who stopped here."""
    width = min(spot.width, BAR_MOST) - 2 * PADDING
    x = spot.x + (spot.width - width) / 2
    y = spot.y + one.height - one.tab - one.stack - PADDING - BAR_HEIGHT
    dark = max(1.5, width * min(1.0, one.stopped))
    edge: dict[str, str | float] = {"stroke": pens.INK, "stroke_width": 0.8}
    yield pens.box(x, y, width, BAR_HEIGHT, fill=pens.CARD, **edge)
    yield pens.box(x + width - dark, y, dark, BAR_HEIGHT, fill=pens.INK, **edge)
