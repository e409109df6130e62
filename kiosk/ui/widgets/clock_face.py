"""A clock that fills as the time of a wait goes by, with the time that is left in its middle."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.theme import Role

_FACE = 92.0
_TIGHT_FACE = 54.0
_LEAST_FACE = 48.0
_PART = 0.36  # of the window's height
_RIM = 0.075  # of the face
_MARKS = 12


def most_face(kit: Kit) -> float:
    """How many millimetres across a clock is where the window is high enough."""
    return _TIGHT_FACE if kit.theme.look.tight else _FACE


class ClockFace(QLabel):
    """A ring round the minutes and seconds to go. It owns no timer: it is told what is left."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._total = 1.0
        self._left = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def stand_at(self, left: float, total: float) -> None:
        """Shows `left` of `total` seconds. It paints only what changed: the face as a whole."""
        self._total = max(total, 1.0)
        self._left = min(max(left, 0.0), self._total)
        self.update()

    @property
    def filled(self) -> float:
        """How much of the time is over, from 0 to 1."""
        return 1.0 - self._left / self._total

    def time_left(self) -> str:
        """Minutes and seconds to go, such as "4:07"; the whole second that has begun counts."""
        minutes, seconds = divmod(ceil(self._left), 60)
        return f"{minutes}:{seconds:02}"

    def heightForWidth(self, width: int) -> int:
        return min(width, self._side())

    def _side(self) -> int:
        px = self._kit.theme.px
        most = px(most_face(self._kit))
        return max(px(_LEAST_FACE), min(most, round(self.window().height() * _PART)))

    def sizeHint(self) -> QSize:
        return QSize(self._side(), self._side())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._kit.theme
        side = min(self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        rim = side * _RIM
        radius = (side - rim) / 2 - theme.px(1.4)
        ring = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        self._paint_track(painter, radius, rim)
        self._paint_marks(painter, radius, rim)
        self._paint_gone(painter, ring, rim)
        self._paint_middle(painter, radius - rim)

    def _paint_track(self, painter: QPainter, radius: float, rim: float) -> None:
        # Two thin circles, not one thick one: in two colours only, a thick one would look full.
        theme = self._kit.theme
        painter.setPen(QPen(theme.color(Role.edge), max(1, theme.px(0.3))))
        for edge, fill in ((radius + rim / 2, Role.tint), (radius - rim / 2, Role.card)):
            painter.setBrush(theme.color(fill))
            painter.drawEllipse(QPointF(0, 0), edge, edge)

    def _paint_marks(self, painter: QPainter, radius: float, rim: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.theme.color(Role.edge))
        for number in range(_MARKS):
            painter.save()
            painter.rotate(number * 360 / _MARKS)
            painter.drawEllipse(QPointF(0, -radius), rim * 0.1, rim * 0.1)
            painter.restore()

    def _paint_gone(self, painter: QPainter, ring: QRectF, rim: float) -> None:
        theme = self._kit.theme
        turn = self.filled * 360
        pen = QPen(theme.color(Role.primary), rim)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if turn > 0:
            # Qt counts in sixteenths of a degree, against the clock, from three o'clock.
            painter.drawArc(ring, 90 * 16, -round(turn * 16))
        painter.save()
        painter.rotate(turn)
        painter.setPen(QPen(theme.color(Role.primary), theme.px(0.7)))
        painter.setBrush(theme.color(Role.accent))
        painter.drawEllipse(QPointF(0, ring.top()), rim * 0.72, rim * 0.72)
        painter.restore()

    def _paint_middle(self, painter: QPainter, radius: float) -> None:
        theme = self._kit.theme
        if not self._left:
            size = round(radius)
            icon = self._kit.art.icon("yes", size, Role.primary)
            painter.drawPixmap(QPointF(-size / 2, -size / 2), icon)
            return
        font = QFont(theme.font("huge"))
        wide = QFontMetricsF(font).horizontalAdvance(self.time_left())
        font.setPixelSize(int(font.pixelSize() * min(1.0, radius * 1.6 / wide)))
        painter.setFont(font)
        painter.setPen(theme.color(Role.ink))
        area = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.time_left())
