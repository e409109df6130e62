"""All that a family reads of the practice in its own language is a message for translators."""

from collections import Counter
from dataclasses import fields

import pytest

from kiosk.core.lint.hard_words import COLD, JARGON
from kiosk.core.lint.sentences import grade_of
from kiosk.core.words import counted
from kiosk.demo.messages import messages_in_demo
from kiosk.demo.phrase_notes import DEMO_NOTES
from kiosk.demo.phrases import DemoPhrases
from kiosk.demo.world import Said
from kiosk.resources import flows_dir, read_text
from tests.demo.touring import things_in, world_on

MESSAGES = messages_in_demo()
HARDEST = 6.0


def test_every_text_of_the_world_is_a_message() -> None:
    said = {(one.context, one.english) for one in things_in(world_on()) if isinstance(one, Said)}

    messages = {(one.context, one.english) for one in MESSAGES if one.context.startswith("demo/")}

    assert said == messages


def test_every_phrase_is_a_message_with_its_plural_where_it_counts() -> None:
    found = {one.context: one for one in MESSAGES}

    for field in fields(DemoPhrases):
        english = getattr(DemoPhrases, field.name)
        message = found[f"demo.{field.name}"]
        assert message.english == english
        assert message.many == (english if counted(english) else "")
    assert found["demo.missing_works"].many


def test_each_message_has_a_context_of_its_own() -> None:
    twice = [context for context, n in Counter(one.context for one in MESSAGES).items() if n > 1]

    assert twice == []


def test_each_text_of_a_file_is_told_with_its_line_and_what_it_is() -> None:
    for one in MESSAGES:
        if one.context.startswith("demo/"):
            lines = read_text(flows_dir().parent / one.file).splitlines()
            assert one.english.split("\n")[0][:20] in " ".join(lines[one.line - 1 : one.line + 1])
            assert one.notes
            assert one.part


def test_the_notes_are_on_phrases_that_there_are() -> None:
    assert set(DEMO_NOTES) <= {field.name for field in fields(DemoPhrases)}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda one: one.context)
def test_every_text_is_kind_and_plain(message) -> None:
    assert not COLD.search(message.english)
    assert not JARGON.search(message.english)


def test_the_pages_of_the_lesson_and_the_letters_read_like_grade_6_or_below() -> None:
    world = world_on()

    lesson = {one.id: [one.title, *one.says] for one in world.lesson}
    letters = {one.id: [one.text] for one in world.letters}
    terms = {one.id: [one.means] for one in world.terms}
    mail = {one.id: [one.own] for one in world.mail}
    for name, told in {**lesson, **letters, **terms, **mail}.items():
        grade = grade_of([said.english for said in told])
        assert grade <= HARDEST, (name, grade)


def test_the_lesson_is_six_pages_and_the_second_draws_the_chart() -> None:
    lesson = world_on().lesson

    assert len(lesson) == 6
    assert [page.shows for page in lesson] == ["words", "chart", *["words"] * 4]
