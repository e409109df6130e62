"""Line 6: contrast in each theme, of the roles by name and of words as they are painted."""

import sys
from itertools import chain, product

import pytest

from kiosk.core.view import View
from kiosk.resources import assets_dir
from kiosk.ui.fonts import Fonts
from kiosk.ui.theme import SIZES, THEMES, Look, Role, Theme, contrast
from kiosk.ui.widgets.content import Content
from kiosk.ui.window import Window
from tests.quality.painted import Inked, note_words
from tests.ui.clipping import settle
from tests.ui.test_theme import LEAST_FOR_WORDS, MARKS, WORDS

LEAST_FOR_MARKS = 3
FEW = 3  # one page in so many is painted in each run

every_theme = pytest.mark.parametrize("theme", THEMES)
# On what words stand beside the grounds of WORDS: a picked row, a digit of an address.
PLATES = [(Role.ink, Role.accent), (Role.on_primary, Role.primary), (Role.card, Role.ink)]


def painted(window: Window, views: list[View], patch: pytest.MonkeyPatch) -> list[Inked]:
    """The words of the first screen, of those pages and of some panels, with their colours."""
    words = note_words(patch)
    window.show_attract()
    settle()
    found = list(words.inked(window, "the first screen"))
    for view in views:
        window.show_view(view)
        settle()
        found += words.inked(window, f"{view.page.place} in {view.language}")
    for name in ("language", "size", "start_over"):
        window.open_panel(name)
        settle()
        found += words.inked(window, f"panel {name}")
    window.close_panel()
    return found


def too_faint(found: list[Inked], theme: str) -> list[Inked]:
    """The words that stand out less than their theme asks for."""
    sys.stdout.write(f"{theme}: {min(one.contrast for one in found):.2f} of {len(found)}\n")
    return [one for one in found if one.contrast < LEAST_FOR_WORDS[theme]]


@every_theme
def test_words_stand_out_as_they_are_painted(opened, some, theme, monkeypatch):
    window = opened("laptop", 1, theme)
    views = list(chain.from_iterable(some[code][::FEW] for code in ("en", "ar")))

    found = painted(window, views, monkeypatch)

    assert too_faint(found, theme) == []
    assert len(found) > 5 * len(views)


@pytest.mark.sweep
@every_theme
@pytest.mark.parametrize(("stage", "size"), [*product(("wide", "small"), SIZES)])
def test_words_stand_out_on_every_page(opened, pages, theme, stage, size):
    window = opened(stage, size, theme)
    views = [*pages["en"], *pages["ar"], *pages["am"]]

    with pytest.MonkeyPatch.context() as patch:
        found = painted(window, views, patch)

    assert too_faint(found, theme) == []


def test_words_that_are_too_faint_are_found(opened, some, monkeypatch):
    words = note_words(monkeypatch)
    window = opened("laptop", 1)
    window.show_view(some["en"][0])
    title = window.findChild(Content).title
    title._role = Role.hairline

    found = too_faint(list(words.inked(window, "here")), "warm")

    assert {one.where for one in found} == {"here"}


def test_every_pair_that_is_painted_is_one_that_is_measured_by_its_roles(
    qapp, opened, some, monkeypatch
):
    theme = Theme(Look(), Fonts(assets_dir() / "fonts"))
    pairs = {(theme.color(one).name(), theme.color(other).name()) for one, other in WORDS + PLATES}
    window = opened("laptop", 1)

    found = painted(window, some["en"][::FEW], monkeypatch)

    assert {(one.ink, one.ground) for one in found} - pairs == set()


def test_figures_of_each_theme_by_role(qapp):
    least = {}
    for name in THEMES:
        theme = Theme(Look(theme=name), Fonts(assets_dir() / "fonts"))
        words, marks = (
            min(contrast(theme.color(one), theme.color(other)) for one, other in pairs)
            for pairs in (WORDS, MARKS)
        )
        least[name] = (words, marks)
        sys.stdout.write(f"{name}: words {words:.2f}, marks {marks:.2f}\n")

    assert {name for name, (words, _) in least.items() if words < LEAST_FOR_WORDS[name]} == set()
    assert {name for name, (_, marks) in least.items() if marks < LEAST_FOR_MARKS} == set()
