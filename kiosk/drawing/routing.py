"""Draws the lines of a placed grid: straight down, sideways on a track of their own, down again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.drawing.chart import Pair
from kiosk.drawing.grid import Grid
from kiosk.drawing.ordering import Rows
from kiosk.drawing.tracks import Net, tracks_of

PITCH = 9.0
ABOVE_BOX, ABOVE_LABEL, BELOW = 18.0, 11.0, 9.0


@dataclass(frozen=True)
class Point:
    """A place in the picture, in pixels; y grows downwards."""

    x: float
    y: float


@dataclass(frozen=True)
class Stroke:
    """One line from corner to corner. `carries` are the links that run along it.

    Lines of one `net` run together. Lines of two nets cross; only where each wants the other's
    place do they share the height of a track. `arrow` tells whether it ends at a box.
    """

    points: tuple[Point, ...]
    carries: tuple[Pair, ...]
    net: int
    arrow: bool

    def moved(self, right: float, nets: int) -> "Stroke":
        """The same line further to the right, its net counted on from `nets`."""
        points = tuple(Point(point.x + right, point.y) for point in self.points)
        return Stroke(points, self.carries, self.net + nets, self.arrow)


@dataclass(frozen=True)
class Gap:
    """What lies between a row and the next: its joints, the net of each, and the nets' tracks."""

    joints: tuple[tuple[int, int], ...]
    net_of: tuple[int, ...]
    tracks: tuple[int, ...]

    def height(self, above: float) -> float:
        """How far the rows must stand apart, in pixels, with `above` kept free over the lower."""
        return BELOW + PITCH * max(0, max(self.tracks, default=0)) + above


@dataclass(frozen=True)
class Placed:
    """A grid with the middle of each cell, and the upper and lower edge of each row."""

    grid: Grid
    rows: Rows
    xs: tuple[float, ...]
    gaps: tuple[Gap, ...]
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    def leaves_at(self, cell: int) -> float:
        """The y at which lines leave that cell downwards."""
        one = self.grid.cells[cell]
        return self.bottoms[one.row] if one.kind == "trunk" else self.tops[one.row] + one.height

    def met_at(self, cell: int) -> float:
        """The y at which lines that come from above end; a trunk runs on through its row."""
        one = self.grid.cells[cell]
        return self.bottoms[one.row] if one.kind == "trunk" else self.tops[one.row]


def with_rows(grid: Grid, rows: Rows, xs: Sequence[float]) -> Placed:
    """The same grid with its gaps and the heights that follow."""
    gaps = tuple(_gap(grid, rows, xs, number) for number in range(len(rows) - 1))
    tops, bottoms = [0.0], [_height(grid, rows[0])]
    for number, gap in enumerate(gaps, 1):
        above = ABOVE_LABEL if number % 2 else ABOVE_BOX
        tops.append(bottoms[-1] + gap.height(above))
        bottoms.append(tops[-1] + _height(grid, rows[number]))
    return Placed(grid, rows, tuple(xs), gaps, tuple(tops), tuple(bottoms))


def strokes_of(placed: Placed) -> Iterator[Stroke]:
    """Every line, from top to bottom."""
    carried = _carried(placed)
    first = 0
    for number, gap in enumerate(placed.gaps):
        for (upper, lower), net in zip(gap.joints, gap.net_of, strict=True):
            bar = placed.bottoms[number] + BELOW + PITCH * max(0, gap.tracks[net])
            cell = placed.grid.cells[lower]
            arrow = cell.kind == "box"
            carries = carried[upper] if number % 2 else carried[lower]
            yield Stroke(_path(placed, upper, lower, bar), carries, first + net, arrow)
        first += len(gap.tracks)


def _path(placed: Placed, upper: int, lower: int, bar: float) -> tuple[Point, ...]:
    start, end = placed.xs[upper], placed.xs[lower]
    first, last = placed.leaves_at(upper), placed.met_at(lower)
    if abs(start - end) < 1:
        return Point(start, first), Point(end, last)
    return Point(start, first), Point(start, bar), Point(end, bar), Point(end, last)


def _carried(placed: Placed) -> list[tuple[Pair, ...]]:
    """The links that run through each cell."""
    carried: list[tuple[Pair, ...]] = [()] * len(placed.grid.cells)
    for row in placed.rows:
        for cell in row:
            one = placed.grid.cells[cell]
            if isinstance(one.name, tuple):
                carried[cell] = (one.name,)
            elif one.kind == "trunk":
                carried[cell] = tuple(
                    link for upper in placed.grid.above[cell] for link in carried[upper]
                )
    return carried


def _height(grid: Grid, row: Sequence[int]) -> float:
    return max((grid.cells[cell].height for cell in row), default=0.0)


def _gap(grid: Grid, rows: Rows, xs: Sequence[float], number: int) -> Gap:
    joints = [(upper, lower) for upper in rows[number] for lower in grid.below[upper]]
    hub = number % 2
    members: dict[int, list[tuple[int, int]]] = {}
    for joint in joints:
        members.setdefault(joint[hub], []).append(joint)
    nets = [
        Net(tuple(xs[upper] for upper, _ in joined), tuple(xs[lower] for _, lower in joined))
        for joined in members.values()
    ]
    place = {cell: spot for spot, cell in enumerate(members)}
    net_of = tuple(place[joint[hub]] for joint in joints)
    return Gap(tuple(joints), net_of, tuple(tracks_of(nets)))
