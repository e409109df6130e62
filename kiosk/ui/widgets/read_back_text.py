"""An address shown huge for the eye to check: in groups, its digits set off, no letter hidden."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.core.spelling import spelled
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Role
from kiosk.ui.widgets.read_back_lines import Sign, all_cells, differing, laid, longest_cells

_SIDE = 5.0
_ABOVE = 3.6
_CORNER = 4.6
_LEADING = 1.22


class ReadBackText(QLabel):
    """Letters in equal cells. It shrinks to keep a group on one line, but never below body size.

    A digit stands on a small plate of its own: 0 is then not O and 1 not l, even for an eye that
    does not see colours. (An underline would turn a digit's foot into an underscore.) Letters
    that differ from `other` stand on the accent colour with a bar under them.
    """

    def __init__(self, groups: tuple[str, ...], kit: Kit, other: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._groups, self._kit = groups, kit
        self._signs = differing(groups, other)
        # Two addresses are compared line by line, so each keeps to one line if it can be read.
        self._cells = all_cells(groups) if other else longest_cells(groups)
        self.setAccessibleName(spelled(groups, kit.phrases))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _font(self, width: int) -> QFont:
        font = QFont(self._kit.theme.font("huge"))
        least = self._kit.theme.font("mono").pixelSize()
        fits = self._room(width) / (self._cells * _cell(font))
        font.setPixelSize(max(least, int(font.pixelSize() * min(fits, 1.0))))
        return font

    def _room(self, width: int) -> int:
        return max(width - 2 * self._kit.theme.px(_SIDE), 1)

    def _laid(self, width: int) -> tuple[QFont, tuple[Sign, ...]]:
        font = self._font(width)
        return font, laid(self._signs, self._room(width) / _cell(font))

    def heightForWidth(self, width: int) -> int:
        font, signs = self._laid(width)
        lines = 1 + max((sign.line for sign in signs), default=0)
        return int(lines * font.pixelSize() * _LEADING) + 1 + 2 * self._kit.theme.px(_ABOVE)

    def sizeHint(self) -> QSize:
        wide = all_cells(self._groups) * _cell(self._kit.theme.font("huge"))
        width = int(wide) + 2 + 2 * self._kit.theme.px(_SIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(60), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Role.hairline), theme.px(0.3)))
        painter.setBrush(theme.color(Role.tint))
        half = theme.px(0.3) / 2
        panel = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(panel, theme.px(_CORNER), theme.px(_CORNER))
        font, signs = self._laid(self.width())
        painter.setFont(font)
        cell, high = _cell(font), font.pixelSize() * _LEADING
        left = float(theme.px(_SIDE))
        if self._kit.right_to_left:
            left = self.width() - left - ceil(max(sign.x + 1 for sign in signs) * cell)
        top = float(theme.px(_ABOVE))
        cells = [QRectF(left + s.x * cell, top + s.line * high, cell, high) for s in signs]
        for plate, differs in _plates(signs, cells):
            self._paint_plate(painter, plate, differs)
        for sign, box in zip(signs, cells, strict=True):
            painter.setPen(theme.color(_ink(sign)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.text)

    def _paint_plate(self, painter: QPainter, plate: QRectF, differs: bool) -> None:
        theme = self._kit.theme
        corner = theme.px(0.9)
        if not differs:
            painter.setPen(QPen(theme.color(Role.edge), max(1, theme.px(0.2))))
            painter.setBrush(theme.color(Role.card))
            painter.drawRoundedRect(plate, corner, corner)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Role.accent))
        painter.drawRoundedRect(plate, corner, corner)
        bar = QRectF(plate.left(), plate.bottom(), plate.width(), theme.px(0.9))
        painter.fillRect(bar, theme.color(Role.accent_edge))


def _cell(font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance("0")


def _ink(sign: Sign) -> Role:
    if sign.differs:
        return Role.on_accent
    return Role.primary if sign.text.isdigit() or sign.text == "@" else Role.ink


def _kind(sign: Sign) -> tuple[bool, bool, int]:
    return sign.differs, sign.text.isdigit(), sign.line


def _plates(signs: Sequence[Sign], cells: Sequence[QRectF]) -> Iterator[tuple[QRectF, bool]]:
    """One plate under each run of digits and each run of letters that differ."""
    for (differs, digits, _), run in groupby(
        zip(signs, cells, strict=True), lambda it: _kind(it[0])
    ):
        if differs or digits:
            boxes = [box for _, box in run]
            plate = boxes[0].united(boxes[-1])
            yield plate.adjusted(1, plate.height() * 0.1, -1, -plate.height() * 0.1), differs
