"""A code or a calendar with the answers beside it, or under it where the page is narrow."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.widgets.code_button import CodeButton
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.month import WeeksWidget
from kiosk.ui.widgets.tile_stack import TileStack

_LEAST_ANSWERS = 9  # heights of their letters


class BesideAnswers(QWidget):
    """`fold` makes a tile of a code, with the answers under it."""

    def __init__(self, shown: CodeButton | WeeksWidget, stack: TileStack, kit: Kit) -> None:
        super().__init__()
        self._shown = shown
        left = shown.sizeHint().width() / kit.theme.look.px_per_mm
        right = _LEAST_ANSWERS * kit.theme.font("label").pixelSize() / kit.theme.look.px_per_mm
        wide = Plan(left=(shown,), right=(stack,))
        narrow = Plan(above=(shown,), below=(stack,))
        self._plans = Plans(wide, wide, narrow, left=left, least_right=right, centred=True)
        self._folded = Plans(narrow, narrow, narrow, left=left, least_right=right)
        self._columns = Columns(self._plans, kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)

    def fold(self, folded: bool) -> None:
        """Has a tile in place of a code, or the code again."""
        if isinstance(self._shown, CodeButton):
            self._shown.fold(folded)
            self._columns.go_by(self._folded if folded else self._plans)
