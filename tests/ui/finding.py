"""Finds on a page what a person would: words, and things to press by their words."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

STAGES = {
    "wide": (1920, 1080),
    "laptop": (1366, 768),
    "tall": (1080, 1920),
    "small": (1024, 600),
}


def shown(page: QWidget) -> list[QWidget]:
    """Every widget of the page that can be seen now."""
    return [part for part in page.findChildren(QWidget) if part.isVisible()]


def words_on(page: QWidget) -> list[str]:
    """The words that stand on the page, those of its buttons among them."""
    labels = [part.text() for part in shown(page) if isinstance(part, QLabel) and part.text()]
    return labels + [part.accessibleName() for part in buttons(page)]


def buttons(page: QWidget) -> list[QAbstractButton]:
    """Everything on the page that can be pressed, whether it is scrolled into sight or not."""
    return [part for part in shown(page) if isinstance(part, QAbstractButton) and part.isEnabled()]


def button(page: QWidget, words: str) -> QAbstractButton:
    """The one thing to press that has those words."""
    found = [one for one in buttons(page) if one.accessibleName() == words]
    assert len(found) == 1, f"{len(found)} buttons say {words!r}: {words_on(page)}"
    return found[0]


def touch(window: QWidget, words: str) -> None:
    """Presses and lets go in the middle of what has those words, through the window itself."""
    touch_at(window, place_of(button(window, words), window).center())


def touch_at(window: QWidget, at: QPoint) -> None:
    """Presses and lets go at a place of the window."""
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def place_of(widget: QWidget, page: QWidget) -> QRect:
    """Where the widget is on the page."""
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def seen_place(widget: QWidget, page: QWidget) -> QRect:
    """The part of it that can be seen and touched; empty where it is scrolled away."""
    part = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(page, part.topLeft()), part.size()) if not part.isEmpty() else QRect()
