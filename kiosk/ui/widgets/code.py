"""A QR code on a page, sharp and large enough for a phone, with what one may type under it."""

from math import ceil, floor

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.core.codes import Code
from kiosk.handoff.matrix import matrix_of
from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE
from kiosk.ui.theme import Role
from kiosk.ui.widgets.code_line import CodeLines

LEAST_MODULE = 0.8
"""Millimetres; what the camera of an old phone still tells apart at arm's length."""
QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""

WANTED = 56.0
"""Millimetres across, where the text is short: read from half a metre away."""
_UNDER = 2.4


class CodeWidget(QLabel):
    """Black on white in every theme, each module the same whole number of the screen's pixels.

    A longer text makes a larger square. `most` caps its side, in pixels, but no module is ever
    less than 0.8 mm: `fits` tells whether both could be had. Where there is room it is 56 mm wide,
    or `wanted`. The owner gives the accessible name. Raises TooLong where no code holds the text.
    """

    def __init__(
        self, kit: Kit, code: Code, most: int | None = None, wanted: float = WANTED
    ) -> None:
        super().__init__()
        self._kit = kit
        self._wanted = kit.theme.px(wanted)
        self._matrix = matrix_of(code.text)
        self._most = most
        # A label's own text, so that a screen reader finds the line; drawn by hand, to break well.
        self.setText(code.line)
        self._line = CodeLines(code.line, kit) if code.line else None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def fits(self) -> bool:
        """Whether the square is as small as `most` asks."""
        return self._most is None or self._side(self._least()) <= self._most

    def square(self) -> QRect:
        """Where the code is drawn, its quiet zone with it, in pixels of the widget."""
        side = self._side(self._module(self.width()))
        return QRect((self.width() - side) // 2, 0, side, side)

    def _across(self) -> int:
        return len(self._matrix) + 2 * QUIET

    def _side(self, module: int) -> int:
        ratio = self.devicePixelRatioF()
        # At a ratio such as 1.5 the widget may begin inside a pixel; the code begins with the next.
        begun = 0 if ratio.is_integer() else 1
        return ceil((self._across() * module + begun) / ratio)

    def _least(self) -> int:
        density = self._kit.theme.look.px_per_mm * self.devicePixelRatioF()
        return ceil(LEAST_MODULE * density - 1e-6)

    def _module(self, width: float) -> int:
        """How many pixels of the screen one module has, where the widget is that wide."""
        room = min(width, self._wanted, self._wanted if self._most is None else self._most)
        return max(self._least(), floor(room * self.devicePixelRatioF() / self._across()))

    def heightForWidth(self, width: int) -> int:
        square = self._side(self._module(width))
        if self._line is None:
            return square
        return square + self._kit.theme.px(_UNDER) + self._line.height(width)

    def sizeHint(self) -> QSize:
        width = side = self._side(self._module(self._wanted))
        if self._line is not None:
            # A long address takes a second line before it makes the widget much wider.
            line = min(self._line.natural_width(), side * 3 // 2)
            width = max(side, self._line.least_width(), line)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self._side(self._least())
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        square = self.square()
        self._paint_code(painter, square)
        if self._line is not None:
            under = square.height() + self._kit.theme.px(_UNDER)
            self._line.draw(painter, under, self.width(), CENTRE)

    def _paint_code(self, painter: QPainter, square: QRect) -> None:
        """In pixels of the screen: a module of 3.5 of the widget's pixels would have soft edges."""
        dark, light = (self._kit.theme.color(role) for role in (Role.code_dark, Role.code_light))
        ratio = self.devicePixelRatioF()
        module = self._module(self.width())
        across = self._across() * module
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(square.x() * ratio, square.y() * ratio)
        there = painter.deviceTransform()
        painter.translate(ceil(there.dx()) - there.dx(), ceil(there.dy()) - there.dy())
        painter.fillRect(0, 0, across, across, light)
        painter.translate(QUIET * module, QUIET * module)
        for y, row in enumerate(self._matrix):
            for x, is_dark in enumerate(row):
                if is_dark:
                    painter.fillRect(x * module, y * module, module, module, dark)
        painter.restore()
