"""What a family reads in the shipped flows: short, kind, and free of blame and of reasons."""

import re
from collections.abc import Iterator

import pytest

from kiosk.core.flow import End, Form, Question, Seen, Told
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of
from kiosk.core.messages import messages_of_phrases
from kiosk.station import Station
from tests.flows.reading import grade, sentences, syllables, texts_on, words

HARDEST = 6.0
MOST_WORDS = 20
FEWEST_WORDS = 8  # the measure says nothing of a shorter text by itself, such as "Tonight"

NEVER_SAID = re.compile(r"\b(error|invalid|incorrect|fail\w*|wrong|click\w*|illegal)\b", re.I)
PRIVATE = re.compile(r"\b(custod\w*|court\w*|restrict\w*|divorce\w*|judge\w*|legal\w*)\b", re.I)
UNSURE = re.compile(r"not sure|do not know|something else|do not see", re.I)

# Questions without "I am not sure", and why nobody is left without an answer there.
SURE = {
    "account/save_it": "a choice between ways, not a thing to know",
    "account/skip": "a choice",
    "account/not_sure_inside": "it is where 'I am not sure' leads, and asks for what the eye sees",
    "email/look_on_phone": "it is where 'I am not sure' leads; each way out of it is there",
    "email/phone_not_here": "whoever is not sure does not know it by heart: 'No'",
    "email/whose_mail": "the list has 'Another mail'",
    "email/which_new": "a choice, with 'Not today'",
    "email/type_it": "Back leads to 'Do you have an email address?'",
    "email/did_you_mean": "'I want to type it again' is there",
    "email/read_back": "whoever is not sure changes it",
    "one_school/found": "the office said it a moment ago and is at hand",
    "one_school/about_address": "the office said it a moment ago and is at hand",
    "one_school/about_me": "the office said it a moment ago and is at hand",
    "one_school/about_child": "the office said it a moment ago and is at hand",
    "record/how_many": "an adult knows how many schools; the list of schools has a way out",
    "record/some_agree": "a choice",
    "reply/pick_mail": "the list has 'Another mail'",
    "reply/look_again": "asked before with 'I am not sure'; here it is only looked for again",
    "reply/last_look": "asked before with 'I am not sure'; here it is only looked for again",
    "request/not_found": "the address stands there to compare with, letter by letter",
    "setup/ticket": "'I begin anew' is there",
    "setup/who": "'Other adult' is for everybody who is not sure, and offers to ask the office",
    "signed_in/sign_in_again": "it works or it does not; 'No' leads to help",
    "signed_in/every_child": "asks for what the eye sees",
    "take_home/what": "a choice, with 'Go back to my page'",
    "take_home/on_phone": "a choice",
    "take_home/which_day": "any day is right, and another one can be taken",
    "take_home/may_we": "a choice, with 'No, thank you'",
    "take_home/name": "any name or letters will do",
    "take_home/how": "a choice, with a way out",
    "take_home/phone": "Back leads to 'By email' and to a way out",
    "take_home/email": "Back leads to 'By phone' and to a way out",
    "take_home/right": "whoever is not sure changes it",
}


def told_screens(guide: Guide) -> Iterator[tuple[str, Seen]]:
    """Every screen that a family sees, with its place."""
    for flow in guide.flows.values():
        for name, screen in flow.screens.items():
            if isinstance(screen, Told):
                yield f"{flow.flow}/{name}", screen


def read_together(station: Station) -> dict[str, list[str]]:
    """What stands on one page or one card, by its place."""
    pages = {place: list(texts_on(screen)) for place, screen in told_screens(station.guide)}
    cards = {
        f"{card.provider}.{card.errand}": list(card.steps)
        for card in station.guide.cards
        if card.context  # the others hold names of places
    }
    rules = {"rules": [rule.text for rule in station.guide.rules]}
    return pages | cards | rules


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("needed", 2), ("asked", 1), ("boxes", 2), ("names", 1), ("people", 2),
     ("families", 3), ("everything", 3), ("guardian", 3), ("child's", 1), ("a@b.org", 1)],
)  # fmt: skip
def test_the_measure_counts_syllables_as_an_ear_does(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_measure_tells_easy_from_hard() -> None:
    easy = grade(["Look on your phone. Do you see mail?"])
    hard = grade(["Authentication of credentials necessitates verification of eligibility."])

    assert easy < 1
    assert hard > 20


def test_every_page_is_easy_to_read(station: Station) -> None:
    grades = {place: grade(texts) for place, texts in read_together(station).items()}

    assert {place: found for place, found in grades.items() if found > HARDEST} == {}


def test_every_text_by_itself_is_easy_to_read(station: Station) -> None:
    texts = {text for page in read_together(station).values() for text in page}
    long = [text for text in texts if len(words(text)) >= FEWEST_WORDS]

    assert len(long) > 100
    assert [text for text in long if grade([text]) > HARDEST] == []


def test_every_sentence_is_short(station: Station) -> None:
    texts = [text for page in read_together(station).values() for text in page]

    long = [one for text in texts for one in sentences(text) if len(words(one)) > MOST_WORDS]

    assert long == []


def test_no_word_blames_or_belongs_to_machines(station: Station) -> None:
    shell = [text for one in messages_of_phrases("") for text in (one.english, one.many)]
    pages = read_together(station) | {"shell": shell}

    said = [text for page in pages.values() for text in page if NEVER_SAID.search(text)]

    assert said == []


def test_no_last_page_names_why_the_office_wants_to_talk(station: Station) -> None:
    ends = [screen for _, screen in told_screens(station.guide) if isinstance(screen, End)]

    said = [text for end in ends for text in texts_on(end) if PRIVATE.search(text)]

    assert len(ends) > 15
    assert said == []


def test_no_page_at_all_names_custody(station: Station) -> None:
    texts = [text for page in read_together(station).values() for text in page]

    assert [text for text in texts if PRIVATE.search(text)] == []


def test_whoever_is_not_sure_finds_an_answer(station: Station) -> None:
    without = {
        place
        for place, screen in told_screens(station.guide)
        if screen.ask and not any(UNSURE.search(answer.text) for answer in answers_of(screen))
    }

    assert without == set(SURE)


def test_every_page_has_a_picture(station: Station) -> None:
    bare = [place for place, screen in told_screens(station.guide) if not screen.picture]

    assert bare == []


def test_every_answer_has_an_icon(station: Station) -> None:
    bare = [
        (place, answer.id)
        for place, screen in told_screens(station.guide)
        for answer in answers_of(screen)
        if not answer.icon
    ]

    assert bare == []


def test_a_page_asks_with_a_question_mark_and_tells_without_one(station: Station) -> None:
    asks = [screen for _, screen in told_screens(station.guide) if isinstance(screen, Question)]

    assert [one.ask for one in asks if one.ask and "?" not in one.ask] == []
    assert [one.tell for one in asks if "?" in one.tell] == []


def test_a_field_and_a_list_say_what_they_want(station: Station) -> None:
    for place, screen in told_screens(station.guide):
        if isinstance(screen, Form):
            assert screen.field.hint, place
