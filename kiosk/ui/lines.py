"""A text broken into lines for a width: how high it is, and how it is drawn."""

from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from kiosk.ui.fonts import FULL_LINES, LEADING

START = Qt.AlignmentFlag.AlignLeading
CENTRE = Qt.AlignmentFlag.AlignHCenter
_ENDLESS = 1e6
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


class Lines:
    """A text in a font. Lines break at words, and inside a word only if it alone is too wide.

    Paragraphs are parted by a line feed. All lengths are pixels. It remembers the heights, for a
    layout asks for the same few widths again and again. `leading` below 1 draws the lines of a
    title closer together.
    """

    def __init__(
        self, text: str, font: QFont, right_to_left: bool = False, leading: float = 1.0
    ) -> None:
        family = font.families()[0]
        whole = LEADING.get(family, 1.0)
        self._leading = leading * whole
        self._edge = (whole - self._leading) / 2 if family in FULL_LINES else 0.0
        self._option = QTextOption(START)
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._mirrored = right_to_left
        # A text all in Latin letters, such as "210 Cedar Road", keeps its order on such a page.
        turned = right_to_left and any(bidirectional(sign) in ("R", "AL") for sign in text)
        self._option.setTextDirection(_RIGHT_TO_LEFT if turned else _LEFT_TO_RIGHT)
        # QTextLayout breaks a line at this character, and not at a line feed.
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        self._layout.setCacheEnabled(True)
        self._laid = (-1.0, CENTRE)
        self._heights: dict[float, float] = {}
        self._natural = -1.0

    def height(self, width: float) -> float:
        """How high the text is in that width."""
        if width not in self._heights:
            self._lay(width, self._laid[1])
        return self._heights[width]

    def natural_width(self) -> float:
        """How wide the text is with no line broken; its widest paragraph."""
        if self._natural < 0:
            self._lay(_ENDLESS, START)
            self._natural = self._layout.maximumWidth()
        return self._natural

    def widest(self, width: float) -> float:
        """How wide the widest line is, once the text is broken for that width."""
        if self._laid[0] != width:
            self._lay(width, self._laid[1])
        lines = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def balanced(self, width: float) -> float:
        """The least width, up to `width`, that needs no more lines: no lonely last word."""
        height = self.height(width)
        least, most = width / 2, width
        while most - least > 4:
            middle = (least + most) / 2
            if self.height(middle) > height or self.widest(middle) > middle:
                least = middle
            else:
                most = middle
        return most

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        width: float,
        color: QColor,
        align: Qt.AlignmentFlag = START,
    ) -> None:
        """Draws the lines from `at` downwards, at the start side or centred in that width."""
        if self._laid != (width, align):
            self._lay(width, align)
        painter.setPen(color)
        self._layout.draw(painter, at)

    def _lay(self, width: float, align: Qt.AlignmentFlag) -> None:
        self._laid = (width, align)
        # To Qt, "leading" is the left of the paper whichever way the text runs.
        at_right = align == START and self._mirrored
        self._option.setAlignment(Qt.AlignmentFlag.AlignRight if at_right else align)
        self._layout.setTextOption(self._option)
        self._layout.beginLayout()
        top = edge = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            high = line.height() * self._leading
            edge = line.height() * self._edge
            top = top or edge
            line.setPosition(QPointF(0, top + (high - line.height()) / 2))
            top += high
        self._layout.endLayout()
        self._heights[width] = top + edge
