"""The mark of a finding: a colour, a shape and a word, so that no eye needs the colour."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel

from kiosk.staff.ready import WORDS, Colour
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Role

_ROLES: Mapping[Colour, Role] = {"green": Role.good, "amber": Role.warn, "red": Role.bad}
_ICONS: Mapping[Colour, str] = {"green": "yes", "red": "no"}
# As parts of the side: a triangle that stands, and a square that is no larger to the eye than they.
_TRIANGLE = ((0.5, 0.02), (1.0, 0.94), (0.0, 0.94))
_SQUARE = ((0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95))
_LINE, _DOT = QRectF(0.455, 0.36, 0.09, 0.28), QRectF(0.455, 0.71, 0.09, 0.1)


class StateMark(QLabel):
    """A disc with a tick, a triangle with its exclamation mark, or a square with a cross.

    A reader hears the word.
    """

    def __init__(self, colour: Colour, kit: Kit, px: int) -> None:
        super().__init__(WORDS[colour])
        self._colour: Colour = colour
        self._kit = kit
        self.setFixedSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, color = QPainter(self), self._kit.theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(_ROLES[self._colour]))
        side = self.width()
        if self._colour == "green":
            painter.drawEllipse(self.rect())
        else:
            corners = _TRIANGLE if self._colour == "amber" else _SQUARE
            painter.drawPolygon(QPolygonF([QPointF(x * side, y * side) for x, y in corners]))
        if self._colour == "amber":
            for part in (_LINE, _DOT):
                area = QRectF(part.topLeft() * side, part.size() * side)
                painter.fillRect(area, color(Role.on_mark))
            return
        inner = round(side * 0.66)
        icon = self._kit.art.icon(_ICONS[self._colour], inner, Role.on_mark)
        painter.drawPixmap((side - inner) // 2, (side - inner) // 2, icon)
