"""The quiet mark behind the words that are read aloud now; it goes with them down the page."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import SMALL_CORNER, Role
from kiosk.ui.widgets.text import Text

_AROUND = 1.2
_BESIDE_WORDS = 3.2
_OVER_WORDS = 0.6
_EDGE = 0.6


class ReadingMark(QWidget):
    """A soft plate with an edge, under the page's own widgets: words on it keep their contrast.

    Its parent is what the page scrolls in; the page stands above it and is clear where it is bare.
    """

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._page: QWidget | None = None
        self._at = -1
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def begin(self, page: QWidget) -> None:
        """Belongs to another page from now on, and marks nothing there yet."""
        self._page = page
        self.rest()

    def rest(self) -> None:
        """Marks nothing."""
        self._at, self._target = -1, None
        self.hide()

    def follow(self, words: str) -> QWidget | None:
        """Marks the next thing on the page that says those words, and gives it."""
        said = self._said()
        there = [number for number, (_, text) in enumerate(said) if text == words]
        if not there:
            self._target = None
            self.hide()
            return None
        self._at = next((number for number in there if number > self._at), there[0])
        self._target = _whole(said[self._at][0], self._page)
        self.place()
        return self._target

    def place(self) -> None:
        """Goes to where the marked words are now."""
        parent, page, target = self.parentWidget(), self._page, self._target
        if parent is None or page is None or target is None:
            return
        px = self._kit.theme.px
        beside = over = px(_AROUND)
        area = QRect(target.mapTo(parent, QPoint(0, 0)), target.size())
        if isinstance(target, Text):
            area = self._hugged(area, target)
            beside, over = px(_BESIDE_WORDS), px(_OVER_WORDS)
        self.setGeometry(area.adjusted(-beside, -over, beside, over))
        self.stackUnder(page)
        self.setVisible(target.isVisible())

    def _said(self) -> list[tuple[QWidget, str]]:
        parts = self._page.findChildren(QWidget) if self._page else []
        said = [(part, _words(part)) for part in parts if part.isVisible()]
        return [(part, words) for part, words in said if words]

    def _hugged(self, area: QRect, text: Text) -> QRect:
        """No wider than its words, and without the air above them."""
        area = area.marginsRemoved(text.contentsMargins())
        wide = min(area.width(), text.sizeHint().width())
        if self._kit.right_to_left:
            area.setLeft(area.right() + 1 - wide)
        area.setWidth(wide)
        return area

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = max(2, theme.px(_EDGE)) / 2
        painter.setPen(QPen(theme.color(Role.accent_edge), 2 * half))
        painter.setBrush(theme.color(Role.note))
        corner = theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)


def _words(part: QWidget) -> str:
    """What that widget says to an eye; some have a longer name for a screen reader."""
    words = getattr(part, "words", "")
    if isinstance(words, str) and words:
        return words
    if isinstance(part, QLabel):
        return part.text() or part.accessibleName()
    return part.accessibleName() if isinstance(part, QPushButton) else ""


def _whole(part: QWidget, page: QWidget | None) -> QWidget:
    """The panel on which it stands, if it stands on one: that would hide a mark behind it."""
    around = part.parentWidget()
    while around is not None and around is not page:
        if getattr(around, "whole", False):
            return around
        around = around.parentWidget()
    return part
