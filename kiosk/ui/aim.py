"""What a touch or a key is meant for: the part of the window under the finger or in focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.press import PRESSES

_WALKS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down)


def aim_of(event: QEvent, window: QWidget) -> QWidget | None:
    """The part of the window that a touch or key presses or walks through; None for any other key.

    Only where the focus was brought by key do keys walk from there: after a touch they mean the
    page.
    """
    if isinstance(event, QMouseEvent):
        return window.childAt(event.position().toPoint())
    if isinstance(event, QTouchEvent):
        return window.childAt(event.points()[0].position().toPoint())
    if not isinstance(event, QKeyEvent):
        return None
    held = window.focusWidget()
    walks = _WALKS if getattr(held, "ring", False) else ()
    return held if event.key() in (*PRESSES, *walks) else None
