"""The panel with a code as large as it can be, so that a phone reads it from further away."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.codes import Code
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.code import CodeWidget
from kiosk.ui.widgets.code_line import CodeLine
from kiosk.ui.widgets.overlay import Overlay
from kiosk.ui.wishes import ClosePanel

# Millimetres.
_LARGEST = 180.0  # a larger one is not wholly in a phone's sight at arm's length
_BETWEEN = 8.0
_LEAST_WORDS = 62.0
_WIDEST = 330.0
_STEP = 6.0


class CodePanel(Overlay):
    """The code, beside it or under it what one may type instead, and the way back to the page."""

    def __init__(self, kit: Kit, code: Code) -> None:
        super().__init__(kit, kit.phrases.code, wide=True)
        self._widest = kit.theme.px(_WIDEST)
        self.title.restyle("label" if kit.theme.look.tight else "title_small")
        close = Button(kit.phrases.close, kit, "secondary")
        close.clicked.connect(lambda: self.wished.emit(ClosePanel()))
        line = [CodeLine(code.line, kit)] if code.line else []
        square = CodeWidget(kit, Code(code.text), wanted=_LARGEST)
        square.setAccessibleName(kit.phrases.code)
        least = max(
            kit.theme.px(_LEAST_WORDS),
            close.minimumSizeHint().width(),
            *(one.least_width() for one in line),
        )
        self._large = LargeCode(square, (self.title, *line, close), least, kit)
        self.add_rows([self._large])

    def take_focus(self, by_key: bool) -> None:
        super().take_focus(by_key)
        self._scroll.to_top()  # where there is More, the code is above the title

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._large.set_room(self.room())
        super().resizeEvent(event)


class LargeCode(QWidget):
    """A square as large as fits with its words beside it; under it where the room is upright."""

    def __init__(
        self, square: CodeWidget, words: tuple[QWidget, ...], least: int, kit: Kit
    ) -> None:
        """`least` is what the words need of the width, in pixels."""
        super().__init__()
        self._square, self._words, self._least, self._kit = square, words, least, kit
        self._room = QSize()
        for part in (square, *words):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_room(self, room: QSize) -> None:
        """Fits into that room, in pixels, if it can."""
        self._room = room
        self.updateGeometry()

    def _narrowest(self) -> int:
        return self._square.minimumSizeHint().width()

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """The largest square with which all fits, or the least one there is."""
        least = self._narrowest()
        side = max(min(width, self._room.height(), self._kit.theme.px(_LARGEST)), least)
        step = self._kit.theme.px(_STEP)
        places = list(self._with_side(width, side))
        while _bottom(places) > self._room.height() and side > least:
            side = max(side - step, least)
            places = list(self._with_side(width, side))
        return places

    def _with_side(self, width: int, most: int) -> Iterator[tuple[QWidget, QRect]]:
        between, room = self._kit.theme.px(_BETWEEN), self._room
        beside = width - between - self._least
        if room.height() > room.width():
            yield from self._upright(width, most)
            return
        side = self._square.heightForWidth(max(min(most, beside), self._narrowest()))
        if side > beside:
            # The code first: it is seen whole, and More leads to the words.
            yield self._square, QRect((width - side) // 2, 0, side, side)
            yield from self._stacked(self._words, 0, width, top=side + self._kit.theme.gap())
            return
        left = side + between
        words = list(self._stacked(self._words, left, width - left))
        spare = side - _bottom(words)
        lower = min(max(-spare // 2, 0), max(room.height() - side, 0))
        yield self._square, QRect(0, lower, side, side)
        for word, place in words:
            yield word, place.translated(0, max(spare // 2, 0))

    def _upright(self, width: int, most: int) -> Iterator[tuple[QWidget, QRect]]:
        gap = self._kit.theme.gap()
        title, *below = self._words
        above = list(self._stacked([title], 0, width, centred=True))
        side, top = self._square.heightForWidth(most), _bottom(above) + gap
        yield from above
        yield self._square, QRect((width - side) // 2, top, side, side)
        yield from self._stacked(below, 0, width, centred=True, top=top + side + gap)

    def _stacked(
        self,
        words: Sequence[QWidget],
        left: int,
        width: int,
        *,
        centred: bool = False,
        top: int = 0,
    ) -> Iterator[tuple[QWidget, QRect]]:
        for word in words:
            wide = min(word.sizeHint().width(), width)
            high = word.heightForWidth(wide)
            if isinstance(word, CodeLine):
                wide = min(word.widest(wide) + 2, wide)
            at = left + (width - wide) // 2 if centred else left
            yield word, QRect(at, top, wide, high)
            top += high + self._kit.theme.gap()

    def heightForWidth(self, width: int) -> int:
        return _bottom(self._places(width))

    def sizeHint(self) -> QSize:
        width = max(self._room.width(), self._least)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.heightForWidth(max(self.width(), self._least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part, place in self._places(self.width()):
            if self._kit.right_to_left:
                place.moveLeft(self.width() - place.right() - 1)
            part.setGeometry(place)


def _bottom(places: list[tuple[QWidget, QRect]]) -> int:
    return max(place.bottom() + 1 for _, place in places)
