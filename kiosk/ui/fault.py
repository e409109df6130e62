"""What happens when the program itself breaks: a line in the log without a word of the family's."""

from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QTimer


class FaultHook:
    """For `sys.excepthook`. Logs the kind and the place of a fault, then lets somebody say sorry.

    Neither the exception's text nor any value is logged: they may hold what a family typed. A
    fault while sorry is being said is only logged, so that faults cannot chase each other.
    """

    def __init__(self, say_sorry: Callable[[], None]) -> None:
        self._say_sorry = say_sorry
        self._sorry = False

    def __call__(
        self, kind: type[BaseException], _fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Takes what Python hands to `sys.excepthook`."""
        import logging  # read in, like the next, only when there is something to log

        from kiosk.faultline import place_of

        logging.getLogger(__name__).error("%s at %s", kind.__name__, place_of(trace))
        if not self._sorry:
            self._sorry = True
            # The window may be half way through a change: let it come to rest first.
            QTimer.singleShot(0, self._start_again)

    def _start_again(self) -> None:
        self._say_sorry()
        self._sorry = False
