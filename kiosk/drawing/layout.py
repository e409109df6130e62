"""Lays boxes and arrows out on a page, in layers from top to bottom.

The steps are Sugiyama's: layers, order within them, places, lines. Written here because no kept
library does it with labels, in Python alone, under a licence that fits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kiosk.drawing.chart import Pair
from kiosk.drawing.grid import Box, Link, grid_of
from kiosk.drawing.ordering import crossings, ordered
from kiosk.drawing.placing import placed
from kiosk.drawing.routing import Stroke, strokes_of, with_rows
from kiosk.drawing.straight import straightened


@dataclass(frozen=True)
class Spot:
    """Where something stands: its upper left corner and its size, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Plan:
    """A finished layout: where each box and each link's label stands, and every line.

    `crossings` are the places where lines cross, about; `seams` are the x between its columns.
    """

    width: float
    height: float
    boxes: Mapping[str, Spot]
    labels: Mapping[Pair, Spot]
    strokes: tuple[Stroke, ...]
    crossings: int = 0
    seams: tuple[float, ...] = ()

    def bends(self) -> int:
        """How many lines do not run straight down."""
        return sum(len(stroke.points) > 2 for stroke in self.strokes)

    def length(self) -> float:
        """The length of all lines, in pixels."""
        corners = (pair for stroke in self.strokes for pair in pairwise(stroke.points))
        return sum(abs(one.x - other.x) + abs(one.y - other.y) for one, other in corners)


def laid_out(boxes: Sequence[Box], links: Sequence[Link], layers: Mapping[str, int]) -> Plan:
    """The plan. Every link leads from a layer to a lower one, or has no target."""
    grid = grid_of(boxes, links, layers)
    rows = ordered(grid)
    page = with_rows(grid, rows, straightened(grid, rows, placed(grid, rows)))
    spots = [
        (cell, Spot(x - cell.width / 2, page.tops[cell.row], cell.width, cell.height))
        for x, cell in zip(page.xs, grid.cells, strict=True)
        if cell.kind != "trunk"
    ]
    return Plan(
        width=max(x + cell.width / 2 for x, cell in zip(page.xs, grid.cells, strict=True)),
        height=page.bottoms[-1],
        boxes={cell.name: spot for cell, spot in spots if isinstance(cell.name, str)},
        labels={cell.name: spot for cell, spot in spots if isinstance(cell.name, tuple)},
        strokes=tuple(strokes_of(page)),
        crossings=crossings(grid, rows),
    )


def side_by_side(plans: Sequence[Plan], gap: float) -> Plan:
    """The plans as columns of one, from left to right, `gap` pixels apart."""
    left, nets = 0.0, 0
    boxes: dict[str, Spot] = {}
    labels: dict[Pair, Spot] = {}
    strokes: list[Stroke] = []
    seams: list[float] = []
    for plan in plans:
        boxes |= {name: _moved(spot, left) for name, spot in plan.boxes.items()}
        labels |= {name: _moved(spot, left) for name, spot in plan.labels.items()}
        strokes += [stroke.moved(left, nets) for stroke in plan.strokes]
        nets += max((stroke.net for stroke in plan.strokes), default=0) + 1
        left += plan.width + gap
        seams.append(left - gap / 2)
    height = max(plan.height for plan in plans)
    crossed = sum(plan.crossings for plan in plans)
    return Plan(left - gap, height, boxes, labels, tuple(strokes), crossed, tuple(seams[:-1]))


def _moved(spot: Spot, right: float) -> Spot:
    return replace(spot, x=spot.x + right)
