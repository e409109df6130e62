"""How one grade moved: a column for each moment, with its colour, shape, number and word."""

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.core.scenes import Chart, ChartPoint
from kiosk.ui.kit import Kit
from kiosk.ui.practice.standing import StandingView, role_of, spoken
from kiosk.ui.practice.twice import PressTile
from kiosk.ui.theme import Role
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile_grid import TileGrid

_HIGH = (34.0, 52.0)  # millimetres, in a tight page and in a large one
_WIDE = 42.0
_RISE_MS = 150


class Column(QLabel):
    """One column over a base line; a thin outline shows how high 100 would be."""

    def __init__(self, point: ChartPoint, kit: Kit, rises: bool) -> None:
        super().__init__()
        self._point, self._kit = point, kit
        self._seen = 0.0 if rises else 1.0
        self.setAccessibleName(f"{point.name}: {spoken(point.standing, point.percent)}")
        if rises:
            rise = QVariantAnimation(self)
            rise.setDuration(_RISE_MS)
            rise.setStartValue(0.0)
            rise.setEndValue(1.0)
            rise.valueChanged.connect(self._show)
            rise.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def _show(self, seen: float) -> None:
        self._seen = seen
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        return QSize(theme.px(_WIDE), theme.px(_HIGH[not theme.look.tight]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._kit.theme
        corner = theme.px(2)
        wide = min(float(self.width()), theme.px(_WIDE))
        left = self.width() - wide if self._kit.right_to_left else 0.0
        whole = QRectF(left, 0, wide, self.height())
        painter.setBrush(theme.color(Role.hairline))
        painter.drawRoundedRect(whole, corner, corner)
        line = max(1, theme.px(0.4))
        painter.setBrush(theme.color(Role.card))
        inside = whole.adjusted(line, line, -line, -line)
        painter.drawRoundedRect(inside, corner, corner)
        full = QRectF(whole)
        full.setTop(whole.bottom() - whole.height() * self._point.percent / 100 * self._seen)
        painter.setBrush(theme.color(role_of(self._point.standing.band)))
        painter.drawRoundedRect(full, corner, corner)


class ChartBody(QWidget):
    """The columns side by side, what they mean under each, and what to do next."""

    happened = Signal(object)

    def __init__(self, body: Chart, kit: Kit) -> None:
        super().__init__()
        self._tiles = [PressTile(press, kit, self) for press in body.answers]
        row = QHBoxLayout()
        row.setSpacing(kit.theme.gap())
        last = len(body.points) - 1
        for number, point in enumerate(body.points):
            row.addLayout(self._moment(point, kit, number == last), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.gap())
        column.addLayout(row)
        column.addWidget(Text(body.caption, kit))
        column.addWidget(TileGrid(self._tiles, kit))
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """What to do next."""
        return self._tiles[0]

    def _moment(self, point: ChartPoint, kit: Kit, last: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(kit.theme.px(1.6))
        column.addWidget(Column(point, kit, rises=last and kit.theme.look.motion))
        column.addWidget(StandingView(point.standing, kit, point.percent))
        column.addWidget(Text(point.name, kit, "small"))
        return column
