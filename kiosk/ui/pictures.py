"""Paints pages into files, for the tour: one file a page, the same every time."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.core.errors import KioskError
from kiosk.core.view import View
from kiosk.resources import assets_dir
from kiosk.ui.kits import House
from kiosk.ui.theme import Look
from kiosk.ui.tour import Studio


def paint_pictures(
    pages: Mapping[Path, View | None],
    house: House,
    look: Look,
    size: tuple[int, int],
    painted: Callable[[Path], None],
) -> None:
    """A PNG of each page at its path (the first screen where there is no view), `size` in pixels.

    Raises KioskError where a file cannot be written.
    """
    application = QApplication(["kiosk"])
    studio = Studio(house, assets_dir(), look, size)
    for path, view in pages.items():
        if not studio.picture_of(view).save(str(path)):
            raise KioskError(f"{path} cannot be written. Is the disk full, or the folder locked?")
        painted(path)
    studio.close()
    application.processEvents()
