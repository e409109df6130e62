"""The page to practise a password on: a field, its rules ticked as one types, and an idea."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.events import Confirmed
from kiosk.core.view import Password
from kiosk.ui.kit import Kit
from kiosk.ui.theme import TARGET, Role
from kiosk.ui.widgets.answer import answer_tile
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.widgets.field_row import FieldRow
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.idea_note import IdeaNote
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import PASSWORD, PASSWORD_LOW
from kiosk.ui.widgets.password_line import PasswordLine
from kiosk.ui.widgets.ready_button import ReadyButton
from kiosk.ui.widgets.rule_ticks import RuleTicks
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile_grid import TileGrid

_KEYBOARD = 156.0
_RULES = 72.0


class PasswordBody(QWidget):
    """What is typed stays in the field: it is judged there, and only "content" is reported."""

    happened = Signal(object)

    def __init__(self, body: Password, kit: Kit) -> None:
        super().__init__()
        self._body, self._kit = body, kit
        self._line = PasswordLine(kit)
        self._line.setAccessibleName(body.label)
        self._line.setAccessibleDescription(kit.phrases.practice_only)
        self._show = Button(kit.phrases.show, kit, "secondary", "show")
        # A touch on them must not take the focus from the field, for that would hide the letters.
        self._show.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rules = RuleTicks(body.rules, kit)
        self._advice = IdeaNote(body.idea, kit)
        self._ask = Button(kit.phrases.idea_show, kit, "quiet")
        self._ask.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._ask_row = Flowing([self._ask], kit)
        self._go_on = ReadyButton(body.button, kit)
        self._keyboard = Keyboard(PASSWORD, PASSWORD_LOW, kit)
        self._lay_out()
        self._connect()
        self._judge()

    def first_focus(self) -> QWidget:
        """The field."""
        return self._line

    def _lay_out(self) -> None:
        kit = self._kit
        practice = Text(kit.phrases.practice_only, kit, "body", Role.second_ink)
        practice.setBuddy(self._line)
        if not kit.touch_keyboard:
            self._keyboard.hide()
        typing = [FieldRow(FieldBox(self._line, kit, "mono"), self._show, kit), self._keyboard]
        idea = [self._advice, self._ask_row]
        tell = self.happened.emit
        answers = [answer_tile(tile, kit, tell) for tile in self._body.answers]
        ways = TileGrid((*answers, self._go_on), kit, two_from=2, high=TARGET)
        plans = Plans(
            wide=Plan((practice,), (*typing, *idea), (self._rules,), (ways,)),
            low=Plan((), typing, (self._rules, ways), (practice, *idea)),
            narrow=Plan((practice, typing[0], self._rules, self._keyboard, *idea, ways)),
            small=Plan((*typing, self._rules, practice, *idea, ways)),
            left=_KEYBOARD,
            least_right=_RULES,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(plans, kit))
        column.addStretch(1)

    def _connect(self) -> None:
        self._line.textChanged.connect(self._judge)
        self._line.returnPressed.connect(self._confirm)
        self._line.shown_changed.connect(self._name_show)
        self._show.clicked.connect(self._turn_letters)
        self._keyboard.typed.connect(self._line.insert)
        self._keyboard.erased.connect(self._line.backspace)
        self._go_on.clicked.connect(self._confirm)
        self._ask.clicked.connect(self._show_idea)

    def _judge(self) -> None:
        self._rules.stand(self._kit.judge(self._line.text(), self._body.personal))
        self._go_on.setEnabled(self._rules.all_met() and bool(self._line.text()))
        self._advice.say(self._advised())

    def _advised(self) -> str:
        """An idea while rules are open; then whether the password is easily guessed, as a hint."""
        phrases = self._kit.phrases
        if not self._go_on.isEnabled():
            return phrases.idea_says if self._advice.shows_one() else self._body.idea
        weak = self._kit.hint(self._line.text(), self._body.personal) == "weak"
        return phrases.easy_to_guess if weak else phrases.hard_to_guess

    def _show_idea(self) -> None:
        found = self._advice.show_one(self._body.personal)
        self._ask_row.setVisible(found)
        self._judge()
        if found:
            # The page takes its new height first.
            QTimer.singleShot(0, self._advice, self._bring_up)

    def _bring_up(self) -> None:
        """Has the page go to the idea where it is cut off: a page follows the focus."""
        if self._advice.visibleRegion().boundingRect().height() < self._advice.height():
            self._advice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        if self._go_on.isEnabled():
            self.happened.emit(Confirmed())

    def _turn_letters(self) -> None:
        on = not self._line.letters_show
        # Letters show only while the field has the focus: when it goes, they hide by themselves.
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.show_letters(on)

    def _name_show(self, on: bool) -> None:
        self._show.say(self._kit.phrases.hide if on else self._kit.phrases.show)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self._line.wipe()
        return super().event(event)
