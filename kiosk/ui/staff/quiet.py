"""How long nobody has touched the window while the staff's pages lie over it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)
_TICK_MS = 250


class Quiet(QObject):
    """Counts from the last touch or key that reached the window of a widget.

    `ticked` carries the seconds that are left, four times a second; at `over` they are used up. It
    begins when the widget is first shown, and goes with it. `clock` gives monotonic seconds.
    """

    ticked = Signal(float)
    over = Signal()

    def __init__(self, on: QWidget, seconds: float, clock: Callable[[], float]) -> None:
        super().__init__(on)
        self._on = on
        self._seconds = seconds
        self._clock = clock
        self._since = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        on.installEventFilter(self)

    def allow(self, seconds: float) -> None:
        """Lets so much time pass from now on: another page takes longer to read."""
        self._seconds = seconds
        self.touched()

    def touched(self) -> None:
        """Somebody is there."""
        self._since = self._clock()

    def tick(self) -> None:
        """Looks at the clock."""
        left = self._seconds - (self._clock() - self._since)
        self.ticked.emit(max(left, 0.0))
        if left <= 0:
            self._timer.stop()
            self.over.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._on:
            if event.type() == QEvent.Type.Show:
                self._begin()
        elif event.type() in _TOUCHES:
            self.touched()
        return False

    def _begin(self) -> None:
        handle = self._on.window().windowHandle()
        if handle is not None and not self._timer.isActive():
            handle.installEventFilter(self)
            self.touched()
            self._timer.start()
