"""What Qt says of itself and of the screen, for the doctor."""

import PySide6.QtCore
from PySide6.QtGui import QGuiApplication


def qt_version() -> tuple[int, int, int]:
    """Qt's version, such as (6, 11, 3)."""
    major, minor, patch = PySide6.QtCore.__version_info__[:3]
    return int(major), int(minor), int(patch)


def screen_facts() -> tuple[int, int, float]:
    """Width and height of the first screen in pixels, and the pixels on a millimetre it reports."""
    application = QGuiApplication([])
    screen = application.primaryScreen()
    size, per_inch = screen.size(), screen.physicalDotsPerInch()
    return size.width(), size.height(), per_inch / 25.4
