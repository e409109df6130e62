"""Where staff name an event night and number their station; in English only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.staff.evening import HIGHEST_STATION, LONGEST_NAME, event_name, station_number
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import SetEvent
from kiosk.ui.theme import LEAST_GAP, TARGET, Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.field import FieldBox, QuietLine
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import PASSWORD, PASSWORD_LOW
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text

TITLE = "Tonight's event"
SAYS = "Visits from now on are counted under this name. Give each station another number."
PICK = "From the site file:"
NAME = "Name of the event"
STATION = "This is station {number}"
LOWER, HIGHER = "Station number down", "Station number up"
BEGIN = "Begin the event"
KEEP = "Use this from now on"
LEAVE = "Leave it as it is"
NO_NAME = "The event needs a name. Touch one above, or type it."


class EventForm(QWidget):
    """`set_to` carries the SetEvent that staff wishes; `left` that nothing shall change."""

    set_to = Signal(object)
    left = Signal()

    def __init__(self, name: str, station: str, events: Sequence[str], kit: Kit) -> None:
        """`name` is the event under way, or empty; `events` are those of the site file."""
        super().__init__()
        self._number = station_number(station)
        self.title = Text(TITLE, kit, "title_small").may_hold_focus()
        self._note = Note("", kit, "note")
        self._note.hide()
        self.line = QuietLine(kit)
        self.line.setMaxLength(LONGEST_NAME)
        self.line.setAccessibleName(NAME)
        self.line.setText(name or (events[0] if len(events) == 1 else ""))
        self._station = Text(STATION.format(number=self._number), kit, "label")
        go_on = Button(KEEP if name else BEGIN, kit, "primary", "yes")
        leave = Button(LEAVE, kit, "secondary", "back")
        keyboard = Keyboard(PASSWORD, PASSWORD_LOW, kit)
        keyboard.setVisible(kit.touch_keyboard)
        self._lay_out(kit, self._picks(events, kit), keyboard, Flowing((go_on, leave), kit))
        keyboard.typed.connect(self.line.insert)
        keyboard.erased.connect(self.line.backspace)
        self.line.returnPressed.connect(self._hand_in)
        go_on.clicked.connect(self._hand_in)
        leave.clicked.connect(lambda: self.left.emit())

    def _picks(self, events: Sequence[str], kit: Kit) -> list[QWidget]:
        """A button for each event of the site file, where there are some to choose from."""
        buttons = []
        for event in events:
            button = Button(event, kit, "pill", "calendar")
            button.clicked.connect(lambda _=False, event=event: self.line.setText(event))
            buttons.append(button)
        return [Text(PICK, kit, "small", Role.second_ink), Flowing(buttons, kit)] if buttons else []

    def _steppers(self, kit: Kit) -> QWidget:
        steppers = []
        for words, icon, by in ((LOWER, "minus", -1), (HIGHER, "plus", 1)):
            button = Button(words, kit, "pill", icon)
            button.show_words(False)
            button.clicked.connect(lambda _=False, by=by: self._step(by))
            steppers.append(button)
        lower, higher = steppers
        high = self._station.sizeHint().height()
        self._station.setContentsMargins(0, (kit.theme.px(TARGET) - high) // 2, 0, 0)
        return Flowing((lower, higher, self._station), kit)

    def _lay_out(self, kit: Kit, picks: list[QWidget], keyboard: QWidget, last: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(LEAST_GAP))
        label = Text(NAME, kit, "label")
        label.setBuddy(self.line)
        field = FieldBox(self.line, kit, "body")
        says = Text(SAYS, kit, "small", Role.second_ink)
        rows = (self.title, says, *picks, label, field, keyboard, self._note)
        for row in (*rows, self._steppers(kit), last):
            column.addWidget(row)
        column.addStretch(1)

    def _step(self, by: int) -> None:
        self._number = min(max(self._number + by, 1), HIGHEST_STATION)
        said = STATION.format(number=self._number)
        self._station.say(said)
        announce(self, said)

    def _hand_in(self) -> None:
        name = event_name(self.line.text())
        if name:
            self.set_to.emit(SetEvent(name, str(self._number)))
            return
        self._note.say(NO_NAME)
        self._note.show()
        announce(self, NO_NAME)
        self.line.setFocus()
