"""The next weeks as on a wall calendar, with the days marked on which something is to be done."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.core.codes import Weeks
from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, Lines
from kiosk.ui.theme import Kind, Role

_COLUMN, _ROW = 1.75, 1.6  # in heights of the small type
_RING = 0.8  # millimetres


class WeeksWidget(QLabel):
    """A row a week. A marked day stands in a ring, so that it is not told by colour alone."""

    def __init__(self, weeks: Weeks, kit: Kit) -> None:
        super().__init__()
        self._weeks, self._kit = weeks, kit
        # A label's own text, for a reader; what is seen is drawn by hand.
        self.setText(weeks.told)
        self._type = kit.theme.font("small").pixelSize()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _row(self) -> int:
        return round(self._type * _ROW)

    def heightForWidth(self, width: int) -> int:
        return self._row() * (len(self._weeks.days) + 2)

    def sizeHint(self) -> QSize:
        width = round(self._type * _COLUMN) * len(self._weeks.heads)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cells(self) -> Iterator[tuple[str, QRectF, bool]]:
        """Each day with its place and whether it is marked; the days' names first."""
        wide, high = self.width() / len(self._weeks.heads), self._row()
        for column, head in enumerate(self._weeks.heads):
            yield head, self._cell(column, 1, wide, high), False
        for row, days in enumerate(self._weeks.days, start=2):
            for column, day in enumerate(days):
                yield day.lstrip("*"), self._cell(column, row, wide, high), day.startswith("*")

    def _cell(self, column: int, row: int, wide: float, high: int) -> QRectF:
        if self._kit.right_to_left:
            column = len(self._weeks.heads) - 1 - column
        return QRectF(column * wide, row * high, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = QRectF(0, 0, self.width(), self._row())
        self._say(painter, self._weeks.name, title, "label")
        for words, place, marked in self._cells():
            if marked:
                self._ring(painter, place)
            self._say(painter, words, place, "label" if marked else "small")

    def _ring(self, painter: QPainter, place: QRectF) -> None:
        theme = self._kit.theme
        line = theme.px(_RING)
        side = min(place.width(), place.height()) - line
        painter.setPen(QPen(theme.color(Role.primary), line))
        painter.setBrush(theme.color(Role.tint))
        painter.drawEllipse(place.center(), side / 2, side / 2)

    def _say(self, painter: QPainter, words: str, place: QRectF, kind: Kind) -> None:
        lines = Lines(words, self._kit.theme.font(kind))
        top = place.top() + (place.height() - lines.height(place.width())) / 2
        ink = self._kit.theme.color(Role.ink)
        lines.draw(painter, QPointF(place.left(), top), place.width(), ink, CENTRE)
