"""This station's counts for the wall: three numbers that one reads from across the room.

No page and no person is on it. A sign of a 200th of the distance is read with ease, which is 25 mm
from 5 m: the numbers are as large as the window lets them be. English only, as for all of staff.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer
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
STARTED, DONE, WAITING = "started", "done", "waiting"
WORDS = (STARTED, DONE, WAITING)
TODAY = "Families today"
GO_BACK = "Touch to go back"
UNKNOWN = "\u2013"
# Millimetres.
_LARGEST_NUMBER = 90.0
_WORD_MM, _EDGE, _APART = 14.0, 8.0, 6.0
_FILLED = 0.88  # the part of a cell's width that its words may take
_CLOSE = 0.84


class Wall(QWidget):
    """Covers a whole window until it is touched or a key is pressed, and reads the journal itself:
    it stays when the staff's page beneath it closes."""

    def __init__(self, desk: Desk, kit: Kit) -> None:
        super().__init__()
        self._desk, self._kit = desk, kit
        self._numbers: tuple[str, ...] = (UNKNOWN,) * len(WORDS)
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
        self._numbers = (UNKNOWN,) * len(WORDS) if evening.trouble else tuple(str(n) for n in told)
        self._say()
        self.update()

    def _say(self) -> None:
        words = (f"{n} {word}" for n, word in zip(self._numbers, WORDS, strict=True))
        said = f"{self._title()}: {', '.join(words)}. {GO_BACK}."
        if said != self.accessibleName():
            self.setAccessibleName(said)
            announce(self, said)

    def _title(self) -> str:
        return self._desk.journal.setting.event or TODAY

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
        size = QSizeF(area.width(), area.height() / 4)
        title = Lines(self._title(), self._largest("title", (self._title(),), _WORD_MM, size))
        title.draw(painter, area.topLeft(), area.width(), ink, CENTRE)
        back = Lines(GO_BACK, theme.font("label"))
        low = area.bottom() - back.height(area.width())
        back.draw(painter, QPointF(area.left(), low), area.width(), ink, CENTRE)
        top = area.top() + title.height(area.width())
        middle = QRectF(area.left(), top, area.width(), low - top - theme.px(_APART))
        self._paint_numbers(painter, middle, ink)

    def _paint_numbers(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Side by side, or one under the other where the window is taller than wide; the words
        stand under them."""
        apart = self._kit.theme.px(_APART)
        if area.width() > area.height():
            cell = QRectF(area.left(), area.top(), (area.width() - 2 * apart) / 3, area.height())
            shift = QPointF(cell.width() + apart, 0)
        else:
            cell = QRectF(area.left(), area.top(), area.width(), (area.height() - 2 * apart) / 3)
            shift = QPointF(0, cell.height() + apart)
        words = self._largest("title", WORDS, _WORD_MM, cell.size())
        under = Lines(STARTED, words, leading=_CLOSE).height(cell.width())
        room = QSizeF(cell.width(), cell.height() - under)
        numbers = self._largest("big", self._numbers, _LARGEST_NUMBER, room)
        for n, (count, word) in enumerate(zip(self._numbers, WORDS, strict=True)):
            parts = (Lines(count, numbers, leading=_CLOSE), Lines(word, words, leading=_CLOSE))
            _paint_stacked(painter, cell.translated(shift * n), parts, ink)

    def _largest(self, kind: Kind, texts: Sequence[str], most_mm: float, room: QSizeF) -> QFont:
        """That kind of type, as large as each of the texts fits on one line of the room."""
        size = most_mm
        while size > 1.0:
            font = self._font(kind, size)
            lines = [Lines(text, font, leading=_CLOSE) for text in texts]
            wide = max(one.natural_width() for one in lines)
            high = max(one.height(room.width()) for one in lines)
            if wide <= room.width() * _FILLED and high <= room.height():
                break
            size -= 1.0
        return self._font(kind, size)

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
