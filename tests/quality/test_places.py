"""Line 17: help, language and the other standing buttons are at one place on every page."""

from collections.abc import Iterable

import pytest

from kiosk.core.phrases import phrases_in
from kiosk.core.view import View
from kiosk.core.words import Words
from kiosk.ui.theme import SIZES
from kiosk.ui.window import Window
from tests.ui.clipping import settle
from tests.ui.finding import STAGES, button, place_of

Place = tuple[int, int, int, int]
"""Left, top, width and height in pixels of the window."""

every_stage = pytest.mark.parametrize("stage", STAGES)
every_size = pytest.mark.parametrize("size", SIZES)


def standing(words: Words) -> dict[str, str]:
    """What stands on every page, by what it is for: its words in that language."""
    phrases = phrases_in(words)
    return {
        "help": phrases.ask_for_help,
        "language": f"{phrases.language}: {words.name}",
        "size": phrases.text_size,
        "contrast": phrases.contrast,
        "over": phrases.start_over,
    }


def places(window: Window, views: Iterable[View], words: Words) -> dict[str, set[Place]]:
    """Where each of them stands on those pages; one place each, if all is well."""
    found: dict[str, set[Place]] = {name: set() for name in standing(words)}
    for view in views:
        window.show_view(view)
        settle()
        for name, said in standing(words).items():
            at = place_of(button(window, said), window)
            found[name].add((at.x(), at.y(), at.width(), at.height()))
    return found


def moved(found: dict[str, set[Place]]) -> dict[str, set[Place]]:
    """What does not stand at one place."""
    return {name: at for name, at in found.items() if len(at) != 1}


@every_stage
@pytest.mark.parametrize("size", [1, 3])
def test_help_and_language_are_where_they_were_on_the_page_before(
    opened, some, station, stage, size
):
    window = opened(stage, size)

    for code, views in some.items():
        assert moved(places(window, views, station.words[code])) == {}, code


@pytest.mark.sweep
@every_stage
@every_size
def test_help_and_language_are_at_one_place_on_every_page(opened, pages, station, stage, size):
    window = opened(stage, size)

    for code, views in pages.items():
        assert moved(places(window, views, station.words[code])) == {}, code


@every_stage
@every_size
def test_from_right_to_left_help_and_language_change_sides(opened, pages, station, stage, size):
    window = opened(stage, size)
    sides = {}

    for code in ("en", "ar"):
        found = places(window, pages[code][:1], station.words[code])
        middle = window.width() / 2
        sides[code] = {name: x + wide / 2 < middle for name, ((x, _, wide, _),) in found.items()}

    left_in_english = {name for name, left in sides["en"].items() if left}
    left_in_arabic = {name for name, left in sides["ar"].items() if left}
    assert {"help", "language"} & left_in_english == set()
    assert {"help", "language"} <= left_in_arabic
