"""People who never touch the screen: one has a keyboard, one has two switches."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.core.events import Chosen, Confirmed, Event, Picked, Typed
from kiosk.core.phrases import Phrases
from kiosk.core.showing import view_of
from kiosk.core.view import End, Form, Password, Pick, View
from kiosk.core.words import ENGLISH
from kiosk.resources import assets_dir
from kiosk.station import Station
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.house import house_of
from kiosk.ui.switches import Switches
from kiosk.ui.theme import Look
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.widgets.pick_model import PickModel
from kiosk.ui.window import Window
from tests.ui.conftest import FakeClock

PHRASES = Phrases()
PATIENCE = 60
"""So many presses to anything on a page at most, before a test gives up."""

NEXT, PRESS = Qt.Key.Key_F7, Qt.Key.Key_F8


class Visitor:
    """A running kiosk of a station, and what every visitor sees of it. A second passes a press."""

    def __init__(self, station: Station, size: tuple[int, int] = (1366, 768)) -> None:
        self._station = station
        self._clock = FakeClock()
        look = Look(motion=False)
        self.window = Window(house_of(station), assets_dir(), look, full_screen=False)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        rules = Rules(station.guide, station.words, station.site.idle_limits(), look)
        self.controller = Controller(rules, self.window, self._clock)
        self.controller.setParent(self.window)
        self.controller.start()
        self._take_over()
        self.controller.watch(self.window.windowHandle())
        self.presses = 0

    def _take_over(self) -> None:
        """Takes keys before the kiosk hears of them; nothing here."""

    def view(self) -> View:
        """The page as the core has it."""
        visit = self.controller.visit
        assert visit is not None, "no visit is under way"
        return view_of(self._station.guide, visit, ENGLISH)

    def hit(self, key: Qt.Key) -> None:
        """Presses a key and lets it go, in the window itself."""
        self._clock.now += 1
        self.presses += 1
        handle = self.window.windowHandle()
        assert isinstance(handle, QWindow)
        QTest.keyClick(handle, key)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def focus(self) -> QWidget:
        """What has the focus."""
        held = self.window.focusWidget()
        assert held is not None, "nothing has the focus"
        return held

    def stands_on(self) -> str:
        """The words of what has the focus; of a list, those of its row."""
        held = self.focus()
        if isinstance(held, PickList):
            model = held.model()
            assert isinstance(model, PickModel)
            return model.option(held.currentIndex().row()).name
        return held.accessibleName()

    def close(self) -> None:
        """Ends it."""
        self.window.close()
        self.window.deleteLater()


class Typist(Visitor):
    """Has a keyboard, and no finger on the screen."""

    def reach(self, words: str) -> None:
        """Goes to what has those words by Tab, in a list by arrows, and presses it."""
        for _ in range(PATIENCE):
            if self.stands_on() == words:
                self.hit(Qt.Key.Key_Return)
                return
            self.hit(self._onward())
        raise AssertionError(f"{words!r} is not reached on {self.view().page.place}")

    def write(self, text: str) -> None:
        """Types into the field, which has the focus."""
        for sign in text:
            self._clock.now += 1
            QTest.keyClicks(self.focus(), sign)

    def _onward(self) -> Qt.Key:
        held = self.focus()
        walks = (
            isinstance(held, PickList) and held.currentIndex().row() + 1 < held.model().rowCount()
        )
        return Qt.Key.Key_Down if walks else Qt.Key.Key_Tab


class Switcher(Visitor):
    """Has two switches: one goes on, one presses."""

    def __init__(self, station: Station, size: tuple[int, int] = (1366, 768)) -> None:
        super().__init__(station, size)
        self.longest_letter = 0

    def _take_over(self) -> None:
        Switches(self.window, "f7", "f8").watch(self.window.windowHandle())

    def reach(self, words: str) -> None:
        """Goes on until what has those words has the focus, and presses it."""
        self._until(lambda: self.stands_on() == words, words)
        self.hit(PRESS)

    def write(self, text: str) -> None:
        """Types with the keys on the screen: first the row is chosen, then the key in it."""
        for sign in text:
            before = self.presses
            if self.key(sign) is None:
                self._strike(
                    self.key(PHRASES.key_digits if sign.isdigit() else PHRASES.key_letters)
                )
            self._strike(self.key(sign))
            self.longest_letter = max(self.longest_letter, self.presses - before)

    def key(self, sign: str) -> KeyButton | None:
        """The key on the screen that shows this sign, types it, or has it for a name."""
        for one in self.window.findChildren(KeyButton):
            if one.isVisible() and sign in (one.face, one.key.text, one.accessibleName()):
                return one
        return None

    def _strike(self, key: KeyButton | None) -> None:
        assert key is not None, "there is no such key"
        self._until(lambda: self._in_row_of(key), key.face)
        self.hit(PRESS)
        self._until(lambda: self.focus() is key, key.face)
        self.hit(PRESS)

    def _in_row_of(self, key: KeyButton) -> bool:
        held = self.focus()
        return isinstance(held, KeyButton) and held.y() == key.y()

    def _until(self, there: Callable[[], bool], what: str) -> None:
        for _ in range(PATIENCE):
            if there():
                return
            self.hit(NEXT)
        raise AssertionError(f"{what!r} is not reached; the focus is on {self.stands_on()!r}")


def do(visitor: Typist | Switcher, event: Event) -> None:
    """Does that on the page that stands in the window, by its words."""
    body = visitor.view().body
    match event, body:
        case Typed(text), Form():
            visitor.write(text)
            visitor.reach(body.button)
        case Confirmed(), Password():
            visitor.write("purple lamp reads slowly")
            visitor.reach(body.button)
        case Picked(options), Pick():
            for option in body.options:
                if option.id in options:
                    visitor.reach(", ".join(filter(None, (option.name, option.detail))))
            if body.at_most > 1:
                visitor.reach(body.button)
        case Chosen(answer), _ if not isinstance(body, End):
            visitor.reach(next(tile.text for tile in body.answers if tile.id == answer))
        case _:
            raise AssertionError(f"{event} cannot be done on {body}")


def in_sight(window: QWidget) -> bool:
    """Whether all of what has the focus can be seen, or as much as its place can ever show."""
    held = window.focusWidget()
    assert held is not None
    if isinstance(held, QLineEdit):
        held = held.parentWidget() or held
    seen = held.visibleRegion().boundingRect()
    return seen == QRect(QPoint(0, 0), held.size())
