"""A text is measured as a reader would: its sentences, its syllables, its school grade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.guide import Guide
from kiosk.core.lint.hard_words import ABOUT_THE_WORLD, COLD, JARGON, plain_word_for
from kiosk.core.lint.sentences import grade_of, sentences_of, syllables_of, without_values, words_of
from kiosk.core.texts import texts_of
from kiosk.station import Station

# As a dictionary divides them.
SYLLABLES = {
    1: "the are here school phone typed asked names fine free hours guess queue touch friends used",
    2: "email letters little table places needed minute being office careful homework science poem",
    3: "family guardian attendance studying created area idea radio easier library timetable video",
    4: "information usually experience January registration society",
    5: "authentication notification university",
}


@pytest.mark.parametrize("count", SYLLABLES)
def test_syllables_are_counted_as_they_are_spoken(count: int) -> None:
    words = SYLLABLES[count].split()

    counted = {word: syllables_of(word) for word in words}

    assert counted == dict.fromkeys(words, count)


def test_capitals_and_apostrophes_change_nothing() -> None:
    assert syllables_of("School's") == syllables_of("school")
    assert syllables_of("EMAIL") == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Open your mail. Look for a message!", 2),
        ("Say: Which email do you have for me?", 2),
        ("Is it there? “Yes.” Then touch it", 3),
        ("It is open Mon-Fri, 7:30 am.", 1),
        ("...", 0),
        ("", 0),
    ],
)
def test_a_text_falls_into_sentences(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


def test_addresses_and_numbers_are_no_words() -> None:
    words = words_of("Go to families.example.org and type ana@gmail.com 24 times")

    assert words == ["Go", "to", "and", "type", "times"]


def test_a_value_in_braces_reads_like_a_name() -> None:
    assert without_values("Ask at {here}, {here_hours}") == "Ask at Anna, Anna"


def test_the_grade_is_that_of_the_formula() -> None:
    # Ten words of one syllable in two sentences: 0.39 * 5 + 11.8 * 1 - 15.59.
    easy = grade_of(["The cat sat on it.", "We see the old dog."])

    # Six words of 25 syllables in one sentence.
    hard = grade_of(["Authentication information requires additional verification immediately"])

    assert easy == pytest.approx(-1.84)
    assert hard == pytest.approx(0.39 * 6 + 11.8 * 25 / 6 - 15.59)


def test_nothing_to_read_has_no_grade() -> None:
    assert grade_of([]) == grade_of(["", "...", "12:30"]) == 0


@given(st.text(max_size=80))
def test_any_text_can_be_measured(text: str) -> None:
    grade = grade_of([text])

    assert grade == grade
    assert all(syllables_of(word) >= 1 for word in words_of(text))


def test_no_shipped_page_is_above_grade_6(station: Station) -> None:
    guide: Guide = station.guide
    pages = {
        (flow.flow, name): [text.text for text in texts_of(screen) if text.part != "answer"]
        for flow in guide.flows.values()
        for name, screen in flow.screens.items()
    }

    hardest = max((grade_of(texts), page) for page, texts in pages.items())

    assert hardest[0] <= 6, hardest


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("This is an error", "error"),
        ("Something went wrong.", "wrong"),
        ("Invalid", "Invalid"),
        ("It failed", "failed"),
        ("Terror is another word", None),
        ("Strongly", None),
    ],
)
def test_words_of_blame_are_found_as_whole_words(text: str, word: str | None) -> None:
    found = COLD.search(text)

    assert (found[0] if found else None) == word


def test_a_word_of_the_trade_has_a_plain_one_or_asks_for_its_meaning() -> None:
    found = JARGON.search("Please VERIFY it")

    assert found
    assert plain_word_for(found[0]) == "say 'check'"
    assert plain_word_for("SSO") == "say what it means to a family"


@pytest.mark.parametrize(
    ("question", "unsure"),
    [
        ("Do you have an account?", True),
        ("Does {school} have this address for you?", True),
        ("Look in your mail. Is your child's name right?", True),
        ("Do you want to go on?", False),
        ("Can you open it?", False),
        ("Do you see the message?", False),
        ("Is it there now?", False),
        ("Does it work?", False),
    ],
)
def test_not_sure_is_due_where_a_person_may_not_know(question: str, unsure: bool) -> None:
    assert bool(ABOUT_THE_WORLD.search(question)) is unsure
