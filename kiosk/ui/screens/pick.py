"""The page to pick from a list: large tiles for a few options, a searched list for many."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.events import Picked
from kiosk.core.view import Pick
from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.answer import answer_tile
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.pick_few import PickFew
from kiosk.ui.widgets.pick_many import PickMany
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.widgets.ready_button import ReadyButton
from kiosk.ui.widgets.text import Text

_FEW = 6
_FEW_WITH_ICONS = 10


class PickBody(QWidget):
    """With `at_most` 1 a touch picks and goes on; otherwise touches tick, and a button goes on."""

    happened = Signal(object)
    is_wide = True

    def __init__(self, body: Pick, kit: Kit) -> None:
        super().__init__()
        self._body, self._kit = body, kit
        self._many = body.at_most > 1
        self._model = PickModel(body.options, body.draft, body.at_most, kit.phrases)
        self._full = Text(kit.phrases.picked_all_you_can, kit, "small", Role.second_ink)
        self._go_on = ReadyButton(body.button, kit)
        self._go_on.clicked.connect(self._hand_in)
        self._chooser = self._make_chooser()
        self._chooser.touched.connect(self._touched)
        self.leads = (self.first_focus(),)
        self._lay_out()
        self._refresh()

    def first_focus(self) -> QWidget:
        """The search field of a long list, otherwise the first option."""
        return self._chooser.first_focus()

    def _make_chooser(self) -> PickFew | PickMany:
        body, kit = self._body, self._kit
        answers = [answer_tile(tile, kit, self.happened.emit) for tile in body.answers]
        foot = (*answers, self._full, self._go_on)
        if is_long(body):
            return PickMany(self._model, kit, self._many, body.search, foot)
        return PickFew(self._model, kit, self._many, foot)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._kit.theme.px(GAP))
        self.refusal = Note(self._body.refusal, self._kit, "note") if self._body.refusal else None
        if self.refusal:
            column.addWidget(self.refusal)
            self._chooser.first_focus().setAccessibleDescription(self._body.refusal)
        column.addWidget(self._chooser, 1)
        if is_long(self._body):
            self.setSizePolicy(self._chooser.sizePolicy())

    def _touched(self, option: str) -> None:
        if not self._many:
            self.happened.emit(Picked((option,)))
            return
        if not self._model.turn(option):
            announce(self._full, self._full.text())
        self._refresh()

    def _refresh(self) -> None:
        self._chooser.refresh()
        everything = len(self._body.options) <= self._body.at_most
        self._full.setVisible(self._many and self._model.is_full() and not everything)
        self._go_on.setVisible(self._many)
        self._go_on.setEnabled(len(self._model.picked()) >= self._body.at_least)

    def _hand_in(self) -> None:
        self.happened.emit(Picked(tuple(option.id for option in self._model.picked())))


def is_long(body: Pick) -> bool:
    """Whether the list is searched; a few more tiles are still quick to see if they have icons."""
    icons = all(option.icon for option in body.options)
    return len(body.options) > (_FEW_WITH_ICONS if icons else _FEW)
