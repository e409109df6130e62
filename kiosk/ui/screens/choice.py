"""A question or a message: numbered steps, if any, and answers that all look alike."""

from collections.abc import Sequence

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


class ChoiceBody(QWidget):
    """The answers one above the other, in the order of the flow; touching one gives its id."""

    happened = Signal(object)

    def __init__(self, body: Choice, kit: Kit) -> None:
        super().__init__()
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
            column.addWidget(_beside_code(body.code, stack, kit))
        column.addStretch(1)
        self.leads = (*steps[:1], *self._tiles[:1])

    def first_focus(self) -> QWidget:
        """The first answer; where there is none, the page itself."""
        return self._tiles[0] if self._tiles else self

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


def _beside_code(code: Code | Weeks, stack: TileStack, kit: Kit) -> QWidget:
    """The code with the answers beside it, or under it where the page is narrow."""
    from kiosk.ui.widgets.columns import Columns, Plan, Plans

    square = _square(code, kit)
    wide = Plan(left=(square,), right=(stack,))
    narrow = Plan(above=(square,), below=(stack,))
    left = square.sizeHint().width() / kit.theme.look.px_per_mm
    return Columns(Plans(wide, wide, narrow, left=left, least_right=60, centred=True), kit)


def _square(code: Code | Weeks, kit: Kit) -> QWidget:
    from kiosk.ui.widgets.code import CodeWidget
    from kiosk.ui.widgets.month import WeeksWidget

    if isinstance(code, Weeks):
        return WeeksWidget(code, kit)
    square = CodeWidget(kit, code)
    square.setAccessibleName(kit.phrases.code)
    return square
