"""How the gate's page is laid out: one card in the middle, and at the bottom the way back."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.staff import gate_words as words
from kiosk.ui.staff.gate_steps import Step
from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.theme import GAP, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.text import Text


class GatePage(QWidget):
    """Shows one step at a time. `back` is there on each of them; `forgot` where a PIN is asked."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.step = Step("", "", kit)
        self.setAccessibleName(words.SCHOOL_STAFF)
        self._sheet = Sheet(kit)
        self._sheet.outgrown.connect(self._lay_out)
        self._whose = Text(words.SCHOOL_STAFF, kit, "label", Role.on_stage)
        self.back = Button(words.BACK, kit, "stage", "back")
        self.forgot = Button(words.FORGOT, kit, "stage", "key")
        for button in (self.back, self.forgot):
            button.ring_role = Role.stage_focus
        for part in (self._whose, self._sheet, self.back, self.forgot):
            part.setParent(self)

    def put(self, step: Step) -> None:
        """Shows that step; the one before it is gone, with all that was typed there."""
        self.step = step
        self._sheet.set_content(step)
        self.say_back(words.BACK)
        self.setFocusProxy(step.first_focus())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_back(self, sentence: str) -> None:
        """What leads back to the family's page says that."""
        self.back.say(sentence)
        self._lay_out()

    def _lay_out(self) -> None:
        px, tight = self.kit.theme.px, self.kit.theme.look.tight
        edge, gap = px(3 if tight else 7), px(2.6 if tight else GAP)
        foot = self.back.sizeHint()
        top = self._whose.sizeHint()
        self._whose.setGeometry(edge, edge, top.width(), top.height())
        y = self.height() - edge - foot.height()
        self.back.setGeometry(edge, y, foot.width(), foot.height())
        wide = self.forgot.sizeHint().width()
        self.forgot.setGeometry(self.width() - edge - wide, y, wide, foot.height())
        upper = edge + top.height() + gap
        room = QRect(edge, upper, self.width() - 2 * edge, y - gap - upper)
        width = min(room.width(), px(self.step.widest))
        height = min(self._sheet.needed_height(width), room.height())
        place = QRect(0, 0, width, height)
        place.moveCenter(room.center())
        self._sheet.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.kit.theme.color(Role.stage))
