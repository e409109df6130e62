"""A reader of codes that types what it reads, heard on the first screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_APART_SECONDS = 0.3  # nobody types a whole ticket so quickly
_LONGEST = 4_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Scanner(QObject):
    """Gathers what is typed in one go, and hands it over at Enter.

    `take` tells whether it was a ticket; then the Enter presses nothing. `clock` gives monotonic
    seconds. Whoever types by hand is too slow to be taken for a reader.
    """

    def __init__(
        self,
        take: Callable[[str], bool],
        clock: Callable[[], float],
        parent: QObject,
        deaf: Callable[[], bool] = lambda: False,
    ) -> None:
        """`deaf` tells whether what is typed now is nothing for a reader: a PIN, say."""
        super().__init__(parent)
        self._deaf = deaf
        self._take = take
        self._clock = clock
        self._typed = ""
        self._last = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._deaf():
            self._typed = ""
            return False
        now = self._clock()
        if now - self._last > _APART_SECONDS:
            self._typed = ""
        self._last = now
        if event.key() in _ENTER:
            typed, self._typed = self._typed, ""
            return bool(typed) and self._take(typed)
        self._typed = (self._typed + event.text())[-_LONGEST:]
        return False
