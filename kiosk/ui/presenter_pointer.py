"""A large pointer: a ring around the mouse that a whole room can follow; it goes when still."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Role, Theme

STILL_SECONDS = 3.0
_WIDE, _STROKE, _EDGE = 30.0, 2.4, 0.7  # millimetres


class PointerRing(QWidget):
    """Lies over the page and lets every touch through. Times are seconds of one clock."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._moved = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        side = theme.px(_WIDE)
        self.resize(side, side)
        self.hide()
        window.setCursor(Qt.CursorShape.BlankCursor)

    def follow(self, to: QPoint, now: float) -> None:
        """Stands around that place of the window."""
        self._moved = now
        self.move(to - self.rect().center())
        if self.isHidden():
            self._window.unsetCursor()
            self.show()
        self.raise_()

    def look(self, now: float) -> None:
        """Goes, with the mouse's own arrow, where that has been still for a while."""
        if not self.isHidden() and now - self._moved >= STILL_SECONDS:
            self.hide()
            self._window.setCursor(Qt.CursorShape.BlankCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self._theme.px(_STROKE)
        half = stroke / 2 + self._theme.px(_EDGE)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        # A dark edge on both sides: the ring shows on white, and on the stage's dark colour.
        edge = stroke + 2 * self._theme.px(_EDGE)
        for role, wide in ((Role.on_accent, edge), (Role.accent, stroke)):
            painter.setPen(QPen(self._theme.color(role), wide))
            painter.drawEllipse(area)
