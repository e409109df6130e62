"""A panel that can be touched as a whole: words and a grade side by side."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LINE, RING, SMALL_CORNER, TARGET, Role
from kiosk.ui.widgets.press import Press

_SIDE, _ABOVE = 4.0, 1.8


class PressPanel(Press):
    """`words` at the start side take the room, `beside` has its own width at the end side."""

    whole = True

    def __init__(self, name: str, words: tuple[QWidget, ...], beside: QWidget, kit: Kit) -> None:
        super().__init__(name, kit)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = lay_beside(self, words, beside, kit)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def heightForWidth(self, width: int) -> int:
        return max(self.kit.theme.px(TARGET), self._row.heightForWidth(width))

    def sizeHint(self) -> QSize:
        width = self.kit.theme.px(110)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.kit.theme
        wide = max(2, theme.px(RING if self.ring_shows() else LINE))
        painter.setPen(QPen(theme.color(Role.focus if self.ring_shows() else Role.primary), wide))
        painter.setBrush(theme.color(Role.tint if self.isDown() else Role.card))
        half, corner = wide / 2, theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)


class StillPanel(QWidget):
    """The same without a touch: only to read."""

    whole = True

    def __init__(self, words: tuple[QWidget, ...], beside: QWidget, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        lay_beside(self, words, beside, kit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(self._kit.theme.color(Role.hairline), max(1, self._kit.theme.px(LINE)))
        painter.setPen(pen)
        low = self.height() - pen.width() // 2 - 1
        painter.drawLine(0, low, self.width(), low)


def lay_beside(box: QWidget, words: tuple[QWidget, ...], beside: QWidget, kit: Kit) -> QHBoxLayout:
    """Lays the words and what stands beside them into the box."""
    row = QHBoxLayout(box)
    side, above = kit.theme.px(_SIDE), kit.theme.px(_ABOVE)
    row.setContentsMargins(side, above, side, above)
    row.setSpacing(side)
    column = QVBoxLayout()
    column.setSpacing(0)
    row.addLayout(column, 3)
    for part in words:
        column.addWidget(part)
    row.addWidget(beside, 2, Qt.AlignmentFlag.AlignVCenter)
    return row
