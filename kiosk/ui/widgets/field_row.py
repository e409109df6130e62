"""A field and the button that belongs to it: side by side, or stacked where that is too narrow."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, LEAST_GAP
from kiosk.ui.widgets.button import Button

_LEAST_FIELD = 88.0
"""Millimetres: a field narrower than this does not show most addresses whole."""


class FieldRow(QWidget):
    """The field takes what the button leaves, the button stands at the end side."""

    def __init__(self, field: QWidget, button: Button, kit: Kit) -> None:
        super().__init__()
        self._field, self._button, self._kit = field, button, kit
        field.setParent(self)
        button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        theme = self._kit.theme
        field_high = self._field.sizeHint().height()
        wanted = self._button.sizeHint().width()
        room = width - wanted - theme.px(LEAST_GAP)
        if room < theme.px(_LEAST_FIELD):
            top = field_high + theme.px(GAP)
            high = max(self._button.heightForWidth(width), 1)
            return QRect(0, 0, width, field_high), QRect(0, top, width, high)
        high = max(field_high, self._button.heightForWidth(wanted))
        return QRect(0, 0, room, high), QRect(width - wanted, 0, wanted, high)

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width))

    def sizeHint(self) -> QSize:
        width = self._field.sizeHint().width() + self._button.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._field.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for widget, place in zip(
            (self._field, self._button), self._places(self.width()), strict=True
        ):
            if self._kit.right_to_left:
                place.moveLeft(self.width() - place.right() - 1)
            widget.setGeometry(place)
        super().resizeEvent(event)
