"""The look: contrast in every theme, letter heights in every size, fonts that are there."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QRawFont

from kiosk.core.errors import Missing
from kiosk.resources import assets_dir
from kiosk.ui.fonts import Fonts, face_of
from kiosk.ui.theme import SIZES, THEMES, Look, Role, Theme

LEAST_FOR_WORDS = {"warm": 10, "black_on_white": 20, "white_on_black": 20, "low_glare": 10}
GROUNDS = (Role.paper, Role.card, Role.tint, Role.note)
WORDS = [
    *((ink, ground) for ink in (Role.ink, Role.second_ink) for ground in GROUNDS),
    (Role.primary, Role.paper),
    (Role.on_primary, Role.primary),
    (Role.on_accent, Role.accent),
    (Role.card, Role.ink),
    (Role.on_stage, Role.stage),
]
MARKS = [
    *((mark, ground) for mark in (Role.good, Role.warn, Role.bad) for ground in GROUNDS),
    *((line, ground) for line in (Role.edge, Role.focus) for ground in (Role.paper, Role.card)),
    (Role.primary, Role.card),
    (Role.primary, Role.tint),
    (Role.accent_edge, Role.paper),
    (Role.on_mark, Role.good),
    (Role.stage_focus, Role.stage),
    (Role.ink, Role.picture_fill),
    (Role.ink, Role.picture_soft),
]
BANDS = {0: (3.5, 4.2), 1: (4.8, 5.6), 2: (6.4, 7.1), 3: (8.5, 9.0)}


@pytest.fixture
def fonts(qapp) -> Fonts:
    return Fonts(assets_dir() / "fonts")


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: Role, other: Role) -> float:
    light, dark = sorted((luminance(theme.color(one)), luminance(theme.color(other))))[::-1]
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_stand_out_from_their_ground_in_every_theme(fonts, name, ink, ground):
    theme = Theme(Look(theme=name), fonts)

    found = contrast(theme, ink, ground)

    assert found >= LEAST_FOR_WORDS[name]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_icons_borders_and_focus_stand_out_three_to_one(fonts, name, mark, ground):
    theme = Theme(Look(theme=name), fonts)

    found = contrast(theme, mark, ground)

    assert found >= 3


@pytest.mark.parametrize("px_per_mm", [3.0, 3.9, 5.4, 9.0])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["body", "label", "small", "mono"])
def test_capital_letters_are_as_high_as_the_voting_guidelines_ask(fonts, kind, size, px_per_mm):
    font = Theme(Look(size=size, px_per_mm=px_per_mm), fonts).font(kind)

    height_mm = QFontMetricsF(font).capHeight() / px_per_mm

    low, high = BANDS[size]
    one_pixel = 1 / px_per_mm
    assert low <= height_mm <= high + one_pixel


@pytest.mark.parametrize("kind", ["title", "title_small", "big", "huge"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_larger_than_body_ever_falls_below_the_chosen_size(fonts, kind, size):
    theme = Theme(Look(size=size), fonts)

    height = QFontMetricsF(theme.font(kind)).capHeight()

    assert height > QFontMetricsF(theme.font("body")).capHeight()


@pytest.mark.parametrize("language", ["en", "ru", "uk", "vi"])
def test_each_face_knows_the_height_of_its_own_capitals(qapp, language):
    face = face_of(language)

    faces = [QRawFont(str(assets_dir() / "fonts" / name), 1000) for name in face.files]

    for one in faces:
        assert face.cap == pytest.approx(one.capHeight() / 1000, abs=0.04)


def test_a_length_is_never_rounded_down(fonts):
    theme = Theme(Look(px_per_mm=3.9), fonts)

    pixels = theme.px(12.7)

    assert pixels == 50


def test_a_theme_in_another_size_keeps_everything_else(fonts):
    theme = Theme(Look(theme="low_glare", size=0), fonts)

    larger = theme.at_size(3)

    assert larger.look == Look(theme="low_glare", size=3)


def latin_only(folder: Path) -> Path:
    for file in (assets_dir() / "fonts").glob("Atkinson*.ttf"):
        (folder / file.name).symlink_to(file)
    return folder


def test_a_script_that_nobody_chose_is_not_loaded(qapp, tmp_path):
    fonts = Fonts(latin_only(tmp_path))

    families = fonts.face("so").families

    assert families == ("Atkinson Hyperlegible Next",)


def test_a_font_that_is_gone_is_named(qapp, tmp_path):
    fonts = Fonts(latin_only(tmp_path))

    with pytest.raises(Missing) as told:
        fonts.face("am")

    assert "NotoSansEthiopic-Regular.ttf" in str(told.value)


def test_a_language_of_a_region_takes_the_face_of_its_language():
    faces = [face_of(code) for code in ("am-ET", "zh_CN", "zh_TW", "xx")]

    families = [face.families[0] for face in faces]

    assert families == [
        "Noto Sans Ethiopic",
        "Noto Sans CJK SC",
        "Noto Sans CJK TC",
        "Atkinson Hyperlegible Next",
    ]
