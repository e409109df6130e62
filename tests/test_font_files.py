"""The font files have every letter of every catalogue and the common ones; they stay small."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from kiosk.language.languages import LANGUAGES
from kiosk.resources import assets_dir
from tests.every_text import SHIPPED, texts_in

ttlib = pytest.importorskip("fontTools.ttLib", reason="fontTools reads the fonts")

FONTS = assets_dir() / "fonts"
MOST_BYTES = 12_000_000
# By family: its files' stem. Where a script's own font has no letter, the Latin one stands in.
STEMS = {
    "Atkinson Hyperlegible Next": "AtkinsonHyperlegibleNext",
    "Noto Sans": "NotoSans",
    "Noto Sans Arabic": "NotoSansArabic",
    "Noto Sans Ethiopic": "NotoSansEthiopic",
    "Noto Sans CJK SC": "NotoSansCJKsc",
    "Noto Sans CJK TC": "NotoSansCJKtc",
    "Noto Sans CJK KR": "NotoSansCJKkr",
}
LATIN = STEMS["Atkinson Hyperlegible Next"]
# A sentence of a school's or a translator's own, in words that stand in no catalogue of ours.
NEWS = {
    "zh-Hans": "运动会定于星期五举行。欢迎祖父母参加。王小龙、陈雪、梁敏",
    "zh-Hant": "運動會定於星期五舉行。歡迎祖父母參加。王小龍、陳雪、梁敏",
    "ko": "운동회는 금요일에 열립니다. 할머니와 할아버지도 오세요. 김서연, 박준혁",
}


@cache
def letters_in(file: Path) -> frozenset[str]:
    with ttlib.TTFont(file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def letters_for(family: str, weight: str) -> frozenset[str]:
    (own,) = FONTS.glob(f"{STEMS[family]}-{weight}.?tf")
    return letters_in(own) | letters_in(FONTS / f"{LATIN}-{weight}.ttf")


def drawn(text: str) -> set[str]:
    """The letters that are drawn: not ends of lines, not the marks that only turn a text round."""
    return {one for one in text if unicodedata.category(one) not in ("Cc", "Cf")}


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("language", SHIPPED)
def test_every_letter_that_a_family_may_read_is_in_the_font_of_its_language(language, weight):
    has = letters_for(LANGUAGES[language].font, weight)

    missing = {one: text for text in texts_in(language) for one in drawn(text) - has}

    assert not missing


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_write_its_own_name(language, weight):
    facts = LANGUAGES[language]

    missing = drawn(facts.name) - letters_for(facts.font, weight)

    assert not missing


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize(("language", "news"), NEWS.items())
def test_a_sentence_that_is_in_no_catalogue_turns_into_no_boxes(language, news, weight):
    has = letters_for(LANGUAGES[language].font, weight)

    missing = drawn(news) - has

    assert not missing


@pytest.mark.parametrize(
    ("stem", "codec", "rows", "count"),
    [
        ("NotoSansCJKsc", "gb2312", range(0xB0, 0xD8), 3755),
        ("NotoSansCJKtc", "big5", range(0xA4, 0xC7), 5401),
        ("NotoSansCJKkr", "euc_kr", range(0xB0, 0xC9), 2350),
    ],
)
def test_the_common_letters_of_the_national_standards_are_in(stem, codec, rows, count):
    common = {
        bytes((lead, trail)).decode(codec, "ignore") for lead in rows for trail in range(0x40, 0xFF)
    }
    common = {one for one in common if len(one) == 1 and ord(one) >= 0x3400}

    regular, bold = (letters_in(FONTS / f"{stem}-{weight}.otf") for weight in ("Regular", "Bold"))

    assert len(common) == count
    assert common <= regular
    assert regular == bold


def test_all_fonts_together_leave_the_package_small():
    sizes = [file.stat().st_size for file in FONTS.iterdir() if file.suffix in (".ttf", ".otf")]

    assert sum(sizes) < MOST_BYTES
