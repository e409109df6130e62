"""The two ways into the staff's pages: a long press on the school's mark, and one chord of keys.

Neither shows anything before it is over, and neither touches the page beneath. A child that plays
with the mark lets go, or moves; and nobody types Ctrl, Alt and S together by chance.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

from kiosk.ui.wishes import OpenStaff

if TYPE_CHECKING:
    from kiosk.ui.window import Window

HOLD_MS: Final = 2000
STRAY_MM: Final = 8.0

_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class LongPress(QObject):
    """Tells of a finger that rests on a widget for two seconds; a shorter one is as it ever was.

    `held` comes while the finger still lies there. Its letting go then is no touch of anything.
    """

    held = Signal()

    def __init__(self, on: QWidget, stray_px: int) -> None:
        """`stray_px` is how far the finger may move."""
        super().__init__(on)
        self._stray = stray_px
        self._from = QPointF()
        self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self._hold)
        on.installEventFilter(self)

    def _hold(self) -> None:
        self._over = True
        self.held.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._begin(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                way = event.globalPosition() - self._from
                if max(abs(way.x()), abs(way.y())) > self._stray:
                    self._timer.stop()
            case QEvent.Type.MouseButtonRelease:
                self._timer.stop()
                return self._over
            case QEvent.Type.Hide:
                self._timer.stop()
        return False

    def _begin(self, event: QMouseEvent) -> None:
        self._over = False
        self._from = event.globalPosition()
        if event.button() == Qt.MouseButton.LeftButton:
            self._timer.start()
        else:
            self._timer.stop()


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
