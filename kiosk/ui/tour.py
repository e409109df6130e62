"""Draws any page into a picture, with no window on the screen and no visit: the same each time."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.core.view import View
from kiosk.ui.kits import House
from kiosk.ui.theme import Look
from kiosk.ui.window import Window


class Studio:
    """Takes pictures of pages in one look at one size (pixels). Needs a QApplication."""

    def __init__(self, house: House, assets: Path, look: Look, size: tuple[int, int]) -> None:
        self._window = Window(house, assets, replace(look, motion=False), full_screen=False)
        self._window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._window.resize(QSize(*size))
        self._window.show()

    def set_up(self, look: Look, size: tuple[int, int]) -> None:
        """Goes on in another look, or at another size (pixels)."""
        self._window.resize(QSize(*size))
        self._window.set_look(replace(look, motion=False))

    def picture_of(self, view: View | None) -> QImage:
        """The page of a view; the first screen where there is none."""
        if view is None:
            self._window.show_attract()
        else:
            self._window.show_view(view)
        return picture_of_widget(self._window)

    def close(self) -> None:
        """Lets the window go."""
        self._window.close()
        self._window.deleteLater()


def picture_of(
    view: View | None, house: House, assets: Path, size: tuple[int, int], look: Look
) -> QImage:
    """One picture of one page. For many, a Studio is quicker."""
    studio = Studio(house, assets, look, size)
    try:
        return studio.picture_of(view)
    finally:
        studio.close()


def picture_of_widget(widget: QWidget) -> QImage:
    """What the widget shows now."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image
