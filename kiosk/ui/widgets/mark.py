"""The school's mark. A finger that rests on it for two seconds is how staff comes in."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import TARGET, Role

HOLD_MS: Final = 2000
STRAY_MM: Final = 8.0


class Mark(QLabel):
    """The school's mark: a house in a rounded square. `held`: a finger rested on it, as staff does
    to come in."""

    held = Signal()

    def __init__(self, kit: Kit, fill: Role = Role.primary, ink: Role = Role.on_primary) -> None:
        super().__init__()
        self._kit = kit
        self._fill = fill
        self._ink = ink
        side = kit.theme.px(TARGET - 1.5)
        self.setFixedSize(side, side)
        LongPress(self, kit.theme.px(STRAY_MM)).held.connect(self.held)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.theme.color(self._fill))
        corner = self._kit.theme.px(2.8)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        px = round(self.width() * 0.62)
        icon = self._kit.art.icon("school", px, self._ink)
        edge = (self.width() - px) // 2
        painter.drawPixmap(edge, edge, icon)


class LongPress(QObject):
    """Tells of a finger that rests on a widget for two seconds; a shorter one is as it ever was.

    `held` comes while the finger still lies there. Its letting go then is no touch of anything.
    """

    held = Signal()

    def __init__(self, on: QWidget, stray_px: int) -> None:
        """`stray_px` is how far the finger may move."""
        super().__init__(on)
        self._stray = stray_px
        self._from = QPointF()
        self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self._hold)
        on.installEventFilter(self)

    def _hold(self) -> None:
        self._over = True
        self.held.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._begin(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                way = event.globalPosition() - self._from
                if max(abs(way.x()), abs(way.y())) > self._stray:
                    self._timer.stop()
            case QEvent.Type.MouseButtonRelease:
                self._timer.stop()
                return self._over
            case QEvent.Type.Hide:
                self._timer.stop()
        return False

    def _begin(self, event: QMouseEvent) -> None:
        self._over = False
        self._from = event.globalPosition()
        if event.button() == Qt.MouseButton.LeftButton:
            self._timer.start()
        else:
            self._timer.stop()
