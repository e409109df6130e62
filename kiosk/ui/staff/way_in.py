"""The two ways into the staff's pages: a long press on the school's mark, and one chord of keys.

Neither shows anything before it is over, and neither touches the page beneath. A child that plays
with the mark lets go, or moves; and nobody types Ctrl, Alt and S together by chance.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from kiosk.ui.wishes import OpenStaff

if TYPE_CHECKING:
    from kiosk.ui.window import Window

_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class StaffDoor(Protocol):
    """What lets staff in."""

    def open(self) -> None:
        """Puts the gate over the family's page, if nothing of the staff's is there yet."""


class WayIn(QObject):
    """Opens the door when a page wishes for it, or at Ctrl, Alt and S, on whatever page.

    `door` is asked when it is first wished for: no family waits for what only staff sees. A field
    never hears of that S.
    """

    def __init__(self, window: "Window", door: Callable[[], StaffDoor]) -> None:
        super().__init__(window)
        self._window = window
        self._make = door
        self._door: StaffDoor | None = None
        window.wished.connect(self._hear)

    def watch(self, handle: QWindow) -> None:
        """Listens to the keys of that window, before anything on its page does."""
        handle.installEventFilter(self)

    def _hear(self, wish: object) -> None:
        if isinstance(wish, OpenStaff):
            self._door = self._door or self._make()
            self._door.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_S or event.modifiers() != _CHORD:
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._window.wished.emit(OpenStaff())
        return True
