"""The part of a flow's map that is in sight: dragged, made larger and smaller, with a mark."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LINE, RING, SMALL_CORNER, Role
from kiosk.ui.widgets.press import by_hand, paint_ring

STEP = 1.35
"""How many times larger one touch makes it."""
_READABLE = 0.36  # times pixels per millimetre: a title on the map is then 3.4 mm high
_LARGEST = 4.0
_DRAG_STARTS, _NUDGE = 3.0, 22.0  # millimetres


class FlowCanvas(QWidget):
    """The part of the map in sight. `touched` carries a place (flow/screen) that was tapped."""

    touched = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._picture = QSvgRenderer(self)
        self._boxes: dict[str, QRectF] = {}
        self._scale = 1.0
        self._corner = QPointF()  # of the map, at the upper left corner of this, in its own pixels
        self._marked = ""
        self._flag: Lines | None = None
        self._pressed: QPoint | None = None
        self._last = QPointF()
        self._dragged = False
        self.ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take(self, svg: str, places: Iterable[str], name: str) -> None:
        """Shows that map without a mark. Its boxes have the names of the places, with a point for
        the stroke; `name` is what a screen reader calls it."""
        self._picture.load(QByteArray(svg.encode()))
        ids = {place: place.replace("/", ".") for place in places}
        self._boxes = {
            place: self._picture.transformForElement(id_).mapRect(
                self._picture.boundsOnElement(id_)
            )
            for place, id_ in ids.items()
            if self._picture.elementExists(id_)
        }
        self.setAccessibleName(name)
        self.mark("", "")

    def mark(self, place: str, words: str) -> None:
        """Marks the box of that place with those words, and brings it into the middle."""
        self._marked = place if place in self._boxes else ""
        self._flag = Lines(words, self._kit.theme.font("small", "en")) if words else None
        self.setAccessibleDescription(words)
        self.show_mark()

    def show_mark(self) -> None:
        """Brings the mark into the middle, or the beginning of the map where there is none."""
        self._scale = self._kit.theme.look.px_per_mm * _READABLE
        box = self._boxes.get(self._marked)
        whole = QRectF(QPointF(), QPointF(self._size().width(), 1.0))
        middle = box.center() if box else next(iter(self._boxes.values()), whole).center()
        self._centre(middle)

    def show_whole(self) -> None:
        """Makes all of the map fit."""
        size = self._size()
        self._scale = min(self.width() / size.width(), self.height() / size.height())
        self._centre(QPointF(size.width() / 2, size.height() / 2))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Makes the map larger or smaller about a point of this, or about its middle."""
        at = at or QPointF(self.width() / 2, self.height() / 2)
        size = self._size()
        least = min(self.width() / size.width(), self.height() / size.height(), 1.0)
        held = self._corner + at / self._scale
        self._scale = min(max(self._scale * factor, least), _LARGEST)
        self._corner = held - at / self._scale
        self._settle()

    def box_in_sight(self, place: str) -> QRectF:
        """Where the box of that place is now, in pixels of this; empty where there is none."""
        box = self._boxes.get(place, QRectF())
        return QRectF((box.topLeft() - self._corner) * self._scale, box.size() * self._scale)

    def _size(self) -> QSize:
        size = self._picture.defaultSize()
        return size if size.width() > 0 else QSize(1, 1)

    def _centre(self, middle: QPointF) -> None:
        self._corner = middle - QPointF(self.width(), self.height()) / (2 * self._scale)
        self._settle()

    def _settle(self) -> None:
        """Keeps the map in sight: it is never dragged away whole."""
        size = self._size()
        wide, high = self.width() / self._scale, self.height() / self._scale
        self._corner = QPointF(
            _held(self._corner.x(), size.width(), wide),
            _held(self._corner.y(), size.height(), high),
        )
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_mark()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        painter.fillRect(self.rect(), theme.color(Role.paper))
        if self._picture.isValid():
            size = self._size()
            scaled = QRectF(0, 0, size.width() * self._scale, size.height() * self._scale)
            self._picture.render(painter, scaled.translated(-self._corner * self._scale))
        if self._marked:
            self._paint_mark(painter, self.box_in_sight(self._marked))
        painter.setPen(QPen(theme.color(Role.edge), max(1, theme.px(LINE))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.ring and self.hasFocus():
            paint_ring(painter, self.rect(), theme)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """A thick frame around the box, and above it a flag that points at it."""
        theme = self._kit.theme
        out, wide = theme.px(1.6), theme.px(RING)
        frame = box.adjusted(-out, -out, out, out)
        painter.setPen(QPen(theme.color(Role.accent_edge), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, theme.px(SMALL_CORNER / 2), theme.px(SMALL_CORNER / 2))
        if self._flag is None:
            return
        self._paint_flag(painter, self._flag, QPointF(frame.center().x(), frame.top() - wide))

    def _paint_flag(self, painter: QPainter, flag: Lines, foot: QPointF) -> None:
        """The words on a flag whose pointed foot stands at that point."""
        theme = self._kit.theme
        side, tip = theme.px(2.2), theme.px(2.6)
        words = flag.natural_width() + 1
        wide, high = words + 2 * side, flag.height(words) + side
        plate = QRectF(foot.x() - wide / 2, foot.y() - tip - high, wide, high)
        low = plate.bottom() - 1
        point = [QPointF(foot.x() - tip, low), foot, QPointF(foot.x() + tip, low)]
        pointed, shape = QPainterPath(), QPainterPath()
        pointed.addPolygon(QPolygonF([*point, point[0]]))
        shape.addRoundedRect(plate, side, side)
        painter.setPen(QPen(theme.color(Role.accent_edge), max(1, theme.px(LINE))))
        painter.setBrush(theme.color(Role.accent))
        painter.drawPath(shape.united(pointed))
        at = QPointF(plate.x() + side, plate.y() + side / 2)
        flag.draw(painter, at, words, theme.color(Role.on_accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._last, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        slack = self._kit.theme.px(_DRAG_STARTS)
        self._dragged = self._dragged or way.manhattanLength() > slack
        if self._dragged:
            self._corner -= (event.position() - self._last) / self._scale
            self._last = event.position()
            self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = by_hand(event.reason())
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            at = event.position() / self._scale + self._corner
            tapped = [place for place, box in self._boxes.items() if box.contains(at)]
            for place in tapped:
                self.touched.emit(place)
        self._pressed = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring = True
        nudge = self._kit.theme.px(_NUDGE) / self._scale
        ways = {
            Qt.Key.Key_Left: QPointF(-nudge, 0),
            Qt.Key.Key_Right: QPointF(nudge, 0),
            Qt.Key.Key_Up: QPointF(0, -nudge),
            Qt.Key.Key_Down: QPointF(0, nudge),
        }
        key = Qt.Key(event.key())
        if key in ways:
            self._corner += ways[key]
            self._settle()
        elif event.text() in ("+", "-"):
            self.zoom(STEP if event.text() == "+" else 1 / STEP)
        else:
            super().keyPressEvent(event)


def _held(corner: float, size: float, room: float) -> float:
    """Where the map's corner is when the map is never dragged out of sight; in the middle where
    there is more room than map."""
    if room >= size:
        return (size - room) / 2
    margin = room / 2
    return min(max(corner, -margin), size - room + margin)
