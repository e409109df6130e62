"""What is drawn on paper and is no text: discs, icons, QR codes, lines to write on."""

from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from kiosk.handoff.matrix import Matrix
from kiosk.ui.lines import Lines
from kiosk.ui.paper.sheet import Type
from kiosk.ui.theme import Role
from kiosk.ui.widgets.code import LEAST_MODULE, QUIET


@dataclass(frozen=True)
class Disc:
    """A disc with an icon or a number in its middle, at the start side of its place or centred."""

    across: float
    fill: QColor
    pen: QPen
    icon: QPixmap | None = None
    number: Lines | None = None
    ink: QColor | None = None

    def height(self, width: float) -> float:
        """As high as it is wide."""
        return self.across

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints the disc in the middle of the width."""
        inset = self.pen.widthF() / 2
        area = QRectF(at.x() + (width - self.across) / 2, at.y(), self.across, self.across)
        painter.setPen(self.pen)
        painter.setBrush(self.fill)
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
        if self.icon is not None:
            corner = area.center() - QPointF(self.icon.width() / 2, self.icon.height() / 2)
            painter.drawPixmap(corner, self.icon)
        if self.number is not None and self.ink is not None:
            down = (self.across - self.number.height(self.across)) / 2
            top = area.topLeft() + QPointF(0, down)
            self.number.draw(painter, top, self.across, self.ink, Qt.AlignmentFlag.AlignHCenter)


@dataclass(frozen=True)
class Icon:
    """A small drawing."""

    pixmap: QPixmap

    def height(self, width: float) -> float:
        """That of the drawing."""
        return float(self.pixmap.height())

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints it in the middle of the width."""
        painter.drawPixmap(at + QPointF((width - self.pixmap.width()) / 2, 0), self.pixmap)


class CodeMark:
    """A code, black on white, each module the same whole number of dots and 0.8 mm or more.

    It grows to `wanted` millimetres, the white around with it, where it has few modules.
    """

    def __init__(self, made_of: Type, matrix: Matrix, wanted: float) -> None:
        self._matrix = matrix
        self._dark = made_of.color(Role.code_dark)
        self._light = made_of.color(Role.code_light)
        across = len(self._matrix) + 2 * QUIET
        least = ceil(made_of.exact(LEAST_MODULE) - 1e-6)
        self._module = max(least, floor(made_of.exact(wanted) / across))
        self.side = float(across * self._module)
        """How wide it is with the white around it."""
        self.quiet = float(QUIET * self._module)
        """How wide the white on one side is."""

    def height(self, width: float) -> float:
        """As high as it is wide."""
        return self.side

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints it in the middle of the width, on whole dots."""
        left, top = round(at.x() + (width - self.side) / 2), round(at.y())
        painter.fillRect(QRectF(left, top, self.side, self.side), self._light)
        squares = _dark_squares(self._matrix, self._module)
        squares.translate(left + self.quiet, top + self.quiet)
        painter.fillPath(squares, self._dark)


def _dark_squares(matrix: Matrix, module: int) -> QPainterPath:
    """All in one path: squares that are painted one by one show seams on a screen."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            wide = len(tuple(run))
            if dark:
                path.addRect(x * module, y * module, wide * module, module)
            x += wide
    return path
