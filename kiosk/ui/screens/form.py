"""A page with one field: an email address, a name, a phone number, the letters of a ticket."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.events import Chosen, Typed
from kiosk.core.view import Form, Tile
from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.field import FieldBox, QuietLine
from kiosk.ui.widgets.field_row import FieldRow
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import EMAIL, EMAIL_LOW, NAME, PHONE, TICKET, KeySet, with_endings
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text

_KEYS = {"name": NAME, "phone": PHONE, "ticket": TICKET}


class FormBody(QWidget):
    """Label, and hint or refusal, stand above the field, for the keyboard stands right under it.

    So the eye finds all it needs in one place, and the field is never under the hand. Enter and
    the button both hand in what was typed, even nothing: the flow has the kind words for that.
    `gives_way` are the words that a page without room does without, the first one first; a
    `refusal` leads, so that on a page without room it is seen before the sentences.
    """

    happened = Signal(object)

    def __init__(self, body: Form, kit: Kit) -> None:
        super().__init__()
        self._kind = body.kind
        self._is_email = body.kind == "email"
        self._line = QuietLine(kit)
        self._line.setText(body.draft)
        self._line.setAccessibleName(body.label)
        self._line.setAccessibleDescription(body.refusal or body.hint)
        if body.kind == "name" and kit.right_to_left:
            self._line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._keyboard = Keyboard(*self._key_sets(kit), kit)
        self._lay_out(body, kit)
        self._line.returnPressed.connect(self._hand_in)
        self._keyboard.typed.connect(self._take)
        self._keyboard.erased.connect(self._line.backspace)
        self._line.textChanged.connect(self._choose_case)
        self._choose_case()

    def first_focus(self) -> QWidget:
        """The field: what was typed before is there to be mended."""
        return self._line

    def _key_sets(self, kit: Kit) -> tuple[KeySet, KeySet]:
        if self._kind != "email":
            keys = _KEYS[self._kind]
            return keys, keys
        return with_endings(EMAIL, kit.mail_endings), with_endings(EMAIL_LOW, kit.mail_endings)

    def _lay_out(self, body: Form, kit: Kit) -> None:
        label = Text(body.label, kit, "label")
        label.setBuddy(self._line)
        go_on = Button(body.button, kit)
        go_on.clicked.connect(self._hand_in)
        field = FieldBox(self._line, kit, "body" if self._kind == "name" else "mono")
        rows: list[QWidget] = [label]
        self.gives_way: list[QWidget] = [label]
        self.refusal = Note(body.refusal, kit, "note") if body.refusal else None
        self.leads = [self.refusal] if self.refusal else []
        if self.refusal:
            rows.append(self.refusal)
        elif body.hint:
            rows.append(Text(body.hint, kit, "body", Role.second_ink))
            self.gives_way = [rows[-1], label]
        rows += [FieldRow(field, go_on, kit), self._keyboard]
        if not kit.touch_keyboard:
            self._keyboard.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(LEAST_GAP))
        if body.answers:
            rows.append(Flowing([self._answer(answer, kit) for answer in body.answers], kit))
        for row in rows:
            column.addWidget(row)
        column.addStretch(1)
        # What is typed comes before what hands it in, also for one who presses keys one by one.
        self.setTabOrder(self._line, self._keyboard)
        self.setTabOrder(self._keyboard, go_on)

    def _answer(self, answer: Tile, kit: Kit) -> Button:
        """Another way out, under the keys: smaller than an answer, for the field comes first."""
        button = Button(answer.text, kit, "secondary", answer.icon)
        button.clicked.connect(lambda: self.happened.emit(Chosen(answer.id)))
        return button

    def _hand_in(self) -> None:
        self.happened.emit(Typed(self._line.text()))

    def _take(self, text: str) -> None:
        whole_ending = self._is_email and len(text) > 1
        if whole_ending and "@" in self._line.text():
            # A second ending takes the place of the first: nobody has an address with two.
            self._line.setText(self._line.text().partition("@")[0] + text)
        else:
            self._line.insert(text)

    def _choose_case(self) -> None:
        if self._kind == "name":
            self._keyboard.capital(self._line.text()[-1:] in ("", " ", "-"))
