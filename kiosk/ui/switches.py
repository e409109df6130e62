"""The whole kiosk with two switches: one key goes on to the next thing, another presses it."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.press import Press

_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier
_NAMED = {
    "tab": (Qt.Key.Key_Tab,),
    "space": (Qt.Key.Key_Space,),
    "enter": (Qt.Key.Key_Return, Qt.Key.Key_Enter),
    "left": (Qt.Key.Key_Left,),
    "right": (Qt.Key.Key_Right,),
    "up": (Qt.Key.Key_Up,),
    "down": (Qt.Key.Key_Down,),
}


@runtime_checkable
class Scanned(Protocol):
    """A part of a page with things inside that take the focus one after the other."""

    def scan_in(self) -> None:
        """Stands on its first thing."""

    def scan_on(self) -> bool:
        """Goes on to its next thing; False after the last one."""

    def scan_press(self) -> None:
        """Presses the thing it stands on."""


def keys_named(name: str) -> tuple[Qt.Key, ...]:
    """The keys that the site file calls by that name: one of SWITCH_KEYS."""
    return _NAMED.get(name) or (Qt.Key[f"Key_{name.upper()}"],)


class Switches(QObject):
    """Turns two keys into steps through everything in the window, round and round.

    A key that is held down counts once. All other keys stay what they are.
    """

    def __init__(self, window: QWidget, onward: str, press: str) -> None:
        """`onward` and `press` are names of keys as the site file has them."""
        super().__init__(window)
        self._window = window
        self._onward, self._press = keys_named(onward), keys_named(press)

    def watch(self, handle: QWindow) -> None:
        """Takes those keys before anything on the page hears of them."""
        handle.installEventFilter(self)

    def step(self) -> None:
        """Goes on to the next thing, and after the last one to the first again."""
        here = self._window.focusWidget()
        if isinstance(here, Press) and not here.ring:
            here.show_ring()  # nobody can go on from a place that is not seen
            return
        inside = _scanned(here)
        if inside is not None and inside.scan_on():
            return
        (here or self._window).focusNextPrevChild(True)
        came_to = _scanned(self._window.focusWidget())
        if came_to is not None:
            came_to.scan_in()

    def press(self) -> None:
        """Presses what has the focus; from a field it leads to the keys that type into it."""
        here = self._window.focusWidget()
        inside = _scanned(here)
        if inside is not None:
            inside.scan_press()
        elif isinstance(here, QAbstractButton):
            here.click()
        elif isinstance(here, QLineEdit) and not _keys_near(here):
            here.returnPressed.emit()
        else:
            self.step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~_PLAIN:
            return False
        if event.key() not in (*self._onward, *self._press):
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            if event.key() in self._onward:
                self.step()
            else:
                self.press()
        return True


def _scanned(widget: QWidget | None) -> Scanned | None:
    """The part with things inside that the widget is, or lies in."""
    while widget is not None and not isinstance(widget, Scanned):
        widget = widget.parentWidget()
    return widget


def _keys_near(line: QLineEdit) -> bool:
    """Whether the page has keys on the screen."""
    return any(keys.isVisible() for keys in line.window().findChildren(Keyboard))
