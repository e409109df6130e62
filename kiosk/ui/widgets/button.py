"""Buttons with a word or two: to go on, to go back, to ask for help."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen

from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, Lines
from kiosk.ui.theme import LINE, RING, TARGET, Kind, Role
from kiosk.ui.widgets.press import Press

Style = Literal["primary", "accent", "secondary", "help", "pill", "quiet", "stage"]

_CLOSE = 0.82  # the lines of words on a tight screen, beside what their font asks for

# What fills a button, what its words are, and what edge it has.
_ROLES: dict[Style, tuple[Role | None, Role, Role | None]] = {
    "primary": (Role.primary, Role.on_primary, None),
    "accent": (Role.accent, Role.on_accent, None),
    "secondary": (Role.card, Role.ink, Role.ink),
    "help": (Role.ink, Role.card, None),
    "pill": (Role.card, Role.ink, Role.edge),
    "stage": (Role.card, Role.ink, Role.hairline),
    "quiet": (None, Role.second_ink, None),
}


class Button(Press):
    """One press, one action. `style` says how much it asks for attention.

    primary goes on; accent begins a visit; secondary and help frame the page; pill sets the page
    (language, size); stage stands on the first screen; quiet is underlined words. `icon_last` puts
    the icon behind the words.
    """

    def __init__(
        self,
        words: str,
        kit: Kit,
        style: Style = "primary",
        icon: str = "",
        icon_last: bool = False,
    ) -> None:
        super().__init__(words, kit)
        self._style: Style = style
        self._icon = icon
        self._icon_last = icon_last
        kind: Kind = "small" if style in ("pill", "quiet") else "label"
        self._font = QFont(kit.theme.font(kind))
        self._font.setUnderline(style == "quiet")
        self._stacked = False
        self._words = words
        self._show(words)

    def set_stacked(self, stacked: bool) -> None:
        """Sets the icon over the words, where a narrow button is better than a low one."""
        self._stacked = stacked
        self.updateGeometry()

    def show_words(self, shown: bool) -> None:
        """Shows the words, or the icon alone where the bar has no room; the name stays."""
        self._show(self._words if shown else "")

    def say(self, words: str, language: str = "", kind: Kind = "label") -> None:
        """Shows other words in the same place, in the script of that language."""
        self._words = words
        self._font = self.kit.theme.font(kind, language)
        self.setAccessibleName(words)
        self._show(words)

    def _show(self, words: str) -> None:
        self._shown = words
        leading = _CLOSE if self.kit.theme.look.tight else 1.0
        self._lines = Lines(words, self._font, self.kit.right_to_left, leading)
        self.updateGeometry()
        self.update()

    def set_style(self, style: Style) -> None:
        """Asks for more attention, or for less; the place and the words stay."""
        self._style = style
        self.updateGeometry()
        self.update()

    def _sides(self) -> tuple[int, int, int]:
        """The padding, the icon and the gap behind it, in pixels."""
        theme = self.kit.theme
        wide = 4.0 if theme.look.tight else 6.4
        side = theme.px({"quiet": 2.0, "pill": 3.6, "stage": 3.0}.get(self._style, wide))
        if self._stacked:
            side = theme.px(2.0)
        # Underlined words need no icon; without the words it stands for them.
        bare = self._style == "quiet" and self._shown
        icon = round(self._font.pixelSize() * 1.12) if self._icon and not bare else 0
        return side, icon, theme.px(2.2) if icon and self._shown else 0

    def _beside(self) -> tuple[int, int]:
        """The padding, and what else stands beside the words, in pixels."""
        side, icon, gap = self._sides()
        return side, 0 if self._stacked else icon + gap

    def _narrowest(self) -> int:
        """A width at which no word is broken."""
        side, beside = self._beside()
        meter = QFontMetricsF(self._font)
        word = max((meter.horizontalAdvance(word) for word in self._shown.split()), default=0)
        return max(self.kit.theme.px(TARGET), 2 * side + beside + int(word + 1.999 if word else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest(), self.heightForWidth(max(self.width(), self._narrowest())))

    def heightForWidth(self, width: int) -> int:
        side, beside = self._beside()
        words = self._lines.height(max(width - 2 * side - beside, 1))
        if self._stacked:
            words += self._sides()[1]
        tight, quiet = self.kit.theme.look.tight, self._style in ("pill", "quiet", "stage")
        above = self.kit.theme.px(0.6 if tight else 1.0 if quiet else 2.6)
        return max(self.kit.theme.px(TARGET), int(words + 0.999) + 2 * above)

    def sizeHint(self) -> QSize:
        side, beside = self._beside()
        words = int(self._lines.natural_width() + 1.999) if self._shown else 0
        width = max(2 * side + beside + words, self.kit.theme.px(TARGET))
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_plate(painter)
        if self._stacked:
            self._paint_stacked(painter, ink)
            return
        side, icon, gap = self._sides()
        room = max(self.width() - 2 * side - icon - gap, 1)
        words = self._lines.widest(room) if self._shown else 0.0
        left = (self.width() - icon - gap - words) / 2
        icon_left = self._icon_last == self.kit.right_to_left
        words_at = left + (icon + gap if icon_left else 0)
        height = self._lines.height(room)
        top = QPointF(words_at + (words - room) / 2, (self.height() - height) / 2)
        if self._shown:
            self._lines.draw(painter, top, room, self.kit.theme.color(ink), CENTRE)
        if icon:
            x = left if icon_left else left + words + gap
            pixmap = self.kit.art.icon(self._icon, icon, ink)
            painter.drawPixmap(QPointF(x, (self.height() - icon) / 2), pixmap)

    def _paint_stacked(self, painter: QPainter, ink: Role) -> None:
        side, icon, _ = self._sides()
        room = max(self.width() - 2 * side, 1)
        high = self._lines.height(room)
        top = (self.height() - icon - high) / 2
        if icon:
            pixmap = self.kit.art.icon(self._icon, icon, ink)
            painter.drawPixmap(QPointF((self.width() - icon) / 2, top), pixmap)
        at = QPointF(side, top + icon)
        self._lines.draw(painter, at, room, self.kit.theme.color(ink), CENTRE)

    def _paint_plate(self, painter: QPainter) -> Role:
        """Draws the shape under the words, and says what the words are drawn in."""
        theme = self.kit.theme
        fill, ink, edge = _ROLES[self._style]
        if self.isDown():
            fill, ink = ink, fill or Role.card
            edge = edge or ink
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.ring_shows():
            wide = max(2, theme.px(RING))
            self._rounded(painter, area, self.ring_role)
            area.adjust(wide, wide, -wide, -wide)
            self._rounded(painter, area, Role.card)
            area.adjust(wide / 2, wide / 2, -wide / 2, -wide / 2)
        if edge:
            half = max(1.0, theme.px(LINE) / 2)
            painter.setPen(QPen(theme.color(edge), 2 * half))
            area.adjust(half, half, -half, -half)
        if fill:
            self._rounded(painter, area, fill)
        return ink

    def _rounded(self, painter: QPainter, area: QRectF, fill: Role) -> None:
        corner = min(area.height() / 2, self.kit.theme.px(TARGET) / 2 + 2)
        painter.setBrush(self.kit.theme.color(fill))
        painter.drawRoundedRect(area, corner, corner)
