"""The strip under a page that is taller than its card: one touch shows more of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, LEAST_GAP, LINE, Role
from kiosk.ui.widgets.button import Button


class MoreBar(QWidget):
    """More goes down, the other one goes up; each is there only while there is something."""

    paged = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._theme = kit.theme
        self._up = Button(kit.phrases.more_above, kit, "pill")
        self._more = Button(kit.phrases.more, kit, "primary", "more")
        row = QHBoxLayout(self)
        side, above, below = kit.theme.px(GAP), kit.theme.px(LEAST_GAP), kit.theme.px(1)
        self._high = self._more.sizeHint().height() + above + below
        row.setContentsMargins(side, above, side, below)
        row.setSpacing(kit.theme.px(GAP))
        row.addWidget(self._up)
        row.addStretch(1)
        row.addWidget(self._more)
        self._up.clicked.connect(lambda: self.paged.emit(-1))
        self._more.clicked.connect(lambda: self.paged.emit(1))

    def height_needed(self) -> int:
        """How high the strip is, in pixels, whichever of its buttons show."""
        return self._high

    def show_ends(self, at_start: bool, at_end: bool) -> None:
        """Hides the button that leads nowhere."""
        self._up.setVisible(not at_start)
        self._more.setVisible(not at_end)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color(Role.hairline)
        painter.fillRect(0, 0, self.width(), max(1, self._theme.px(LINE)), color)
