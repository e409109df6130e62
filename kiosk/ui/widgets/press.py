"""What every button shares: how it is pressed, how it shows focus, how high it must be."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.theme import RING, TARGET, Role, Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
PRESSES = (*_ENTER, Qt.Key.Key_Space)
_POINTED = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.OtherFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


def by_hand(reason: Qt.FocusReason) -> bool:
    """Whether focus came by a key, so that its ring must show.

    A ring that a touch leaves behind would make one answer look chosen.
    """
    return reason not in _POINTED


def paint_ring(painter: QPainter, rect: QRect, theme: Theme, role: Role = Role.focus) -> None:
    """Draws the focus ring just inside `rect`."""
    wide = max(2, theme.px(RING))
    half = wide / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(role), wide))
    area = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(area, theme.px(2), theme.px(2))


class Press(QPushButton):
    """A button that is drawn by hand.

    Pressed and let go inside, or by Enter or Space; a held key presses once. Its words are its
    accessible name, not its text, so that no letter of them becomes a shortcut.
    """

    def __init__(self, words: str, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.ring = False
        self.ring_role = Role.focus
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        target = kit.theme.px(TARGET)
        self.setMinimumSize(target, target)

    def show_ring(self) -> None:
        """Shows the focus ring, as to one who came by key."""
        self.ring = True
        self.update()

    def ring_shows(self) -> bool:
        """Whether the focus ring is to be drawn now."""
        return self.ring and self.hasFocus()

    def start_rect(self, rect: QRect) -> QRect:
        """`rect`, thought from left to right, as it lies in this page's direction."""
        if not self.kit.right_to_left:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.heightForWidth(max(self.width(), 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.ring = by_hand(event.reason())
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ring = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick taps: it would untick what the first one ticked.
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)
