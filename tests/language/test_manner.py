"""How numbers and office hours are written: each line was read by eye, and is held here."""
# ruff: noqa: RUF001 - other scripts have letters that look like Latin ones

import pytest

from kiosk.core.manner import ENGLISH_MANNER, OfficeHours
from kiosk.core.words import ENGLISH, Sheet, Words
from kiosk.language.languages import LANGUAGES
from kiosk.language.manner import CldrManner

ALL_WEEK = OfficeHours(((0, 4),), 7 * 60 + 30, 15 * 60 + 30)
THREE_DAYS = OfficeHours(((0, 0), (2, 2), (4, 4)), 8 * 60, 12 * 60 + 5)
# "~" stands for a space at which no line is broken.
WRITTEN = {
    "en": ("Mon – Fri: 7:30~AM – 3:30~PM", "Mon, Wed, and Fri: 8:00~AM – 12:05~PM", "12,345"),
    "es": ("lun – vie: 7:30 – 15:30", "lun, mié y vie: 8:00 – 12:05", "12.345"),
    "so": ("Isn – Jmc: 7:30~GH – 3:30~GD", "Isn, Arbc iyo Jmc: 8:00~GH – 12:05~GD", "12,345"),
    "am": ("ሰኞ – ዓርብ: 7:30 ጥዋት – 3:30 ከሰዓት", "ሰኞ፣ ረቡዕ እና ዓርብ: 8:00 ጥዋት – 12:05 ከሰዓት", "12,345"),
    "ti": ("ሰኑ – ዓር: 7:30 ቅ.ቀ. – 3:30 ድ.ቀ.", "ሰኑ፣ ረቡን ዓርን: 8:00 ቅ.ቀ. – 12:05 ድ.ቀ.", "12,345"),
    "om": ("Wix – Jim: 7:30~WD – 3:30~WB", "Wix, Rob, Jim: 8:00~WD – 12:05~WB", "12,345"),
    "ar": (
        "الاثنين – الجمعة: 7:30 ص – 3:30 م",
        "الاثنين والأربعاء والجمعة: 8:00 ص – 12:05 م",
        "12,345",
    ),
    "vi": ("Th 2 – Th 6: 07:30 – 15:30", "Th 2, Th 4 và Th 6: 08:00 – 12:05", "12.345"),
    "zh-Hans": ("周一 – 周五: 07:30 – 15:30", "周一、周三和周五: 08:00 – 12:05", "12,345"),
    "zh-Hant": (
        "週一 – 週五: 清晨7:30 – 下午3:30",
        "週一、週三和週五: 上午8:00 – 中午12:05",
        "12,345",
    ),
    "ru": ("пн – пт: 07:30 – 15:30", "пн, ср и пт: 08:00 – 12:05", "12~345"),
    "uk": ("пн – пт: 07:30 – 15:30", "пн, ср і пт: 08:00 – 12:05", "12~345"),
    "tl": ("Lun – Biy: 7:30~AM – 3:30~PM", "Lun, Miy, at Biy: 8:00~AM – 12:05~PM", "12,345"),
    "ko": ("월 – 금: 오전 7:30 – 오후 3:30", "월, 수 및 금: 오전 8:00 – 오후 12:05", "12,345"),
    "fr": ("lun. – ven.: 07:30 – 15:30", "lun., mer. et ven.: 08:00 – 12:05", "12~345"),
}


def test_every_shipped_language_has_been_read() -> None:
    assert list(WRITTEN) == list(LANGUAGES)


@pytest.mark.parametrize("language", WRITTEN)
def test_hours_and_numbers_are_written_as_families_write_them(language: str) -> None:
    manner = CldrManner(language)

    said = tuple(manner.written(fact) for fact in (ALL_WEEK, THREE_DAYS, 12345))

    assert tuple(text.replace("\u00a0", "~") for text in said) == WRITTEN[language]


@pytest.mark.parametrize("language", WRITTEN)
def test_no_space_is_used_that_the_fonts_lack(language: str) -> None:
    said = [CldrManner(language).written(fact) for fact in (ALL_WEEK, THREE_DAYS, 1234567)]

    assert not any("\u202f" in text or "\u2009" in text for text in said)


@pytest.mark.parametrize("language", ["mam", "x", "chk", "qqq-Latn"])
def test_a_language_that_unicode_does_not_know_writes_as_english_does(language: str) -> None:
    manner = CldrManner(language)

    assert manner.written(12345) == "12,345"
    assert manner.written(ALL_WEEK) == ENGLISH_MANNER.written(ALL_WEEK)


@pytest.mark.parametrize(
    ("opens", "said"),
    [(0, "12:00 am"), (59, "12:59 am"), (12 * 60, "12:00 pm"), (23 * 60 + 5, "11:05 pm")],
)
def test_noon_and_midnight_are_told_apart_in_english(opens: int, said: str) -> None:
    hours = OfficeHours(((5, 5), (6, 6)), opens, 24 * 60 - 1)

    assert ENGLISH_MANNER.written(hours) == f"Sat, Sun, {said} to 11:59 pm"


def test_a_sentence_has_its_number_as_the_language_writes_it() -> None:
    book = Sheet({("a.title", "{count} families"): "{count} familias"})
    spanish = Words("es", "Español", book=book, manner=CldrManner("es"))

    assert spanish.say("a.title", "{count} families", {"count": 1234567}) == "1.234.567 familias"
    assert ENGLISH.say("a.title", "{count} families", {"count": 1234567}) == "1,234,567 families"


ARABIC = Words("ar", "العربية", right_to_left=True, manner=CldrManner("ar"))


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ("ana@b.org", "\u2066ana@b.org\u2069"),
        ("555-0142", "\u2066555-0142\u2069"),
        ("مدرسة", "مدرسة"),
        ("?", "?"),
        (12345, "12,345"),
        (ALL_WEEK, "الاثنين – الجمعة: 7:30 ص – 3:30 م"),
    ],
)
def test_in_a_language_from_the_right_addresses_stay_from_the_left(
    fact: str | int | OfficeHours, shown: str
) -> None:
    assert ARABIC.say("a", "{fact}", {"fact": fact}) == shown
    assert "\u2066" not in ENGLISH.say("a", "{fact}", {"fact": fact})


@pytest.mark.parametrize(
    ("english", "many", "facts", "form"),
    [
        ("1 letter", "{count} letters", {"count": 1}, 1),
        ("{count} letters", "{count} letters", {"count": "5"}, 5),
        ("One sign, like {signs}", "{count} signs, like {signs}", {"count": 2, "signs": "!"}, 2),
        ("After {count} tries wait 1 minute", "After {count} tries wait {minutes} minutes",
         {"count": 3, "minutes": 1}, 3),
        ("{minutes} minutes", "", {"minutes": 7}, 7),
        ("Plain words", "", {"count": 1}, None),
        ("{school}", "", {"count": 1, "school": "Fir Hill"}, None),
        ("{count} letters", "", {}, None),
        ("{count} letters", "", {"count": "many"}, None),
    ],
)  # fmt: skip
def test_a_sentence_is_asked_for_by_the_number_it_speaks_of(
    english: str, many: str, facts: dict[str, str | int], form: int | None
) -> None:
    class Asked:
        def pgettext(self, context: str, message: str) -> str:
            return "plain"

        def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
            return f"form for {n}"

    said = Words("so", "Soomaali", book=Asked()).say("a", english, facts, many)

    assert said == ("plain" if form is None else f"form for {form}")
