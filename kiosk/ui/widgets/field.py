"""A field to type into that keeps what is typed to itself: no clipboard, no menu, no dragging."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LINE, RING, SMALL_CORNER, Kind, Role
from kiosk.ui.widgets.press import by_hand

_HIGH = 15.0
_SIDE = 4.4
_ABOVE = 0.6
_SMALLEST = 0.62
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHUT = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


class QuietLine(QLineEdit):
    """One line of text that a visitor types, and nothing else can take out or put in.

    A kiosk's clipboard belongs to whoever was here before, so copy, cut, paste, undo, dragging,
    the menu and the mouse's selection (which X11 copies by itself) are shut.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.setFrame(False)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setPalette(_palette(kit))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt selects all on Tab; the next letter would then wipe what was typed before.
        self.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.key() in _ENTER and event.isAutoRepeat()
        if held or any(event.matches(key) for key in _SHUT):
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


class FieldBox(QWidget):
    """The frame around a line: large, round, and plainly where one types.

    Long text is set smaller, down to two thirds, so that a whole address can be seen at once.
    """

    whole = True  # a page is never cut through it
    together = True  # with the keys that type into it

    def __init__(self, line: QuietLine, kit: Kit, kind: Kind, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.line = line
        self._kit = kit
        self._font = kit.theme.font(kind)
        self._by_key = False
        line.setParent(self)
        line.setFont(self._font)
        line.textChanged.connect(self._fit)
        line.installEventFilter(self)
        self.setFocusProxy(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fit(self) -> None:
        wide = QFontMetricsF(self._font).horizontalAdvance(self.line.text())
        room = max(self.line.width() - self._kit.theme.px(2), 1)
        font = QFont(self._font)
        part = max(min(room / max(wide, 1.0), 1.0), _SMALLEST)
        font.setPixelSize(int(font.pixelSize() * part))
        if font != self.line.font():
            self.line.setFont(font)

    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        words = int(QFontMetricsF(self._font).height()) + 2 * theme.px(_ABOVE)
        return QSize(theme.px(90), max(theme.px(_HIGH), words))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(40), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._by_key = event.gotFocus() and by_hand(event.reason())
            self.update()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side, edge = self._kit.theme.px(_SIDE), self._kit.theme.px(RING)
        start = side + (self._icon_size() + side // 2 if self._icon else 0)
        before, after = (side, start) if self._kit.right_to_left else (start, side)
        self.line.setGeometry(self.rect().adjusted(before, edge, -after, -edge))
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._kit.theme
        here = self.line.hasFocus()
        half = max(2, theme.px(RING if here else LINE)) / 2
        role = Role.focus if here and self._by_key else Role.primary if here else Role.edge
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(role), 2 * half))
        painter.setBrush(theme.color(Role.card))
        corner = theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
        if self._icon:
            size, side = self._icon_size(), theme.px(_SIDE)
            x = self.width() - side - size if self._kit.right_to_left else side
            icon = self._kit.art.icon(self._icon, size, Role.primary)
            painter.drawPixmap(x, (self.height() - size) // 2, icon)

    def _icon_size(self) -> int:
        return round(self._font.pixelSize() * 0.95)


def _palette(kit: Kit) -> QPalette:
    """Field colours by role; the base is clear, for the box around it is painted."""
    palette = QPalette()
    ink = kit.theme.color(Role.ink)
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    palette.setColor(QPalette.ColorRole.Text, ink)
    palette.setColor(QPalette.ColorRole.Highlight, kit.theme.color(Role.primary))
    palette.setColor(QPalette.ColorRole.HighlightedText, kit.theme.color(Role.on_primary))
    return palette
