"""What is gathered for translators is what the pages look up: every word of it, and no other."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import pytest

from kiosk.checks.password_rules import RuleSet
from kiosk.checks.password_sentences import NOTES, SENTENCES, notes_of, rules_of
from kiosk.core.cover.roads import Roads, roads_of
from kiosk.core.errors import FilesNotSound
from kiosk.core.events import LeftAlone, Stopped
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.messages import Message
from kiosk.core.phrase_notes import PHRASE_NOTES
from kiosk.core.phrases import Phrases, phrases_in
from kiosk.core.shape.reader import read_file
from kiosk.core.showing import rule_in, view_of
from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.language.harvest import messages_in
from kiosk.resources import flows_dir, read_text, yaml_files
from kiosk.station import Station
from tests.conftest import change

Asked = tuple[str, str, str]


@dataclass(frozen=True)
class Recording:
    """A catalogue that notes what it is asked for: context, English, and the English for many."""

    asked: set[Asked] = field(default_factory=set)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add((context, message, ""))
        return message

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add((context, msgid1, msgid2))
        return msgid1 if n == 1 else msgid2


@pytest.fixture(scope="session")
def messages() -> tuple[Message, ...]:
    return messages_in(flows_dir())


def known(messages: tuple[Message, ...]) -> set[Asked]:
    return {(one.context, one.english, one.many) for one in messages}


def visits(guide: Guide, roads: Roads) -> Iterator[Visit]:
    """Every place, every step and every end of the shipped flows, as a family gets there."""
    for road in {*roads.places.values(), *roads.steps.values(), *roads.ends.values()}:
        visit = begin(guide)
        for event in road:
            visit = advance(guide, visit, event)
        yield visit


def asked_on(guide: Guide, roads: Roads) -> set[Asked]:
    book = Recording()
    for visit in visits(guide, roads):
        view_of(guide, visit, Words("xx", "Recording", book=book))
    return book.asked


def test_every_word_of_every_page_is_looked_up_as_a_message_has_it(
    worlds: tuple[tuple[Station, Roads], ...], messages: tuple[Message, ...]
) -> None:
    asked = {one for world, roads in worlds for one in asked_on(world.guide, roads)}

    assert asked - known(messages) == set()
    pages = {context for context, _, _ in asked if "/" in context}
    assert len(pages) > 400


def test_every_message_of_a_flow_is_on_some_page_that_a_family_comes_to(
    worlds: tuple[tuple[Station, Roads], ...], messages: tuple[Message, ...]
) -> None:
    both = {one for world, roads in worlds for one in asked_on(world.guide, roads)}
    shown = {context for context, _, _ in both}

    unseen = {
        one.context
        for one in messages
        if "/" in one.context and not one.context.startswith("providers/")
    } - shown

    assert unseen == set()


@pytest.mark.parametrize("event", [Stopped(), LeftAlone()])
def test_a_visit_that_is_cut_short_asks_for_messages_too(
    station: Station, messages: tuple[Message, ...], event: Stopped | LeftAlone
) -> None:
    book = Recording()
    visit = advance(station.guide, begin(station.guide), event)

    view = view_of(station.guide, visit, Words("xx", "Recording", book=book))

    assert book.asked - known(messages) == set()
    assert view.sources[view.page.title] in ("shell.stopped", "shell.left_alone")


def test_a_flow_that_is_played_by_itself_asks_for_messages_too(
    station: Station, messages: tuple[Message, ...]
) -> None:
    asked = set()
    for flow in station.guide.flows:
        guide = replace(station.guide, start=flow)
        asked |= asked_on(guide, roads_of(guide))

    assert asked - known(messages) == set()


def test_every_phrase_is_a_message_and_every_message_of_the_window_a_phrase(
    messages: tuple[Message, ...],
) -> None:
    book = Recording()
    spoken = phrases_in(Words("xx", "Recording", book=book))
    for one in fields(Phrases):
        phrase = getattr(spoken, one.name)
        if not isinstance(phrase, str):
            phrase.of(2)

    of_window = {one for one in known(messages) if one[0].startswith("shell.")}

    assert book.asked == of_window


def test_every_rule_and_note_of_every_rule_set_is_a_message(messages: tuple[Message, ...]) -> None:
    book = Recording()
    words = Words("xx", "Recording", book=book)
    sets = [
        read_file(read_text(path), str(path), RuleSet) for path in yaml_files(flows_dir() / "rules")
    ]

    for rule_set in sets:
        for rule in (*rules_of(rule_set), *notes_of(rule_set)):
            rule_in(words, rule)

    assert book.asked - known(messages) == set()
    assert len(book.asked) > 15


def test_no_context_is_used_twice(messages: tuple[Message, ...]) -> None:
    counts = Counter(one.context for one in messages)

    assert [context for context, count in counts.items() if count > 1] == []
    assert set(SENTENCES) & set(NOTES) == set()


def test_each_message_says_where_it_stands_and_a_flows_what_it_is(
    messages: tuple[Message, ...],
) -> None:
    of_flows = [one for one in messages if "/" in one.context]

    assert all(one.file for one in messages)
    assert [one.context for one in of_flows if not (one.line and one.notes and one.part)] == []
    (title,) = [one for one in messages if one.context == "setup/who.title"]
    lines = read_text(flows_dir() / "setup.yaml").splitlines()
    assert title.english in lines[title.line - 1]
    assert title.file == "flows/setup.yaml"


def test_a_note_is_for_a_phrase_that_there_is() -> None:
    assert set(PHRASE_NOTES) <= {one.name for one in fields(Phrases)}


def test_the_pages_own_title_and_the_authors_note_go_with_an_answer(
    messages: tuple[Message, ...],
) -> None:
    answers = [one for one in messages if one.part == "answer" and one.context.startswith("setup/")]

    assert answers
    assert all(one.notes[1].startswith("The page says: ") for one in answers)


def test_half_a_catalogue_is_not_gathered(flows: Path) -> None:
    change(flows / "reply.yaml", "version: 1", "version: one")

    with pytest.raises(FilesNotSound, match="K115"):
        messages_in(flows)


def test_a_schools_own_flows_are_gathered_with_the_words_of_the_window(flows: Path) -> None:
    for path in flows.glob("*.yaml"):
        if path.stem != "help":
            path.unlink()

    contexts = {one.context.partition(".")[0].partition("/")[0] for one in messages_in(flows)}

    assert contexts == {"shell", "help", "providers", "rules"}
