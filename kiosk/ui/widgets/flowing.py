"""Buttons in a row, that go on in the next row where there is no room."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP


class Flowing(QWidget):
    """Each as wide as its words, or as the row where they need more."""

    def __init__(self, parts: Sequence[QWidget], kit: Kit) -> None:
        super().__init__()
        self._parts: tuple[QWidget, ...] = ()
        self._gap = kit.theme.px(LEAST_GAP)
        self._mirrored = kit.right_to_left
        self.add(parts)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, parts: Sequence[QWidget]) -> None:
        """Puts more of them at the end of the row."""
        self._parts += tuple(parts)
        for part in parts:
            part.setParent(self)
        self.updateGeometry()

    def _places(self, width: int) -> Iterator[QRect]:
        left = top = row = 0
        for part in self._parts:
            wide = min(part.sizeHint().width(), width)
            high = _height(part, wide)
            if left and left + wide > width:
                left, top, row = 0, top + row + self._gap, 0
            at = width - left - wide if self._mirrored else left
            yield QRect(at, top, wide, high)
            left, row = left + wide + self._gap, max(row, high)

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        gaps = self._gap * (len(self._parts) - 1)
        width = sum(part.sizeHint().width() for part in self._parts) + gaps
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part, place in zip(self._parts, self._places(self.width()), strict=True):
            part.setGeometry(place)


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
