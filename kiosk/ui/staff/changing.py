"""A column of rows that is made anew only when what it shows has changed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP


class Changing(QWidget):
    """`make` gives the rows of a value; the rows before are gone for good."""

    def __init__(self, kit: Kit, gap_mm: float = LEAST_GAP) -> None:
        super().__init__()
        self._shown: object = None
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.px(gap_mm))

    def show_of(self, value: object, make: Callable[[], Sequence[QWidget]]) -> None:
        """Shows the rows of that value; where it is the same as before, they stay."""
        if value == self._shown and self._rows:
            return
        self._shown = value
        for row in self._rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = list(make())
        for row in self._rows:
            self._column.addWidget(row)
            row.show()  # a layout shows what is put in late only when it is next its turn
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)
