"""A long list with a button to turn its pages up and down, and words for when it is empty."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, LINE, TARGET, Role
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.widgets.press import Press, paint_ring
from kiosk.ui.widgets.text import Text

_ARROW = 2.6


class _Arrow(Press):
    """A round button with an arrow that points up (-1) or down (1)."""

    def __init__(self, words: str, kit: Kit, way: int) -> None:
        super().__init__(words, kit)
        self._way = way
        side = kit.theme.px(TARGET)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = max(2, theme.px(LINE)) / 2
        painter.setPen(QPen(theme.color(Role.edge), 2 * half))
        painter.setBrush(theme.color(Role.primary if self.isDown() else Role.card))
        area = QRectF(self.rect())
        painter.drawEllipse(area.adjusted(half, half, -half, -half))
        ink = Role.on_primary if self.isDown() else Role.ink
        reach = theme.px(_ARROW)
        pen = QPen(theme.color(ink), theme.px(0.9))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(area.center())
        tip = self._way * reach / 2
        painter.drawPolyline(
            QPolygonF([QPointF(-reach, -tip), QPointF(0, tip), QPointF(reach, -tip)])
        )
        painter.resetTransform()
        if self.ring_shows():
            paint_ring(painter, self.rect(), theme)


class PagedList(QWidget):
    """The list, and at its end side the two buttons where it is longer than its place."""

    whole = True  # a page is never cut through it

    def __init__(self, model: PickModel, kit: Kit, many: bool) -> None:
        super().__init__()
        self._kit, self._model = kit, model
        self.list = PickList(model, kit, many)
        self._up = _Arrow(kit.phrases.page_up, kit, -1)
        self._down = _Arrow(kit.phrases.page_down, kit, 1)
        self._nothing = Text(kit.phrases.nothing_found, kit, "body", Role.second_ink)
        for part in (self.list, self._up, self._down, self._nothing):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._up.clicked.connect(lambda: self.list.page(-1))
        self._down.clicked.connect(lambda: self.list.page(1))
        bar = self.list.verticalScrollBar()
        bar.valueChanged.connect(self._show_ends)
        bar.rangeChanged.connect(self._show_ends)
        model.modelReset.connect(self._show_ends)
        self._show_ends()

    def _show_ends(self) -> None:
        bar = self.list.verticalScrollBar()
        for button, there in (
            (self._up, bar.value() > 0),
            (self._down, bar.value() < bar.maximum()),
        ):
            button.setVisible(there)
        self._nothing.setVisible(self._model.rowCount() == 0)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        px = self._kit.theme.px
        least = self.list.minimumSizeHint()
        arrows = 2 * px(TARGET) + px(LEAST_GAP)
        return QSize(least.width() + px(TARGET) + px(LEAST_GAP), max(least.height(), arrows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        px, mirrored = self._kit.theme.px, self._kit.right_to_left
        side = px(TARGET)
        # The place for the buttons is always kept, so that rows do not change their width.
        wide = self.width() - side - px(LEAST_GAP)
        self.list.setGeometry(self.width() - wide if mirrored else 0, 0, wide, self.height())
        x = 0 if mirrored else self.width() - side
        self._up.move(x, 0)
        self._down.move(x, self.height() - side)
        left = self.list.geometry().left()
        self._nothing.setGeometry(QRect(left, px(4), wide, self._nothing.heightForWidth(wide)))
        super().resizeEvent(event)
        self._show_ends()
