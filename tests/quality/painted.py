"""What words look like on a painted page: their colour and every colour behind them, from pixels.

The program tells only where it draws words. Both colours are then read from the picture.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.lines import Lines
from kiosk.ui.theme import contrast
from kiosk.ui.tour import picture_of_widget
from kiosk.ui.widgets.key_button import KeyButton
from tests.ui.finding import place_of, shown

_LEAST_SHARE = 0.1
"""A colour that fills less of the place than this is the soft edge of a letter."""
_AIR = 0.15  # of the height of a line
_EDGE = 8  # pixels around what a key shows


@dataclass(frozen=True)
class Inked:
    """Words on a page: the colour they have, one that is behind them, and how these differ."""

    ink: str
    ground: str
    contrast: float
    where: str


@dataclass
class Words:
    """Where words were drawn since it was made, each place in pixels of its widget."""

    places: list[tuple[QWidget, QRect]] = field(default_factory=list)

    def inked(self, window: QWidget, where: str) -> Iterator[Inked]:
        """Paints the window, and gives the colours of all words in it."""
        held = window.focusWidget()
        if held is not None:
            held.clearFocus()  # a caret has a colour of its own: the opposite of what is behind it
        self.places.clear()
        picture = picture_of_widget(window).convertToFormat(QImage.Format.Format_RGB32)
        for part, at in (*self.places, *_written(window)):
            if part.isEnabled():
                seen = at.intersected(part.visibleRegion().boundingRect())
                corner = place_of(part, window).topLeft()
                yield from _colors(picture, seen.translated(corner), where)


def note_words(patch: pytest.MonkeyPatch) -> Words:
    """From now on every drawing of words is noted, and done as before."""
    words = Words()
    draw = Lines.draw

    def noting(self: Lines, painter: QPainter, at: QPointF, *how: Any) -> None:
        draw(self, painter, at, *how)
        device = painter.device()
        if isinstance(device, QWidget):
            lines = (self._layout.lineAt(number) for number in range(self._layout.lineCount()))
            for line in lines:
                area = line.naturalTextRect().translated(at)
                air = area.height() * _AIR  # in some scripts a line reaches to the edge of a tile
                area.adjust(0, air, 0, -air)
                words.places.append((device, painter.transform().mapRect(area).toRect()))

    patch.setattr(Lines, "draw", noting)
    return words


def _written(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Words that are drawn in a way of their own: those in fields and on keys."""
    for part in shown(window):
        if isinstance(part, QLineEdit) and part.text():
            yield part, part.rect()
        elif isinstance(part, KeyButton):
            yield part, part.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)


def _colors(picture: QImage, at: QRect, where: str) -> Iterator[Inked]:
    at = at.intersected(picture.rect())
    if at.isEmpty():
        return
    part = picture.copy(at)
    pixels = memoryview(part.constBits()).cast("I").tolist()
    counts = Counter(pixels)
    grounds = [code for code, count in counts.items() if count >= _LEAST_SHARE * len(pixels)]
    main = QColor.fromRgb(max(grounds, key=counts.__getitem__, default=pixels[0]))
    solid = [QColor.fromRgb(code) for code, count in counts.items() if count >= 3]
    ink = max(solid, key=lambda color: contrast(color, main), default=main)
    for code in grounds:
        ground = QColor.fromRgb(code)
        if ground != ink:
            yield Inked(ink.name(), ground.name(), contrast(ink, ground), where)
