"""A code that one may touch to see it large, or a tile that says so where there is no room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent

from kiosk.core.codes import Code
from kiosk.ui.kit import Kit
from kiosk.ui.theme import LINE, RING, SMALL_CORNER, Role
from kiosk.ui.widgets.code import CodeWidget
from kiosk.ui.widgets.tile import TileButton

_INSIDE = 3.0  # millimetres between the code and the edge of its plate
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which Qt for Python does not name


class CodeButton(TileButton):
    """The code on a plate; touching it is to show it large. The code itself is never mirrored."""

    whole = True

    def __init__(self, code: Code, kit: Kit) -> None:
        super().__init__(kit.phrases.show_code, kit, "code")
        self._square = CodeWidget(kit, code)
        self._square.setParent(self)
        self._square.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = kit.theme.px(_INSIDE)
        self._folded = True
        self.setMaximumHeight(_NO_LIMIT)
        self.setAccessibleDescription(kit.phrases.show_code)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Shows a tile with words in place of the code, or the code again."""
        if folded == self._folded:
            return
        self._folded = folded
        self._square.setVisible(not folded)
        phrases = self.kit.phrases
        self.setAccessibleName(phrases.show_code if folded else phrases.code)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        if self._folded:
            return super().heightForWidth(width)
        return self._square.heightForWidth(width - 2 * self._inside) + 2 * self._inside

    def sizeHint(self) -> QSize:
        if self._folded:
            return super().sizeHint()
        edges = QSize(2 * self._inside, 2 * self._inside)
        return self._square.sizeHint() + edges

    def resizeEvent(self, event: QResizeEvent) -> None:
        inside = self._inside
        self._square.setGeometry(self.rect().adjusted(inside, inside, -inside, -inside))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._folded:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, ringed = self.kit.theme, self.ring_shows()
        wide = max(2, theme.px(RING if ringed or self.isDown() else LINE))
        painter.setPen(QPen(theme.color(Role.focus if ringed else Role.primary), wide))
        painter.setBrush(theme.color(Role.tint if self.isDown() else Role.card))
        half, corner = wide / 2, theme.px(SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
