"""A presentation on two screens, as a program of its own: the platform has one number of screens
for a whole process. It tells where each window is, before S is pressed and after."""

import sys
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.demo.presenting import begin_presenting
from kiosk.ui.presenter import Hall
from kiosk.ui.presenter_app import Stage
from kiosk.ui.theme import Look
from tests.demo.shows import WORDS, shipped_show
from tests.ui.finding import words_on
from tests.ui.samples import HOUSE


def tell(name: str, window: QWidget, *more: str) -> None:
    """Writes one line."""
    at = window.geometry()
    place = f"{at.x()} {at.y()} {at.width()} {at.height()}"
    sys.stdout.write(" ".join((name, place, *more)) + "\n")


def main() -> None:
    """Opens it, goes on by a key on the speaker's window, and swaps the screens."""
    app = QApplication([])
    show = shipped_show()
    hall = Hall(replace(HOUSE, words=WORDS), Look(motion=False), lambda: 0.0)
    stage = Stage(show, begin_presenting(show), hall, full_screen=True)
    stage.open()
    for swap in (False, True):
        assert stage.desk is not None
        if swap:
            QTest.keyClick(stage.desk.windowHandle(), Qt.Key.Key_Right)
            QTest.keyClick(stage.desk.windowHandle(), Qt.Key.Key_S)
        app.processEvents()
        tell("room", stage.window)
        tell("desk", stage.desk, words_on(stage.desk)[0].partition(" of ")[0])
    stage.close()
    app.processEvents()


if __name__ == "__main__":
    main()
