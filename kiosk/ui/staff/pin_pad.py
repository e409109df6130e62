"""The pad for a PIN: large digits for a finger, and dots for what was typed.

The digits live in the dots until they are taken, and nowhere else: in no field, in no text that a
screen reader could ask for. A key that is touched does not tell the desktop's accessibility bus.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from kiosk.staff.weak_pins import FEWEST_DIGITS, MOST_DIGITS
from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, LINE, SMALL_CORNER, TARGET, Role
from kiosk.ui.widgets.press import PRESSES, Press, by_hand, paint_ring

TYPED = "{count} digits typed"
TYPED_ONE = "1 digit typed"
DIGITS = "Digits"

DELETE = "Delete"

_FACES = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", DELETE)
_COLUMNS = 3
_WIDE_KEY, _HIGH_KEY, _LOW_KEY = 26.0, 17.0, 13.2
_DOT = 4.6
_DOTS_APART = 3.6


class Dots(QWidget):
    """A dot for each digit that was typed, and rings for those that are missing to six."""

    changed = Signal()

    def __init__(self, name: str, kit: Kit) -> None:
        super().__init__()
        self._theme = kit.theme
        self._digits: list[str] = []
        self._ring = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(kit.theme.px(TARGET))
        self._tell()

    def __len__(self) -> int:
        return len(self._digits)

    def add(self, digit: str) -> None:
        """Takes one digit more; a PIN has no more than its most."""
        if len(self._digits) < MOST_DIGITS:
            self._digits.append(digit)
            self._tell()

    def erase(self) -> None:
        """Forgets the last digit."""
        del self._digits[-1:]
        self._tell()

    def take(self) -> str:
        """Gives the digits, and keeps none of them."""
        digits = "".join(self._digits)
        self._digits.clear()
        self._tell()
        return digits

    def _tell(self) -> None:
        count = len(self._digits)
        self.setAccessibleDescription(TYPED_ONE if count == 1 else TYPED.format(count=count))
        self.changed.emit()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(FEWEST_DIGITS * px(_DOT + _DOTS_APART), px(TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = by_hand(event.reason())
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.take()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, typed = self._theme.px, len(self._digits)
        count = max(typed, FEWEST_DIGITS)
        step = min(px(_DOT + _DOTS_APART), (self.width() - px(_DOT)) / count)
        radius = min(px(_DOT), step * 0.8) / 2
        left = (self.width() - step * (count - 1)) / 2
        painter.setPen(QPen(self._theme.color(Role.primary), max(1, px(LINE))))
        for number in range(count):
            filled = self._theme.color(Role.primary) if number < typed else Qt.BrushStyle.NoBrush
            painter.setBrush(filled)
            painter.drawEllipse(QPointF(left + number * step, self.height() / 2), radius, radius)
        if self._ring and self.hasFocus():
            paint_ring(painter, self.rect(), self._theme)


class PadKey(Press):
    """One key of the pad. A touch leaves the focus where it is."""

    touched = Signal(str)

    def __init__(self, face: str, kit: Kit) -> None:
        super().__init__(face, kit)
        self._face = face
        self._under_finger = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: self.touched.emit(face))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Qt's own buttons tell the bus which one is down: that would spell the PIN.
        self._under_finger = event.button() == Qt.MouseButton.LeftButton
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._under_finger and self.rect().contains(event.position().toPoint()):
            self.touched.emit(self._face)
        self._under_finger = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # a PIN may have the same digit twice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in PRESSES:
            super().keyPressEvent(event)
            return
        self.show_ring()
        if not event.isAutoRepeat():
            self.touched.emit(self._face)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(_WIDE_KEY), self.kit.theme.px(_HIGH_KEY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.kit.theme
        half = max(1.0, theme.px(LINE) / 2)
        fill, ink = Role.card, Role.ink if self.isEnabled() else Role.edge
        if self._under_finger:
            fill, ink = Role.primary, Role.on_primary
        painter.setPen(QPen(theme.color(Role.edge), 2 * half))
        painter.setBrush(theme.color(fill))
        corner = theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
        font = theme.font("title_small" if len(self._face) == 1 else "small")
        meter = QFontMetricsF(font)
        x = (self.width() - meter.horizontalAdvance(self._face)) / 2
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        painter.drawText(QPointF(x, (self.height() + meter.capHeight()) / 2), self._face)
        if self.ring_shows():
            paint_ring(painter, self.rect(), theme)


class Pad(QGroupBox):
    """Twelve places as on a telephone: nine digits, the 0, and Delete beside it."""

    typed = Signal(str)
    erased = Signal()
    whole = True  # a page is never cut through it

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setAccessibleName(DIGITS)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._keys = {face: PadKey(face, kit) for face in _FACES if face}
        for key in self._keys.values():
            key.setParent(self)
            key.touched.connect(self._hear)

    def _hear(self, face: str) -> None:
        if face == DELETE:
            self.erased.emit()
        else:
            self.typed.emit(face)

    def _high(self) -> int:
        """How high a key is: on a low screen all of them must still be seen at once."""
        tight = self._kit.theme.look.tight
        return self._kit.theme.px(_LOW_KEY if tight else _HIGH_KEY)

    def heightForWidth(self, width: int) -> int:
        rows = len(_FACES) // _COLUMNS
        return rows * self._high() + (rows - 1) * self._kit.theme.px(LEAST_GAP)

    def sizeHint(self) -> QSize:
        px = self._kit.theme.px
        wide = _COLUMNS * px(_WIDE_KEY) + (_COLUMNS - 1) * px(LEAST_GAP)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        px = self._kit.theme.px
        wide = _COLUMNS * px(TARGET) + (_COLUMNS - 1) * px(LEAST_GAP)
        return QSize(wide, self.heightForWidth(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap, high = self._kit.theme.px(LEAST_GAP), self._high()
        most = self._kit.theme.px(_WIDE_KEY * 1.4)
        wide = min((self.width() - (_COLUMNS - 1) * gap) // _COLUMNS, most)
        left = (self.width() - _COLUMNS * wide - (_COLUMNS - 1) * gap) // 2
        for number, face in enumerate(_FACES):
            if face:
                row, column = divmod(number, _COLUMNS)
                place = QRect(left + column * (wide + gap), row * (high + gap), wide, high)
                self._keys[face].setGeometry(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The keys are the pad; a group box's own frame would stand around nothing."""
