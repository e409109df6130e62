"""A question or a message: numbered steps, if any, and answers that all look alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.core.codes import Code, Weeks
from kiosk.core.events import Chosen
from kiosk.core.view import Choice, Tile
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.number import Number
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton
from kiosk.ui.widgets.tile_stack import TileStack
from kiosk.ui.wishes import ShowCode

if TYPE_CHECKING:
    from kiosk.ui.screens.beside_answers import BesideAnswers


class ChoiceBody(QWidget):
    """The answers one above the other, in the order of the flow; touching one gives its id."""

    happened = Signal(object)
    wished = Signal(object)

    def __init__(self, body: Choice, kit: Kit) -> None:
        super().__init__()
        self._beside: BesideAnswers | None = None
        self.whole_at_once: tuple[QWidget, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.gap())
        steps = [Step(number, words, kit) for number, words in enumerate(body.steps, start=1)]
        if steps:
            column.addLayout(_stacked(steps, kit))
            column.addSpacing(kit.theme.gap() // 3)
        self._tiles = [self._answer(answer, kit) for answer in body.answers]
        stack = TileStack(self._tiles, kit, kit.theme.gap())
        if body.code is None:
            column.addWidget(stack, 1000)
        else:
            column.addWidget(self._with_code(body.code, stack, kit))
        column.addStretch(1)
        self.leads = self.whole_at_once or (*steps[:1], *self._tiles[:1])

    def first_focus(self) -> QWidget:
        """The first answer; where there is none, the page itself."""
        return self._tiles[0] if self._tiles else self

    def fold(self, folded: bool) -> None:
        """Has a tile in place of the code, for a page on which it could not be seen whole."""
        if self._beside is not None:
            self._beside.fold(folded)

    def _with_code(self, code: Code | Weeks, stack: TileStack, kit: Kit) -> QWidget:
        # Read in here: few pages have one, and no first page.
        from kiosk.ui.screens.beside_answers import BesideAnswers
        from kiosk.ui.widgets.code_button import CodeButton
        from kiosk.ui.widgets.month import WeeksWidget

        if isinstance(code, Weeks):
            return BesideAnswers(WeeksWidget(code, kit), stack, kit)
        button = CodeButton(code, kit)
        button.clicked.connect(lambda: self.wished.emit(ShowCode(code)))
        self.whole_at_once = (button,)
        self._beside = BesideAnswers(button, stack, kit)
        return self._beside

    def _answer(self, answer: Tile, kit: Kit) -> TileButton:
        tile = TileButton(answer.text, kit, answer.icon)
        tile.clicked.connect(lambda: self.happened.emit(Chosen(answer.id)))
        return tile


class Step(QWidget):
    """A number and its words, which are never parted."""

    whole = True

    def __init__(self, number: int, words: str, kit: Kit) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(kit.theme.px(3.6))
        row.addWidget(Number(number, kit), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words, kit), 1, Qt.AlignmentFlag.AlignVCenter)


def _stacked(steps: Sequence[Step], kit: Kit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(kit.theme.px(1.4))
    for step in steps:
        column.addWidget(step)
    return column
