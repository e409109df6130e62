"""Draws the lines between the boxes: rounded at corners, thicker where more visits went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kiosk.drawing import pens
from kiosk.drawing.chart import Pair
from kiosk.drawing.routing import Point, Stroke
from kiosk.drawing.slips import Slip

RADIUS = 7.0
THIN, THICK = 1.5, 7.0
HALO = 5.0


@dataclass(frozen=True)
class Scale:
    """How thick lines are: `most` visits make the thickest; 0 where nothing was counted."""

    most: int = 0

    def width(self, stroke: Stroke, slips: Mapping[Pair, Slip]) -> float:
        """The width of a line in pixels."""
        counts = [slips[link].count for link in stroke.carries]
        total = sum(count for count in counts if count is not None)
        return THIN + (THICK - THIN) * min(1.0, total / self.most) if self.most else THIN


def lanes(strokes: Sequence[Stroke], slips: Mapping[Pair, Slip], scale: Scale) -> Iterator[str]:
    """Every line, net by net. A line that crosses others leaves a small gap in them."""
    for _, net in groupby(sorted(strokes, key=lambda stroke: stroke.net), lambda one: one.net):
        pens_of: dict[tuple[bool, float], list[Stroke]] = {}
        for stroke in net:
            back = all(slips[link].back for link in stroke.carries)
            pens_of.setdefault((not back, scale.width(stroke, slips)), []).append(stroke)
        alike = sorted(pens_of.items(), key=lambda item: item[0])
        for (_, width), together in alike:
            yield _halo(together, width)
        for (solid, width), together in alike:
            yield from _lines(together, width, solid=solid)


def _halo(together: Sequence[Stroke], width: float) -> str:
    return pens.path(
        [part for stroke in together for part in _rounded(stroke.points)],
        stroke=pens.PAPER,
        stroke_width=width + HALO,
        class_="halo",
    )


def _lines(together: Sequence[Stroke], width: float, *, solid: bool) -> Iterator[str]:
    """Lines of one net and one width as one path, so that they do not darken one another."""
    half, head = 4.0 + width / 2, 8.0 + width / 2
    parts: list[str | float] = []
    tips: list[str | float] = []
    for stroke in together:
        *others, last = stroke.points
        end = Point(last.x, last.y - head / 2) if stroke.arrow else last
        parts += _rounded((*others, end))
        if stroke.arrow:
            tips = ["M", last.x, last.y, "l", -half, -head, "h", 2 * half, "z"]
    if solid:
        yield pens.path(parts, stroke=pens.LINE, stroke_width=width)
    else:
        look = {"stroke": pens.BACK_LINE, "stroke_dasharray": "4 3"}
        yield pens.path(parts, stroke_width=width, **look)
    if tips:
        yield pens.path(tips, fill=pens.LINE, stroke="none")


def _rounded(points: Sequence[Point]) -> list[str | float]:
    parts: list[str | float] = ["M", points[0].x, points[0].y]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(RADIUS, _length(before, corner) / 2, _length(corner, after) / 2)
        near, far = _towards(corner, before, radius), _towards(corner, after, radius)
        parts += ["L", near.x, near.y, "Q", corner.x, corner.y, far.x, far.y]
    return [*parts, "L", points[-1].x, points[-1].y]


def _length(one: Point, other: Point) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)


def _towards(start: Point, end: Point, far: float) -> Point:
    """The point on the way, `far` pixels from the start."""
    part = far / (_length(start, end) or 1)
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
