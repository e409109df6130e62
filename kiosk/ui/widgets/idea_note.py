"""Advice on a password, and three words as an idea: seen here, spoken and kept nowhere."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note


class IdeaWords(QWidget):
    """The words, drawn by hand: no text of a widget, so no reader and no search ever finds them."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Draws other words in the same place; without any it takes none."""
        self._lines = Lines(words, self._kit.theme.font("mono"), self._kit.right_to_left)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return int(self._lines.height(max(width, 1)) + 0.999)

    def sizeHint(self) -> QSize:
        width = int(self._lines.natural_width() + 1.999)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(12), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._kit.theme.color(Role.ink)
        self._lines.draw(painter, QPointF(0, 0), self.width(), ink)


class IdeaNote(Note):
    """A note with a button that shows an idea under its words, and another one at each touch.

    What it advises first is put aside while an idea shows: then it says that one should change it.
    The idea goes when the note goes from the screen.
    """

    def __init__(self, advice: str, kit: Kit, personal: tuple[str, ...]) -> None:
        super().__init__(advice, kit, "idea")
        self._kit, self._personal = kit, personal
        self._idea = IdeaWords(kit)
        self._button = Button(kit.phrases.idea_show, kit, "quiet")
        self._row = Flowing([self._button], kit)
        self._column.addWidget(self._idea)
        self._column.addWidget(self._row)
        self._button.clicked.connect(self._show_one)

    def shows_one(self) -> bool:
        """Whether an idea stands there."""
        return not self._idea.isHidden()

    def _show_one(self) -> None:
        words = self._kit.idea(self._personal)
        if words is None:
            self._row.hide()
            return
        self._idea.show_words(words)
        self.say(self._kit.phrases.idea_says)
        announce(self, self._kit.phrases.idea_says)

    def hideEvent(self, event: QHideEvent) -> None:
        self._idea.show_words("")
        super().hideEvent(event)
