"""Paints pages into files, for the tour: one file a page, the same every time."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.core.errors import KioskError
from kiosk.core.view import View
from kiosk.resources import assets_dir
from kiosk.ui.kits import House
from kiosk.ui.theme import Look
from kiosk.ui.tour import Studio

_THUMB = 480
_THUMB_QUALITY = 82
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_WHOLE = Qt.AspectRatioMode.KeepAspectRatio


@dataclass(frozen=True)
class Shot:
    """A page (the first screen where there is no view), its PNG, and a small JPEG, if any."""

    view: View | None
    path: Path
    thumb: Path | None = None


class Darkroom:
    """Paints with one window and one application, whatever the look and the stage."""

    def __init__(self, house: House) -> None:
        self._application = QApplication(["kiosk"])
        self._house = house
        self._studio: Studio | None = None

    def __enter__(self) -> "Darkroom":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._studio is not None:
            self._studio.close()
        self._let_go()

    def set_up(self, look: Look, size: tuple[int, int]) -> None:
        """Goes on in that look on a stage of that size, in pixels."""
        if self._studio is None:
            self._studio = Studio(self._house, assets_dir(), look, size)
        self._studio.set_up(look, size)
        self._let_go()

    def paint(self, shot: Shot) -> None:
        """Puts the picture into its files. Raises KioskError where one cannot be written."""
        if self._studio is None:
            raise ValueError("set_up comes before the first picture")
        picture = self._studio.picture_of(shot.view)
        _save(picture, shot.path)
        if shot.thumb is not None:
            _save(picture.scaled(_THUMB, _THUMB, _WHOLE, _SMOOTH), shot.thumb, _THUMB_QUALITY)

    def _let_go(self) -> None:
        """Pages that were painted go now: no event loop runs here that would do it."""
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._application.processEvents()


def _save(picture: QImage, path: Path, quality: int = -1) -> None:
    if not picture.save(str(path), quality=quality):
        raise KioskError(f"{path} cannot be written. Is the disk full, or the folder locked?")
