"""The band over every practice page: this is not a real student, and the way back."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.core.events import Chosen
from kiosk.ui.kit import Kit
from kiosk.ui.theme import SMALL_CORNER, Kind, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.note import IconLabel
from kiosk.ui.widgets.text import Text

LEAVE = "leave"


class Banner(QWidget):
    """Words on the accent colour, and a button that ends the practice: Chosen("leave")."""

    happened = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._row = row = QHBoxLayout(self)
        side, above = kit.theme.px(4), kit.theme.px(0.9)
        row.setContentsMargins(side, above, above, above)
        row.setSpacing(kit.theme.gap())
        px = round(kit.theme.font("label").pixelSize() * 1.3)
        row.addWidget(IconLabel("star", kit, px), 0, Qt.AlignmentFlag.AlignVCenter)
        # Where letters are large, it stands on every page and must leave room for the page.
        kind: Kind = "small" if kit.theme.look.tight else "label"
        self._words = Text("", kit, kind, Role.on_accent)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._leave = Button(kit.phrases.leave_practice, kit, "pill", "close")
        self._leave.clicked.connect(lambda: self.happened.emit(Chosen(LEAVE)))
        row.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str) -> None:
        """Shows the band with those words; without any it is not there."""
        self._words.say(words)
        self.setVisible(bool(words))

    def heightForWidth(self, width: int) -> int:
        """Its height in pixels. Where letters are large, the button's words go to save a line.

        Its cross stays, and so does its name.
        """
        whole = self._height_with(width, leave_words=True)
        if self._kit.theme.look.tight and self._height_with(width, leave_words=False) < whole:
            return self._height_with(width, leave_words=False)
        return self._height_with(width, leave_words=True)

    def _height_with(self, width: int, *, leave_words: bool) -> int:
        self._leave.show_words(leave_words)
        self._row.invalidate()
        return self._row.heightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.theme.color(Role.accent))
        corner = self._kit.theme.px(SMALL_CORNER)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
