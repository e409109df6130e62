"""How one row of a long list is drawn: a name, a smaller line, and a tick where it is picked."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kiosk.core.view import PickOption
from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LEAST_GAP, LINE, RING, SMALL_CORNER, TARGET, Role
from kiosk.ui.widgets.pick_model import PickModel

_SIDE = 3.6
_ABOVE = 1.6
_DISC = 7.6


class PickRow(QStyledItemDelegate):
    """Draws like a TileButton, a little quieter, for a list has many of them.

    `many` says whether several can be picked, so that each row has a place for its tick. The
    lowest `gap` pixels of a row are air: a touch there is meant for neither neighbour.
    """

    def __init__(self, model: PickModel, kit: Kit, many: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._kit, self._many = model, kit, many
        self._lines: dict[str, tuple[Lines, Lines | None]] = {}
        self._metrics = QFontMetricsF(kit.theme.font("label"))
        self.gap = kit.theme.px(LEAST_GAP)
        self.width = 0
        self.pressed = -1
        self.ring = False

    def _words(self, option: PickOption) -> tuple[Lines, Lines | None]:
        if option.id not in self._lines:
            theme, mirrored = self._kit.theme, self._kit.right_to_left
            name = Lines(option.name, theme.font("label"), mirrored)
            detail = Lines(option.detail, theme.font("small"), mirrored) if option.detail else None
            self._lines[option.id] = (name, detail)
        return self._lines[option.id]

    def _room(self) -> int:
        px = self._kit.theme.px
        tick = px(_DISC) + px(2) if self._many else 0
        return max(self.width - 2 * px(_SIDE) - tick, 1)

    def _height(self, option: PickOption, room: int) -> float:
        if not option.detail and self._metrics.horizontalAdvance(option.name) < room:
            # Most names fit on one line: no need to lay each of a hundred out.
            return self._metrics.height()
        name, detail = self._words(option)
        return name.height(room) + (detail.height(room) if detail else 0.0)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        px = self._kit.theme.px
        if not self.width:
            return QSize(0, px(TARGET) + self.gap)
        words = self._height(self._model.option(index.row()), self._room())
        high = max(px(TARGET), int(words + 0.999) + 2 * px(_ABOVE))
        return QSize(self.width, high + self.gap)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, area = index.row(), option.rect.adjusted(0, 0, 0, -self.gap)
        down, picked = row == self.pressed, self._model.is_picked(row)
        focused = self.ring and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter, area, (down, picked, focused))
        self._paint_words(painter, area, self._model.option(row), down)
        if self._many and not (self._model.is_full() and not picked):
            self._paint_tick(painter, area, picked)
        painter.restore()

    def _paint_plate(self, painter: QPainter, area: QRect, state: tuple[bool, bool, bool]) -> None:
        down, picked, focused = state
        theme = self._kit.theme
        half = max(2, theme.px(RING if picked or focused else LINE)) / 2
        edge = Role.focus if focused else Role.primary if picked else Role.edge
        fill = Role.primary if down else Role.tint if picked else Role.card
        painter.setPen(QPen(theme.color(edge), 2 * half))
        painter.setBrush(theme.color(fill))
        corner = theme.px(SMALL_CORNER)
        painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), corner, corner)

    def _paint_words(self, painter: QPainter, area: QRect, option: PickOption, down: bool) -> None:
        theme, room = self._kit.theme, self._room()
        name, detail = self._words(option)
        high = name.height(room) + (detail.height(room) if detail else 0.0)
        side = theme.px(_SIDE)
        left = area.right() + 1 - side - room if self._kit.right_to_left else area.left() + side
        at = QPointF(left, area.top() + (area.height() - high) / 2)
        color = theme.color(Role.on_primary if down else Role.ink)
        name.draw(painter, at, room, color)
        if detail:
            below = at + QPointF(0, name.height(room))
            detail.draw(painter, below, room, color if down else theme.color(Role.second_ink))

    def _paint_tick(self, painter: QPainter, area: QRect, picked: bool) -> None:
        theme = self._kit.theme
        size, side = theme.px(_DISC), theme.px(_SIDE)
        left = area.left() + side if self._kit.right_to_left else area.right() + 1 - side - size
        disc = QRectF(left, area.center().y() - size / 2, size, size)
        half = max(2, theme.px(LINE)) / 2
        painter.setPen(QPen(theme.color(Role.primary), 2 * half))
        painter.setBrush(theme.color(Role.primary if picked else Role.card))
        painter.drawEllipse(disc.adjusted(half, half, -half, -half))
        if picked:
            tick = round(size * 0.66)
            at = disc.center() - QPointF(tick / 2, tick / 2)
            painter.drawPixmap(at, self._kit.art.icon("yes", tick, Role.on_primary))
