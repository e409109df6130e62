"""A word beside the way: a soft panel with an icon and one or two sentences."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LINE, SMALL_CORNER, Role
from kiosk.ui.widgets.text import Text


class IconLabel(QLabel):
    """One icon, as high as the words beside it. It says nothing that the words do not.

    With `disc` it stands in a disc of that role, in the colour of marks.
    """

    def __init__(self, name: str, kit: Kit, px: int, disc: Role | None = None) -> None:
        super().__init__()
        self._disc = kit.theme.color(disc) if disc else None
        inner = round(px * 0.66) if disc else px
        self._icon = kit.art.icon(name, inner, Role.on_mark if disc else Role.primary)
        self.setFixedSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._disc:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._disc)
            painter.drawEllipse(self.rect())
        edge = (self.width() - self._icon.width()) // 2
        painter.drawPixmap(edge, edge, self._icon)


class Note(QWidget):
    """A tinted panel around a Text, with an icon at its start side."""

    whole = True

    def __init__(self, text: str, kit: Kit, icon: str = "") -> None:
        super().__init__()
        self._theme = kit.theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        side, above = self._theme.px(4.5), self._theme.px(1.6 if kit.theme.look.tight else 2.8)
        row.setContentsMargins(side, above, side, above)
        row.setSpacing(self._theme.px(3.2))
        if icon:
            px = round(self._theme.font("body").pixelSize() * 1.3)
            row.addWidget(IconLabel(icon, kit, px), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Text(text, kit)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._words)
        row.addLayout(self._column, 1)

    def say(self, text: str) -> None:
        """Says another thing in the same place."""
        if text != self._words.text():
            self._words.say(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._theme.px(LINE) / 2
        painter.setPen(QPen(self._theme.color(Role.hairline), 2 * half))
        painter.setBrush(self._theme.color(Role.note))
        corner = self._theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
