"""The practice student's pages under the rules of all others: words, targets, focus, clipping."""

from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.core.events import Chosen
from kiosk.demo.showing import Shown
from kiosk.ui.frame import Frame
from kiosk.ui.theme import LEAST_GAP, SIZES, TARGET, THEMES
from kiosk.ui.widgets.banner import LEAVE
from kiosk.ui.widgets.scroll import Scroll
from kiosk.ui.window import Window
from tests.quality.painted import Inked, note_words
from tests.quality.test_contrast import too_faint
from tests.quality.test_names import amiss
from tests.quality.test_places import moved, places
from tests.ui.clipping import settle, troubles
from tests.ui.every_page import smallest
from tests.ui.every_scene import Scenes, every_scene, fullest
from tests.ui.finding import STAGES, button, touch
from tests.ui.reaching import in_sight
from tests.ui.test_every_page import ring_is_seen, to_press

MOST_STOPS = 60
FEW = 3  # one page in so many is painted, or walked by key, in each run

every_stage_and_size = pytest.mark.parametrize(
    ("stage", "size"), [(stage, size) for stage in STAGES for size in SIZES]
)


@pytest.fixture(scope="module")
def scenes(station) -> Scenes:
    """Each page of the practice, in each language."""
    return every_scene(station)


@pytest.fixture(scope="module")
def full(scenes) -> Scenes:
    """Of each sort the page with most words, in the languages that say most about a page."""
    return fullest(scenes)


def off_on(window: Window, pages: list[Shown], px_per_mm: float) -> Iterator[str]:
    """What is cut, has no name, is too small to touch or too near, with where it is."""
    for page in pages:
        window.show_view(page)
        settle()
        where = f"{page.page.place} in {page.language}"
        yield from (f"{where}: {trouble}" for trouble in troubles(_frame(window)))
        yield from (f"{where}: {what}" for what in amiss(window))
        yield from _too_near(window, where, px_per_mm)
        scroll = window.findChild(Scroll)
        if isinstance(scroll, Scroll) and scroll.overflows():
            scroll.page(1)
            yield from _too_near(window, f"{where}, further down", px_per_mm)


def _too_near(window: Window, where: str, px_per_mm: float) -> Iterator[str]:
    target, gap = smallest(window, px_per_mm, where)
    if target.mm < TARGET:
        yield f"{target.where} is {target.mm:.1f} mm"
    if gap.mm < LEAST_GAP:
        yield f"{gap.where} are {gap.mm:.1f} mm apart"


def _frame(window: Window) -> Frame:
    frame = window.findChild(Frame)
    assert isinstance(frame, Frame)
    return frame


@pytest.mark.parametrize(
    ("stage", "size"),
    [("small", 0), ("small", 3), ("laptop", 0), ("laptop", 3), ("tall", 3), ("wide", 1)],
)
def test_a_practice_page_is_whole_named_and_large_enough_to_touch(
    opened, full, station, stage, size
):
    window = opened(stage, size)

    off = [
        what
        for pages in full.values()
        for what in off_on(window, pages, station.site.station.px_per_mm)
    ]

    assert off == []
    assert min(map(len, full.values())) > 20


@pytest.mark.sweep
@every_stage_and_size
def test_every_practice_page_in_every_language_is_whole_named_and_large_enough_to_touch(
    opened, scenes, station, stage, size
):
    window = opened(stage, size)

    off = [
        what
        for pages in scenes.values()
        for what in off_on(window, pages, station.site.station.px_per_mm)
    ]

    assert off == []
    assert sum(map(len, scenes.values())) > 100 * len(scenes)


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_on_practice_pages(opened, full, theme, monkeypatch):
    window = opened("laptop", 1, theme)
    words = note_words(monkeypatch)
    pages = list(chain.from_iterable(full[code][::FEW] for code in ("en", "ar")))

    found: list[Inked] = []
    for page in pages:
        window.show_view(page)
        settle()
        found += words.inked(window, f"{page.page.place} in {page.language}")

    assert too_faint(found, theme) == []
    assert len(found) > 5 * len(pages)


@pytest.mark.parametrize(("stage", "size"), [("small", 3), ("laptop", 1)])
def test_tab_goes_round_a_practice_page_and_the_focus_is_always_in_sight(opened, full, stage, size):
    window = opened(stage, size)

    off = []
    for page in full["en"]:
        window.show_view(page)
        missing = to_press(window)
        for _ in range(MOST_STOPS):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
            here = window.focusWidget()
            if not in_sight(window) or not ring_is_seen(here):
                off.append((page.page.place, here.accessibleName(), "cannot be seen"))
            if here not in missing and not missing:
                break
            missing.discard(here)
        off += [(page.page.place, one.accessibleName(), "by Tab") for one in missing]

    assert off == []


@pytest.mark.parametrize(("stage", "size"), [("small", 3), ("laptop", 1)])
def test_help_and_language_stay_where_they_are_through_the_practice(
    opened, full, station, stage, size
):
    window = opened(stage, size)

    for code, pages in full.items():
        assert moved(places(window, pages, station.words[code])) == {}, code


def test_the_way_out_of_the_practice_is_named_where_only_its_cross_has_room(opened, full):
    window = opened("small", 3)
    heard: list[object] = []
    window.happened.connect(heard.append)
    window.show_view(full["en"][0])

    touch(window, "End practice")

    assert heard == [Chosen(LEAVE)]
    assert button(window, "End practice").isVisible()
