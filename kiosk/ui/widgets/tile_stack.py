"""Answers one above the other: each as high as its words need, and higher where there is room."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, TALL_TILE
from kiosk.ui.widgets.tile import TileButton


class TileStack(QWidget):
    """Room to spare goes to the tiles in equal parts, until each is tall.

    Not a QVBoxLayout: that one asks again and again until tiles whose words break are high enough.
    """

    def __init__(self, tiles: Sequence[TileButton], kit: Kit, gap: int) -> None:
        """`gap` is what parts two tiles, in pixels."""
        super().__init__()
        self._tiles, self._kit = tiles, kit
        self._gap = self._wide_gap = gap
        for tile in tiles:
            tile.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def squeeze(self, tight: bool) -> None:
        """Brings the tiles as near to each other as they may be, or apart again."""
        gap = min(self._wide_gap, self._kit.theme.px(LEAST_GAP)) if tight else self._wide_gap
        if gap != self._gap:
            self._gap = gap
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        gaps = max(len(self._tiles) - 1, 0) * self._gap
        return sum(tile.heightForWidth(width) for tile in self._tiles) + gaps

    def sizeHint(self) -> QSize:
        width = max((tile.sizeHint().width() for tile in self._tiles), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(40), self.heightForWidth(max(self.width(), 1)))

    def _places(self) -> Iterator[QRect]:
        share = max(self.height() - self.heightForWidth(self.width()), 0) // len(self._tiles)
        tall = self._kit.theme.px(TALL_TILE)
        top = 0
        for tile in self._tiles:
            needed = tile.heightForWidth(self.width())
            high = max(needed, min(needed + share, tall))
            yield QRect(0, top, self.width(), high)
            top += high + self._gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        for tile, place in zip(self._tiles, self._places() if self._tiles else (), strict=True):
            tile.setMaximumHeight(place.height())
            tile.setGeometry(place)
        super().resizeEvent(event)
