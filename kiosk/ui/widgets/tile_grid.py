"""Answers in one column, or in two or three where the page is wide enough for their words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, LEAST_GAP, TARGET
from kiosk.ui.widgets.press import Press

_LEAST_TILE = 62.0


class TileGrid(QWidget):
    """The tiles of a row are as high as the highest of them; columns are read row by row.

    There is more than one column only for `two_from` tiles or more, and never more than `most`.
    `high` is their least height in mm.
    """

    def __init__(
        self, tiles: Sequence[Press], kit: Kit, two_from: int = 4, high: float = 17.0, most: int = 2
    ) -> None:
        super().__init__()
        self._tiles, self._kit = tiles, kit
        self._two_from, self._most = two_from, most
        self._high = self._room_high = kit.theme.px(high)
        self._gap = self._room_gap = kit.theme.gap()
        for tile in tiles:
            tile.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def squeeze(self, tight: bool) -> None:
        """Brings the tiles as near to each other as they may be, each as low, or back again."""
        px = self._kit.theme.px
        gap = min(self._room_gap, px(LEAST_GAP)) if tight else self._room_gap
        high = min(self._room_high, px(TARGET)) if tight else self._room_high
        if (gap, high) != (self._gap, self._high):
            self._gap, self._high = gap, high
            self.updateGeometry()

    def _columns(self, width: int) -> int:
        if len(self._tiles) < self._two_from:
            return 1
        gap = self._kit.theme.px(GAP)
        widest = max((tile.sizeHint().width() for tile in self._tiles), default=0)
        least = max(widest, self._kit.theme.px(_LEAST_TILE))
        most = min(max((width + gap) // (least + gap), 1), self._most)
        rows = -(-len(self._tiles) // most)
        return -(-len(self._tiles) // rows)  # five are three and two, not four and one

    def _places(self, width: int) -> Iterator[QRect]:
        columns, gap = self._columns(width), self._gap
        wide = (width - (columns - 1) * gap) // columns
        top = 0
        for first in range(0, len(self._tiles), columns):
            row = self._tiles[first : first + columns]
            high = max(self._high, *(tile.heightForWidth(wide) for tile in row))
            yield from (QRect(n * (wide + gap), top, wide, high) for n in range(len(row)))
            top += high + gap

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        width = self._kit.theme.px(2 * _LEAST_TILE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(40), self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for tile, place in zip(self._tiles, self._places(self.width()), strict=True):
            if self._kit.right_to_left:
                place.moveLeft(self.width() - place.right() - 1)
            tile.setMaximumHeight(place.height())
            tile.setGeometry(place)
        super().resizeEvent(event)
