"""The steps of the gate, each a card's content: digits to type, a code to type, a code to keep."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE
from kiosk.ui.staff import gate_words as words
from kiosk.ui.staff.pin_pad import Dots, Pad
from kiosk.ui.theme import Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.widgets.field_row import FieldRow
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import TICKET
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.password_line import PasswordLine
from kiosk.ui.widgets.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD, _LEAST_WORDS = 84.0, 74.0  # millimetres
_KEYS, _LEAST_BESIDE = 156.0, 60.0
_EDGE, _TIGHT_EDGE = 7.0, 2.6


class Step(QWidget):
    """A title, a sentence, and a note for what comes of it. `sent` carries what was typed."""

    sent = Signal(str)
    widest = 196.0  # millimetres of the card

    def __init__(self, title: str, says: str, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.title = Text(title, kit, "title_small").may_hold_focus()
        self.says = Text(says, kit, "body", Role.second_ink)
        self.note = Note("", kit)
        self.note.hide()
        self._column = QVBoxLayout(self)
        edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
        self._column.setContentsMargins(edge, edge, edge, edge)

    def fill(self, plans: Plans) -> None:
        """Puts all parts in their places."""
        self._column.addWidget(Columns(plans, self.kit))

    def tell(self, sentence: str, aloud: bool = True) -> None:
        """Says what came of it; empty words take the note away. Not `aloud`: a reader is spared."""
        self.note.say(sentence)
        self.note.setVisible(bool(sentence))
        if sentence and aloud:
            announce(self, sentence)

    def set_ready(self, ready: bool) -> None:
        """Takes what is typed, or nothing for the moment."""

    def first_focus(self) -> QWidget:
        """Where the focus begins."""
        return self.title


class PinStep(Step):
    """Digits to type, by the pad or by a keyboard."""

    def __init__(self, title: str, says: str, button: str, kit: Kit) -> None:
        super().__init__(title, says, kit)
        self._dots = Dots(words.PIN, kit)
        self._pad = Pad(kit)
        self._go = Button(button, kit, "primary", "next", icon_last=True)
        self._pad.typed.connect(self._dots.add)
        self._pad.erased.connect(self._dots.erase)
        self._go.clicked.connect(self._send)
        self._ready = True
        told = (self.title, self.says, self._dots, self._go, self.note)
        self.fill(
            Plans(
                wide=Plan((), (self._pad,), told),
                low=Plan((), (self._pad,), told),
                narrow=Plan((*told[:3], self._pad, self._go, self.note)),
                left=_PAD,
                least_right=_LEAST_WORDS,
                centred=True,
            )
        )

    def first_focus(self) -> QWidget:
        return self._dots

    def set_ready(self, ready: bool) -> None:
        self._ready = ready
        self._pad.setEnabled(ready)
        self._go.setEnabled(ready)
        if not ready:
            self._dots.take()
        self._dots.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        if self._ready and len(self._dots):
            self.sent.emit(self._dots.take())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._ready:
            event.accept()
        elif event.key() in _ENTER:
            self._send()
        elif event.key() == Qt.Key.Key_Backspace:
            self._dots.erase()
        elif len(event.text()) == 1 and event.text().isdecimal():
            self._dots.add(event.text())
        else:
            super().keyPressEvent(event)


class CodeStep(Step):
    """The recovery code to type: letters and digits, which show while they are typed."""

    widest = 262.0

    def __init__(self, title: str, says: str, kit: Kit) -> None:
        super().__init__(title, says, kit)
        self._line = PasswordLine(kit)
        self._line.setAccessibleName(words.CODE)
        self._line.setMaxLength(40)
        self._go = Button(words.GO_ON, kit, "primary", "next", icon_last=True)
        keys = Keyboard(TICKET, TICKET, kit)
        keys.setVisible(kit.touch_keyboard)
        keys.typed.connect(self._type)
        keys.erased.connect(self._line.backspace)
        self._line.textChanged.connect(lambda: self._line.show_letters(True))
        self._line.returnPressed.connect(self._send)
        self._go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._go.clicked.connect(self._send)
        typing = (FieldRow(FieldBox(self._line, kit, "mono"), self._go, kit), keys)
        told = (self.title, self.says, self.note)
        self.fill(
            Plans(
                wide=Plan((), typing, told),
                low=Plan((), typing, told),
                narrow=Plan((*told, *typing)),
                left=_KEYS,
                least_right=_LEAST_BESIDE,
            )
        )

    def first_focus(self) -> QWidget:
        return self._line

    def set_ready(self, ready: bool) -> None:
        self._go.setEnabled(ready)

    def _type(self, text: str) -> None:
        self._line.insert(text.upper())

    def _send(self) -> None:
        typed = self._line.text()
        if self._go.isEnabled() and typed.strip():
            self.sent.emit(typed)


class KeepStep(Step):
    """The recovery code, shown this once. `sent` comes when it is on paper."""

    def __init__(self, code: str, kit: Kit) -> None:
        super().__init__(words.IS_SET, words.CODE_ONCE, kit)
        shown = Text(code, kit, "huge", align=CENTRE)
        shown.setAccessibleName(code)
        paper = Note(words.PAPER, kit, "paper")
        go = Button(words.WROTE_IT, kit, "primary", "yes")
        go.clicked.connect(lambda: self.sent.emit(""))
        rows = (self.title, self.says, shown, paper, self.note, go)
        plan = Plan(rows)
        self.fill(Plans(wide=plan, low=plan, narrow=plan, left=_PAD, least_right=_PAD))
