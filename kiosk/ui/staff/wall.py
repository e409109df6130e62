"""This station's counts for the wall: three numbers that one reads from across the room.

No page and no person is on it. English only, as all that staff reads.
"""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.staff.evening import Evening, read_evening
from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, Lines
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.errand import Errand
from kiosk.ui.theme import Kind, Role
from kiosk.ui.widgets.announce import announce

REFRESH_MS: Final = 3000
NUMBER_MM: Final = 30.0
"""A capital of a 200th of the distance is read with ease: from 5 m that is 25 mm."""
STARTED, DONE, WAITING = "started", "done", "waiting"
TODAY = "Families today"
GO_BACK = "Touch to go back"
UNKNOWN = "\u2013"
# Millimetres.
_LARGEST_NUMBER = 90.0
_WORD_MM, _LEAST_TITLE, _EDGE, _APART = 14.0, 8.0, 8.0, 6.0
_FILLED = 0.88  # the part of its cell that a number may take


class Wall(QWidget):
    """Covers a whole window until it is touched or a key is pressed, and reads the journal itself:
    it stays when the staff's page beneath it closes."""

    def __init__(self, desk: Desk, kit: Kit) -> None:
        super().__init__()
        self._desk, self._kit = desk, kit
        self._numbers = (UNKNOWN, UNKNOWN, UNKNOWN)
        self._errand = Errand(self)
        self._errand.came.connect(self._show)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._again)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._say()

    def cover(self, window: QWidget) -> None:
        """Lies over all of that window, in every size it takes."""
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self._timer.start()
        self._again()

    def _again(self) -> None:
        """Reads on, and stays on top whatever the window shows beneath meanwhile."""
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        desk, setting = self._desk, self._desk.journal.setting
        records, now = desk.records, desk.now()
        self._errand.ask(lambda: read_evening(records, setting.station, setting.event, now))

    def _show(self, evening: Evening) -> None:
        board = evening.board
        told = (board.started, board.done, board.waiting)
        self._numbers = (UNKNOWN,) * 3 if evening.trouble else tuple(str(n) for n in told)
        self._say()
        self.update()

    def _say(self) -> None:
        words = (f"{n} {word}" for n, word in self._pairs())
        said = f"{self._title()}: {', '.join(words)}. {GO_BACK}."
        if said != self.accessibleName():
            self.setAccessibleName(said)
            announce(self, said)

    def _title(self) -> str:
        return self._desk.journal.setting.event or TODAY

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple(zip(self._numbers, (STARTED, DONE, WAITING), strict=True))

    def _close(self) -> None:
        self._timer.stop()
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if not event.isAutoRepeat():
            self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and window is not None and watched is window:
            self.setGeometry(window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._kit.theme
        painter.fillRect(event.rect(), theme.color(Role.stage))
        edge, ink = theme.px(_EDGE), theme.color(Role.on_stage)
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        title = self._title_lines(area.width())
        title.draw(painter, area.topLeft(), area.width(), ink, CENTRE)
        back = Lines(GO_BACK, theme.font("label"))
        low = area.bottom() - back.height(area.width())
        back.draw(painter, QPointF(area.left(), low), area.width(), ink, CENTRE)
        top = area.top() + title.height(area.width())
        middle = QRectF(area.left(), top, area.width(), low - top)
        self._paint_numbers(painter, middle, ink)

    def _paint_numbers(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Side by side with the words under them where that is wide enough; else one per row."""
        word = self._font("title", _WORD_MM)
        widest = max(Lines(one, word).natural_width() for _, one in self._pairs())
        apart = self._kit.theme.px(_APART)
        across = 3 * widest + 2 * apart <= area.width() and area.width() > area.height()
        if across:
            cell = QRectF(area.topLeft(), area.size())
            cell.setWidth((area.width() - 2 * apart) / 3)
            shift = QPointF(cell.width() + apart, 0)
        else:
            cell = QRectF(area.left(), area.top(), area.width(), area.height() / 3)
            shift = QPointF(0, cell.height())
        number = self._number_font(cell, widest, word, across)
        for n, (count, one) in enumerate(self._pairs()):
            parts = (Lines(count, number, leading=0.82), Lines(one, word, leading=0.9))
            paint = _paint_stacked if across else _paint_beside
            paint(painter, cell.translated(shift * n), parts, ink)

    def _number_font(self, cell: QRectF, widest: float, word: QFont, across: bool) -> QFont:
        """As large as every number fits into its cell, and never less than NUMBER_MM."""
        most = max((count for count, _ in self._pairs()), key=len)
        size = _LARGEST_NUMBER
        while size > NUMBER_MM:
            lines = Lines(most, self._font("big", size), leading=0.82)
            below = Lines(STARTED, word, leading=0.9).height(cell.width()) if across else 0.0
            beside = 0.0 if across else widest + self._kit.theme.px(_APART)
            wide, high = lines.natural_width() + beside, lines.height(cell.width()) + below
            if wide <= cell.width() * _FILLED and high <= cell.height():
                break
            size -= 2.0
        return self._font("big", max(size, NUMBER_MM))

    def _title_lines(self, width: float) -> Lines:
        """On one line, where type that can still be read from afar has room there."""
        size = _WORD_MM
        while size > _LEAST_TITLE:
            lines = Lines(self._title(), self._font("title", size))
            if lines.natural_width() <= width:
                return lines
            size -= 1.0
        return Lines(self._title(), self._font("title", _LEAST_TITLE))

    def _font(self, kind: Kind, mm: float) -> QFont:
        """That kind of type with capitals of so many millimetres."""
        font = QFont(self._kit.theme.font(kind))
        cap = QFontMetricsF(font).capHeight()
        font.setPixelSize(ceil(font.pixelSize() * self._kit.theme.px(mm) / cap))
        return font


def _paint_stacked(
    painter: QPainter, cell: QRectF, parts: tuple[Lines, Lines], ink: QColor
) -> None:
    width = cell.width()
    top = cell.center().y() - sum(part.height(width) for part in parts) / 2
    for part in parts:
        part.draw(painter, QPointF(cell.left(), top), width, ink, CENTRE)
        top += part.height(width)


def _paint_beside(painter: QPainter, cell: QRectF, parts: tuple[Lines, Lines], ink: QColor) -> None:
    number, word = parts
    half = cell.width() / 2
    top = cell.center().y()
    at = QPointF(cell.left(), top - number.height(half) / 2)
    number.draw(painter, at, half, ink, CENTRE)
    at = QPointF(cell.left() + half, top - word.height(half) / 2)
    word.draw(painter, at, half, ink)
