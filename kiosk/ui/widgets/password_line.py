"""The field for a password: what is typed is painted here and leaves it in no other way."""

from itertools import cycle

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
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
# Unicode leaves these to whoever needs signs of their own; Qt counts each as one.
_STAND_INS = range(0xE000, 0xF900)


class PasswordLine(QuietLine):
    """Qt keeps it in its password mode at all times, also while the letters show.

    So Qt itself refuses to copy and to undo; "shown" is only how we paint the letters. It empties
    itself when it goes from the screen.

    Even so Qt tells each change of a field, letter by letter, to whatever listens on the desktop's
    accessibility bus. So its own text is made of stand-ins, a new one for each letter, and only
    `text` knows what they stand for.
    """

    shown_changed = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._shown = False
        self._letters: dict[str, str] = {}
        self._signs = cycle(_STAND_INS)
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
        self._letters.clear()

    def text(self) -> str:
        """What was typed."""
        return "".join(self._letters.get(sign, sign) for sign in super().text())

    def setText(self, text: str | None, /) -> None:  # noqa: N802 - Qt calls it so
        """Puts a text in the place of what was typed."""
        super().setText(self._stand_ins(text or ""))

    def insert(self, text: str, /) -> None:
        """Types a text where the caret stands."""
        super().insert(self._stand_ins(text))

    def _stand_ins(self, text: str) -> str:
        """As many signs that stand for the letters of the text, and are like none of before."""
        signs = [chr(next(self._signs)) for _ in text]
        self._letters.update(zip(signs, text, strict=True))
        return "".join(signs)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _types(event):
            self.insert(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.insert(event.commitString())

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


def _types(event: QKeyEvent) -> bool:
    """Whether the key types a letter; AltGr, which some programs tell as Ctrl and Alt, does."""
    held = event.modifiers()
    control = held & Qt.KeyboardModifier.ControlModifier
    shortcut = bool(control) and not held & Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and not shortcut
