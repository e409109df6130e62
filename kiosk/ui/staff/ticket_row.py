"""A come-back ticket on the staff's page: its last letters, its times, and how far off it is."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.staff.evening import TicketLine
from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LINE, Role

CLOCK = "due {clock}"
TIMES = "Given {given}, due {due} · {language}"
_APART, _UNDER = 4.0, 1.2  # millimetres


class TicketRow(QLabel):
    """The letters and the clock on one line, the times under them."""

    def __init__(self, line: TicketLine, language: str, kit: Kit) -> None:
        """`language` is the English name of the family's language."""
        times = TIMES.format(given=line.given, due=line.due, language=language)
        clock = CLOCK.format(clock=line.clock)
        super().__init__(f"{line.letters}, {clock}. {times}")
        self._kit = kit
        theme = kit.theme
        self._letters = Lines(line.letters, theme.font("mono"))
        self._clock = Lines(clock, theme.font("label"))
        self._times = Lines(times, theme.font("small"), leading=0.9)
        self._ink = Role.ink if line.is_due else Role.second_ink
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _start(self) -> int:
        return int(self._letters.natural_width() + 0.999) + self._kit.theme.px(_APART)

    def _top_high(self, width: int) -> int:
        clock = self._clock.height(max(width - self._start(), 1))
        return int(max(clock, self._letters.height(width)) + 0.999)

    def heightForWidth(self, width: int) -> int:
        below = self._times.height(max(width, 1)) + self._kit.theme.px(_UNDER)
        return self._top_high(width) + int(below + 0.999)

    def sizeHint(self) -> QSize:
        width = self._start() + int(self._clock.natural_width() + 1.999)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._start(), self.heightForWidth(max(self.width(), self._start())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, color = QPainter(self), self._kit.theme.color
        width, start = self.width(), self._start()
        self._letters.draw(painter, QPointF(0, 0), width, color(self._ink))
        self._clock.draw(painter, QPointF(start, 0), max(width - start, 1), color(self._ink))
        top = QPointF(0, self._top_high(width))
        self._times.draw(painter, top, width, color(Role.second_ink))
        line = self._kit.theme.px(LINE)
        area = QRectF(0, self.height() - line, width, line)
        painter.fillRect(area, color(Role.hairline))
