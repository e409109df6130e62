"""The code on a page: a scanner reads its pixels in every look, and no square is small or soft."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QColor

from kiosk.core.codes import Code
from kiosk.handoff.matrix import TooLong, matrix_of
from kiosk.handoff.payloads import portal, wifi
from kiosk.ui.theme import SIZES, THEMES, Look, Role
from kiosk.ui.widgets.code_line import breakable
from tests.ui.codes import CODES, LEAST_MODULE, PORTAL, QUIET, Page, grey, seen, troubles
from tests.ui.samples_bodies import kit_for

LONG = Code("a" * 800)


@pytest.fixture
def shows(qtbot):
    """Shows a page with one code."""

    def shown(
        code: Code, most: int | None = None, wide: int = 0, rtl: bool = False, **look
    ) -> Page:
        page = Page(kit_for(Look(**look), rtl), code, most, wide)
        qtbot.addWidget(page)
        page.show()
        return page

    return shown


@pytest.mark.parametrize("density", [3.9, 5.5])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", THEMES)
def test_each_code_is_read_from_the_pixels_as_it_was_meant(shows, theme, size, density):
    pages = {
        name: shows(code, theme=theme, size=size, px_per_mm=density) for name, code in CODES.items()
    }

    found = {name: list(troubles(page, CODES[name], density)) for name, page in pages.items()}

    assert found == {name: [] for name in CODES}


@pytest.mark.parametrize("scale", ["1.25", "1.5", "2"])
def test_codes_are_as_sharp_on_a_screen_of_finer_pixels(scale):
    there = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}

    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.codes"], capture_output=True, text=True, env=there
    )

    assert (done.stdout, done.returncode) == (f"ratio {scale}\n", 0)


@pytest.mark.parametrize("theme", THEMES)
def test_there_are_four_squares_of_white_on_every_side(shows, theme):
    page = shows(CODES["portal"], theme=theme)

    found = seen(page)

    (left, top), module = found.corner(), int(found.module())
    plate = page.code.square()
    end = plate.translated(page.code.pos())
    across = len(matrix_of(CODES["portal"].text)) * module
    assert left - end.left() >= QUIET * module
    assert top - end.top() >= QUIET * module
    assert end.right() + 1 - (left + across) >= QUIET * module
    assert end.bottom() + 1 - (top + across) >= QUIET * module


def test_it_is_dark_on_light_in_the_same_colours_in_every_theme(shows):
    kits = [kit_for(Look(theme=theme)).theme for theme in THEMES]

    colors = {(kit.color(Role.code_dark).name(), kit.color(Role.code_light).name()) for kit in kits}

    assert colors == {("#000000", "#ffffff")}


def test_a_longer_text_makes_a_larger_square_and_no_smaller_modules(shows):
    sides, modules = [], []

    for text in ("a", "a" * 300, "a" * 800):
        page = shows(Code(text))
        sides.append(page.code.square().width())
        modules.append(seen(page).module())

    assert sides == sorted(sides)
    assert sides[0] < sides[-1]
    assert min(modules) / 3.9 >= LEAST_MODULE


def test_a_cap_makes_the_square_smaller(shows):
    free = shows(CODES["portal"])

    capped = shows(CODES["portal"], most=180)

    assert capped.code.fits
    assert capped.code.square().width() <= 180 < free.code.square().width()
    assert seen(capped).is_exactly(CODES["portal"].text)


def test_a_cap_never_makes_modules_too_small_and_the_widget_tells(shows):
    page = shows(LONG, most=200)

    module = seen(page).module()

    assert not page.code.fits
    assert page.code.square().width() > 200
    assert module / 3.9 >= LEAST_MODULE


def test_without_a_cap_every_code_fits(shows):
    page = shows(LONG)

    assert page.code.fits


def test_a_text_that_no_code_holds_is_not_shown(qtbot):
    with pytest.raises(TooLong):
        Page(kit_for(), Code("a" * 2332))


def ink_of(page: Page) -> list[tuple[int, int]]:
    """Where the words under the code have ink: places in the widget, below the square."""
    image = page.code.grab().toImage()
    ground = QColor(image.pixel(0, image.height() - 1))
    top = page.code.square().bottom() + 1
    return [
        (x, y)
        for y in range(top, image.height())
        for x in range(image.width())
        if QColor(image.pixel(x, y)) != ground
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("wide", [170, 260, 500, 900])
def test_the_line_is_never_cut_however_narrow_the_place_is(shows, size, wide):
    page = shows(portal(PORTAL), wide=wide, size=size)

    places = ink_of(page)

    across, down = [x for x, _ in places], [y for _, y in places]
    assert min(across) > 0
    assert max(across) < page.code.width() - 1
    assert max(down) < page.code.height() - 1


def test_an_address_may_break_after_a_dot_or_a_slash_and_before_the_at_sign():
    places = breakable("front.office@a.org/home").split("\u200b")

    assert places == ["front.", "office", "@a.", "org/", "home"]


def test_the_whole_line_stands_in_the_label_for_a_screen_reader(shows):
    page = shows(wifi("Cedar Hill Guest", "river yellow"))

    words = page.code.text()

    assert words == "Cedar Hill Guest\nriver yellow"


def test_an_address_runs_left_to_right_on_a_page_that_does_not(shows):
    pages = [shows(portal(PORTAL), rtl=rtl) for rtl in (False, True)]

    pictures = [grey(page.code.grab().toImage()) for page in pages]

    assert pictures[0] == pictures[1]


def test_a_code_without_a_line_takes_no_room_for_one(shows):
    page = shows(Code(PORTAL))

    height = page.code.heightForWidth(400)

    assert height == page.code.square().height()
