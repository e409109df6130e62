"""Places a map at the start side of a page, words beside it, and buttons over it and below."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP

_MAP_WIDE, _MAP_HIGH = 0.43, 0.40  # of the page
_LEAST = (90.0, 60.0)  # millimetres


class MapStage(QWidget):
    """A head stands over the map, `words` beside both, or below them on an upright page; `foot`
    across the page. Without a head there is no map: then the words have all the room."""

    def __init__(
        self, kit: Kit, map_: QWidget, words: QWidget, foot: QWidget | None = None
    ) -> None:
        super().__init__()
        self._kit = kit
        self._head: QWidget | None = None
        self._map, self._words, self._foot = map_, words, foot
        for part in (map_, words, *([foot] if foot else [])):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_head(self, head: QWidget | None) -> None:
        """Puts another head over the map; the last one is gone for good."""
        if self._head is not None:
            self._head.hide()
            self._head.deleteLater()
        self._head = head
        if head is not None:
            head.setParent(self)
            head.show()
        self._map.setVisible(head is not None)
        if self._foot is not None:
            self._foot.setVisible(head is not None)
        self.lay_out()

    def minimumSizeHint(self) -> QSize:
        px = self._kit.theme.px
        return QSize(px(_LEAST[0]), px(_LEAST[1]))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def lay_out(self) -> None:
        """Gives each part its place; also when one of them has other words now."""
        gap = self._kit.theme.px(LEAST_GAP)
        area = self.rect()
        if self._head is None:
            self._words.setGeometry(area)
            return
        if self._foot is not None:
            high = self._foot.heightForWidth(area.width())
            self._foot.setGeometry(0, area.bottom() + 1 - high, area.width(), high)
            area.setHeight(area.height() - high - gap)
        maps = QRect(area)
        if self.width() > self.height():
            maps.setWidth(round(area.width() * _MAP_WIDE))
            area.setLeft(maps.right() + 1 + gap)
        else:
            maps.setHeight(round(area.height() * _MAP_HIGH))
            area.setTop(maps.bottom() + 1 + gap)
        self._words.setGeometry(area)
        _stack((self._head, self._map), maps, gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()


def _stack(parts: Sequence[QWidget], area: QRect, gap: int) -> None:
    """The last part gets what the others leave."""
    top = area.top()
    for part in parts[:-1]:
        high = part.heightForWidth(area.width())
        part.setGeometry(area.left(), top, area.width(), high)
        top += high + gap
    parts[-1].setGeometry(area.left(), top, area.width(), max(area.bottom() + 1 - top, 1))
