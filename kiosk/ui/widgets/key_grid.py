"""Where each key of a keyboard stands: whole pixels, no two keys nearer than the least gap."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.ui.widgets.keys import COLUMNS, Row


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class KeyGrid:
    """A grid of ten columns. All lengths are pixels; `left` and `top` are its first corner."""

    left: int
    top: int
    unit: int
    high: int
    gap: int

    @property
    def width(self) -> int:
        """How wide all ten columns are."""
        return COLUMNS * self.unit + (COLUMNS - 1) * self.gap

    def boxes(self, rows: tuple[Row, ...]) -> Iterator[Box]:
        """The box of every key, row by row."""
        for number, row in enumerate(rows):
            column = 0
            for key in row:
                yield Box(
                    self.left + column * (self.unit + self.gap),
                    self._y(number),
                    key.units * self.unit + (key.units - 1) * self.gap,
                    self.high,
                )
                column += key.units

    def quick_boxes(self, widths: list[int], below: int, one_row: bool = False) -> list[Box]:
        """The boxes of keys that need at least these widths, under `below` rows of the grid.

        A row takes as many as fit; what room is left over is shared out, so both edges align. A
        key that needs no more than one column keeps it. With `one_row`, those that do not fit on
        it have no box.
        """
        wanted = [max(width, self.unit) for width in widths]
        lines = self._filled(wanted, self.width)[:1] if one_row else self._broken(wanted)
        return [
            box for number, line in enumerate(lines) for box in self._spread(line, below + number)
        ]

    def row_bottom(self, rows: int) -> int:
        """Where the last of that many rows ends."""
        return self._y(rows - 1) + self.high

    def _broken(self, widths: list[int]) -> list[list[int]]:
        """The widths on as few lines as hold them, the fullest line as short as can be."""
        lines = self._filled(widths, self.width)
        if len(lines) < 2:
            return lines
        for most in range(max(widths), self.width, self.unit // 2):
            even = self._filled(widths, most)
            if len(even) == len(lines):
                return even
        return lines

    def _filled(self, widths: list[int], most: int) -> list[list[int]]:
        lines: list[list[int]] = []
        for width in widths:
            if lines and sum(lines[-1]) + len(lines[-1]) * self.gap + width <= most:
                lines[-1].append(width)
            else:
                lines.append([min(width, self.width)])
        return lines

    def _spread(self, line: list[int], number: int) -> Iterator[Box]:
        spare = self.width - sum(line) - (len(line) - 1) * self.gap
        wide = sum(width > self.unit for width in line)
        x = self.left
        for width in line:
            share = spare // wide if width > self.unit else 0
            yield Box(x, self._y(number), width + share, self.high)
            x += width + share + self.gap
            spare, wide = spare - share, wide - (width > self.unit)

    def _y(self, number: int) -> int:
        return self.top + number * (self.high + self.gap)
