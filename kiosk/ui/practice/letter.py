"""A first message to a teacher: three to choose from, its English, and what it says."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.scenes import Letter
from kiosk.ui.kit import Kit
from kiosk.ui.practice.panel import Panel
from kiosk.ui.practice.twice import PressTile
from kiosk.ui.theme import Role
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile_grid import TileGrid

_CHOICES, _WORDS = 86.0, 100.0
_BESIDE_UP_TO = 1  # the size of letters with which the choices fit into that column


class LetterBody(QWidget):
    """The choices at the start side, the message as it is sent beside them, then Send."""

    happened = Signal(object)

    def __init__(self, body: Letter, kit: Kit) -> None:
        super().__init__()
        choices = [
            PressTile(press, kit, self, checked=press.id == body.chosen) for press in body.choices
        ]
        self._send = PressTile(body.answers[0], kit, self)
        sheet = Panel(kit, (Text(body.to, kit, "label"), Text(body.english, kit)), Role.card)
        own = (Note(body.own, kit, "globe"),) if body.own else ()
        tiles = TileGrid(choices, kit, two_from=9)
        send = TileGrid([self._send], kit)
        below = Plan(above=(tiles, sheet, *own, send))
        beside = Plan(left=(tiles,), right=(sheet, *own, send))
        beside = beside if kit.theme.look.size <= _BESIDE_UP_TO else below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(Plans(beside, beside, below, _CHOICES, _WORDS), kit))
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """The button that sends."""
        return self._send
