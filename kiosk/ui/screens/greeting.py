"""The words of the first screen, in one language at a time."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from kiosk.front import Tongue
from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import Kind, Role

_TITLES: tuple[Kind, ...] = ("big", "title", "title_small")
_CLOSE = 0.9


class Greeting(QLabel):
    """A title as large as the place allows, and one or two sentences under it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._language = ""
        self._right_to_left = False
        self._says = ""
        self._seen = 1.0
        self._gap = 0
        self._parts: list[tuple[Lines, float]] = []

    def say(self, tongue: Tongue) -> None:
        """Greets in that language; `fit` must follow."""
        self._language = tongue.code
        self._right_to_left = tongue.right_to_left
        self._says = tongue.says
        self.setText(tongue.title)
        self.setAccessibleName(f"{tongue.title}. {tongue.says}")

    def fit(self, width: int, height: int) -> int:
        """Chooses the largest title with which all stands in that place; gives the height.

        Where even the smallest one leaves no room for the sentences, the title stands alone.
        """
        for kind, says in (*((kind, self._says) for kind in _TITLES), (_TITLES[-1], "")):
            needed, parts = self._set(kind, says, width)
            if needed <= height:
                break
        self._parts = [(lines, lines.balanced(width)) for lines in parts]
        return needed

    def _set(self, kind: Kind, says: str, width: int) -> tuple[int, list[Lines]]:
        parts = [self._lines(self.text(), kind, _CLOSE)]
        if says:
            parts.append(self._lines(says, "body", 1.0))
        self._gap = self._kit.theme.px(6 if kind == "big" else 3.5)
        high = sum(lines.height(width) + self._gap for lines in parts)
        return int(high - self._gap + 1), parts

    def fade(self, seen: float) -> None:
        """Draws the words that faintly, 0 to 1."""
        self._seen = seen
        self.update()

    def _lines(self, text: str, kind: Kind, leading: float) -> Lines:
        font = self._kit.theme.font(kind, self._language)
        return Lines(text, font, self._right_to_left, leading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._seen)
        color = self._kit.theme.color(Role.on_stage)
        top = 0.0
        for lines, wide in self._parts:
            left = self.width() - wide if self._right_to_left else 0.0
            lines.draw(painter, QPointF(left, top), wide, color)
            top += lines.height(wide) + self._gap
