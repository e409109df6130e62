"""What counts as a family's own word, and as a password that many people use."""

import pytest

from kiosk.checks.password_words import folded, holds_one_of, many_people_use, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Maria.Lopez85@example.com",
            {"maria.lopez85", "marialopez85", "maria", "lopez85", "lopez"},
        ),
        ("bo@example.com", set()),
        ("sara1985@example.com", {"sara1985", "sara", "1985"}),
        ("Green Lake Elementary School", {"green", "lake", "greenlakeelementaryschool"}),
        ("O'Dea High School", {"dea", "odeahighschool"}),
        ("አዲስ አበባ", {"አዲስ", "አበባ", "አዲስአበባ"}),
        ("José", {"josé"}),
        ("", set()),
        ("@", set()),
    ],
)
def test_an_address_or_a_name_gives_its_words(text: str, words: set[str]):
    found = words_in([text])

    assert found >= words
    assert bool(found) == bool(words)
    assert not found & {"example", "com", "elementary", "school", "high", "85"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("greenteapot", True),
        ("snowflake", False),
        ("snow-lake", True),
        ("lake2026", True),
        ("LAKE", True),
        ("river", False),
    ],
)
def test_a_short_word_counts_only_by_itself(typed: str, found: bool):
    words = words_in(["Green Lake School"])

    assert holds_one_of(folded(typed), words, 5) == found


def test_words_are_compared_without_case_and_however_an_accent_is_typed():
    words = words_in(["José Muñoz"])

    assert holds_one_of(folded("MUN\u0303OZ-river"), words, 5)


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("dragon", True),
        ("Dragon", True),
        ("dragonriver", False),
        ("0000", True),
        ("abab", True),
        ("13579", True),
        ("987654321098", True),
        ("edcba", True),
        ("aab", False),
        ("8302917", False),
        ("hawks2026", True),
        ("GoHawks2026", False),
        ("h4wk$", True),
        ("hawksschool!", True),
        ("ps118ps118", True),
        ("summer2026", True),
        ("summerriver", False),
        ("", False),
    ],
)
def test_many_people_use_known_passwords_patterns_and_local_words(typed: str, used: bool):
    common = frozenset(["dragon"])

    found = many_people_use(folded(typed), common, ("Hawks", "PS118"))

    assert found == used
