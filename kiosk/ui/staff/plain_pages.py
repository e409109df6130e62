"""The staff's two plainest pages: what happens, and the button that does it.

English only, as all that staff reads.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import Act, Desk, LeaveKiosk, Present
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text

_EDGE, _TIGHT_EDGE = 6.0, 2.6
_WIDE = 60.0

PRACTICE = "Practice for a room"
PRACTICE_SAYS = (
    "Shows the practice student in large letters, full screen: for a hall, a class, or a family "
    "that wants to see it first.",
    "With a projector plugged in, the room sees the projector and you see your notes here. The "
    "arrow keys turn the pages, and Escape ends it. The family's page stays as it is.",
)
PRACTICE_START = "Start the practice"
LEAVE = "Leave the kiosk"
LEAVE_SAYS = (
    "Ends the full-screen program, for work on this machine. A visit that is not finished is "
    "wiped, and the family begins again later.",
)
LEAVE_NOW = "End the program now"


class PlainPage(QWidget):
    """A title, a few sentences, one button. What the desk answers is said below it."""

    def __init__(self, title: str, says: Sequence[str], button: Button, act: Act) -> None:
        super().__init__()
        self._act = act
        kit = button.kit
        self.title = Text(title, kit, "title_small").may_hold_focus()
        self._note = Note("", kit)
        self._note.hide()
        self._button = button
        rows = (self.title, *(Text(one, kit) for one in says), Flowing([button], kit), self._note)
        column = QVBoxLayout(self)
        edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
        column.setContentsMargins(edge, edge, edge, edge)
        plan = Plan(rows)
        column.addWidget(Columns(Plans(plan, plan, plan, _WIDE, _WIDE), kit))
        column.addStretch(1)

    def asks(self, desk: Desk) -> "PlainPage":
        """Asks that desk when its button is touched."""
        self._button.clicked.connect(lambda: self._tell(desk.act(self._act)))
        return self

    def refresh(self) -> None:
        """Nothing here changes by itself."""

    def _tell(self, sentence: str) -> None:
        self._note.say(sentence)
        self._note.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


def practice_page(desk: Desk, kit: Kit) -> PlainPage:
    """Opens the practice student for a room."""
    button = Button(PRACTICE_START, kit, "primary", "play")
    return PlainPage(PRACTICE, PRACTICE_SAYS, button, Present()).asks(desk)


def leave_page(desk: Desk, kit: Kit) -> PlainPage:
    """Ends the full-screen program, when that was asked for once more."""
    button = Button(LEAVE_NOW, kit, "primary", "close")
    return PlainPage(LEAVE, LEAVE_SAYS, button, LeaveKiosk()).asks(desk)
