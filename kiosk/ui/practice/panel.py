"""A sheet of paper on the card: what stands on it belongs to the mail program or the portal."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LINE, SMALL_CORNER, Role


class Panel(QWidget):
    """A rounded sheet with a thin edge around a column of widgets."""

    def __init__(self, kit: Kit, parts: tuple[QWidget, ...], fill: Role = Role.paper) -> None:
        super().__init__()
        self._kit = kit
        self._fill: QColor = kit.theme.color(fill)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        edge = kit.theme.px(2.4 if kit.theme.look.tight else 4.2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(kit.theme.gap())
        for part in parts:
            column.addWidget(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = max(1.0, self._kit.theme.px(LINE) / 2)
        painter.setPen(QPen(self._kit.theme.color(Role.hairline), 2 * half))
        painter.setBrush(self._fill)
        corner = self._kit.theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
