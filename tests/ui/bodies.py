"""Opens a sample page in a real window and finds the parts of its body."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.core.view import View
from kiosk.ui.screens.form import FormBody
from kiosk.ui.screens.password import PasswordBody
from kiosk.ui.screens.pick import PickBody
from kiosk.ui.screens.read_back import ReadBackBody
from kiosk.ui.screens.wait import WaitBody
from kiosk.ui.theme import Look
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.window import Window
from tests.ui.finding import button

BODY_KINDS = (FormBody, PasswordBody, PickBody, ReadBackBody, WaitBody)
PX_PER_MM = 3.9


@dataclass
class Opened:
    """A window that shows a page, and everything that has happened on it."""

    window: Window
    events: list[object] = field(default_factory=list)

    @property
    def body(self) -> QWidget:
        """The page's body."""
        found = [part for part in self.window.findChildren(QWidget) if isinstance(part, BODY_KINDS)]
        assert found, "there is no body on this page"
        return found[-1]

    @property
    def line(self) -> QLineEdit:
        """The one field of the page."""
        return self.body.findChildren(QLineEdit)[0]

    def press(self, words: str) -> None:
        """Presses the thing that has those words, wherever the page is scrolled to."""
        QTest.mouseClick(button(self.window, words), Qt.MouseButton.LeftButton)

    def type_on_screen(self, text: str) -> None:
        """Types on the keyboard of the screen, one key after the other."""
        for sign in text:
            QTest.mouseClick(self.key(sign), Qt.MouseButton.LeftButton)

    def key(self, face: str) -> KeyButton:
        """The key that shows that face or has that name."""
        found = [key for key in self.all_keys() if face in (key.face, key.accessibleName())]
        assert len(found) == 1, f"{len(found)} keys show {face!r}"
        return found[0]

    def all_keys(self) -> list[KeyButton]:
        """The keys that can be pressed now."""
        return [key for key in self.body.findChildren(KeyButton) if key.isVisible()]


def opened(open_window: Callable[..., Window], view: View, *args: object, **more: object) -> Opened:
    """Opens a window with that page; the arguments are those of `open_window`."""
    result = Opened(open_window(*args, **more))
    result.window.happened.connect(result.events.append)
    result.window.show_view(view)
    result.window.activateWindow()
    assert QTest.qWaitForWindowActive(result.window)
    return result


def look(size: int = 1) -> Look:
    """A look without motion at the density the millimetres in these tests count with."""
    return Look(size=size, px_per_mm=PX_PER_MM, motion=False)


def middle(widget: QWidget) -> QPoint:
    """The middle of a widget in its own pixels."""
    return widget.rect().center()


def rows_of(shown: Opened) -> PickList:
    """The long list of the page."""
    return shown.body.findChildren(PickList)[0]


def names_in(shown: Opened) -> list[str]:
    """The names that the list shows, from the top down."""
    model = rows_of(shown).model()
    assert isinstance(model, PickModel)
    return [model.option(row).name for row in range(model.rowCount())]


def touch_row(shown: Opened, row: int) -> None:
    """Presses and lets go in the middle of a row."""
    rows = rows_of(shown)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.target(row).center())
