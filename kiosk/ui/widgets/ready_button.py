"""The button that goes on once a page is complete; until then it looks like a place for one."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, Lines
from kiosk.ui.theme import LINE, TARGET, Role
from kiosk.ui.widgets.button import Button

_DASH = (2.4, 2.4)


class ReadyButton(Button):
    """Filled like every main button when it can be pressed, a dashed outline when it cannot."""

    def __init__(self, words: str, kit: Kit) -> None:
        super().__init__(words, kit)
        self._waiting = Lines(words, kit.theme.font("label"), kit.right_to_left)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEnabled():
            super().paintEvent(event)
            return
        theme = self.kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = max(2, theme.px(LINE)) / 2
        pen = QPen(theme.color(Role.edge), 2 * half, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(theme.color(Role.card))
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        corner = min(area.height() / 2, theme.px(TARGET) / 2 + 2)
        painter.drawRoundedRect(area, corner, corner)
        side = theme.px(6.4)
        room = max(self.width() - 2 * side, 1)
        top = (self.height() - self._waiting.height(room)) / 2
        ink = theme.color(Role.second_ink)
        self._waiting.draw(painter, QPointF(side, top), room, ink, CENTRE)
