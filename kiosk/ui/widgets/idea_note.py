"""Advice on a password, and three words as an idea: seen here, spoken and kept nowhere."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import Role
from kiosk.ui.widgets.announce import announce
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
    """A note that shows an idea under its words once asked, and another one at each asking.

    The idea goes when the note goes from the screen.
    """

    def __init__(self, advice: str, kit: Kit) -> None:
        super().__init__(advice, kit, "idea")
        self._kit = kit
        self.setAccessibleName(kit.phrases.idea_says)
        self._idea = IdeaWords(kit)
        self._column.addWidget(self._idea)

    def shows_one(self) -> bool:
        """Whether an idea stands there."""
        return not self._idea.isHidden()

    def show_one(self, personal: tuple[str, ...]) -> bool:
        """Shows another idea, without the family's own words; whether there was one to show.

        A reader hears that one stands there, and never which.
        """
        words = self._kit.idea(personal)
        if words is None:
            return False
        self._idea.show_words(words)
        announce(self, self._kit.phrases.idea_says)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self._idea.show_words("")
        super().hideEvent(event)
