"""A panel over the page: it asks one thing, keeps the focus, and goes away."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import CORNER, Role
from kiosk.ui.widgets.morebar import MoreBar
from kiosk.ui.widgets.scroll import Scroll
from kiosk.ui.widgets.text import Text

# Millimetres.
_WIDEST = 190.0
_WIDEST_OF_ALL = 280.0
_EDGE = 6.0
_INSIDE = (9.0, 4.4)


class Overlay(QWidget):
    """A title, one sentence, and `rows` of things to touch, on a card over the shaded page.

    Touches outside the card do nothing. Where the rows do not fit, there is More, as on a page.
    `wide` gives a card for many things to touch.
    """

    wished = Signal(object)

    def __init__(self, kit: Kit, title: str, says: str = "", wide: bool = False) -> None:
        super().__init__()
        self._kit = kit
        self._widest = kit.theme.px(_WIDEST_OF_ALL if wide else _WIDEST)
        self.setAccessibleName(title)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if kit.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        px = kit.theme.px
        self.title = Text(title, kit, "title_small").may_hold_focus()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        inside = px(_INSIDE[kit.theme.look.tight])
        self._column.setContentsMargins(inside, inside, inside, inside)
        self._column.setSpacing(kit.theme.gap())
        self._column.addWidget(self.title)
        if says:
            self._column.addWidget(Text(says, kit, "body", Role.second_ink))
        self._scroll = Scroll(kit.theme)
        self._scroll.setParent(self)
        self._more = MoreBar(kit)
        self._more.setParent(self)
        self._more.paged.connect(self._scroll.page)
        self._scroll.moved.connect(self._show_ends)
        self._scroll.outgrown.connect(self._lay_out)

    def add_rows(self, rows: Sequence[QWidget]) -> None:
        """Puts the things to touch under the words, and shows all."""
        for row in rows:
            self._column.addWidget(row)
        self._scroll.set_content(self._content)

    def take_focus(self, by_key: bool) -> None:
        """Moves the focus here; its mark shows to those who came by key."""
        reason = Qt.FocusReason.TabFocusReason if by_key else Qt.FocusReason.OtherFocusReason
        self.title.setFocus(reason)

    def room(self) -> QSize:
        """What there is for all that stands on its card, in pixels."""
        edges = 2 * (self._kit.theme.px(_EDGE) + self._column.contentsMargins().left())
        width = min(self.width() - 2 * self._kit.theme.px(_EDGE), self._widest)
        inside = 2 * self._column.contentsMargins().left()
        return QSize(width - inside, self.height() - edges)

    def _show_ends(self) -> None:
        self._more.show_ends(self._scroll.at_start(), self._scroll.at_end())

    def _lay_out(self) -> None:
        px = self._kit.theme.px
        width = min(self.width() - 2 * px(_EDGE), self._widest)
        room = self.height() - 2 * px(_EDGE)
        needed = self._scroll.needed_height(width)
        height = min(needed, room)
        area = QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self._more.setVisible(needed > room)
        if needed > room:
            low = self._kit.theme.look.tight and self.width() > self.height()
            area, more = self._more.split(area, as_rail=low)
            self._more.setGeometry(more)
        self._scroll.setGeometry(area)
        self._scroll.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        painter.fillRect(self.rect(), theme.color(Role.shade))
        painter.setPen(theme.color(Role.edge))
        painter.setBrush(theme.color(Role.card))
        corner = theme.px(CORNER)
        card = self._scroll.geometry()
        if self._more.isVisible():
            card = card.united(self._more.geometry())
        # What lies on the card is upright: the card reaches as far past it as its corners need.
        past = round(corner * 0.35)
        painter.drawRoundedRect(QRectF(card.adjusted(-past, -past, past, past)), corner, corner)
