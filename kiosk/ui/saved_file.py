"""Tells when a flow's file, or one beside it, has been saved, whichever way its editor saves."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kiosk.resources import yaml_files

# One save is often several writes; an author does not notice this moment.
_QUIET_MS = 120
# Between an old file and the new one in its place; what is away for longer is gone.
_AWAY_MS = 1000


class SavedFile(QObject):
    """Watches one file and the YAML files beside it: a flow runs those, and leans on them.

    Many editors put a new file in the place of the old one, which ends the watch on it: so the
    folder is watched, too. `gone` tells that the file itself was taken away, `saved` all else.
    """

    saved = Signal()
    gone = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._watcher = QFileSystemWatcher([str(path.parent)], self)
        self._quiet = self._timer(_QUIET_MS)
        self._quiet.timeout.connect(self._look)
        self._away = self._timer(_AWAY_MS)
        self._away.timeout.connect(self._look_again)
        self._seen = self._watched()
        self._watcher.fileChanged.connect(self._quiet.start)
        self._watcher.directoryChanged.connect(self._quiet.start)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _look(self) -> None:
        now = self._watched()
        if self._path not in now:
            self._away.start()
            return
        self._away.stop()
        if now != self._seen:
            self._seen = now
            self.saved.emit()

    def _look_again(self) -> None:
        """The file is not back yet; when it comes, that is told even if it is the same."""
        self._seen = {}
        self.gone.emit()

    def _watched(self) -> Mapping[Path, bytes]:
        """The files and what stands in them, each watched before it is read."""
        files = {self._path, *yaml_files(self._path.parent)}
        watched = set(self._watcher.files())
        unwatched = [str(file) for file in files if str(file) not in watched and file.exists()]
        if unwatched:
            self._watcher.addPaths(unwatched)
        read = {file: _bytes(file) for file in files}
        return {file: content for file, content in read.items() if content is not None}


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
