"""What a page of paper is laid out of: words, and boxes that stand on or beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.ui.lines import START, Lines


class Block(Protocol):
    """A part of a page. All lengths are dots of the printer."""

    def height(self, width: float) -> float:
        """How high it is in that width."""

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints it from its left upper corner on."""


@dataclass(frozen=True)
class Words:
    """A text, at the start side or centred."""

    lines: Lines
    color: QColor
    align: Qt.AlignmentFlag = START

    def height(self, width: float) -> float:
        """As high as its lines."""
        return self.lines.height(width)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints the words."""
        self.lines.draw(painter, at, width, self.color, self.align)


@dataclass(frozen=True)
class Space:
    """Nothing, so high."""

    high: float

    def height(self, width: float) -> float:
        """The same in every width."""
        return self.high

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Leaves the paper white."""


@dataclass(frozen=True)
class Stack:
    """Blocks one under another, with a gap between."""

    blocks: Sequence[Block]
    gap: float = 0.0

    def height(self, width: float) -> float:
        """All of them and the gaps between."""
        gaps = self.gap * max(0, len(self.blocks) - 1)
        return gaps + sum(block.height(width) for block in self.blocks)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints them downwards."""
        top = at.y()
        for block in self.blocks:
            block.paint(painter, QPointF(at.x(), top), width)
            top += block.height(width) + self.gap


@dataclass(frozen=True)
class Column:
    """One of several columns. Those without a `width` share what the others leave."""

    block: Block
    width: float = 0.0


@dataclass(frozen=True)
class Columns:
    """Blocks beside each other, from the start side on, at one height or each in the middle."""

    columns: Sequence[Column]
    gap: float
    right_to_left: bool = False
    in_middle: bool = False

    def height(self, width: float) -> float:
        """That of the highest."""
        widths = self._widths(width)
        pairs = zip(self.columns, widths, strict=True)
        return max((column.block.height(wide) for column, wide in pairs), default=0.0)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints them in reading order."""
        high = self.height(width)
        left = at.x()
        pairs = list(zip(self.columns, self._widths(width), strict=True))
        for column, wide in reversed(pairs) if self.right_to_left else pairs:
            down = (high - column.block.height(wide)) / 2 if self.in_middle else 0.0
            column.block.paint(painter, QPointF(left, at.y() + down), wide)
            left += wide + self.gap

    def _widths(self, width: float) -> list[float]:
        free = [column for column in self.columns if not column.width]
        taken = sum(column.width for column in self.columns)
        left = width - taken - self.gap * (len(self.columns) - 1)
        return [column.width or left / len(free) for column in self.columns]


@dataclass(frozen=True)
class Panel:
    """A block on a ground of its own with round corners."""

    block: Block
    pad: float
    corner: float
    fill: QColor
    least: float = 0.0

    def height(self, width: float) -> float:
        """The block and the air above and below it, or `least`."""
        return max(self.least, self.block.height(width - 2 * self.pad) + 2 * self.pad)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints the ground, then the block."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.fill)
        area = QRectF(at.x(), at.y(), width, self.height(width))
        painter.drawRoundedRect(area, self.corner, self.corner)
        inner = at + QPointF(self.pad, self.pad)
        self.block.paint(painter, inner, width - 2 * self.pad)


@dataclass(frozen=True)
class Rule:
    """A line across."""

    pen: QPen

    def height(self, width: float) -> float:
        """As thick as its pen."""
        return self.pen.widthF()

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints the line."""
        down = at + QPointF(0, self.pen.widthF() / 2)
        painter.setPen(self.pen)
        painter.drawLine(down, down + QPointF(width, 0))
