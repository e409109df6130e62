"""Orders the cells of each row, so that few lines cross.

Barycentres, up and down: a cell goes where the cells that it is joined to stand on average. Then
neighbours change places wherever that undoes a crossing.
"""

from bisect import bisect_right, insort
from itertools import pairwise

from kiosk.drawing.grid import Grid

Rows = list[list[int]]

SWEEPS = 12
MOST_TO_SWITCH = 1500


def ordered(grid: Grid) -> Rows:
    """The rows of the grid with their cells in order from left to right."""
    rows = _as_met(grid)
    best, fewest = [row[:] for row in rows], crossings(grid, rows)
    for sweep in range(SWEEPS):
        _sweep(grid, rows, down=sweep % 2 == 0)
        if len(grid.cells) <= MOST_TO_SWITCH:
            _switch(grid, rows)
        count = crossings(grid, rows)
        if count < fewest:
            best, fewest = [row[:] for row in rows], count
        if not fewest:
            break
    return best


def crossings(grid: Grid, rows: Rows) -> int:
    """How many pairs of joints cross when they are drawn straight."""
    total = 0
    for upper, lower in pairwise(rows):
        place = {cell: number for number, cell in enumerate(lower)}
        seen: list[int] = []
        for cell in upper:
            ends = sorted(place[other] for other in grid.below[cell])
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _as_met(grid: Grid) -> Rows:
    """The first order: as one meets the cells going down from each cell of the first row."""
    rows: Rows = [[] for _ in range(max(cell.row for cell in grid.cells) + 1)]
    seen: set[int] = set()
    for root in range(len(grid.cells)):
        open_ends = [root]
        while open_ends:
            cell = open_ends.pop()
            if cell not in seen:
                seen.add(cell)
                rows[grid.cells[cell].row].append(cell)
                open_ends.extend(reversed(grid.below[cell]))
    return rows


def _sweep(grid: Grid, rows: Rows, *, down: bool) -> None:
    joined = grid.above if down else grid.below
    for number in range(1, len(rows)) if down else range(len(rows) - 2, -1, -1):
        beside = rows[number - 1] if down else rows[number + 1]
        place = {cell: spot for spot, cell in enumerate(beside)}
        row = rows[number]
        wanted = {}
        for spot, cell in enumerate(row):
            ends = [place[other] for other in joined[cell]]
            wanted[cell] = sum(ends) / len(ends) if ends else spot * len(beside) / len(row)
        row.sort(key=wanted.__getitem__)


def _switch(grid: Grid, rows: Rows) -> None:
    for number, row in enumerate(rows):
        places = [
            {cell: spot for spot, cell in enumerate(rows[other])}
            for other in (number - 1, number + 1)
            if 0 <= other < len(rows)
        ]
        ends = {
            cell: [
                sorted(place[end] for end in joined if end in place)
                for place in places
                for joined in [(*grid.above[cell], *grid.below[cell])]
            ]
            for cell in row
        }
        for spot in range(len(row) - 1):
            left, right = row[spot], row[spot + 1]
            if _gain(ends[left], ends[right]) > 0:
                row[spot], row[spot + 1] = right, left


def _gain(left: list[list[int]], right: list[list[int]]) -> int:
    """How many crossings fewer there are when two neighbours change places."""
    gain = 0
    for one, other in zip(left, right, strict=True):
        gain += sum((end > stop) - (end < stop) for end in one for stop in other)
    return gain
