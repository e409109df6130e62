"""Each language's forms for numbers are Unicode's, in the catalogue as the kiosk reads it."""

import pytest
from babel import Locale

from kiosk.core.words import Words
from kiosk.language.languages import LANGUAGES, Language, forms_of, language_of, lone_forms
from kiosk.language.manner import CldrManner
from tests.language.made import LEFT, filled, opened

# CLDR has Tagalog under its newer name.
IN_CLDR = {"tl": "fil"}
# Tagalog: CLDR asks for the last digit (4, 6 and 9 are "other"); gettext's tools, and those who
# translate, know it as a language that tells one from many.
OWN_WAY = {"tl"}
NUMBERS = range(201)


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - OWN_WAY))
def test_numbers_of_one_category_of_cldr_get_one_form(code: str) -> None:
    language = LANGUAGES[code]
    category = Locale.parse(IN_CLDR.get(code, code), sep="-").plural_form
    book = opened(filled([LEFT], language), language)

    said = {n: book.npgettext(LEFT.context, LEFT.english, LEFT.many, n) for n in NUMBERS}

    pairs = {(category(n), said[n]) for n in NUMBERS}
    assert len(pairs) == len({one for one, _ in pairs}) == len(set(said.values()))
    assert len(pairs) == language.forms


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("ar", {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3, 200: 5}),
        ("ru", {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 111: 2, 121: 0}),
        ("uk", {1: 0, 3: 1, 14: 2, 31: 0}),
        ("vi", {0: 0, 1: 0, 2: 0, 200: 0}),
        ("fr", {0: 0, 1: 0, 2: 1}),
        ("so", {0: 1, 1: 0, 2: 1}),
    ],
)
def test_a_family_reads_the_form_that_fits_its_number(code: str, forms: dict[int, int]) -> None:
    language = LANGUAGES[code]
    book = opened(filled([LEFT], language), language)
    words = Words(code, language.name, book=book, manner=CldrManner(code))

    said = {n: words.say(LEFT.context, LEFT.english, {"count": n}, LEFT.many) for n in forms}

    assert said == {n: f"{code}{form} {n} letters" for n, form in forms.items()}


@pytest.mark.parametrize(
    ("code", "lone"), [("ar", {0, 1, 2}), ("ru", set()), ("vi", set()), ("fr", {0}), ("so", {0})]
)
def test_a_form_for_one_number_alone_need_not_name_it(code: str, lone: set[int]) -> None:
    assert lone_forms(LANGUAGES[code].plural) == lone


@pytest.mark.parametrize(
    ("rule", "forms"),
    [
        ("nplurals=2; plural=(n != 1);", 2),
        (" nplurals = 1 ; plural = 0", 1),
        ("nplurals=2; plural=n", 0),
        ("nplurals=2; plural=n / 0", 0),
        ("nplurals=2; plural=import os", 0),
        ("nplurals=0; plural=0;", 0),
        ("nplurals=INTEGER; plural=EXPRESSION;", 0),
        ("", 0),
    ],
)
def test_a_rule_is_one_only_where_it_gives_a_form_for_every_number(rule: str, forms: int) -> None:
    assert forms_of(rule) == forms


def test_a_language_of_ones_own_is_what_its_header_says() -> None:
    header = {
        "X-Name": "ਪੰਜਾਬੀ",
        "X-English-Name": "Punjabi",
        "X-Direction": "ltr",
        "X-Font": "Noto Sans Gurmukhi",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
    }

    language = language_of("pa", header)

    assert language == Language(
        "pa", "ਪੰਜਾਬੀ", "Punjabi", "nplurals=2; plural=(n > 1);", "Noto Sans Gurmukhi"
    )
    assert language_of("pa", {}) == Language("pa", "pa", "pa")
    assert language_of("ar", {"X-Name": "Arabic"}) == LANGUAGES["ar"]
