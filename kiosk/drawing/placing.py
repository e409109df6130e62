"""Gives every cell its x: near to what it is joined to, in the order of its row, never too close.

For one row that is a least-squares fit with the order kept (isotonic regression, by pooling
neighbours that would come too close); row after row, down and up, until the picture has settled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kiosk.drawing.grid import Cell, Grid
from kiosk.drawing.ordering import Rows

ROUNDS = 14
GAPS = {"box": 20.0, "label": 11.0, "trunk": 10.0}
NO_PULL = 0.01
PULL = {"box": 1.0, "label": 2.0, "trunk": 6.0}


def placed(grid: Grid, rows: Rows) -> list[float]:
    """The x of the middle of every cell."""
    xs = [0.0] * len(grid.cells)
    for row in rows:
        _settle(grid, row, xs, [0.0] * len(row))
    for turn in range(ROUNDS):
        down = turn % 2 == 0
        joined = grid.above if down else grid.below
        for row in rows if down else reversed(rows):
            _settle(grid, row, xs, _wishes(grid, row, joined, xs))
    both = [above + below for above, below in zip(grid.above, grid.below, strict=True)]
    for row in [*rows, *reversed(rows)]:
        _settle(grid, row, xs, _wishes(grid, row, both, xs))
    return xs


def distance(left: Cell, right: Cell) -> float:
    """How far apart the middles of two neighbours must be."""
    gap = max(GAPS[left.kind], GAPS[right.kind])
    return (left.width + right.width) / 2 + gap


def _wishes(
    grid: Grid, row: Sequence[int], joined: Sequence[Sequence[int]], xs: list[float]
) -> list[float]:
    """Where each cell of the row would stand; one that is joined to nothing stays with another."""
    wishes = [xs[cell] for cell in row]
    last = next((spot for spot, cell in enumerate(row) if grid.is_joined(cell)), 0)
    for spot, cell in enumerate(row):
        if joined[cell]:
            wishes[spot] = _mean(grid, joined[cell], xs)
        if grid.is_joined(cell):
            last = spot
        else:
            wishes[spot] = wishes[last]
    return wishes


def _mean(grid: Grid, joined: Sequence[int], xs: list[float]) -> float:
    weights = [PULL[grid.cells[other].kind] for other in joined]
    total = sum(weight * xs[other] for weight, other in zip(weights, joined, strict=True))
    return total / sum(weights)


@dataclass(frozen=True)
class _Block:
    """Neighbours that stand as close as they may: their weight, and the sum of their wishes."""

    weight: float
    total: float
    count: int

    def at(self) -> float:
        return self.total / self.weight


def _settle(grid: Grid, row: Sequence[int], xs: list[float], wanted: Sequence[float]) -> None:
    """Puts a row as near to its wishes as order and distances allow."""
    steps = (distance(grid.cells[left], grid.cells[right]) for left, right in pairwise(row))
    offsets = list(accumulate(steps, initial=0.0))[: len(row)]
    blocks: list[_Block] = []
    for cell, wish, offset in zip(row, wanted, offsets, strict=True):
        weight = PULL[grid.cells[cell].kind] if grid.is_joined(cell) else NO_PULL
        blocks.append(_Block(weight, weight * (wish - offset), 1))
        while len(blocks) > 1 and blocks[-2].at() > blocks[-1].at():
            last = blocks.pop()
            blocks[-1] = _Block(
                blocks[-1].weight + last.weight,
                blocks[-1].total + last.total,
                blocks[-1].count + last.count,
            )
    spots = [block.at() for block in blocks for _ in range(block.count)]
    for cell, spot, offset in zip(row, spots, offsets, strict=True):
        xs[cell] = spot + offset
