"""Counts as staff read them: large numbers side by side, and bars, the longest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LEAST_GAP, LINE, SMALL_CORNER, Role

UNKNOWN = "\u2013"
# Millimetres.
_NARROWEST = 36.0
_SIDE, _ABOVE = 3.0, 1.6
_BAR, _UNDER_WORDS, _UNDER_BAR = 2.4, 0.6, 1.0

_FULL = 4  # a single family is no long bar


@dataclass(frozen=True)
class Count:
    """How many of what, with an icon. `number` is None as long as nobody knows."""

    number: int | None
    words: str
    icon: str


@dataclass(frozen=True)
class Bar:
    """How many of what, as long as its part of the largest."""

    number: int
    words: str


class CountTiles(QWidget):
    """All as wide as each other, in as many rows as they need."""

    def __init__(self, counts: Sequence[Count], kit: Kit) -> None:
        super().__init__()
        self._gap = kit.theme.px(LEAST_GAP)
        self._least = kit.theme.px(_NARROWEST)
        self._tiles = [_CountTile(count, kit) for count in counts]
        for tile in self._tiles:
            tile.setParent(self)
        _wraps(self)

    def say(self, counts: Sequence[Count]) -> None:
        """Shows other numbers in the same places."""
        for tile, count in zip(self._tiles, counts, strict=True):
            tile.say(count)

    def _places(self, width: int) -> Iterator[QRect]:
        many = len(self._tiles)
        fit = max(1, min(many, (width + self._gap) // (self._least + self._gap)))
        across = -(-many // -(-many // fit))  # as many in each row
        wide = (width - (across - 1) * self._gap) // across
        high = max((tile.heightForWidth(wide) for tile in self._tiles), default=0)
        for n in range(many):
            row, column = divmod(n, across)
            left, top = column * (wide + self._gap), row * (high + self._gap)
            yield QRect(left, top, wide, high)

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        width = len(self._tiles) * (self._least + self._gap)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.heightForWidth(max(self.width(), self._least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for tile, place in zip(self._tiles, self._places(self.width()), strict=True):
            tile.setGeometry(place)


class _CountTile(QLabel):
    """A number, and under it what it counts. A reader hears both as one text."""

    def __init__(self, count: Count, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.say(count)

    def say(self, count: Count) -> None:
        theme = self._kit.theme
        number = UNKNOWN if count.number is None else str(count.number)
        said = f"{number} {count.words}"
        if said == self.text():
            return
        self._number = Lines(number, theme.font("title"), leading=0.86)
        self._words = Lines(count.words, theme.font("small"), leading=0.86)
        self._icon = count.icon
        self.setText(said)
        self.update()

    def heightForWidth(self, width: int) -> int:
        room = max(width - 2 * self._kit.theme.px(_SIDE), 1)
        high = self._number.height(room) + self._words.height(room)
        return int(high + 0.999) + 2 * self._kit.theme.px(_ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = theme.px(LINE) / 2
        painter.setPen(QPen(theme.color(Role.hairline), 2 * half))
        painter.setBrush(theme.color(Role.tint))
        corner = theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
        side, top = theme.px(_SIDE), theme.px(_ABOVE)
        room = max(self.width() - 2 * side, 1)
        self._number.draw(painter, QPointF(side, top), room, theme.color(Role.ink))
        high = self._number.height(room)
        below = QPointF(side, top + high)
        self._words.draw(painter, below, room, theme.color(Role.second_ink))
        size = round(high * 0.62)
        pixmap = self._kit.art.icon(self._icon, size, Role.primary)
        painter.drawPixmap(QPointF(self.width() - side - size, top + (high - size) / 2), pixmap)


class BarRow(QLabel):
    """One bar under its words, with its number before them."""

    def __init__(self, bar: Bar, most: int, kit: Kit) -> None:
        super().__init__(f"{bar.number} {bar.words}")
        self._kit = kit
        self._part = bar.number / max(most, 1)
        self._number = Lines(str(bar.number), kit.theme.font("small"), leading=0.9)
        self._words = Lines(bar.words, kit.theme.font("small"), leading=0.9)
        widest = Lines(str(most), kit.theme.font("small")).natural_width()
        self._start = int(widest + 0.999) + kit.theme.px(_SIDE)
        _wraps(self)

    def heightForWidth(self, width: int) -> int:
        px = self._kit.theme.px
        return self._words_high(width) + px(_UNDER_WORDS) + px(_BAR) + px(_UNDER_BAR)

    def _words_high(self, width: int) -> int:
        room = max(width - self._start, 1)
        high = max(self._words.height(room), self._number.height(self._start))
        return int(high + 0.999)

    def sizeHint(self) -> QSize:
        width = self._start + int(self._words.natural_width() + 1.999)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._start + self._kit.theme.px(_NARROWEST)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = max(self.width() - self._start, 1)
        self._number.draw(painter, QPointF(0, 0), self._start, theme.color(Role.ink))
        self._words.draw(painter, QPointF(self._start, 0), room, theme.color(Role.ink))
        top = self._words_high(self.width()) + theme.px(_UNDER_WORDS)
        painter.setPen(Qt.PenStyle.NoPen)
        high = theme.px(_BAR)
        painter.setBrush(theme.color(Role.hairline))
        line = theme.px(LINE)
        painter.drawRect(QRectF(self._start, top + high - line, room, line))
        painter.setBrush(theme.color(Role.primary))
        painter.drawRect(QRectF(self._start, top, room * self._part, high))


def bar_rows(bars: Sequence[Bar], kit: Kit) -> list[BarRow]:
    """A row for each bar, all measured by the same."""
    most = max((_FULL, *(bar.number for bar in bars)))
    return [BarRow(bar, most, kit) for bar in bars]


def _wraps(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
