"""Every script is shown whole: no boxes, nothing cut off, and letters as high as was chosen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextLayout

from kiosk.language.catalogue import read_catalogue
from kiosk.language.languages import LANGUAGES
from kiosk.resources import assets_dir, translations_dir
from kiosk.ui.fonts import Fonts, face_of
from kiosk.ui.lines import Lines
from kiosk.ui.theme import SIZES, Kind, Look, Theme
from tests.every_text import SHIPPED, translated_in

NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""
BANDS = {0: (3.5, 4.2), 1: (4.8, 5.6), 2: (6.4, 7.1), 3: (8.5, 9.0)}
PX_PER_MM = 3.9
# Arabic pages are set larger as a whole, for Arabic letters are small in their em.
SET_LARGER = {"ar": 1.06}
# What stands in for a capital, and how many times a capital's height it may be: the
# first letter of the Ethiopic row, alef, and whole blocks of strokes.
STAND_INS = {
    "am": ("\u1200", 1.1),
    "ti": ("\u1200", 1.1),
    "ar": ("\u0627", 1.15),
    "zh-Hans": ("国", 1.35),
    "zh-Hant": ("國", 1.35),
    "ko": ("국", 1.35),
}
# One kind of type for each weight, and the one of addresses.
FACES: tuple[Kind, ...] = ("body", "title", "mono")
# How close the lines of a kind of type are drawn, beside what the font asks for.
LEADINGS: dict[Kind, tuple[float, ...]] = {
    "title": (1.0, 0.92, 0.9),
    "title_small": (1.0, 0.92, 0.9),
    "big": (1.0, 0.92, 0.9),
    "body": (1.0,),
    "label": (1.0, 0.88),
    "small": (1.0, 0.88),
    "mono": (1.0,),
    "huge": (1.0,),
}


@pytest.fixture(scope="module")
def fonts(qapp) -> Fonts:
    return Fonts(assets_dir() / "fonts")


def test_no_text_in_any_language_shows_a_box_where_the_system_has_no_fonts(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS.format(folder=tmp_path), encoding="utf-8")
    hidden = os.environ | {"FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.tofu"],
        env=hidden,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    *boxes, told = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert boxes == []
    assert told.endswith(f" texts in {len(SHIPPED)} languages")


@pytest.mark.parametrize("language", [one for one in SHIPPED if one != "en"])
def test_the_font_that_a_catalogue_names_is_the_one_the_window_takes(language):
    named = read_catalogue(translations_dir() / f"{language}.po").metadata["X-Font"]

    assert face_of(language).families[0] == named == LANGUAGES[language].font


@dataclass(frozen=True)
class Ink:
    """Where the ink of a text begins and ends, in pixels down from the top of its box."""

    text: str
    top: float
    bottom: float


def inks(language: str, font: QFont) -> Iterator[Ink]:
    """The ink of each sentence of the language on one line, by the outlines of its letters."""
    for text in translated_in(language):
        layout = QTextLayout(text.replace("\n", " "), font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        tops, bottoms = [0.0], [0.0]
        for run in layout.glyphRuns():
            raw = run.rawFont()
            for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                outline = raw.boundingRect(glyph)
                tops.append(at.y() + outline.top())
                bottoms.append(at.y() + outline.bottom())
        yield Ink(text, min(tops[1:], default=0.0), max(bottoms[1:], default=0.0))


@cache
def extremes(fonts: Fonts, language: str) -> tuple[str, ...]:
    """The sentences that reach highest and lowest, in each weight and in the face of addresses."""
    theme = Theme(Look(), fonts, language)
    far: set[str] = set()
    for kind in FACES:
        found = list(inks(language, theme.font(kind)))
        far.add(min(found, key=lambda one: one.top).text)
        far.add(max(found, key=lambda one: one.bottom).text)
    return tuple(sorted(far))


def cut_off(lines: Lines) -> tuple[int, int]:
    """How many rows of pixels are painted above and below the place that the text asks for."""
    wide, high = int(lines.natural_width()) + 1, lines.height(1e5)
    room, whole = int(high), int(high + 0.999)
    picture = QImage((wide + 43) // 4 * 4, whole + 2 * room, QImage.Format.Format_Grayscale8)
    picture.fill(0)
    painter = QPainter(picture)
    lines.draw(painter, QPointF(20, room), wide, QColor(Qt.GlobalColor.white))
    painter.end()
    return painted(picture, 0, room), painted(picture, room + whole, picture.height())


def painted(picture: QImage, first: int, end: int) -> int:
    rows = bytes(picture.constBits())
    wide = picture.bytesPerLine()
    return sum(1 for y in range(first, end) if max(rows[y * wide : (y + 1) * wide]) > 48)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", SHIPPED)
def test_nothing_of_a_text_is_painted_outside_the_place_it_asks_for(fonts, language, size):
    theme = Theme(Look(size=size), fonts, language)
    mirrored = language == "ar"

    cut = {
        (kind, leading, text): over
        for kind, leadings in LEADINGS.items()
        for text in extremes(fonts, language)
        for leading in leadings
        if any(over := cut_off(Lines(text, theme.font(kind), mirrored, leading)))
    }

    assert not cut


def height_of(letter: str, font: QFont) -> float:
    """How high the letter is drawn, in pixels, in the face that Qt finds for it."""
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    (run,) = layout.glyphRuns()
    return run.rawFont().pathForGlyph(run.glyphIndexes()[0]).boundingRect().height()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["body", "label", "small", "mono"])
@pytest.mark.parametrize("language", SHIPPED)
def test_latin_capitals_on_a_page_of_any_language_are_as_high_as_was_chosen(
    fonts, language, kind, size
):
    font = Theme(Look(size=size, px_per_mm=PX_PER_MM), fonts, language).font(kind)

    height_mm = height_of("I", font) / PX_PER_MM

    low, high = BANDS[size]
    assert low <= height_mm + 0.01
    assert height_mm <= high * SET_LARGER.get(language, 1.0) + 1 / PX_PER_MM


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["body", "label", "small"])
@pytest.mark.parametrize(("language", "stand_in"), STAND_INS.items())
def test_what_stands_in_for_capitals_is_never_lower_and_not_much_higher(
    fonts, language, stand_in, kind, size
):
    font = Theme(Look(size=size, px_per_mm=PX_PER_MM), fonts, language).font(kind)
    letter, most = stand_in

    height_mm = height_of(letter, font) / PX_PER_MM

    low, high = BANDS[size]
    assert low <= height_mm <= high * most + 1 / PX_PER_MM


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux tells")
def test_no_font_is_in_memory_twice_whatever_languages_came_before():
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.fonts_open"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    files = done.stdout.splitlines()
    assert "NotoSansCJKtc-Bold.otf" in files
    assert len(files) == len(set(files))
