"""Shows a page that is taller than its place: by dragging it, by paging, and by keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QShowEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosk.ui.theme import Role, Theme
from kiosk.ui.widgets.blocks import blocks_of, kept_together

_DRAG_STARTS_MM = 3.0


class Cover(QWidget):
    """Hides what shows only in part at an edge, so that it cannot be pressed either."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._color = theme.color(Role.card)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._color)


class Scroll(QWidget):
    """A window on one content widget, which is as wide as this and as high as it needs to be.

    Never sideways. `moved` tells that the offset changed, `outgrown` that the content now needs
    another height. A press that turns into a drag presses nothing. At rest only whole lines and
    buttons show.
    """

    moved = Signal()
    outgrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._slack = theme.px(_DRAG_STARTS_MM)
        self._content: QWidget | None = None
        self._needed = 0
        self._offset = 0
        self._shift = 0
        self._pressed: QWidget | None = None
        self._pressed_at = 0
        self._from = 0
        self._handle: QWindow | None = None
        self._color = theme.color(Role.card)
        # What lies under the page need not be painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._dragging = False
        self._covers = (Cover(theme), Cover(theme))
        for cover in self._covers:
            cover.setParent(self)
            cover.hide()

    def set_content(self, content: QWidget) -> None:
        """Takes another content, and lets the last one go for good; `lay_out` must follow."""
        old = self._content
        self._content = content
        self._offset = 0
        self._pressed = None
        content.setParent(self)
        content.stackUnder(self._covers[0])
        content.show()
        if old is not None:
            held = old.focusWidget()
            if held is not None:
                held.clearFocus()  # or Qt hands it to the first answer, and a reader speaks that
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def lay_out(self) -> None:
        """Gives the content its place, after it or this has another size; the owner calls it."""
        if self._content is None:
            return
        self._needed = self.needed_height(self.width())
        self._content.resize(self.width(), max(self.height(), self._needed))
        layout = self._content.layout()
        if layout is not None:
            # Without it the page would be painted once with its parts where they were born.
            layout.invalidate()
            layout.activate()
        if self.overflows():
            _settle(self._content)  # what is cut at an edge is found by where it is
        self._move_to(self._offset)

    def needed_height(self, width: int) -> int:
        """How high the content is in that width when nothing of it is clipped."""
        layout = self._content.layout() if self._content else None
        if layout is None:
            return 0
        if layout.hasHeightForWidth():
            return layout.minimumHeightForWidth(width)
        return layout.minimumSize().height()

    def slide(self, shift: int) -> None:
        """Draws the content that many pixels aside; only ever for a moment."""
        self._shift = shift
        if self._content is not None:
            self._content.move(self._shift, -self._offset)

    def overflows(self) -> bool:
        """Whether there is more than fits."""
        return self._end() > 0

    def at_start(self) -> bool:
        """Whether the top of the content shows."""
        return self._offset <= 0

    def at_end(self) -> bool:
        """Whether the bottom of the content shows."""
        return self._offset >= self._end()

    def page(self, direction: int) -> None:
        """Goes one page down (1) or up (-1); what was cut off at the edge shows whole then."""
        if self._content is None:
            return
        blocks = kept_together(self._content, blocks_of(self._content), self.height())
        if direction > 0:
            edge = self._offset + self.height()
            tops = [at.top() for at in _cut(blocks, edge, self.height()) if at.top() > self._offset]
            self._move_to(min(tops) if tops else edge - self._slack)
        else:
            ends = [at.bottom() + 1 for at in _cut(blocks, self._offset, self.height())]
            self._move_to((max(ends) if ends else self._offset + self._slack) - self.height())

    def share(self) -> float:
        """How far the content is scrolled, from 0 at its top to 1 at its end."""
        return self._offset / self._end() if self._end() else 0.0

    def to_share(self, share: float) -> None:
        """Scrolls as far as that, from 0 to 1."""
        self._move_to(round(share * self._end()))

    def to_top(self) -> None:
        """Shows the top of the content."""
        self._move_to(0)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls as little as it takes to show that widget of the content."""
        if self._content is None or not self._content.isAncestorOf(widget):
            return
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        bottom = top + min(widget.height(), self.height())
        if top < self._offset:
            self._move_to(top - self._slack)
        elif bottom > self._offset + self.height():
            self._move_to(bottom - self.height() + self._slack)

    def show_from(self, widget: QWidget) -> None:
        """Brings a widget that is not wholly in sight to the top, so that what follows is seen."""
        if self._content is None or not self._content.isAncestorOf(widget):
            return
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        if top < self._offset or top + widget.height() > self._offset + self.height():
            self._move_to(top - self._slack)

    def _end(self) -> int:
        return max(self._content.height() - self.height(), 0) if self._content else 0

    def _move_to(self, offset: int) -> None:
        self._offset = min(max(offset, 0), self._end())
        self.slide(self._shift)
        self._cover_parts()
        self.moved.emit()

    def _cover_parts(self) -> None:
        """Covers each line, button or key that is cut by the upper or the lower edge."""
        above, below = QRegion(), QRegion()
        if self._content is not None and self.overflows() and not self._dragging:
            blocks = blocks_of(self._content)
            high, low = self.height(), self._offset + self.height()
            for at in _cut(blocks, self._offset, high) if not self.at_start() else ():
                above += QRect(at.x(), 0, at.width(), at.bottom() + 1 - self._offset)
            for at in _cut(blocks, low, high) if not self.at_end() else ():
                below += QRect(at.x(), at.top() - self._offset, at.width(), low - at.top())
        for cover, region in zip(self._covers, (above, below), strict=True):
            cover.setGeometry(self.rect())
            cover.setMask(region)
            cover.setVisible(not region.isEmpty())

    def _press(self, event: QMouseEvent) -> None:
        at = self.mapFromGlobal(event.globalPosition().toPoint())
        self._pressed = self.childAt(at) if self.rect().contains(at) and self.overflows() else None
        self._pressed_at = at.y()
        self._from = self._offset

    def _drag(self, event: QMouseEvent) -> bool:
        if self._pressed is None or isinstance(self._pressed, QLineEdit):
            return False
        way = self.mapFromGlobal(event.globalPosition().toPoint()).y() - self._pressed_at
        if not self._dragging and abs(way) > self._slack:
            self._dragging = True
            if isinstance(self._pressed, QAbstractButton):
                self._pressed.setDown(False)
        if self._dragging:
            self._move_to(self._from - way)
        return self._dragging

    def _release(self) -> None:
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._cover_parts()

    def _watch_window(self) -> None:
        """Listens to the window, not to every part of the page: most of what they hear is paint."""
        handle = self.window().windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)
            handle.focusObjectChanged.connect(self._reveal_focus)

    def _reveal_focus(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget):
            self.reveal(focused)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.needed_height(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch_window()
        self._cover_parts()  # what is inside takes its place when it is shown

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._color)

    def event(self, event: QEvent) -> bool:
        # Laying out asks for a layout itself: without the comparison it would never come to rest.
        asked = event.type() == QEvent.Type.LayoutRequest
        if asked and self.needed_height(self.width()) != self._needed:
            self.outgrown.emit()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._press(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                return self._drag(event)
            case QEvent.Type.MouseButtonRelease:
                self._release()
        return False


def _settle(content: QWidget) -> None:
    """Lays out all that is inside at once, not when Qt comes to it."""
    for part in content.findChildren(QWidget):
        layout = part.layout()
        if layout is not None:
            layout.activate()


def _cut(blocks: Iterable[QRect], edge: int, room: int) -> list[QRect]:
    """The blocks that lie on both sides of that height, save those that could never show whole."""
    return [at for at in blocks if at.top() < edge <= at.bottom() and at.height() <= room]
