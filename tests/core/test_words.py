"""Words are looked up whole, and values are put into their braces last."""

import dataclasses

import pytest

from kiosk.core.phrases import Phrases, phrases_in
from kiosk.core.words import ENGLISH, Sheet, Words, fill, placeholders

SOMALI = Words(
    "so", "Soomaali", book=Sheet({("shell.back", "Back"): "Dib", ("a.title", "Yes"): "Haa"})
)


@pytest.mark.parametrize(
    ("context", "english", "said"),
    [("a.title", "Yes", "Haa"), ("b.title", "Yes", "Yes"), ("a.title", "No", "No")],
)
def test_a_sentence_is_found_by_its_place_and_its_english(
    context: str, english: str, said: str
) -> None:
    found = SOMALI.of(context, english)

    assert found == said


@pytest.mark.parametrize(
    ("text", "names", "filled"),
    [
        ("Ask {school} now", ("school",), "Ask Cedar Hill now"),
        (
            "{school}, {school} or {other}",
            ("school", "school", "other"),
            "Cedar Hill, Cedar Hill or {other}",
        ),
        ("Ask {Shcool 2} now", ("Shcool 2",), "Ask {Shcool 2} now"),
        ("no braces } here {", (), "no braces } here {"),
        ("{tricky}", ("tricky",), "{school}"),
    ],
)
def test_each_brace_is_filled_once_and_an_unknown_one_stays_to_be_seen(
    text: str, names: tuple[str, ...], filled: str
) -> None:
    facts = {"school": "Cedar Hill", "tricky": "{school}"}

    result = fill(text, facts)

    assert placeholders(text) == names
    assert result == filled


def test_the_words_of_the_frame_are_english_where_there_is_no_translation() -> None:
    english = said_by(Phrases())

    somali = said_by(phrases_in(SOMALI))

    assert somali == english | {"back": "Dib"}
    assert said_by(phrases_in(ENGLISH)) == english


def said_by(phrases: Phrases) -> dict[str, str]:
    said = {field.name: getattr(phrases, field.name) for field in dataclasses.fields(Phrases)}
    return {
        name: phrase if isinstance(phrase, str) else f"{phrase.of(1)}, {phrase.of(5)}"
        for name, phrase in said.items()
    }
