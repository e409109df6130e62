"""What Qt says of itself and of the screen, for the doctor."""

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication


def qt_version() -> tuple[int, ...]:
    """Qt's version, such as (6, 11, 3)."""
    return tuple(int(part) for part in qVersion().split("."))


def screen_facts() -> tuple[int, int, float]:
    """Width and height of the first screen in pixels, and the pixels on a millimetre it reports."""
    application = QGuiApplication([])
    screen = application.primaryScreen()
    size, per_inch = screen.size(), screen.physicalDotsPerInch()
    return size.width(), size.height(), per_inch / 25.4
