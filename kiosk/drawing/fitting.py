"""Chooses how many screens stand side by side, and in how many columns, so that a page holds it.

The page is what A4 and US Letter have in common inside their margins, upright or turned. What is
promising is found by estimate, before anything is laid out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.drawing.chart import Pair
from kiosk.drawing.grid import TRUNK_WIDTH, Box, Link
from kiosk.drawing.loops import layers_of
from kiosk.drawing.placing import GAPS

PAGE_MM = (190.0, 259.0)
ROW_GAP = 46.0
COLUMN_GAP = 60.0
AROUND = 150.0
SPREAD = 1.12
WORTH_A_COLUMN = 1.15
MOST_FITS = 60
MOST_COLUMNS = 4
LEAST_OF_COLUMN = 0.25
LIMITS = (450, 600, 750, 900, 1050, 1200, 1400, 1700, 2000, 2400, 3000, 4000)


@dataclass(frozen=True)
class Fit:
    """The layer of each box, and the first layer of each column.

    `cost` is what the marks in place of lines cost: so many times smaller does it seem in print.
    """

    layers: Mapping[str, int]
    cuts: tuple[int, ...]
    cost: float = 1.0

    def column(self, box: str) -> int:
        """The column in which that box stands, from 0."""
        return sum(self.layers[box] >= cut for cut in self.cuts) - 1

    def worth(self, width: float, height: float, tangle: float = 0.0) -> float:
        """How large such a picture can be printed, less what it costs.

        `tangle` is how much eyes must follow for each line: crossings, bends and pixels.
        """
        return scale_of(width, height + AROUND) / self.cost / (1 + tangle)


def fits_of(boxes: Sequence[Box], links: Sequence[Link], pairs: Sequence[Pair]) -> list[Fit]:
    """Layers and columns, the best first: with those the picture can be printed largest, about.

    `pairs` are all that lead down, the links with a line among them; they have no circle. A further
    column must be worth it: what leads to another column gets a mark, no line.
    """
    rough: list[tuple[float, Fit]] = []
    for layers in _layerings(_widths(boxes, links), pairs):
        rows = _rows(boxes, links, layers)
        for cuts in _cuts(rows):
            fit = Fit(layers, cuts, WORTH_A_COLUMN ** (len(cuts) - 1))
            rough.append((fit.worth(*_size(rows, cuts)), fit))
    rough.sort(key=lambda item: -item[0])
    fine: list[tuple[float, Fit]] = []
    for worth, fit in rough[:MOST_FITS]:
        kept = _kept_together(fit, pairs)
        if len({kept.column(box.id) for box in boxes}) == len(kept.cuts):
            torn = sum(kept.column(source) != kept.column(target) for source, target in pairs)
            dearer = 1 + torn / (2 * len(pairs) or 1)
            fine.append((worth / dearer, replace(kept, cost=kept.cost * dearer)))
    fine.sort(key=lambda item: -item[0])
    return [fit for _, fit in fine]


def _layerings(widths: Mapping[str, float], pairs: Sequence[Pair]) -> Iterator[dict[str, int]]:
    """The layers for narrow pictures and for wide ones, each once."""
    seen: set[tuple[int, ...]] = set()
    for limit in LIMITS:
        layers = layers_of(widths, pairs, limit)
        if tuple(layers.values()) not in seen:
            seen.add(tuple(layers.values()))
            yield layers


def scale_of(width: float, height: float) -> float:
    """Millimetres on paper for each pixel, when a page holds the whole picture."""
    short, long = PAGE_MM
    return max(min(short / width, long / height), min(long / width, short / height))


@dataclass(frozen=True)
class _Row:
    """The room that a layer of boxes and the labels below it take, about."""

    width: float
    height: float


def _widths(boxes: Sequence[Box], links: Sequence[Link]) -> dict[str, float]:
    labels = dict.fromkeys((box.id for box in boxes), 0.0)
    for link in links:
        labels[link.source] += link.width + GAPS["label"]
    return {box.id: max(box.width + GAPS["box"], labels[box.id]) for box in boxes}


def _kept_together(fit: Fit, pairs: Sequence[Pair]) -> Fit:
    """The same fit, but what nothing leads on from stands in the column of what leads to it."""
    lowest: dict[str, int] = {}
    for source, target in pairs:
        lowest[target] = max(lowest.get(target, 0), fit.layers[source])
    moved = {}
    for last in lowest.keys() - {source for source, _ in pairs}:
        ends = [cut for cut in fit.cuts if lowest[last] < cut <= fit.layers[last]]
        if ends and lowest[last] + 1 < ends[0]:
            moved[last] = ends[0] - 1
    return replace(fit, layers={**fit.layers, **moved})


def _rows(boxes: Sequence[Box], links: Sequence[Link], layers: Mapping[str, int]) -> list[_Row]:
    count = max(layers.values()) + 1
    widths, heights, labels = [0.0] * count, [0.0] * count, [0.0] * count
    need = _widths(boxes, links)
    for box in boxes:
        layer = layers[box.id]
        widths[layer] += need[box.id]
        heights[layer] = max(heights[layer], box.height)
    first: dict[str, int] = {}
    for link in links:
        layer = layers[link.source]
        labels[layer] = max(labels[layer], link.height)
        first[link.target] = min(first.get(link.target, layer), layer)
    for target, top in first.items():
        for layer in range(top + 1, layers.get(target, 0)):
            widths[layer] += TRUNK_WIDTH + GAPS["trunk"]
    return [
        _Row(width * SPREAD, height + label + ROW_GAP)
        for width, height, label in zip(widths, heights, labels, strict=True)
    ]


def _cuts(rows: Sequence[_Row]) -> Iterator[tuple[int, ...]]:
    """Ways to cut the rows into columns: each cut into two, and the most even of more."""
    total = sum(row.height for row in rows)
    yield (0,)
    height = 0.0
    for number, row in enumerate(rows):
        if LEAST_OF_COLUMN < height / total < 1 - LEAST_OF_COLUMN:
            yield 0, number
        height += row.height
    for columns in range(3, min(MOST_COLUMNS, len(rows)) + 1):
        cuts, height = [0], 0.0
        for number, row in enumerate(rows):
            if height + row.height / 2 > total * len(cuts) / columns:
                cuts.append(number)
            height += row.height
        yield tuple(cuts)


def _size(rows: Sequence[_Row], cuts: tuple[int, ...]) -> tuple[float, float]:
    ends = (*cuts[1:], len(rows))
    columns = [rows[start:end] for start, end in zip(cuts, ends, strict=True)]
    width = sum(max(row.width for row in column) + COLUMN_GAP for column in columns)
    return width, max(sum(row.height for row in column) for column in columns)
