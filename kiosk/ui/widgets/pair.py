"""Two short texts side by side, or one under the other where they do not fit."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.widgets.note import IconLabel
from kiosk.ui.widgets.text import Text

_APART = 5.0
_AFTER_ICON = 1.6


class Pair(QWidget):
    """The second text has an icon before it. Neither breaks a line while the other has room."""

    def __init__(self, first: Text, icon: IconLabel, second: Text, kit: Kit) -> None:
        super().__init__()
        self._first, self._icon, self._second = first, icon, second
        self._mirrored = kit.right_to_left
        self._apart, self._after_icon = kit.theme.px(_APART), kit.theme.px(_AFTER_ICON)
        for part in (first, icon, second):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _places(self, width: int) -> Iterator[QRect]:
        first, icon = self._first.sizeHint().width(), self._icon.width()
        second = self._second.sizeHint().width()
        indent = icon + self._after_icon
        beside = first + self._apart + indent + second <= width
        left = first + self._apart if beside else 0
        top = 0 if beside else self._first.heightForWidth(width)
        wide = second if beside else width - indent
        high = self._second.heightForWidth(wide)
        line = self._second.sizeHint().height()
        whole = first if beside else width
        yield QRect(0, 0, whole, self._first.heightForWidth(whole))
        yield QRect(left, top + (line - icon) // 2, icon, icon)
        yield QRect(left + indent, top, wide, high)

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width))

    def sizeHint(self) -> QSize:
        parts = (
            self._first.sizeHint().width(),
            self._icon.width(),
            self._second.sizeHint().width(),
        )
        width = sum(parts) + self._apart + self._after_icon
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._first.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = (self._first, self._icon, self._second)
        for part, place in zip(parts, self._places(self.width()), strict=True):
            if self._mirrored:
                place.moveLeft(self.width() - place.right() - 1)
            part.setGeometry(place)
