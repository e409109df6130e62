"""What stands beside a code to read and type instead: an address, or a network and its password."""

import re
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.core.words import ENGLISH
from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, START, Lines
from kiosk.ui.theme import LEAST_GAP, Role

_SIGNS = ("globe", "key")
"""Before the name of a network and its password: which is which is seen without a word."""
_CLOSE = 0.82  # the lines on a tight screen, beside what their font asks for
_MAY_BREAK, _HOLDS = "\u200b", "\u2060"
_HOLD_AFTER = re.compile(r"([^\w\s/.@])")


def breakable(line: str) -> str:
    """The line with places to break an address: after / and a dot, and before @; nowhere else.

    A password with a hyphen in it would be typed without one if it broke there.
    """
    held = _HOLD_AFTER.sub(rf"\1{_HOLDS}", line)
    for sign in "/.":
        held = held.replace(sign, sign + _MAY_BREAK)
    return held.replace("@", _MAY_BREAK + "@")


class CodeLines:
    """Measures and draws it, always from left to right. All lengths are pixels."""

    def __init__(self, line: str, kit: Kit) -> None:
        """`line` is an address, or a network's name and under it its password."""
        self._kit = kit
        # Not every script's font has places to break: with another one's the lines stand far apart.
        self._font = kit.theme.font("mono", ENGLISH.language if line.isascii() else "")
        self._texts = [breakable(part) for part in line.split("\n")]
        leading = _CLOSE if kit.theme.look.tight else 1.0
        self._lines = [Lines(text, self._font, leading=leading) for text in self._texts]
        self._gap = kit.theme.px(LEAST_GAP)

    def least_width(self) -> int:
        """A width at which nothing breaks but where it may."""
        meter = QFontMetricsF(self._font)
        pieces = [piece for text in self._texts for piece in re.split(f"[{_MAY_BREAK} ]", text)]
        return ceil(max(map(meter.horizontalAdvance, pieces))) + self._beside() + 1

    def natural_width(self) -> int:
        """A width at which nothing breaks at all."""
        return max(ceil(line.natural_width()) for line in self._lines) + self._beside() + 1

    def widest(self, width: int) -> int:
        """How wide it is, once broken for that width."""
        room = max(width - self._beside(), 1)
        return max(ceil(line.widest(room)) for line in self._lines) + self._beside()

    def narrowest(self) -> int:
        """The least width that it can be drawn in, one letter a line."""
        return self._beside() + self._font.pixelSize()

    def _icon(self) -> int:
        return round(self._font.pixelSize() * 1.1) if len(self._lines) == len(_SIGNS) else 0

    def _beside(self) -> int:
        return self._icon() + self._gap if self._icon() else 0

    def height(self, width: int) -> int:
        """How high it is in that width."""
        room = max(width - self._beside(), 1)
        gaps = (len(self._lines) - 1) * self._gap // 2
        return sum(ceil(line.height(room)) for line in self._lines) + gaps

    def draw(self, painter: QPainter, top: int, width: int, align: Qt.AlignmentFlag) -> None:
        """Draws it from that height downwards, at the left or in the middle of the width."""
        icon, beside = self._icon(), self._beside()
        room = max(width - beside, 1)
        left = round((width - self.widest(width)) / 2) if align == CENTRE else 0
        for sign, line in zip(_SIGNS, self._lines, strict=False):
            high = ceil(line.height(room))
            if icon:
                at = QPointF(left, top + (high - icon) / 2)
                painter.drawPixmap(at, self._kit.art.icon(sign, icon, Role.primary))
            ink = self._kit.theme.color(Role.ink)
            if icon:
                line.draw(painter, QPointF(left + beside, top), room, ink)
            else:
                line.draw(painter, QPointF(0, top), width, ink, align)
            top += high + self._gap // 2


class CodeLine(QLabel):
    """The same as a part of a page. A label's own text, so that a screen reader finds it."""

    def __init__(self, line: str, kit: Kit) -> None:
        super().__init__()
        self._lines = CodeLines(line, kit)
        self.setText(line)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def least_width(self) -> int:
        """A width in pixels at which nothing breaks but where it may."""
        return self._lines.least_width()

    def widest(self, width: int) -> int:
        """How wide it is in pixels, once broken for that width."""
        return self._lines.widest(width)

    def heightForWidth(self, width: int) -> int:
        return self._lines.height(width)

    def sizeHint(self) -> QSize:
        width = self._lines.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._lines.narrowest(), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lines.draw(QPainter(self), 0, self.width(), START)
