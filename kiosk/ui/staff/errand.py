"""Finds something out beside the window's own thread, so that no page ever waits for a disk."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 15


class Errand(QObject):
    """One question at a time. `came` carries its answer, in the window's thread.

    The thread knows nothing of the page: where that is gone by then, the answer is thrown away.
    """

    came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._answers: SimpleQueue[object] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def under_way(self) -> bool:
        """Whether a question is still without its answer."""
        return self._thread is not None

    def ask(self, question: Callable[[], object]) -> None:
        """Asks, unless the answer before has not come yet. The question must not touch a widget."""
        if self._thread is not None:
            return
        answers = self._answers
        self._thread = Thread(target=lambda: answers.put(question()), name="errand", daemon=True)
        self._thread.start()
        self._timer.start()

    def _look(self) -> None:
        ended = self._thread is not None and not self._thread.is_alive()
        try:
            answer = self._answers.get_nowait()
        except Empty:
            if ended:  # a question that broke must not stand in the way of the next one
                self._make_free()
            return
        self._make_free()
        self.came.emit(answer)

    def _make_free(self) -> None:
        self._thread = None
        self._timer.stop()
