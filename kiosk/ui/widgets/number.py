"""The number of a step, on a soft disc."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, Lines
from kiosk.ui.theme import LINE, Role


class Number(QLabel):
    """A digit in a disc, one and a half times as high as the words beside it."""

    def __init__(self, number: int, kit: Kit) -> None:
        super().__init__(str(number))
        self._kit = kit
        side = round(kit.theme.font("body").pixelSize() * 1.55)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        half = max(1.0, theme.px(LINE) / 2)
        painter.setPen(QPen(theme.color(Role.primary), 2 * half))
        painter.setBrush(theme.color(Role.tint))
        painter.drawEllipse(QRectF(self.rect()).adjusted(half, half, -half, -half))
        lines = Lines(self.text(), theme.font("label"))
        top = QPointF(0, (self.height() - lines.height(self.width())) / 2)
        lines.draw(painter, top, self.width(), theme.color(Role.ink), CENTRE)
