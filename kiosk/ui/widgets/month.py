"""The next weeks as on a wall calendar, with the days marked on which something is to be done."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.core.codes import Weeks
from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, Lines
from kiosk.ui.theme import Kind, Role

_ROW = (1.75, 1.35)  # in heights of the small type, on a large page and on a tight one
_AIR = 0.6  # beside the widest name, in the same heights
# Millimetres.
_RING = 0.9
_WIDEST = 140.0  # with longer names it would leave too little room for the answers beside it
_MARK = "*"


class WeeksWidget(QLabel):
    """A row a week. A marked day stands in a ring, so that it is not told by colour alone.

    Where the columns are too narrow for the days' names, there are their first letters. A label's
    own text tells the marked days to a reader; the rows are drawn by hand, each shown whole.
    """

    def __init__(self, weeks: Weeks, kit: Kit) -> None:
        super().__init__()
        self._weeks, self._kit = weeks, kit
        self.setText(weeks.told)
        self._rows = [WeekRow((weeks.name,), kit, "label")]
        self._heads = WeekRow(weeks.heads, kit)
        self._rows += [self._heads, *(WeekRow(days, kit) for days in weeks.days)]
        for row in self._rows:
            row.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _initials(self) -> Sequence[str]:
        return self._weeks.initials or self._weeks.heads

    def _column(self, heads: Sequence[str]) -> int:
        """How wide a column must be for those names, in pixels."""
        font = self._kit.theme.font("small")
        widest = max(map(QFontMetricsF(font).horizontalAdvance, heads))
        return max(ceil(widest + _AIR * font.pixelSize()), self._row())

    def _all(self, heads: Sequence[str]) -> int:
        return self._column(heads) * len(heads)

    def _row(self) -> int:
        theme = self._kit.theme
        return round(theme.font("small").pixelSize() * _ROW[theme.look.tight])

    def heightForWidth(self, width: int) -> int:
        return sum(row.needed_height(width, self._row()) for row in self._rows)

    def sizeHint(self) -> QSize:
        names = self._all(self._weeks.heads)
        most = self._kit.theme.px(_WIDEST)
        width = names if names <= most else self._all(self._initials())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._all(self._initials())
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self._all(self._weeks.heads) <= self.width()
        self._heads.say(self._weeks.heads if whole else self._initials())
        top = 0
        for row in self._rows:
            high = row.needed_height(self.width(), self._row())
            row.setGeometry(0, top, self.width(), high)
            top += high

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: its rows are all that shows."""


class WeekRow(QWidget):
    """Words in columns of one width, thought from the side where one begins to read."""

    def __init__(self, words: Sequence[str], kit: Kit, kind: Kind = "small") -> None:
        super().__init__()
        self._kit, self._kind = kit, kind
        self.say(words)

    def say(self, words: Sequence[str]) -> None:
        """Shows other words in the same places."""
        kinds: list[Kind] = ["label" if word.startswith(_MARK) else self._kind for word in words]
        self._marked = [word.startswith(_MARK) for word in words]
        self._lines = [
            Lines(word.lstrip(_MARK), self._kit.theme.font(kind), self._kit.right_to_left)
            for word, kind in zip(words, kinds, strict=True)
        ]
        self.update()

    def needed_height(self, width: int, least: int) -> int:
        """How high it must be in that width; never less than `least`."""
        room = width / len(self._lines)
        return max(least, *(ceil(line.height(room)) for line in self._lines))

    def _place(self, column: int) -> QRectF:
        wide = self.width() / len(self._lines)
        if self._kit.right_to_left:
            column = len(self._lines) - 1 - column
        return QRectF(column * wide, 0, wide, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._kit.theme.color(Role.ink)
        for column, (line, marked) in enumerate(zip(self._lines, self._marked, strict=True)):
            place = self._place(column)
            if marked:
                self._ring(painter, place, line.natural_width())
            top = place.top() + (place.height() - line.height(place.width())) / 2
            line.draw(painter, QPointF(place.left(), top), place.width(), ink, CENTRE)

    def _ring(self, painter: QPainter, place: QRectF, words: float) -> None:
        theme = self._kit.theme
        line = max(2, theme.px(_RING))
        high = place.height() - line - 1
        air = _AIR * theme.font(self._kind).pixelSize()
        wide = min(max(high, words + air + line), place.width() - line)
        painter.setPen(QPen(theme.color(Role.primary), line))
        painter.setBrush(theme.color(Role.tint))
        area = QRectF(0, 0, wide, high)
        area.moveCenter(place.center())
        painter.drawRoundedRect(area, min(wide, high) / 2, min(wide, high) / 2)
