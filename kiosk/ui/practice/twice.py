"""The portal's English and, under it, the same in the family's language."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.events import Chosen
from kiosk.core.scenes import Press, Twice
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Kind, Role
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton


class TwiceText(QWidget):
    """Two lines of words, or one where the family reads English."""

    def __init__(self, words: Twice, kit: Kit, kind: Kind = "label") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(words.english, kit, kind))
        if words.own:
            column.addWidget(Text(words.own, kit, "small", Role.second_ink))


class PressTile(TileButton):
    """Something to touch in the portal's words; `pressed` tells through the page's signal."""

    def __init__(self, press: Press, kit: Kit, page: QWidget, checked: bool | None = None) -> None:
        super().__init__(
            press.name.english, kit, press.icon, press.name.own, checkable=checked is not None
        )
        if checked is not None:
            self.set_picked(checked)
        self.clicked.connect(lambda: page.happened.emit(Chosen(press.id)))  # type: ignore[attr-defined]
