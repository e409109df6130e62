"""Opens the practice student for a room, as a program of its own over this one."""

import logging
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess

from kiosk.resources import Folders

OPEN_ALREADY = "The practice is open already."
NOT_STARTED = "The practice could not be started on this machine."
_START_MS = 3000
_END_MS = 2000
_log = logging.getLogger(__name__)


class Presentation(QObject):
    """One at a time. It ends with this program at the latest."""

    def __init__(self, call: Sequence[str], parent: QObject | None = None) -> None:
        """`call` is the program and its arguments: `presenter_call` makes them."""
        super().__init__(parent)
        self._call = tuple(call)
        self._process = QProcess(self)
        self._process.finished.connect(self._tell)

    def start(self) -> str:
        """Opens it; gives a sentence for staff where it cannot, and else an empty text."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            return OPEN_ALREADY
        program, *arguments = self._call
        self._process.start(program, arguments)
        return "" if self._process.waitForStarted(_START_MS) else NOT_STARTED

    def end(self) -> None:
        """Takes it from the screen, if it is there: this program ends."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.terminate()
            if not self._process.waitForFinished(_END_MS):
                self._process.kill()
                self._process.waitForFinished(_END_MS)

    def _tell(self, code: int) -> None:
        if code:
            _log.error("the practice for a room ended with exit code %d", code)


def presenter_call(folders: Folders, language: str) -> tuple[str, ...]:
    """The call of `kiosk demo` with the files of this station."""
    places = ("--site", folders.site, "--flows", folders.flows, "--words", folders.words)
    kiosk = (sys.executable, "-m", "kiosk", "demo")
    return (*kiosk, *(str(place) for place in places), "--language", language)
