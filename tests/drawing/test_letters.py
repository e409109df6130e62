"""Text is measured by a table that agrees with the shipped fonts, and broken so that it fits."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.drawing.letters import Face, Weight, width_of, wrapped
from kiosk.resources import assets_dir

FACE = Face(14, 17)
MOST = 120.0

PLAIN = tuple(chr(code) for code in (*range(0x20, 0x7F), 0x2019, 0x201C, 0x201D, 0x2022, 0x2026))
MARKED = tuple(
    chr(code) for code in range(0xC0, 0x17F) if unicodedata.decomposition(chr(code))[:1] == "0"
)


@pytest.mark.parametrize(("weight", "file"), [("regular", "Regular"), ("semibold", "SemiBold")])
def test_the_table_of_widths_agrees_with_the_shipped_font(weight: Weight, file: str) -> None:
    fonts = pytest.importorskip("fontTools.ttLib", reason="fontTools reads the font")
    font = fonts.TTFont(assets_dir() / "fonts" / f"AtkinsonHyperlegibleNext-{file}.ttf")
    advances, names = font["hmtx"], font.getBestCmap()
    face = Face(font["head"].unitsPerEm, 0, weight)

    off = {
        sign: width_of(sign, face) - advances[names[ord(sign)]][0]
        for sign in (*PLAIN, *MARKED)
        if ord(sign) in names
    }

    assert len(off) > 170
    assert {sign: more for sign, more in off.items() if sign in PLAIN and not 0 <= more < 10} == {}
    assert {sign: more for sign, more in off.items() if not -90 <= more <= 20} == {}


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_wrapped_lines_hold_every_letter_and_none_is_too_wide(text: str) -> None:
    letters = "".join(text.split())

    lines = wrapped(text, FACE, MOST)

    assert "".join(lines).replace(" ", "") == letters
    assert all(width_of(line, FACE) <= MOST for line in lines if len(line) > 1)


def test_lines_are_as_even_as_the_words_allow() -> None:
    eight = "one two three four five six seven eight"

    lines = wrapped(eight, FACE, 200.0)

    assert lines == ("one two three four", "five six seven eight")


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_is_no_line(text: str) -> None:
    nothing = text

    lines = wrapped(nothing, FACE, MOST)

    assert lines == ()


def test_wide_letters_that_the_table_lacks_are_counted_as_wide() -> None:
    korean, latin = "학교", "no"

    widths = width_of(korean, FACE), width_of(latin, FACE)

    assert widths[0] > 1.5 * widths[1]
