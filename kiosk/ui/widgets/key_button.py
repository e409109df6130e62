"""One key of the on-screen keyboard: painted by hand, pressed by a finger, never focused by Tab."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.theme import TARGET, Role, Theme
from kiosk.ui.widgets.keys import Act, Key
from kiosk.ui.widgets.press import PRESSES, paint_ring

_CORNER = 2.2
_PAD = 1.0
_SIDE = 3.0
_EDGE = 0.3
_STROKE = 0.65
_AIR = 3  # pixels between a letter and the edge of its key


class Plates:
    """The empty plates of a keyboard's keys: painted once for each size and colour, then copied."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[int, int, Role], QPixmap] = {}

    def plate(self, size: QSize, fill: Role) -> QPixmap:
        """A plate of that size in pixels."""
        key = (size.width(), size.height(), fill)
        if key not in self._made:
            self._made[key] = self._painted(size, fill)
        return self._made[key]

    def _painted(self, size: QSize, fill: Role) -> QPixmap:
        plate = QPixmap(size)
        plate.fill(Qt.GlobalColor.transparent)
        painter = QPainter(plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(Role.edge), self._theme.px(_EDGE)))
        painter.setBrush(self._theme.color(fill))
        half = self._theme.px(_EDGE) / 2
        corner = self._theme.px(_CORNER)
        area = QRectF(plate.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
        painter.end()
        return plate


class KeyButton(QAbstractButton):
    """A key with its face: a sign, a word, or a drawn arrow.

    Touched, a key never takes the focus from the field it types into; nor is each of forty keys a
    Tab stop: the keyboard is one, and walks over its keys. Press and release inside; held down, it
    types once.
    """

    left = Signal()

    def __init__(self, key: Key, theme: Theme, plates: Plates, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.ring = False
        self._theme, self._plates = theme, plates
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._turned = False
        self.setCheckable(key.act == "shift")
        self.toggled.connect(self._hear_turned)
        self.show_face(key.face or key.text)

    @property
    def face(self) -> str:
        """What the key shows now; empty where it shows a drawn arrow."""
        return self._face

    def show_face(self, face: str) -> None:
        """Shows another face, such as the capital letter."""
        # Qt takes "&" in a button's text for a shortcut, so the face is kept beside it.
        self._face = face
        self.update()

    def show_on(self, on: bool) -> None:
        """Shows whether capital letters are on; only the key for them does."""
        self._turned = on
        self.setChecked(on)

    def _hear_turned(self, on: bool) -> None:
        if on != self._turned:
            # A screen reader turns the key over without a click, and nobody would know of it.
            self._turned = on
            self.clicked.emit()

    def show_ring(self, on: bool) -> None:
        """Draws the focus ring around this key while it has the focus, or not."""
        self.ring = on
        self.update()

    def _font(self) -> QFont:
        return _font(self._face, self.key.act, self._theme)

    def sizeHint(self) -> QSize:
        return QSize(natural_width(self._face, self._theme), self._theme.px(TARGET))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt calls it so
        self._turned = not self.isChecked()
        super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in PRESSES:
            event.ignore()  # the keyboard knows where the arrows lead
        elif not event.isAutoRepeat():
            self.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._colours()
        painter.drawPixmap(0, 0, self._plates.plate(self.size(), fill))
        if self.ring and self.hasFocus():
            paint_ring(painter, self.rect(), self._theme)
        painter.setPen(
            QPen(
                self._theme.color(ink),
                self._theme.px(_STROKE),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_face(painter)

    def _colours(self) -> tuple[Role, Role]:
        if self.isDown() or self.isChecked():
            return Role.primary, Role.on_primary
        return (Role.card if self.key.act == "type" else Role.paper), Role.ink

    def _paint_face(self, painter: QPainter) -> None:
        drawn = _DRAWN.get(self.key.act)
        if self.key.text == " ":
            drawn = _space
        if drawn:
            cap = QFontMetricsF(self._theme.font("mono")).capHeight()
            side = max(min(self.height(), self.width()) * 0.46, cap * 0.95)
            painter.translate(QPointF(self.rect().center()) + QPointF(0.5, 0.5))
            painter.drawPath(drawn(side))
            return
        font = self._fitting()
        painter.setFont(font)
        x = (self.width() - QFontMetricsF(font).horizontalAdvance(self._face)) / 2
        painter.drawText(QPointF(x, self._baseline(font)), self._face)

    def _baseline(self, font: QFont) -> float:
        """Capitals stand in the middle, or as much higher as a letter like g needs below it, or as
        much lower as a mark needs above it."""
        metrics = QFontMetricsF(font)
        middle = (self.height() + metrics.capHeight()) / 2
        above_tail = self.height() - metrics.tightBoundingRect("gjpqy").bottom() - _AIR
        below_mark = _AIR - metrics.tightBoundingRect(self._face).top()
        return max(min(middle, above_tail), below_mark)

    def _fitting(self) -> QFont:
        font = self._font()
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(self._face)
        high = metrics.tightBoundingRect(self._face).height()
        pad = 2 * self._theme.px(_PAD)
        part = min((self.width() - pad) / max(wide, 1), (self.height() - pad) / max(high, 1))
        if part < 1:
            font = QFont(font)
            font.setPixelSize(max(1, int(font.pixelSize() * part)))
        return font


def natural_width(face: str, theme: Theme) -> int:
    """The width in pixels of a typing key that shows the whole of its face in full size."""
    wide = QFontMetricsF(_font(face, "type", theme)).horizontalAdvance(face)
    return max(theme.px(TARGET), int(wide) + 2 * theme.px(_SIDE))


def _font(face: str, act: Act, theme: Theme) -> QFont:
    if len(face) == 1:
        return theme.font("mono")
    return theme.font("label" if act == "page" else "small")


def _erase(side: float) -> QPainterPath:
    path = QPainterPath(QPointF(-0.62 * side, 0))
    for x, y in ((-0.25, -0.42), (0.58, -0.42), (0.58, 0.42), (-0.25, 0.42)):
        path.lineTo(x * side, y * side)
    path.closeSubpath()
    for one, other in (((0.0, -0.18), (0.34, 0.18)), ((0.0, 0.18), (0.34, -0.18))):
        path.moveTo(one[0] * side, one[1] * side)
        path.lineTo(other[0] * side, other[1] * side)
    return path


def _shift(side: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, -0.5 * side))
    for x, y in (
        (0.5, 0.04),
        (0.22, 0.04),
        (0.22, 0.46),
        (-0.22, 0.46),
        (-0.22, 0.04),
        (-0.5, 0.04),
    ):
        path.lineTo(x * side, y * side)
    path.closeSubpath()
    return path


def _space(side: float) -> QPainterPath:
    path = QPainterPath(QPointF(-0.7 * side, 0.0))
    for x, y in ((-0.7, 0.28), (0.7, 0.28), (0.7, 0.0)):
        path.lineTo(x * side, y * side)
    return path


_DRAWN = {"erase": _erase, "shift": _shift}
