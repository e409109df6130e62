"""Straightens lines: cells that one line runs through are moved to one x, where there is room."""

from collections.abc import Iterator, Sequence
from math import inf

from kiosk.drawing.grid import Grid
from kiosk.drawing.ordering import Rows
from kiosk.drawing.placing import distance

ROUNDS = 3
FAR = 60.0


def straightened(grid: Grid, rows: Rows, xs: Sequence[float]) -> list[float]:
    """The x of every cell with as many lines straight as can be; the leftmost edge is at 0."""
    xs = list(xs)
    beside = _neighbours(rows, len(xs))
    for _ in range(ROUNDS):
        for chain in sorted(_chains(grid, xs), key=len, reverse=True):
            _align(grid, beside, xs, chain)
    left = min(x - cell.width / 2 for x, cell in zip(xs, grid.cells, strict=True))
    return [x - left for x in xs]


def _neighbours(rows: Rows, count: int) -> list[tuple[int, int]]:
    """The cells to the left and to the right of each, or -1."""
    beside = [(-1, -1)] * count
    for row in rows:
        around = [-1, *row, -1]
        for spot, cell in enumerate(row, 1):
            beside[cell] = (around[spot - 1], around[spot + 1])
    return beside


def _chains(grid: Grid, xs: Sequence[float]) -> Iterator[list[int]]:
    """Cells that follow one another down a line, each the other's best partner."""
    down = [_partner(grid, xs, cell, grid.below[cell]) for cell in range(len(xs))]
    up = [_partner(grid, xs, cell, grid.above[cell]) for cell in range(len(xs))]
    for cell, partner in enumerate(up):
        if partner >= 0 and down[partner] == cell:
            continue
        chain = [cell]
        while down[chain[-1]] >= 0 and up[down[chain[-1]]] == chain[-1]:
            chain.append(down[chain[-1]])
        if len(chain) > 1:
            yield chain


def _partner(grid: Grid, xs: Sequence[float], cell: int, joined: Sequence[int]) -> int:
    """The trunk, or else the nearest of what that cell is joined to; -1 if all are far."""
    best = min(
        joined,
        key=lambda other: (grid.cells[other].kind != "trunk", abs(xs[other] - xs[cell])),
        default=-1,
    )
    if best >= 0 and len(joined) > 1 and abs(xs[best] - xs[cell]) > FAR:
        return -1
    return best


def _align(
    grid: Grid, beside: Sequence[tuple[int, int]], xs: list[float], chain: list[int]
) -> None:
    """Moves the chain to one x; where that cannot be, as long a beginning of it as can, and on."""
    while chain:
        low, high, count = -inf, inf, 0
        for cell in chain:
            least, most = _room(grid, beside[cell], xs, cell)
            if max(low, least) > min(high, most):
                break
            low, high, count = max(low, least), min(high, most), count + 1
        together = sorted(xs[cell] for cell in chain[:count])
        wanted = min(max(together[len(together) // 2], low), high)
        for cell in chain[:count]:
            xs[cell] = wanted
        chain = chain[count:]


def _room(
    grid: Grid, beside: tuple[int, int], xs: Sequence[float], cell: int
) -> tuple[float, float]:
    left, right = beside
    here = grid.cells[cell]
    least = xs[left] + distance(grid.cells[left], here) if left >= 0 else -inf
    most = xs[right] - distance(here, grid.cells[right]) if right >= 0 else inf
    return min(least, xs[cell]), max(most, xs[cell])
