"""Which screen is the room's and which the speaker's; both may come and go while one speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_WINDOWED = (1366, 768)


@dataclass(frozen=True)
class Seats:
    """The places of the two screens; `desk` is the speaker's, None where there is only one."""

    room: QRect
    desk: QRect | None


def seats_of(screens: Sequence[QRect], main: QRect, *, swapped: bool) -> Seats:
    """The room gets the screen that is not the machine's main one: that is the projector.

    Screens that show the same, as with a mirrored projector, are one.
    """
    others = [screen for screen in screens if screen != main]
    if not others:
        return Seats(main, None)
    room, desk = others[0], main
    return Seats(desk, room) if swapped else Seats(room, desk)


def seats_here(screens: Sequence[QScreen], main: QScreen, *, swapped: bool) -> Seats:
    """The same for the screens that there are now."""
    return seats_of([one.geometry() for one in screens], main.geometry(), swapped=swapped)


def sit(window: QWidget, place: QRect, *, full_screen: bool) -> None:
    """Shows the window on that screen: over all of it, or as large as a window usually is."""
    if not full_screen:
        size = QRect(0, 0, *_WINDOWED).intersected(QRect(0, 0, place.width(), place.height()))
        size.moveCenter(place.center())
        window.setGeometry(size)
        window.show()
        return
    if window.isFullScreen() and window.geometry() == place:
        return
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setGeometry(place)
    window.showFullScreen()
