"""The on-screen keyboard: a quiet panel of keys that types into whatever its page connects."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QGroupBox, QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, RING, TARGET, Role
from kiosk.ui.widgets.columns import LOW_WINDOW
from kiosk.ui.widgets.key_button import KeyButton, Plates, natural_width
from kiosk.ui.widgets.key_grid import Box, KeyGrid
from kiosk.ui.widgets.key_names import name_of
from kiosk.ui.widgets.key_walk import KeyWalk
from kiosk.ui.widgets.keys import COLUMNS, Key, KeySet, PageName
from kiosk.ui.widgets.press import by_hand

_PAD = 2.4
_LOW_PAD = 1.0
_CORNER = 4.6
_WIDEST_KEY = 26.0
_HIGH_PART = 0.66  # a wide key is this part of its width high, but never less than a target

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Keyboard(QGroupBox):
    """Shows one page of a KeySet at a time. It emits what a key types, and knows no field.

    A group box, so that a screen reader knows it as a group of buttons with a name.

    `low` is the set for a window that is not tall. It is one Tab stop: inside, arrows go from key
    to key, and letters typed on a real keyboard are typed all the same.
    """

    striped = True  # the ground under the keys is part of each row
    together = True  # with the field that it types into
    typed = Signal(str)
    erased = Signal()

    def __init__(self, keys: KeySet, low: KeySet, kit: Kit) -> None:
        super().__init__()
        self._full, self._low, self._kit = keys, low, kit
        self._plates = Plates(kit.theme)
        self._keys = keys
        self._page = keys.pages[0]
        self._made: dict[PageName, list[KeyButton]] = {}
        self._quick: list[KeyButton] = []
        self._capital = False
        self._walk = KeyWalk(self.keys_shown)
        # An address is written from left to right on a right-to-left page, too.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(kit.phrases.keyboard)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keys_shown(self) -> list[KeyButton]:
        """The keys that can be pressed now, row by row, the quick ones last."""
        return [*self._made.get(self._page.name, []), *self._quick]

    def capital(self, on: bool) -> None:
        """Turns capital letters on or off; the next key that types turns them off."""
        if on != self._capital:
            self._capital = on
            self._name_keys()

    def scan_in(self) -> None:
        """Stands on the first row of keys, as one who has two switches comes to it."""
        self._walk.enter(by_rows=True)
        self.update()

    def scan_on(self) -> bool:
        """Goes on by one row, or by one key of the chosen row; False after the last row."""
        inside = self._walk.step()
        self.update()
        return inside

    def scan_press(self) -> None:
        """Chooses the row, or presses the key."""
        self._walk.press()
        self.update()

    def _show_keys(self, keys: KeySet) -> None:
        old = [*self._quick, *(button for page in self._made.values() for button in page)]
        for button in old:
            button.hide()
            button.deleteLater()
        self._keys, self._made = keys, {}
        self._quick = [self._button(Key(text)) for text in keys.quick]
        self._turn_to(keys.pages[0].name)
        self.updateGeometry()

    def _turn_to(self, name: PageName) -> None:
        self._page = next(page for page in self._keys.pages if page.name == name)
        if name not in self._made:
            self._made[name] = [self._button(key) for row in self._page.rows for key in row]
        for page, buttons in self._made.items():
            for button in buttons:
                button.setVisible(page == name)
        self._name_keys()
        self._place()

    def _button(self, key: Key) -> KeyButton:
        button = KeyButton(key, self._kit.theme, self._plates, self)
        button.clicked.connect(lambda: self._pressed(button))
        button.left.connect(self.update)
        return button

    def _pressed(self, button: KeyButton) -> None:
        match button.key.act:
            case "type":
                text = self._face(button.key)
                self.capital(False)
                self.typed.emit(text)
            case "erase":
                self.erased.emit()
            case "shift":
                self.capital(not self._capital)
            case "page":
                self._turn_under_focus(button.key.page)

    def _turn_under_focus(self, name: PageName) -> None:
        """Turns to a page; who walks over the keys stands in the same place on it."""
        if self._walk.here() is None:
            self._turn_to(name)
            return
        place = self._walk.place()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # or Qt hands it on when the key goes
        self._turn_to(name)
        self._walk.stay(*place)

    def _face(self, key: Key) -> str:
        single = len(key.text) == 1
        return key.text.upper() if self._capital and single else key.text or key.face

    def _name_keys(self) -> None:
        for button in self.keys_shown():
            face = self._face(button.key)
            button.show_face(face)
            button.show_on(self._capital)
            button.setAccessibleName(name_of(button.key, face, self._kit.phrases))

    def _grid(self, width: int) -> KeyGrid:
        theme = self._kit.theme
        pad, gap, least = theme.px(_PAD), theme.px(LEAST_GAP), theme.px(TARGET)
        unit = (width - 2 * pad - (COLUMNS - 1) * gap) // COLUMNS
        unit = max(least, min(unit, theme.px(_WIDEST_KEY)))
        left = (width - COLUMNS * unit - (COLUMNS - 1) * gap) // 2
        left = max(left, 0)
        if self._is_low():
            return KeyGrid(left, theme.px(_LOW_PAD), unit, least, gap)
        return KeyGrid(left, pad, unit, max(least, round(unit * _HIGH_PART)), gap)

    def _place(self) -> None:
        grid = self._grid(self.width())
        quick = self._quick_boxes(grid)
        for button in self._quick[len(quick) :]:
            button.hide()
        boxes = [*grid.boxes(self._page.rows), *quick]
        keys = [*self._made[self._page.name], *self._quick[: len(quick)]]
        for button, box in zip(keys, boxes, strict=True):
            button.setGeometry(box.x, box.y, box.width, box.height)
            button.show()

    def _quick_boxes(self, grid: KeyGrid) -> list[Box]:
        """The boxes of the quick keys. A low window has room for one row of them."""
        keys = self._suiting()
        widths = [natural_width(text, self._kit.theme) for text in keys.quick]
        return grid.quick_boxes(widths, keys.rows, one_row=self._is_low())

    def _is_low(self) -> bool:
        return self.window().height() < self._kit.theme.px(LOW_WINDOW)

    def _suiting(self) -> KeySet:
        return self._low if self._is_low() else self._full

    def _make_keys(self) -> None:
        """Makes the keys that suit the window, once it has one."""
        if self.window() is not self and (not self._made or self._keys is not self._suiting()):
            self._show_keys(self._suiting())

    def heightForWidth(self, width: int) -> int:
        grid, rows = self._grid(width), self._suiting().rows
        ends = [box.y + box.height for box in self._quick_boxes(grid)]
        return max([grid.row_bottom(rows), *ends]) + grid.top

    def sizeHint(self) -> QSize:
        width = self.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        theme = self._kit.theme
        least = COLUMNS * theme.px(TARGET) + (COLUMNS - 1) * theme.px(LEAST_GAP)
        width = least + 2 * theme.px(_PAD)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def focusNextPrevChild(self, onward: bool) -> bool:
        # From wherever on it, Tab leads out: the keys stand at the end of Qt's own chain.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().focusNextPrevChild(onward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_hand(event.reason()):
            self._walk.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            if not self._walk.move(event.key()):
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() == Qt.Key.Key_Backspace:
            self.erased.emit()
        elif event.text() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._make_keys()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_keys()
        if self._made:
            self._place()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        grid = self._grid(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.theme.color(Role.tint))
        pad, corner = self._kit.theme.px(_PAD), self._kit.theme.px(_CORNER)
        panel = QRectF(grid.left - pad, 0, grid.width + 2 * pad, self.height())
        painter.drawRoundedRect(panel, corner, corner)
        row = self._walk.row_here()
        if not row.isEmpty():
            self._paint_row_ring(painter, row)

    def _paint_row_ring(self, painter: QPainter, row: QRect) -> None:
        theme = self._kit.theme
        wide = max(2, theme.px(RING))
        away = min(theme.px(LEAST_GAP) // 2, row.top() - wide // 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(Role.focus), wide))
        corner = theme.px(_CORNER / 2)
        around = QRectF(row).adjusted(-away, -away, away, away)
        painter.drawRoundedRect(around, corner, corner)
