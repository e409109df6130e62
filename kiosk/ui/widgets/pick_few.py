"""A handful of options as large tiles: touched once, or ticked on and off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, LEAST_GAP
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.widgets.tile import TileButton
from kiosk.ui.widgets.tile_grid import TileGrid


class PickFew(QWidget):
    """Reports the id of a touched tile; whether it is ticked is the model's to say."""

    touched = Signal(str)

    def __init__(self, model: PickModel, kit: Kit, many: bool, foot: Sequence[QWidget]) -> None:
        super().__init__()
        self._model, self._kit, self._many = model, kit, many
        self._tiles = [self._tile(row) for row in range(model.rowCount())]
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(GAP))
        column.addWidget(TileGrid(self._tiles, kit))
        for widget in foot:
            column.addWidget(widget)
        column.addStretch(1)
        self.refresh()

    def first_focus(self) -> QWidget:
        """The first tile."""
        return self._tiles[0] if self._tiles else self

    def squeeze(self, tight: bool) -> None:
        """Brings what stands under the options as near as it may be, or away again."""
        self._column.setSpacing(self._kit.theme.px(LEAST_GAP if tight else GAP))

    def refresh(self) -> None:
        """Shows what the model says is picked, in a tick and in words."""
        if self._many:
            for row, tile in enumerate(self._tiles):
                tile.set_picked(self._model.is_picked(row))
                tile.setAccessibleName(self._model.spoken(row))

    def _tile(self, row: int) -> TileButton:
        option = self._model.option(row)
        tile = TileButton(option.name, self._kit, option.icon, option.detail, self._many)
        tile.clicked.connect(lambda: self.touched.emit(option.id))
        return tile
