"""Every page of the shipped flows in every language, and windows of the shipped station."""

from collections.abc import Callable
from itertools import islice

import pytest
from PySide6.QtTest import QTest

from kiosk.core.view import View
from kiosk.station import Station
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.house import house_of
from kiosk.ui.theme import Look, ThemeName
from kiosk.ui.window import Window
from tests.quality.live import Live
from tests.ui.conftest import clock, open_window  # noqa: F401 - fixtures of the window's own tests
from tests.ui.every_language import every_stop, telling
from tests.ui.finding import STAGES

Pages = dict[str, list[View]]


@pytest.fixture(scope="session")
def pages(station, worlds) -> Pages:
    """Each page, and each page with a refusal on it, in each language of the station."""
    stops = every_stop(worlds)
    return {code: [stop.view(words) for stop in stops] for code, words in station.words.items()}


@pytest.fixture(scope="session")
def some(pages) -> Pages:
    """Of each language the pages with most to say; of English and Arabic every fourth beside."""
    chosen = {code: telling(views) for code, views in pages.items()}
    for code in ("en", "ar"):
        chosen[code] += list(islice(pages[code], 0, None, 4))
    return chosen


@pytest.fixture
def opened(open_window, station: Station) -> Callable[..., Window]:  # noqa: F811 - the fixture
    """Opens a window of the station on a stage, in a text size and a theme."""

    def opens(stage: str, size: int, theme: ThemeName = "warm") -> Window:
        density = station.site.station.px_per_mm
        look = Look(theme=theme, size=size, px_per_mm=density, motion=False)
        window: Window = open_window(STAGES[stage], look, house_of(station))
        assert QTest.qWaitForWindowActive(window)
        return window

    return opens


@pytest.fixture
def live(opened, clock, station: Station) -> Live:  # noqa: F811 - the fixture
    """A kiosk of the shipped station on its first screen, with a clock that the test moves."""
    window = opened("laptop", 1)
    look = Look(px_per_mm=station.site.station.px_per_mm, motion=False)
    rules = Rules(station.guide, station.words, station.site.idle_limits(), look)
    controller = Controller(rules, window, clock)
    controller.setParent(window)
    controller.start()
    controller.watch(window.windowHandle())
    return Live(window, controller, clock, station.site.idle_limits())
