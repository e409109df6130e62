"""Line 21: every code a family takes home is read from the window's own pixels as it was meant."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.core.codes import Code
from kiosk.core.phrases import phrases_in
from kiosk.core.view import Choice, View
from kiosk.core.words import Words
from kiosk.ui.theme import LEAST_GAP, SIZES, TARGET, THEMES
from kiosk.ui.window import Window
from kiosk.ui.wishes import ShowCode
from tests.quality.painted import Inked, note_words
from tests.quality.test_contrast import too_faint
from tests.quality.test_names import amiss
from tests.quality.test_practice_pages import off_on
from tests.ui.clipping import panel_of, settle, troubles
from tests.ui.every_page import smallest
from tests.ui.finding import STAGES
from tests.ui.home_pages import Sight, button_of, code_of, every_home_page, sight_of
from tests.ui.reaching import in_sight

QUICK = [*product(("laptop", "small"), SIZES)]
ALL = [*product(STAGES, SIZES)]
LOOKS = [*product(("laptop", "small"), SIZES, THEMES)]
ALL_LOOKS = [*product(STAGES, SIZES, THEMES)]
FEW = ("en", "ar")
MOST_STOPS = 30
NOTHING = Sight(frozenset(), whole=False, exact=False)

HomePages = dict[str, list[View]]


@pytest.fixture(scope="module")
def home(station, tmp_path_factory) -> HomePages:
    """Each page in each language."""
    records = tmp_path_factory.mktemp("records")
    return {code: every_home_page(station, records, code) for code in station.words}


def page_with_code(home: HomePages, place: str) -> tuple[View, Code]:
    """That page in English, and its code."""
    (view,) = [view for view in home["en"] if view.page.place == place]
    code = code_of(view)
    assert code is not None
    return view, code


def misread(window: Window, views: list[View], words: Words) -> list[str]:
    """The codes that a phone does not read as they are meant, on the page or large over it."""
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    found = []
    for view in views:
        code = code_of(view)
        if code is None:
            continue
        at = f"{view.page.place} in {view.language}"
        window.show_view(view)
        settle()
        folded = button_of(window).accessibleName() == phrases_in(words).show_code
        meant = Sight(frozenset({code.text}), whole=True, exact=True)
        if sight_of(window, code) != (NOTHING if folded else meant):
            found.append(at)
        wishes.clear()
        button_of(window).click()
        if wishes != [ShowCode(code)]:
            found.append(f"{at}: {wishes}")
        window.show_code(code)
        settle()
        if sight_of(window, code) != meant:
            found.append(f"{at}, large")
    window.wished.disconnect(wishes.append)
    return found


def off_panels(window: Window, views: list[View], px_per_mm: float) -> list[str]:
    """What is cut, has no name or is too small on the panel with each code."""
    found = []
    for view in views:
        code = code_of(view)
        if code is None:
            continue
        window.show_view(view)
        window.show_code(code)
        settle()
        where = f"{view.page.place} in {view.language}"
        found += [f"{where}: {what}" for what in troubles(panel_of(window))]
        found += [f"{where}: {what}" for what in amiss(window)]
        target, gap = smallest(window, px_per_mm, where)
        found += [f"{one}" for one in (target,) if one.mm < TARGET]
        found += [f"{one}" for one in (gap,) if one.mm < LEAST_GAP]
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_every_code_is_read_from_the_windows_own_pixels(opened, home, station, look):
    window = opened(*look)

    found = misread(window, home["en"], station.words["en"])

    assert found == []


@pytest.mark.parametrize(("stage", "size"), QUICK)
def test_a_code_is_not_turned_round_where_one_reads_from_right_to_left(
    opened, home, station, stage, size
):
    window = opened(stage, size)

    found = misread(window, home["ar"], station.words["ar"])

    assert found == []


@pytest.mark.sweep
@pytest.mark.parametrize("look", ALL_LOOKS)
def test_every_code_in_every_language_is_read_from_the_windows_own_pixels(
    opened, home, station, look
):
    window = opened(*look)

    found = [what for code in home for what in misread(window, home[code], station.words[code])]

    assert found == []


def test_there_is_a_code_of_each_kind_to_read(home):
    kinds = {code: sum(code_of(view) is not None for view in views) for code, views in home.items()}

    assert min(kinds.values()) >= 6
    assert len(home) > 10


def test_a_code_that_is_not_read_is_found(opened, home, station):
    window = opened("laptop", 1)
    view, meant = page_with_code(home, "take_home/portal")
    other = replace(view, body=Choice((), code=Code("https://elsewhere.example")))
    window.show_view(other)
    settle()

    seen = sight_of(window, meant)

    assert seen == Sight(frozenset({"https://elsewhere.example"}), whole=True, exact=False)


@pytest.mark.parametrize(("stage", "size"), [("laptop", 1), ("wide", 3), ("tall", 2)])
def test_where_there_is_room_every_code_stands_on_its_page(opened, home, station, stage, size):
    window = opened(stage, size)
    shown = phrases_in(station.words["en"]).code

    names = set()
    for view in home["en"]:
        if code_of(view):
            window.show_view(view)
            names.add(button_of(window).accessibleName())

    assert names == {shown}


@pytest.mark.parametrize(
    ("stage", "size"), [("small", 0), ("small", 3), ("laptop", 1), ("laptop", 3), ("tall", 3)]
)
def test_a_page_to_take_home_is_whole_named_and_large_enough_to_touch(
    opened, home, station, stage, size
):
    window = opened(stage, size)
    density = station.site.station.px_per_mm

    off = [what for code in FEW for what in off_on(window, home[code], density)]
    off += [what for code in FEW for what in off_panels(window, home[code], density)]

    assert off == []


@pytest.mark.sweep
@pytest.mark.parametrize(("stage", "size"), ALL)
def test_every_page_to_take_home_is_whole_named_and_large_enough_to_touch(
    opened, home, station, stage, size
):
    window = opened(stage, size)
    density = station.site.station.px_per_mm

    off = [what for views in home.values() for what in off_on(window, views, density)]
    off += [what for views in home.values() for what in off_panels(window, views, density)]

    assert off == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_on_pages_to_take_home(opened, home, theme, monkeypatch):
    window = opened("laptop", 1, theme)
    words = note_words(monkeypatch)

    found: list[Inked] = []
    for view in home["en"]:
        window.show_view(view)
        settle()
        found += words.inked(window, view.page.place)
        if code := code_of(view):
            window.show_code(code)
            settle()
            found += words.inked(window, f"{view.page.place}, large")

    assert too_faint(found, theme) == []
    assert len(found) > 100


@pytest.mark.parametrize(("stage", "size"), [("small", 3), ("laptop", 1)])
def test_the_code_is_reached_and_opened_by_keys_alone(opened, home, station, stage, size):
    window = opened(stage, size)
    view, code = page_with_code(home, "take_home/portal")
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    window.show_view(view)

    for _ in range(MOST_STOPS):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        if window.focusWidget() is button_of(window):
            break
    shown = in_sight(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)

    assert shown
    assert wishes == [ShowCode(code)]


def test_a_window_that_grows_and_shrinks_shows_the_code_or_its_tile(opened, home, station):
    window = opened("laptop", 1)
    view, _ = page_with_code(home, "take_home/office")
    window.show_view(view)
    settle()
    phrases = phrases_in(station.words["en"])

    names = []
    for size in ("small", "tall", "small", "wide"):
        window.resize(*STAGES[size])
        QApplication.processEvents()
        settle()
        names.append(button_of(window).accessibleName())
        assert list(troubles(window.page())) == []

    assert names == [phrases.show_code, phrases.code, phrases.show_code, phrases.code]
