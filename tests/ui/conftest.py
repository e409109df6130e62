"""Shows pages in a window that is on no screen, with a clock that stands until it is moved."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest

from kiosk.resources import assets_dir
from kiosk.ui.kits import House
from kiosk.ui.theme import Look
from kiosk.ui.window import Window
from tests.ui.samples import HOUSE

Show = Callable[..., Window]


class FakeClock:
    """Monotonic seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The time, as the controller reads it."""
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still."""
    return FakeClock()


@pytest.fixture
def open_window(qapp) -> Iterator[Show]:
    """Opens windows of a size in pixels; all are closed and gone when the test ends."""
    opened: list[Window] = []

    def opens(
        size: tuple[int, int] = (1920, 1080),
        look: Look = Look(motion=False),  # noqa: B008 - a frozen value
        house: House = HOUSE,
        full_screen: bool = False,
    ) -> Window:
        window = Window(house, assets_dir(), look, full_screen=full_screen)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qapp.processEvents()
        opened.append(window)
        return window

    yield opens
    for window in opened:
        window.may_close()
        window.close()
        window.deleteLater()
    qapp.processEvents()
