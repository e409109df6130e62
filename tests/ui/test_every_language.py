"""In every language, text size and stage: nothing cut, nothing on anything else, none sideways."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.core.view import End, Form, View
from kiosk.ui.frame import Frame
from kiosk.ui.house import house_of
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.greeting import Greeting
from kiosk.ui.theme import SIZES, Look
from kiosk.ui.widgets.content import Content
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.press import Press
from kiosk.ui.widgets.read_back_text import ReadBackText
from kiosk.ui.widgets.text import Text
from kiosk.ui.window import Window
from tests.ui.clipping import settle, troubles
from tests.ui.every_language import Stop, every_stop, off_on, telling
from tests.ui.finding import STAGES, place_of, seen_place, shown

every_stage = pytest.mark.parametrize("stage", STAGES)
every_size = pytest.mark.parametrize("size", SIZES)


@pytest.fixture(scope="module")
def stops(station, worlds) -> list[Stop]:
    """Each page of the shipped flows, as a family comes to it."""
    return every_stop(worlds)


@pytest.fixture(scope="module")
def pages(station, stops) -> dict[str, list[View]]:
    """Each page in each language of the station."""
    return {code: [one.view(words) for one in stops] for code, words in station.words.items()}


@pytest.fixture
def opened(open_window, station):
    """A window of the station on that stage, in that text size."""

    def opens(stage: str, size: int) -> Window:
        look = Look(size=size, px_per_mm=station.site.station.px_per_mm, motion=False)
        window: Window = open_window(STAGES[stage], look, house_of(station))
        return window

    return opens


@pytest.mark.parametrize(("stage", "size"), [("small", 3), ("laptop", 3), ("tall", 3), ("wide", 1)])
def test_the_longest_words_of_each_language_are_whole(opened, pages, stage, size):
    window = opened(stage, size)

    off = [trouble for views in pages.values() for trouble in off_on(window, telling(views))]

    assert off == []


@pytest.mark.sweep
@every_stage
@every_size
def test_every_page_in_every_language_is_whole(opened, pages, stage, size):
    window = opened(stage, size)

    off = [trouble for views in pages.values() for trouble in off_on(window, views)]

    assert off == []
    assert sum(map(len, pages.values())) > 100 * len(pages)


@pytest.mark.parametrize(("stage", "most"), [("laptop", 0.0), ("small", 0.2)])
def test_at_the_largest_size_a_family_sees_what_a_page_is_about(opened, pages, stage, most):
    window = opened(stage, max(SIZES))
    views = [view for code in ("ar", "am", "vi") for view in pages[code]]
    asking = [
        view
        for view in views
        if not isinstance(view.body, End) and not getattr(view.body, "refusal", "")
    ]

    hidden = [view.page.place for view in asking if not _shows_its_lead(window, view)]

    assert len(hidden) <= most * len(asking), hidden


def _shows_its_lead(window: Window, view: View) -> bool:
    """Whether the first step or answer, or the address, shows before anything is touched."""
    window.show_view(view)
    settle()
    content = window.findChild(Content)
    assert content is not None
    parts = content.findChildren(QWidget)
    body = next(part for part in parts if hasattr(part, "first_focus"))
    lead = next(iter(getattr(body, "leads", ())), body.first_focus())
    return seen_place(lead, window) == place_of(lead, window)


@pytest.mark.sweep
@every_stage
@every_size
def test_every_page_from_right_to_left_is_a_mirror_of_itself_on_every_stage(
    opened, pages, stage, size
):
    assert _mirrored(opened(stage, size), pages["en"]) > 100


@pytest.mark.parametrize(("stage", "size"), [("wide", 1), ("small", 3)])
def test_every_page_from_right_to_left_is_a_mirror_of_itself(opened, pages, stage, size):
    assert _mirrored(opened(stage, size), pages["en"]) > 100


def _mirrored(window: Window, views: list[View]) -> int:
    """How many of the pages have a mirror on a page that is read from right to left: all.

    In English, for Arabic words break into other lines when they run the other way.
    """
    turned = 0
    for view in views:
        there = _places(window, replace(view, right_to_left=True))
        back = _places(window, view)
        assert there == [_turned(at, window) for at in back], view.page.place
        turned += 1
    return turned


def _places(window: Window, view: View) -> list[QRect]:
    """Where the parts of the page lie, from the first made on; keys have an order of their own."""
    window.show_view(view)
    settle()
    parts = (part for part in shown(window) if isinstance(part, Press | Text | QLineEdit))
    return [place_of(part, window) for part in parts if not isinstance(part, KeyButton)]


def _turned(at: QRect, window: Window) -> QRect:
    return QRect(window.width() - at.right() - 1, at.top(), at.width(), at.height())


@pytest.mark.parametrize("size", [1, 3])
def test_addresses_codes_and_passwords_run_from_left_to_right_in_arabic(opened, pages, size):
    window = opened("laptop", size)
    fields, shown_back = [], []

    for view in pages["ar"]:
        window.show_view(view)
        settle()
        for line in window.findChildren(QLineEdit):
            if not isinstance(view.body, Form) or view.body.kind == "email":
                fields.append(line.layoutDirection())
        shown_back += [text.layoutDirection() for text in window.findChildren(ReadBackText)]

    assert set(fields) == set(shown_back) == {Qt.LayoutDirection.LeftToRight}


@every_stage
def test_the_first_screen_has_room_for_every_language(opened, station, stage):
    window = opened(stage, Look().size)  # each visit begins with it: that screen has no other
    window.show_attract()
    attract, greeting = window.findChild(Attract), window.findChild(Greeting)
    names = {words.name for words in station.words.values()}

    off: list[object] = []
    greeted = set()
    for _ in station.words:
        parts = [part for part in shown(window) if isinstance(part, Press | Text | Greeting)]
        places = {part.accessibleName() or part.text(): place_of(part, window) for part in parts}
        off += [name for name, at in places.items() if not window.rect().contains(at)]
        off += [
            pair for pair in combinations(places, 2) if places[pair[0]].intersects(places[pair[1]])
        ]
        off += [part.accessibleName() for part in parts if _too_low(part)]
        assert names <= set(places)
        greeted.add(greeting.text())
        attract.greet_in_next()

    assert off == []
    assert len(greeted) == len({tongue.title for tongue in house_of(station).greetings()})


def _too_low(part: QWidget) -> bool:
    return isinstance(part, Press) and part.height() < part.heightForWidth(part.width())


def test_a_page_that_is_cut_is_found(opened, pages):
    window = opened("small", 3)
    window.show_view(pages["en"][0])
    settle()
    title = window.findChild(Content).title
    sound = list(troubles(window.findChild(Frame)))

    title.setFixedHeight(title.height() // 2)
    title.move(title.x() + 900, title.y())

    found = list(troubles(window.findChild(Frame)))
    assert sound == []
    assert any("is too low" in trouble for trouble in found)
    assert any("is off the side" in trouble for trouble in found)
