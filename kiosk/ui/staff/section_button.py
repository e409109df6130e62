"""One section of the staff's pages, in the column beside them: an icon and a word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import SMALL_CORNER, TARGET, Role
from kiosk.ui.widgets.press import Press, paint_ring

_SIDE, _GAP = 3.4, 3.0
_ICON = 1.15  # heights of a line of its words
_NARROWEST = 44.0


class SectionButton(Press):
    """Filled while its page is the one that shows. `bare` leaves the icon, where there is no room.

    A screen reader knows it as one of several, of which one is chosen.
    """

    def __init__(self, words: str, icon: str, kit: Kit, choice: bool = True) -> None:
        """`choice` is off for what is done at once, and shows no page."""
        super().__init__(words, kit)
        self._icon = icon
        self._bare = False
        self._lines = Lines(words, kit.theme.font("small"), kit.right_to_left)
        self.setCheckable(choice)
        self.setAutoExclusive(choice)

    def set_bare(self, bare: bool) -> None:
        """Shows the icon alone, or the words with it."""
        self._bare = bare
        self.updateGeometry()
        self.update()

    def _icon_px(self) -> int:
        return round(QFontMetricsF(self.kit.theme.font("small")).height() * _ICON)

    def _words_left(self) -> int:
        px = self.kit.theme.px
        return px(_SIDE) + self._icon_px() + px(_GAP)

    def heightForWidth(self, width: int) -> int:
        target = self.kit.theme.px(TARGET)
        if self._bare:
            return target
        room = max(width - self._words_left() - self.kit.theme.px(_SIDE), 1)
        return max(target, int(self._lines.height(room) + 0.999) + 2 * self.kit.theme.px(1.0))

    def sizeHint(self) -> QSize:
        px = self.kit.theme.px
        if self._bare:
            return QSize(px(TARGET), px(TARGET))
        words = int(self._lines.natural_width() + 1.999)
        width = max(self._words_left() + words + px(_SIDE), px(_NARROWEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(TARGET), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, filled = self.kit.theme, self.isChecked() or self.isDown()
        ink = Role.on_primary if filled else Role.ink
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.primary))
            corner = theme.px(SMALL_CORNER)
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        side = self._icon_px()
        left = (self.width() - side) // 2 if self._bare else theme.px(_SIDE)
        pixmap = self.kit.art.icon(self._icon, side, ink)
        painter.drawPixmap(left, (self.height() - side) // 2, pixmap)
        if not self._bare:
            room = max(self.width() - self._words_left() - theme.px(_SIDE), 1)
            top = (self.height() - self._lines.height(room)) / 2
            at = QPointF(self._words_left(), top)
            self._lines.draw(painter, at, room, theme.color(ink))
        if self.ring_shows():
            paint_ring(painter, self.rect(), theme)
