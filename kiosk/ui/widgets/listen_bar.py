"""The pill that has a page read aloud; while it is read, it pauses, and more pills stand beside."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.wishes import Listen, ListenWish

_SPENT = 0.4  # how much is seen of a pill that has no use now

Stand = Literal["hidden", "offered", "starting", "reading", "paused"]


class Pill(Button):
    """A pill that changes its words and its icon; filled while it is at work."""

    def __init__(self, words: str, kit: Kit, icon: str) -> None:
        super().__init__(words, kit, "pill", icon)
        self._at_work = False
        self._wordless = False

    def turn_to(self, words: str, icon: str, at_work: bool) -> None:
        """Shows other words and another icon in the same place."""
        self._icon, self._at_work = icon, at_work
        self.setAccessibleName(words)
        self._words = words
        self.show_words(not self._wordless)

    def show_words(self, shown: bool) -> None:
        self._wordless = not shown
        super().show_words(shown)

    def _paint_plate(self, painter: QPainter) -> Role:
        if not self.isEnabled():
            painter.setOpacity(_SPENT)  # the words and the icon are painted after this, too
        if not self._at_work:
            return super()._paint_plate(painter)
        self._style = "primary"
        ink = super()._paint_plate(painter)
        self._style = "pill"
        return ink


class ListenBar(QWidget):
    """Listen at the end side; before it Again, Slower and Faster, only while there is a reading.

    `wished` carries a Listen.
    """

    wished = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._phrases = phrases = kit.phrases
        self._stand: Stand = "hidden"
        self._turn = Pill(phrases.listen, kit, "listen")
        self._again = Pill(phrases.listen_again, kit, "repeat")
        self._slower = Pill(phrases.listen_slower, kit, "slower")
        self._faster = Pill(phrases.listen_faster, kit, "faster")
        self._beside = (self._again, self._slower, self._faster)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(kit.theme.px(GAP * 0.7))
        for pill in (*self._beside, self._turn):
            row.addWidget(pill)
        for pill, wish in zip(self._beside, _BESIDE, strict=True):
            pill.clicked.connect(lambda _=False, wish=wish: self.wished.emit(Listen(wish)))
        self._turn.clicked.connect(lambda: self.wished.emit(Listen(_TURNS[self._stand])))
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether the pills beside are there."""
        return self._stand not in ("hidden", "offered")

    def stand_at(self, stand: Stand, *, slower: bool, faster: bool) -> None:
        """Shows how the reading stands; at the slowest and the fastest, one pill has no use."""
        if stand != self._stand:
            self._stand = stand
            self._show()
        self._slower.setEnabled(slower)
        self._faster.setEnabled(faster)

    def show_words(self, shown: bool) -> None:
        """Shows the words of every pill, or the icons alone where the bar has no room."""
        self.show_words_beside(shown)
        self._turn.show_words(shown)

    def show_words_beside(self, shown: bool) -> None:
        """Shows the words of the pills beside, or their icons alone."""
        for pill in self._beside:
            pill.show_words(shown)

    def _show(self) -> None:
        phrases = self._phrases
        words, icon = {
            "hidden": (phrases.listen, "listen"),
            "offered": (phrases.listen, "listen"),
            "starting": (phrases.listen_soon, "clock"),
            "reading": (phrases.listen_pause, "pause"),
            "paused": (phrases.listen_go_on, "play"),
        }[self._stand]
        self._turn.turn_to(words, icon, self.is_open)
        for pill in self._beside:
            pill.setVisible(self.is_open)
        self.setVisible(self._stand != "hidden")
        if self._stand == "paused" and self.isVisible():
            announce(self._turn, words)


_BESIDE: tuple[ListenWish, ...] = ("again", "slower", "faster")
_TURNS: dict[Stand, ListenWish] = {
    "hidden": "start",
    "offered": "start",
    "starting": "pause",
    "reading": "pause",
    "paused": "go_on",
}
