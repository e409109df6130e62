"""Shows a page that is taller than its place: by dragging it, by paging, and by keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosk.ui.theme import Role, Theme
from kiosk.ui.widgets.blocks import cuts_of

_DRAG_STARTS_MM = 3.0


class Cover(QWidget):
    """Hides what shows only in part at an edge. It stands still while the page is dragged."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._color = theme.color(Role.card)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
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
        cuts = cuts_of(self._content)
        if direction > 0:
            limit = self._offset + self.height()
            near = [cut for cut in cuts if self._offset < cut <= limit]
            self._move_to(max(near) if near else limit - self._slack)
        else:
            limit = self._offset - self.height()
            near = [cut for cut in cuts if limit <= cut < self._offset]
            self._move_to(0 if limit <= 0 else min(near) if near else limit + self._slack)

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

    def _end(self) -> int:
        return max(self._content.height() - self.height(), 0) if self._content else 0

    def _move_to(self, offset: int) -> None:
        self._offset = min(max(offset, 0), self._end())
        self.slide(self._shift)
        self._cover_parts()
        self.moved.emit()

    def _cover_parts(self) -> None:
        """Covers a line or button that is cut by the upper or the lower edge."""
        top = bottom = 0
        if self._content is not None and self.overflows() and not self._dragging:
            cuts = cuts_of(self._content)
            low = self._offset + self.height()
            last = max((cut for cut in cuts if self._offset < cut <= low), default=low)
            bottom = low - last if not self.at_end() and last > low - self.height() * 0.6 else 0
            first = min((cut for cut in cuts if cut >= self._offset), default=0)
            before = max((cut for cut in cuts if cut < self._offset), default=0)
            cut_through = not self.at_start() and before < self._offset - 1 and first < low
            top = first - self._offset if cut_through and first - self._offset < bottom + 1 else 0
        self._covers[0].setGeometry(0, 0, self.width(), top)
        self._covers[1].setGeometry(0, self.height() - bottom, self.width(), bottom)
        self._covers[0].setVisible(top > 0)
        self._covers[1].setVisible(bottom > 0)

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
