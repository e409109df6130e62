"""Puts boxes, labels and passing lines into rows: what the layout orders, places and joins.

Rows of boxes and rows of labels take turns. All lines to one box run together, in one trunk, from
the first row below a label that leads there: the more answers share a target, the calmer it gets.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.drawing.chart import Pair


@dataclass(frozen=True)
class Box:
    """Something to place, with its size in pixels."""

    id: str
    width: float
    height: float


@dataclass(frozen=True)
class Link:
    """A line from box to box, with the size of its label; without a target it ends in its label.

    `id` is the pair of boxes that it stands for, even where no line is drawn to the second.
    """

    id: Pair
    source: str
    target: str
    width: float
    height: float


@dataclass(frozen=True)
class Cell:
    """One place in a row. `name` is that of a box or a link, or of the box a trunk leads to."""

    kind: Literal["box", "label", "trunk"]
    name: str | Pair
    row: int
    width: float
    height: float


@dataclass(frozen=True)
class Grid:
    """The cells, and which cells of the next row below, or above, each is joined to."""

    cells: tuple[Cell, ...]
    below: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]

    def is_joined(self, cell: int) -> bool:
        """Whether any line meets that cell."""
        return bool(self.above[cell] or self.below[cell])


TRUNK_WIDTH = 8.0


def grid_of(boxes: Sequence[Box], links: Iterable[Link], layers: Mapping[str, int]) -> Grid:
    """The grid. `layers` gives each box's layer; every link leads to a lower one, or ends."""
    cells = [Cell("box", box.id, 2 * layers[box.id], box.width, box.height) for box in boxes]
    known: dict[tuple[str | Pair, int], int] = {
        (cell.name, cell.row): number for number, cell in enumerate(cells)
    }
    joints: list[tuple[int, int]] = []
    for link in links:
        row = 2 * layers[link.source] + 1
        joints.append((known[link.source, row - 1], len(cells)))
        upper = len(cells)
        cells.append(Cell("label", link.id, row, link.width, link.height))
        while link.target:
            row += 1
            fresh = (link.target, row) not in known
            if fresh:
                known[link.target, row] = len(cells)
                cells.append(Cell("trunk", link.target, row, TRUNK_WIDTH, 0))
            lower = known[link.target, row]
            joints.append((upper, lower))
            if not fresh:
                break
            upper = lower
    return Grid(tuple(cells), _ends(joints, len(cells)), _ends(_turned(joints), len(cells)))


def _turned(joints: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(lower, upper) for upper, lower in joints]


def _ends(joints: list[tuple[int, int]], count: int) -> tuple[tuple[int, ...], ...]:
    ends: list[list[int]] = [[] for _ in range(count)]
    for one, other in joints:
        ends[one].append(other)
    return tuple(tuple(row) for row in ends)
