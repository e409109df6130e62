"""Asks the PIN's gate beside the window's own thread: the sum that makes guessing dear takes long.

One question after the other; each answer comes back as a signal, in the order of the questions.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from kiosk.core.errors import KioskError


class Asking(QObject):
    """One for each program: it outlives the pages that ask, which may be gone by the answer.

    `came` carries the number of the question and its answer; a KioskError is an answer, too.
    """

    came = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._asked = 0

    def ask(self, question: Callable[[], object]) -> int:
        """Asks, and gives the number under which the answer will come."""
        self._asked += 1
        number = self._asked

        def answer() -> None:
            try:
                answered = question()
            except KioskError as trouble:
                answered = trouble
            self.came.emit(number, answered)

        self._pool.start(answer)
        return number

    def end(self) -> None:
        """Waits for what is under way: the program is about to end."""
        self._pool.waitForDone()
