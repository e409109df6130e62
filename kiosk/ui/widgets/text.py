"""Words to read: one text in one kind of type, wrapped to the width it gets."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.lines import START, Lines
from kiosk.ui.theme import RING, Kind, Role
from kiosk.ui.widgets.press import by_hand

_CLOSE = 0.92
_TIGHT = 0.91  # on a tight screen, beside that


class Text(QLabel):
    """A label that never clips: its height follows from its width, and long words break.

    A QLabel, so that screen readers know it as text; drawn by hand, so that it wraps addresses.
    """

    def __init__(
        self,
        text: str,
        kit: Kit,
        kind: Kind = "body",
        role: Role = Role.ink,
        align: Qt.AlignmentFlag = START,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._kind: Kind = kind
        self._role = role
        self._align = align
        self.ring = False
        self._bar = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Shows another text in the same place."""
        theme = self._kit.theme
        leading = _CLOSE if self._kind in ("title", "title_small", "big") else 1.0
        leading *= _TIGHT if theme.look.tight else 1.0
        self._lines = Lines(text, theme.font(self._kind), self._kit.right_to_left, leading)
        self.setText(text)
        self.updateGeometry()
        self.update()

    def may_hold_focus(self) -> "Text":
        """Lets a reader's focus rest here, such as on a page's title; not reached by Tab.

        A line under the words shows it to those who came by key.
        """
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.text())
        self._bar = max(2, self._kit.theme.px(RING))
        return self

    def restyle(self, kind: Kind) -> None:
        """Sets the same words in another kind of type."""
        if kind != self._kind:
            self._kind = kind
            self.say(self.text())

    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        words = self._lines.height(width - edges.left() - edges.right())
        return int(words + 0.999) + edges.top() + edges.bottom() + self._bar

    def sizeHint(self) -> QSize:
        edges = self.contentsMargins()
        width = int(self._lines.natural_width() + 1.999) + edges.left() + edges.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(12), self.heightForWidth(max(self.width(), 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.ring = by_hand(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._kit.theme.color(self._role)
        area = self.contentsRect()
        self._lines.draw(painter, QPointF(area.topLeft()), area.width(), color, self._align)
        if self.ring and self.hasFocus():
            line = QRect(area.x(), area.bottom() + 1 - self._bar, area.width(), self._bar)
            painter.fillRect(line, self._kit.theme.color(Role.focus))
