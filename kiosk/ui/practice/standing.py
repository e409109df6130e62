"""How a grade stands: a colour with a shape, a letter, a word. Never the colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.core.scenes import Band, Standing
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Role
from kiosk.ui.widgets.text import Text

_ROLES: dict[Band, Role] = {
    "good": Role.good,
    "warn": Role.warn,
    "bad": Role.bad,
    "none": Role.edge,
}
_MARKS: dict[Band, str] = {"good": "yes", "warn": "", "bad": "no", "none": "minus"}
_SIZE = 8.6


def role_of(band: Band) -> Role:
    """The colour of a band."""
    return _ROLES[band]


class Shape(QLabel):
    """A disc with a tick, a triangle with a bar, or an octagon with a cross."""

    def __init__(self, band: Band, kit: Kit, mm: float = _SIZE) -> None:
        super().__init__()
        self._band, self._kit = band, kit
        side = kit.theme.px(mm)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._kit.theme
        painter.setBrush(theme.color(_ROLES[self._band]))
        side = float(self.width())
        if self._band == "warn":
            painter.drawPolygon(_scaled(_TRIANGLE, side))
            painter.setBrush(theme.color(Role.on_mark))
            painter.drawRoundedRect(QRectF(side * 0.46, side * 0.36, side * 0.08, side * 0.3), 1, 1)
            painter.drawEllipse(QPointF(side * 0.5, side * 0.77), side * 0.05, side * 0.05)
            return
        if self._band == "bad":
            painter.drawPolygon(_scaled(_OCTAGON, side))
        else:
            painter.drawEllipse(self.rect())
        inner = round(side * 0.6)
        icon = self._kit.art.icon(_MARKS[self._band], inner, Role.on_mark)
        edge = (self.width() - inner) // 2
        painter.drawPixmap(edge, edge, icon)


_TRIANGLE = ((0.5, 0.04), (0.99, 0.92), (0.01, 0.92))
_OCTAGON = (
    *((0.29, 0.0), (0.71, 0.0), (1.0, 0.29), (1.0, 0.71)),
    *((0.71, 1.0), (0.29, 1.0), (0.0, 0.71), (0.0, 0.29)),
)


def _scaled(corners: tuple[tuple[float, float], ...], side: float) -> QPolygonF:
    return QPolygonF([QPointF(x * side, y * side) for x, y in corners])


class StandingView(QWidget):
    """The shape, then letter and percent, and the word under them."""

    def __init__(self, standing: Standing, kit: Kit, percent: int = -1) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(kit.theme.px(2.4))
        row.addWidget(Shape(standing.band, kit), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words, 1)
        grade = " ".join(part for part in (standing.letter, _percent(percent)) if part)
        if grade:
            words.addWidget(Text(grade, kit, "label"))
        words.addWidget(Text(standing.word.english, kit, "small"))
        if standing.word.own:
            words.addWidget(Text(standing.word.own, kit, "small", Role.second_ink))


def _percent(percent: int) -> str:
    return f"{percent}%" if percent >= 0 else ""


def spoken(standing: Standing, percent: int = -1) -> str:
    """The same in words, for those who hear the page."""
    parts = (standing.letter, _percent(percent), standing.word.own or standing.word.english)
    return " ".join(part for part in parts if part)
