"""The field for a password: what is typed is painted here and leaves it in no other way."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.kit import Kit
from kiosk.ui.theme import Role
from kiosk.ui.widgets.field import QuietLine

_DOT = 0.30
_CARET = 0.5


class PasswordLine(QuietLine):
    """Qt keeps it in its password mode at all times, also while the letters show.

    So Qt itself refuses to copy, to undo, and to tell a screen reader the letters; "shown" is
    only how we paint them. It empties itself when it goes from the screen.
    """

    shown_changed = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._shown = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            self.inputMethodHints()
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
        )

    def show_letters(self, on: bool) -> None:
        """Paints letters, or dots in their place."""
        if on != self._shown:
            self._shown = on
            self.update()
            self.shown_changed.emit(on)

    @property
    def letters_show(self) -> bool:
        """Whether the letters can be read on the screen now."""
        return self._shown

    def wipe(self) -> None:
        """Empties the field in a way that cannot be undone."""
        self.show_letters(False)
        self.setText("")

    def _edge(self, count: int) -> float:
        """How far right of the text's start the sign number `count` begins, in pixels."""
        metrics = QFontMetricsF(self.font())
        if self._shown:
            return metrics.horizontalAdvance(self.text()[:count])
        return count * metrics.horizontalAdvance("0") * 1.15

    def _shift(self) -> float:
        """How far the text has moved left so that the caret is in sight, in pixels."""
        return max(0.0, self._edge(self.cursorPosition()) - self.width() + self.height() / 4)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.show_letters(False)
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.wipe()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursorPosition(self._sign_at(event.position().toPoint()))
            self.update()

    def _sign_at(self, point: QPoint) -> int:
        x = point.x() + self._shift()
        return min(range(len(self.text()) + 1), key=lambda count: abs(self._edge(count) - x))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        ink = self.kit.theme.color(Role.ink)
        painter.translate(-self._shift(), 0)
        if self.hasSelectedText():
            self._paint_selection(painter)
        painter.setPen(ink)
        if self._shown:
            self._paint_letters(painter)
        else:
            painter.setBrush(ink)
            self._paint_dots(painter)
        if self.hasFocus():
            x = self._edge(self.cursorPosition())
            high = QFontMetricsF(self.font()).height()
            caret = QRectF(x, (self.height() - high) / 2, self.kit.theme.px(_CARET), high)
            painter.fillRect(caret, self.kit.theme.color(Role.primary))

    def _paint_selection(self, painter: QPainter) -> None:
        start, end = self.selectionStart(), self.selectionEnd()
        area = QRectF(self._edge(start), 0, self._edge(end) - self._edge(start), self.height())
        painter.fillRect(area, self.kit.theme.color(Role.note))

    def _paint_letters(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self.font())
        painter.setFont(self.font())
        baseline = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(0, baseline), self.text())

    def _paint_dots(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.font().pixelSize() * _DOT * 0.72
        for number in range(len(self.text())):
            middle = (self._edge(number) + self._edge(number + 1)) / 2
            painter.drawEllipse(QPointF(middle, self.height() / 2), radius, radius)
