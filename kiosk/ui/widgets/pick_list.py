"""A long list to pick from: dragged, paged or walked by keys; each row is one large target."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, TARGET
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.widgets.pick_row import PickRow
from kiosk.ui.widgets.press import by_hand

_DRAG_STARTS = 3.0
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select, Qt.Key.Key_Space)
_LEAST_ROWS = 2.4


class PickList(QListView):
    """Reports a row that was pressed and let go on, or chosen with Enter or Space.

    A letter typed here is passed on, for on this page every letter looks for a name.
    """

    touched = Signal(str)
    letter = Signal(str)

    def __init__(self, model: PickModel, kit: Kit, many: bool) -> None:
        super().__init__()
        self._model, self._kit = model, kit
        self._rows = PickRow(model, kit, many, self)
        self._down: QPoint | None = None
        self._from = 0
        self._dragged = False
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)

    def page(self, direction: int) -> None:
        """Goes down (1) or up (-1) by what is in sight, less half a row to hold on to."""
        bar = self.verticalScrollBar()
        step = self.viewport().height() - self._kit.theme.px(TARGET) // 2
        bar.setValue(bar.value() + direction * max(step, 1))

    def scan_in(self) -> None:
        """Stands on the first row in sight, as one who has two switches comes to it."""
        self._rows.ring = True
        self.setCurrentIndex(self._model.index(max(self.indexAt(QPoint(0, 0)).row(), 0)))

    def scan_on(self) -> bool:
        """Goes on by one row; False after the last one that can be seen whole."""
        following = self.currentIndex().row() + 1
        if following >= self._model.rowCount():
            return False
        if self.target(following).bottom() >= self.viewport().height():
            return False
        self.setCurrentIndex(self._model.index(following))
        return True

    def scan_press(self) -> None:
        """Chooses the row."""
        if self.currentIndex().isValid():
            self._press(self.currentIndex().row())

    def target(self, row: int) -> QRect:
        """Where that row can be touched, in pixels of the viewport: without the gap below it."""
        return self.visualRect(self._model.index(row)).adjusted(0, 0, 0, -self._rows.gap)

    def _row_at(self, point: QPoint) -> int:
        """The row touched there, or -1 in a gap."""
        row = self.indexAt(point).row()
        return row if row >= 0 and self.target(row).contains(point) else -1

    def _press(self, row: int) -> None:
        self.touched.emit(self._model.option(row).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._rows.ring = True
        if event.matches(QKeySequence.StandardKey.Copy):
            return
        if event.key() in _PRESSES:
            if not event.isAutoRepeat() and self.currentIndex().isValid():
                self._press(self.currentIndex().row())
        elif event.text().isprintable() and event.text():
            self.letter.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._rows.ring = by_hand(event.reason())
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._rows.ring = False
        self._down = event.position().toPoint()
        self._from = self.verticalScrollBar().value()
        self._dragged = False
        self._show_pressed(self._row_at(self._down))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._down is None:
            return
        way = event.position().toPoint().y() - self._down.y()
        if abs(way) > self._kit.theme.px(_DRAG_STARTS):
            self._dragged = True
        here = self._row_at(event.position().toPoint())
        if self._dragged:
            self.verticalScrollBar().setValue(self._from - way)
            self._show_pressed(-1)
        elif here != self._rows.pressed:
            self._show_pressed(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._down is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self._row_at(event.position().toPoint())
        meant = row >= 0 and row == self._rows.pressed
        self._down = None
        self._show_pressed(-1)
        if meant:
            self.setCurrentIndex(self._model.index(row))
            self._press(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick taps: what was picked has moved, another name lies there now.
        event.accept()

    def _show_pressed(self, row: int) -> None:
        self._rows.pressed = row
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        px = self._kit.theme.px
        return QSize(px(60), round((px(TARGET) + px(LEAST_GAP)) * _LEAST_ROWS))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rows.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
