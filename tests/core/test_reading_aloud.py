"""What is read aloud of a page: all its words in reading order, and never what a family types."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from kiosk.core.events import Picked, Stopped, Typed
from kiosk.core.guide import Guide
from kiosk.core.messages import messages_of_flow, messages_of_phrases
from kiosk.core.phrases import Phrases
from kiosk.core.reading_aloud import MOST_OPTIONS, Line, script_of
from kiosk.core.sample_visit import seen_screens, visit_at
from kiosk.core.showing import view_of
from kiosk.core.view import Body, End, Form, Pick, PickOption, ReadBack, View
from kiosk.core.words import ENGLISH, Sheet, Words
from kiosk.station import Station
from tests.core.made import CHILD, PAGES, PARTS, view_after

GuideOf = Callable[..., Guide]

# What a page holds that no eye reads as words: names of drawings, ids, the family's own input.
_NO_WORDS = {"id", "icon", "clock", "code", "tone", "kind", "draft", "personal", "groups", "other"}


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    return guide_of(PAGES, CHILD, **PARTS)


def shipped_views(station: Station, words: Words = ENGLISH) -> Iterator[tuple[str, View]]:
    for flow in station.guide.flows:
        for screen in seen_screens(station.guide, flow):
            visit = visit_at(station.guide, flow, screen, words.language)
            yield f"{flow}/{screen}", view_of(station.guide, visit, words)


def words_of(value: object) -> Iterator[str]:
    """Every text in a body, those of its rows and tiles among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NO_WORDS:
                yield from words_of(getattr(value, field.name))


def shown_words(view: View) -> list[str]:
    page = view.page
    words = [page.title, *page.says, page.well_done, *words_of(view.body)]
    return [word for word in words if word and not _is_passed_over(word, view.body)]


def _is_passed_over(word: str, body: Body) -> bool:
    """A refusal stands in place of the hint; a short list has no search and may have no button."""
    if isinstance(body, Form):
        return bool(body.refusal) and word == body.hint
    if isinstance(body, Pick):
        return word == body.search or (body.at_most == 1 and word == body.button)
    return False


def said(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_of_every_shipped_page_every_word_is_read(station: Station) -> None:
    unread = {}

    for place, view in shipped_views(station):
        told = " / ".join(said(script_of(view, Phrases(), clock="about 5 minutes left")))
        missing = [word for word in shown_words(view) if word not in told]
        if missing or not told:
            unread[place] = missing

    assert unread == {}


def test_a_page_is_read_from_its_title_down_to_its_answers(guide: Guide) -> None:
    view = view_after(guide, "steps")

    lines = script_of(view, Phrases())

    assert said(lines) == ["Do it", "Open Cedar Hill", "Open your mail", "Back"]
    assert [line.part for line in lines] == ["title", "step.0", "step.1", "answer.menu"]


def test_praise_comes_first_and_the_offer_of_help_last(guide: Guide) -> None:
    view = view_after(guide, *["look", "menu"] * 3)

    lines = script_of(view, Phrases())

    assert (lines[0].part, lines[-1].part) == ("well_done", "stuck")


def test_every_message_of_a_shipped_page_is_one_that_translators_have(station: Station) -> None:
    known = {message.context for message in messages_of_phrases("")}
    for flow in station.guide.flows.values():
        known |= {message.context for message in messages_of_flow(flow, "")}

    elsewhere = ("rules.", "providers")

    found = {
        line.context
        for _, view in shipped_views(station)
        for line in script_of(view, Phrases())
        if line.context and not line.context.startswith(elsewhere)
    }

    assert found
    assert found - known == set()


def test_a_text_with_a_value_filled_in_is_no_message_of_its_own(guide: Guide) -> None:
    lines = {line.part: line for line in script_of(view_after(guide), Phrases())}

    assert lines["title"] == Line("title", "Where to, Valley?", "", "Where to, Valley?")
    assert lines["say.0"].context == "pages/menu.say.0"
    assert (lines["answer.form"].context, lines["answer.look"].context) == (
        "",
        "pages/menu.answer.look",
    )


def test_the_message_is_found_in_another_language_too(guide: Guide) -> None:
    words = Words("es", "Español", book=Sheet({("pages/menu.answer.look", "Look"): "Mirar"}))

    view = view_after(guide, words=words)
    lines = {line.part: line for line in script_of(view, Phrases())}

    assert lines["answer.look"] == Line("answer.look", "Mirar", "pages/menu.answer.look", "Mirar")


def test_the_windows_own_words_are_messages_of_the_window(guide: Guide) -> None:
    stopped = view_after(guide, Stopped())

    lines = {line.part: line for line in script_of(stopped, Phrases())}

    assert lines["title"].context == "shell.stopped"
    assert lines["button"].context == "shell.finish"


def test_the_marks_that_order_letters_are_not_spoken(guide: Guide) -> None:
    words = Words("ar", "العربية", right_to_left=True)

    lines = {line.part: line for line in script_of(view_after(guide, words=words), Phrases())}

    assert lines["title"].text == "Where to, Valley?"
    assert lines["title"].shown == "Where to, \u2066Valley\u2069?"


def test_an_address_is_spelled_in_words(guide: Guide) -> None:
    view = view_after(guide)
    view = replace(view, body=ReadBack(("Jo.a", "@", "x.org"), ()))

    lines = script_of(view, Phrases())

    assert lines[-1].text == "capital J, o, dot, a, at, x, dot, o, r, g"
    assert lines[-1].extra


def test_what_stands_in_a_field_is_not_read(guide: Guide) -> None:
    view = view_after(guide, "form", Typed("ab"))
    assert isinstance(view.body, Form)
    assert view.body.draft == "ab"

    lines = script_of(view, Phrases())

    assert "ab" not in said(lines)
    assert "Longer, Cedar Hill" in said(lines)
    assert "like Cedar Hill" not in said(lines)


def test_of_a_password_page_only_the_schools_words_are_read(guide: Guide) -> None:
    view = view_after(guide, "form", Typed("canary@example.com"), "secret")

    lines = script_of(view, Phrases())

    assert [line.part for line in lines] == [
        "title",
        "label",
        "practice",
        "rule.least",
        "idea",
        "answer.menu",
        "button",
    ]
    assert "canary" not in str(lines)


def test_a_long_list_is_not_read_out_but_how_to_search_it_is(guide: Guide) -> None:
    view = view_after(guide, "schools")
    assert isinstance(view.body, Pick)
    many = tuple(PickOption(str(n), f"School {n}") for n in range(MOST_OPTIONS + 1))
    long = replace(view, body=replace(view.body, options=many))

    short_lines, long_lines = script_of(view, Phrases()), script_of(long, Phrases())

    assert [line.part for line in short_lines] == [
        "title",
        "option.north",
        "option.south",
        "option.east",
        "button",
    ]
    assert short_lines[1].text == "North, a street"
    assert said(long_lines) == ["Schools?", "Name", "These"]


def test_a_waiting_page_says_what_its_clock_says(guide: Guide) -> None:
    view = view_after(guide, "wait")

    lines = script_of(view, Phrases(), "about 4 minutes left")

    assert Line("clock", "about 4 minutes left", "", "about 4 minutes left", extra=True) in lines


def test_the_last_page_tells_who_does_what_by_when(guide: Guide) -> None:
    view = view_after(guide, "mail", Picked(("gmail",)), "bye")
    assert isinstance(view.body, End)

    lines = said(script_of(view, Phrases()))

    assert lines[1:] == [
        "What happens next",
        "Ask Cedar Hill",
        "You",
        "Today",
        "Helps",
        "Cedar Hill",
        "Leave",
    ]
