"""The page that shows back what was typed, huge, and asks whether it is right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.view import ReadBack
from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP
from kiosk.ui.widgets.answer import answer_tile
from kiosk.ui.widgets.read_back_text import ReadBackText
from kiosk.ui.widgets.tile_stack import TileStack


class ReadBackBody(QWidget):
    """The text, under it the second one to compare with, if any, and the answers."""

    happened = Signal(object)

    def __init__(self, body: ReadBack, kit: Kit) -> None:
        super().__init__()
        self._texts = [ReadBackText(body.groups, kit, body.other)]
        if body.other:
            self._texts.append(ReadBackText(body.other, kit, body.groups))
        self._tiles = [answer_tile(tile, kit, self.happened.emit) for tile in body.answers]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(GAP))
        for text in self._texts:
            column.addWidget(text)
        column.addWidget(TileStack(self._tiles, kit, kit.theme.px(GAP)), 1000)
        column.addStretch(1)
        self.leads = (*self._texts[:1], *self._tiles[:1])

    def first_focus(self) -> QWidget:
        """The first answer; with none, the page itself."""
        return self._tiles[0] if self._tiles else self
