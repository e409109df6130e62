"""A card for the staff's pages: its content scrolls where it is too tall, and says so with More."""

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import CORNER, Role
from kiosk.ui.widgets.morebar import MoreBar
from kiosk.ui.widgets.scroll import Scroll


class Sheet(QWidget):
    """Shows one content at a time; the one before it is gone for good.

    `outgrown` tells that the content needs another height than it has.
    """

    outgrown = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        # An upright rectangle clears a rounded corner when it stays 0.3 radii away from its sides.
        self._inside = kit.theme.px(CORNER * 0.3)
        self._scroll = Scroll(kit.theme)
        self._scroll.setParent(self)
        self._more = MoreBar(kit)
        self._more.setParent(self)
        self._more.paged.connect(self._scroll.page)
        self._scroll.moved.connect(self._show_ends)
        self._scroll.outgrown.connect(self._outgrow)

    def set_content(self, content: QWidget) -> None:
        """Shows that; it needs a layout, which tells how high it has to be."""
        self._scroll.set_content(content)
        self._lay_out()

    def needed_height(self, width: int) -> int:
        """How high the card is in that width when it need not scroll; pixels."""
        return self._scroll.needed_height(width - 2 * self._inside) + 2 * self._inside

    def needed_width(self, width: int) -> int:
        """How wide the card is around a content of that width; pixels."""
        return width + 2 * self._inside

    def _outgrow(self) -> None:
        self.outgrown.emit()
        self._lay_out()

    def _show_ends(self) -> None:
        self._more.show_ends(self._scroll.at_start(), self._scroll.at_end())

    def _lay_out(self) -> None:
        area = self.rect().adjusted(self._inside, self._inside, -self._inside, -self._inside)
        if area.width() < 2:
            return
        fits = self._scroll.needed_height(area.width()) <= area.height()
        self._more.setVisible(not fits)
        if not fits:
            low = self._kit.theme.look.tight and self.width() > self.height()
            area, more = self._more.split(area, as_rail=low)
            self._more.setGeometry(more)
        self._scroll.setGeometry(QRect(area))
        self._scroll.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = self._kit.theme.px(CORNER)
        painter.setPen(self._kit.theme.color(Role.hairline))
        painter.setBrush(self._kit.theme.color(Role.card))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, corner, corner)
