"""Tells when a file has been saved, whichever way its editor saves."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

# One save is often several writes; an author does not notice this moment.
_QUIET_MS = 120


class SavedFile(QObject):
    """Watches one file. Many editors put a new file in the place of the old one, which ends the
    watch on it: so its folder is watched, too."""

    saved = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._seen = self._bytes()
        self._watcher = QFileSystemWatcher([str(path), str(path.parent)], self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._quiet.start)
        self._watcher.directoryChanged.connect(self._quiet.start)

    def _look(self) -> None:
        now = self._bytes()
        if now is None:
            return  # Between two files: the folder tells when the new one is there.
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
            now = self._bytes()
        if now != self._seen:
            self._seen = now
            self.saved.emit()

    def _bytes(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except OSError:
            return None
