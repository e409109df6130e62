"""For staff: measures how dense the screen is, against a bank card that is held to it."""

import os
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.core.phrases import Phrases
from kiosk.resources import assets_dir
from kiosk.ui.art import Art
from kiosk.ui.fonts import Fonts
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Look, Role, Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.text import Text

CARD_MM = (85.60, 53.98)
"""Width and height of a bank card: ISO/IEC 7810, size ID-1."""
LEAST, MOST = 1.5, 20.0
"""What a site file takes, in pixels on a millimetre."""
_CORNER_MM = 3.18
_FAR = 10
_COLUMN = 0.36  # of the window's width, for words and buttons; the card has the rest
_HIGH = 20.0
_EDGE = 8.0  # so that the frame of the screen is not under the card
_SMALL = 700  # pixels of height below which the words are set small

_GROWTH = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: _FAR,
    Qt.Key.Key_Down: -_FAR,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Minus: -1,
}


@dataclass(frozen=True)
class MeasureWords:
    """What the page says; to staff only, so in English only."""

    title: str = "Hold a bank card to the screen"
    says: str = (
        "Any bank card has this size. Lay yours on the drawn one, left edge on left edge. "
        "Change the drawn one until the right edges meet, too."
    )
    keys: str = "Or by keys: arrows, then Enter. Esc leaves."
    larger: str = "Larger"
    smaller: str = "Smaller"
    keep: str = "It fits"
    leave: str = "Leave"
    result: str = "{density} pixels on a millimetre"


class Measure(QWidget):
    """The drawn card is a whole number of pixels wide. `done` carries pixels on a millimetre, or
    None where staff left without a result."""

    done = Signal(object)

    def __init__(self, px_per_mm: float, small: bool = False) -> None:
        """`px_per_mm` is where to begin; `small` is for a low window."""
        super().__init__()
        self._said = MeasureWords()
        self._wide = round(px_per_mm * CARD_MM[0])
        # Words and buttons go by the usual density: they must not move while the card grows.
        self._theme = theme = Theme(
            Look(size=0 if small else 1, motion=False, tight=small), Fonts(assets_dir() / "fonts")
        )
        kit = Kit(theme, Phrases(), Art(assets_dir(), theme), lambda *_: (), lambda *_: "fair")
        self._result = Text("", kit, "label")
        self._column = QWidget(self)
        self._lay_out_column(kit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._said.title)
        self.grow(0)

    def density(self) -> float:
        """What is measured now: pixels on a millimetre, to a hundredth."""
        return round(self._wide / CARD_MM[0], 2)

    def card(self) -> QRect:
        """Where the card is drawn, in pixels: its left edge and its middle never move."""
        high = round(self._wide * CARD_MM[1] / CARD_MM[0])
        return QRect(self._theme.px(_EDGE), (self.height() - high) // 2, self._wide, high)

    def grow(self, pixels: int) -> None:
        """Draws the card that much wider, within what a screen can have."""
        least, most = (round(bound * CARD_MM[0]) for bound in (LEAST, MOST))
        self._wide = min(max(self._wide + pixels, least), most)
        self._result.say(self._said.result.format(density=f"{self.density():.2f}"))
        self.update()

    def _lay_out_column(self, kit: Kit) -> None:
        said = self._said
        smaller = Button(said.smaller, kit, "secondary", "minus")
        larger = Button(said.larger, kit, "secondary", "plus")
        keep, leave = Button(said.keep, kit), Button(said.leave, kit, "quiet")
        signs = QHBoxLayout()
        for button, pixels in ((smaller, -1), (larger, 1)):
            button.setMinimumHeight(kit.theme.px(_HIGH))
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, pixels=pixels: self.grow(pixels))
            signs.addWidget(button)
        keep.clicked.connect(self._keep)
        leave.clicked.connect(lambda: self.done.emit(None))
        column = QVBoxLayout(self._column)
        column.addStretch(1)
        column.addWidget(Text(said.title, kit, "title_small"))
        column.addWidget(Text(said.says, kit, "body", Role.second_ink))
        column.addLayout(signs)
        column.addWidget(self._result)
        column.addWidget(keep)
        column.addWidget(Text(said.keys, kit, "small", Role.second_ink))
        column.addWidget(leave)
        column.addStretch(1)
        column.setSpacing(kit.theme.gap())
        signs.setSpacing(kit.theme.gap())
        for button in (smaller, larger, keep, leave):
            button.installEventFilter(self)

    def _keep(self) -> None:
        self.done.emit(self.density())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The arrows change the card, also while a button has the focus; Tab goes among buttons.
        if isinstance(event, QKeyEvent) and event.key() in _GROWTH:
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _GROWTH:
            self.grow(_GROWTH[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._keep()
        elif key == Qt.Key.Key_Escape:
            self.done.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = round(self.width() * _COLUMN)
        self._column.setGeometry(self.width() - wide, 0, wide, self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.done.emit(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        color, card = self._theme.color, QRectF(self.card())
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Role.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = _CORNER_MM * self._wide / CARD_MM[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Role.primary))
        painter.drawRoundedRect(card, corner, corner)
        # The edges that must meet stand out from whatever card is laid on.
        painter.setPen(QPen(color(Role.focus), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for x in (self.card().left(), self.card().right()):
            painter.drawLine(x, 0, x, self.height())


def measured(px_per_mm: float) -> float | None:
    """Shows the page on the whole screen; gives what staff kept, or None. Runs Qt's event loop."""
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")  # as the kiosk does
    app = QApplication(["kiosk"])
    app.setStyle("Fusion")
    screen = app.primaryScreen().geometry()
    page = Measure(px_per_mm, small=screen.height() < _SMALL)
    kept: list[float] = []

    def leave(density: object) -> None:
        if isinstance(density, float):
            kept.append(density)
        app.exit()

    page.done.connect(leave)
    page.setGeometry(screen)
    page.showFullScreen()
    app.exec()
    return kept[-1] if kept else None
