"""Every path that covers the shipped flows, played in one window by the words on its buttons."""

import gc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path as FilePath
from typing import get_args

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.checks.password_example import sound_example
from kiosk.commands.paths import HOURS, Plan, plan_of
from kiosk.core.cover.roaming import Path
from kiosk.core.events import AskedHelp, Chosen, Confirmed, Elapsed, Event, Picked, Typed
from kiosk.core.phrases import phrases_in
from kiosk.core.showing import view_of
from kiosk.core.view import Body, End, Form, Password, Pick, View, Wait
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH, Words
from kiosk.homeward import Homeward
from kiosk.resources import Folders, assets_dir
from kiosk.station import START, Station, open_station
from kiosk.ui.controller import Aside, Controller, Rules
from kiosk.ui.house import house_of
from kiosk.ui.taking_home import TakingHome
from kiosk.ui.theme import Look
from kiosk.ui.widgets.content import Content
from kiosk.ui.window import Window
from tests.ui.conftest import FakeClock
from tests.ui.finding import button

PHRASES = phrases_in(ENGLISH)


class Hours:
    """The local time of the offices, which a test sets."""

    def __init__(self) -> None:
        self.now = HOURS["open"]

    def __call__(self) -> datetime:
        return self.now


def _homeward(station: Station) -> Homeward:
    """Without a key: a ticket is judged by the stand-in, and brings nobody back."""
    return Homeward(station, lambda: HOURS["open"], bytes, FilePath())


class Willing:
    """Does whatever pages ask for."""

    def do(self, deed: str, asked: Visit, visit: Visit, words: Words) -> bool:
        return True

    def forget(self) -> None:
        """There is nothing to forget."""


class Family:
    """A family at the kiosk, which does what a path says: it reads words and touches them."""

    def __init__(self, station: Station, hours: Hours) -> None:
        self._station, self._hours = station, hours
        self._clock = FakeClock()
        self.kinds: set[type] = set()
        look = Look(motion=False)
        self.window = Window(house_of(station), assets_dir(), look, full_screen=False)
        self.window.resize(1366, 768)
        self.window.show()
        rules = Rules(station.guide, station.words, station.site.idle_limits(), look)
        aside = Aside(taking_home=TakingHome(lambda: _homeward(station), station.words, Willing()))
        self.controller = Controller(rules, self.window, self._clock, aside=aside)
        self.controller.start()

    def walk(self, path: Path) -> tuple[tuple[str, ...], str]:
        """The places that the window shows on that path, and the end that it comes to."""
        self._hours.now = HOURS.get(path.under, HOURS["open"])
        self.press(PHRASES.touch_to_begin)
        places = [self.place()]
        for event in path.events:
            self.do(event)
            places.append(self.place())
        visit = self.controller.visit
        end = visit.ended if visit else ""
        body = self.view().body
        assert isinstance(body, End)
        self.press(body.button or PHRASES.finish)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return tuple(places), end

    def place(self) -> str:
        """Where the visit is, once its title stands in the window."""
        view = self.view()
        self.kinds.add(type(view.body))
        (content,) = self.window.findChildren(Content)
        assert content.title.text() == view.page.title
        return view.page.place

    def view(self) -> View:
        """The page as the core has it."""
        visit = self.controller.visit
        assert visit is not None, "no visit is under way"
        return view_of(self._station.guide, visit, ENGLISH)

    def press(self, words: str) -> None:
        """Presses what has those words, wherever the page is scrolled to, one second later."""
        self._clock.now += 1
        QTest.mouseClick(button(self.window, words), Qt.MouseButton.LeftButton)

    def do(self, event: Event) -> None:
        """Does that on the page which stands in the window."""
        body = self.view().body
        match event, body:
            case AskedHelp(), _:
                self.press(PHRASES.ask_for_help)
            case Elapsed(), Wait():
                self._clock.now += body.seconds
                self.controller.tick()
            case Typed(text), Form():
                self._type(text, body.button)
            case Confirmed(), Password():
                self._type(sound_example(self._station.rule_set), body.button)
            case Picked(options), Pick():
                self._pick(options, body)
            case Chosen(answer), _ if not isinstance(body, End):
                self.press(next(tile.text for tile in body.answers if tile.id == answer))
            case _:
                raise AssertionError(f"{event} cannot be done on {body}")

    def _type(self, text: str, words: str) -> None:
        (line,) = self.window.findChildren(QLineEdit)
        line.clear()
        line.insert(text)
        self.press(words)

    def _pick(self, options: tuple[str, ...], body: Pick) -> None:
        names = {one.id: ", ".join(filter(None, (one.name, one.detail))) for one in body.options}
        if body.at_most == 1:
            self.press(names[options[0]])
            return
        for option in body.draft:
            if option not in options:
                self.press(f"{names[option]}, {PHRASES.picked}")
        for option in options:
            if option not in body.draft:
                self.press(names[option])
        self.press(body.button)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The visits that cover the shipped flows."""
    return plan_of(Folders.shipped(), START)


@pytest.fixture(scope="module")
def family(qapp) -> Iterator[Family]:
    """One family for all paths, so that each begins in the window that the last one left."""
    hours = Hours()
    family = Family(open_station(Folders.shipped(), hours), hours)
    gc.freeze()  # as the program does: each wipe then looks only at what the visit left
    yield family
    gc.unfreeze()
    family.window.close()
    family.window.deleteLater()
    qapp.processEvents()


def test_the_window_shows_the_places_and_the_end_of_every_path(plan, family):
    shown = [family.walk(path) for path in plan.cover.paths]

    assert shown == [(path.places, path.end) for path in plan.cover.paths]
    assert family.kinds == set(get_args(Body))
