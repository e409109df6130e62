"""A long list of options with a field and keys to find one by the first letters of its words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.widgets.field import FieldBox, QuietLine
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import SEARCH
from kiosk.ui.widgets.paged_list import PagedList
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.widgets.text import Text

_LEFT = 156.0
_RIGHT = 9.0  # in sizes of the label type, so that a long word of a name fits
_BETWEEN = 6.0


class PickMany(QWidget):
    """In a wide window the list stands beside the keys, otherwise above them.

    `foot` stands under the list: answers, and the button that goes on. What is picked comes first
    whenever the field is empty, and picking empties it: so a family sees what it has told us, and
    the next name can be typed at once.
    """

    touched = Signal(str)

    def __init__(
        self, model: PickModel, kit: Kit, many: bool, search: str, foot: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._model, self._kit, self._foot = model, kit, foot
        self._line = QuietLine(kit)
        self._line.setAccessibleName(search)
        self._label = Text(search, kit, "body", Role.second_ink)
        self._label.setBuddy(self._line)
        self._field = FieldBox(self._line, kit, "body", "search")
        self._keyboard = Keyboard(SEARCH, SEARCH, kit)
        self._list = PagedList(model, kit, many)
        parts = (self._label, self._field, self._keyboard, self._list, *foot)
        for widget in parts:
            widget.setParent(self)
        if not kit.touch_keyboard:
            self._keyboard.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The field: two or three letters are the shortest way through a long list."""
        return self._line

    def refresh(self) -> None:
        """Shows what the model says is picked, and is ready for the next name."""
        self._list.list.viewport().update()
        self._line.setText("")

    def _connect(self) -> None:
        self._line.textChanged.connect(self._model.find)
        self._line.returnPressed.connect(self._take_the_only_one)
        self._line.installEventFilter(self)
        self._keyboard.typed.connect(self._line.insert)
        self._keyboard.erased.connect(self._line.backspace)
        self._list.list.touched.connect(self.touched)
        self._list.list.letter.connect(self._type_on)

    def _take_the_only_one(self) -> None:
        if self._model.rowCount() == 1:
            self.touched.emit(self._model.option(0).id)

    def _type_on(self, text: str) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.insert(text)

    def _is_wide(self, width: int) -> bool:
        theme, window = self._kit.theme, self.window()
        right = round(theme.font("label").pixelSize() * _RIGHT)
        tall = window.height() > window.width()
        return not tall and width >= theme.px(_LEFT) + theme.px(_BETWEEN) + right

    def _columns(self, width: int) -> Iterator[tuple[int, int, list[QWidget]]]:
        """Each column's left edge, width and widgets from top to bottom, in pixels."""
        finding: list[QWidget] = [self._label, self._field]
        if not self._is_wide(width):
            parts = [*finding, self._list, self._keyboard, *self._foot]
            yield 0, width, self._seen(parts)
            return
        px = self._kit.theme.px
        left = px(_LEFT)
        yield 0, left, self._seen([*finding, self._keyboard])
        right = left + px(_BETWEEN)
        yield right, width - right, self._seen([self._list, *self._foot])

    def _seen(self, parts: list[QWidget]) -> list[QWidget]:
        return [part for part in parts if not part.isHidden()]

    def _needed(self, widget: QWidget, width: int) -> int:
        if widget.hasHeightForWidth():
            return max(widget.heightForWidth(width), widget.minimumHeight())
        return widget.minimumSizeHint().height()

    def _needed_column(self, width: int, parts: list[QWidget]) -> int:
        gaps = (len(parts) - 1) * self._kit.theme.px(LEAST_GAP)
        return gaps + sum(self._needed(part, width) for part in parts)

    def heightForWidth(self, width: int) -> int:
        return max(self._needed_column(wide, parts) for _, wide, parts in self._columns(width))

    def sizeHint(self) -> QSize:
        width = self._kit.theme.px(_LEFT)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._kit.theme.px(_LEFT)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def _place(self) -> None:
        gap = self._kit.theme.px(LEAST_GAP)
        for x, width, parts in self._columns(self.width()):
            spare = max(self.height() - self._needed_column(width, parts), 0)
            y = 0
            for part in parts:
                high = self._needed(part, width) + (spare if part is self._list else 0)
                place = QRect(x, y, width, high)
                if self._kit.right_to_left:
                    place.moveLeft(self.width() - x - width)
                part.setGeometry(place)
                y += high + gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and event.type() == QEvent.Type.KeyPress:
            self._list.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)
