"""The last page: who does what by when, and a quiet word that the page clears itself."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.core.events import Confirmed
from kiosk.core.view import End, Todo
from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, LINE, SMALL_CORNER, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import IconLabel
from kiosk.ui.widgets.number import Number
from kiosk.ui.widgets.pair import Pair
from kiosk.ui.widgets.text import Text


class EndBody(QWidget):
    """`happened` carries Confirmed when the button is touched: the family is done here."""

    happened = Signal(object)

    def __init__(self, body: End, kit: Kit) -> None:
        super().__init__()
        self._phrases = kit.phrases
        self._button = Button(body.button or kit.phrases.finish, kit, "primary", "yes")
        self._button.clicked.connect(lambda: self.happened.emit(Confirmed()))
        self._clears = Text("", kit, "small", Role.second_ink)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(LEAST_GAP))
        # On the smallest screen a heading would stand on one page and its rows on the next.
        if body.todo and not kit.theme.look.tight:
            column.addWidget(Text(kit.phrases.who_does_what, kit, "label"))
        rows = [TodoRow(number, todo, kit) for number, todo in enumerate(body.todo, start=1)]
        self.leads = tuple(rows[:1])
        for row in rows:
            column.addWidget(row)
        column.addSpacing(kit.theme.gap() // 2)
        self.last = Flowing([self._button], kit)
        column.addWidget(self.last)
        column.addWidget(self._clears)
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """The button that ends the visit."""
        return self._button

    def set_remaining(self, seconds: float) -> None:
        """Says in how many seconds the page clears itself."""
        self._clears.say(self._phrases.clears_itself.of(round(seconds)))


class TodoRow(QWidget):
    """One thing that happens next: what, who does it, and by when, on a soft panel."""

    whole = True

    def __init__(self, number: int, todo: Todo, kit: Kit) -> None:
        super().__init__()
        self._theme = kit.theme
        row = QHBoxLayout(self)
        side, above = kit.theme.px(4), kit.theme.px(1.2 if kit.theme.look.tight else 2.2)
        row.setContentsMargins(side, above, side, above)
        row.setSpacing(kit.theme.px(3.6))
        row.addWidget(Number(number, kit))
        words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words, 1)
        words.addWidget(Text(todo.what, kit, "label"))
        words.addWidget(_who_and_when(todo, kit))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._theme.px(LINE) / 2
        painter.setPen(QPen(self._theme.color(Role.hairline), 2 * half))
        painter.setBrush(self._theme.color(Role.tint))
        corner = self._theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)


def _who_and_when(todo: Todo, kit: Kit) -> QWidget:
    who = Text(todo.who, kit, "small", Role.second_ink)
    if not todo.when:
        return who
    clock = IconLabel("clock", kit, round(kit.theme.font("small").pixelSize() * 0.95))
    return Pair(who, clock, Text(todo.when, kit, "small"), kit)
