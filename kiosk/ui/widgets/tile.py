"""An answer to touch: an icon and words on a wide tile. All answers of a page look alike."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LINE, RING, SMALL_CORNER, TALL_TILE, TARGET, Role
from kiosk.ui.widgets.press import Press

_SIDE = 5.0
_ABOVE = (2.0, 0.9)  # in a large page and in a tight one
_DISC = 1.6  # the icon's disc, in heights of a line of the label


class TileButton(Press):
    """Icon, words and a smaller second line. It is taller where the page has room.

    With `checkable` it is a tick box: it stays picked until it is touched again.
    """

    def __init__(
        self, text: str, kit: Kit, icon: str = "", detail: str = "", checkable: bool = False
    ) -> None:
        super().__init__(f"{text}, {detail}" if detail else text, kit)
        self._icon = icon
        self._is_mark = bool(icon) and kit.art.has_own_colors(icon)
        self.words = text
        theme = kit.theme
        self._text = Lines(text, theme.font("label"), kit.right_to_left)
        self._detail = Lines(detail, theme.font("small"), kit.right_to_left) if detail else None
        self._disc = min(round(theme.font("label").pixelSize() * _DISC), theme.px(TARGET - 3))
        self._turned = False
        self.setCheckable(checkable)
        self.toggled.connect(self._hear_turned)
        self.setMaximumHeight(theme.px(TALL_TILE))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words_font(self, font: QFont) -> None:
        """Shows the words in another font: in the script or the size that the tile stands for."""
        self._text = Lines(self.words, font, self.kit.right_to_left)
        self.updateGeometry()

    def set_picked(self, picked: bool) -> None:
        """Ticks the box, or takes the tick away, without telling anybody."""
        self._turned = picked
        self.setChecked(picked)

    def _hear_turned(self, on: bool) -> None:
        if on != self._turned:
            # A screen reader turns the tick over without a click, and nobody would know of it.
            self._turned = on
            self.clicked.emit()

    def _words_at(self, width: int) -> tuple[int, int]:
        """Where the words begin, counted from the start side, and how wide they may be."""
        side = self.kit.theme.px(_SIDE)
        gap = self.kit.theme.px(3.2)
        start = side + (self._disc + gap if self._icon else 0)
        end = side + (self._disc + gap if self.isCheckable() else 0)
        return start, max(width - start - end, 1)

    def _words_height(self, width: int) -> float:
        detail = self._detail.height(width) if self._detail else 0.0
        return self._text.height(width) + detail

    def heightForWidth(self, width: int) -> int:
        theme = self.kit.theme
        above = theme.px(_ABOVE[theme.look.tight])
        words = self._words_height(self._words_at(width)[1]) + 2 * above
        return max(theme.px(TARGET), int(words + 0.999))

    def sizeHint(self) -> QSize:
        detail = self._detail.natural_width() if self._detail else 0.0
        words = max(self._text.natural_width(), detail)
        start, left = self._words_at(10_000)
        width = int(words) + 2 + start + (10_000 - start - left)
        return QSize(width, self.heightForWidth(width))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt calls it so
        self._turned = not self.isChecked()
        super().nextCheckState()

    def resizeEvent(self, event: QResizeEvent) -> None:
        tallest = max(self.kit.theme.px(TALL_TILE), self.heightForWidth(self.width()))
        if self.maximumHeight() < tallest:
            self.setMaximumHeight(tallest)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = Role.on_primary if self.isDown() else Role.ink
        self._paint_plate(painter)
        self._paint_icon(painter)
        start, width = self._words_at(self.width())
        top = (self.height() - self._words_height(width)) / 2
        x = self.width() - start - width if self.kit.right_to_left else start
        color = self.kit.theme.color
        self._text.draw(painter, QPointF(x, top), width, color(ink))
        if self._detail:
            at = QPointF(x, top + self._text.height(width))
            soft = Role.on_primary if self.isDown() else Role.second_ink
            self._detail.draw(painter, at, width, color(soft))
        if self.isCheckable():
            self._paint_tick(painter)

    def _paint_plate(self, painter: QPainter) -> None:
        theme = self.kit.theme
        thick = self.ring_shows() or self.isChecked()
        wide = max(2, theme.px(RING if thick else LINE))
        half = wide / 2
        edge = Role.focus if self.ring_shows() else Role.primary
        fill = Role.primary if self.isDown() else Role.tint if self.isChecked() else Role.card
        painter.setPen(QPen(theme.color(edge), wide))
        painter.setBrush(theme.color(fill))
        corner = theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)

    def _disc_rect(self, x: int) -> QRect:
        return self.start_rect(QRect(x, (self.height() - self._disc) // 2, self._disc, self._disc))

    def _paint_icon(self, painter: QPainter) -> None:
        if not self._icon:
            return
        theme = self.kit.theme
        disc = self._disc_rect(theme.px(_SIDE))
        if self._is_mark:
            painter.drawPixmap(disc.topLeft(), self.kit.art.icon(self._icon, self._disc))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Role.card if self.isChecked() else Role.tint))
        painter.drawEllipse(disc)
        size = round(self._disc * 0.62)
        icon = self.kit.art.icon(self._icon, size, Role.primary)
        painter.drawPixmap(disc.center() - QRect(0, 0, size, size).center(), icon)

    def _paint_tick(self, painter: QPainter) -> None:
        theme = self.kit.theme
        disc = self._disc_rect(self.width() - theme.px(_SIDE) - self._disc)
        half = max(1.0, theme.px(LINE) / 2)
        painter.setPen(QPen(theme.color(Role.primary), 2 * half))
        painter.setBrush(theme.color(Role.primary if self.isChecked() else Role.card))
        painter.drawEllipse(QRectF(disc).adjusted(half, half, -half, -half))
        if self.isChecked():
            size = round(self._disc * 0.62)
            icon = self.kit.art.icon("yes", size, Role.on_primary)
            painter.drawPixmap(disc.center() - QRect(0, 0, size, size).center(), icon)
