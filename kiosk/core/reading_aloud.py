"""A page as it is read aloud: its words in reading order, each with the message it comes from.

The frame round the page (stones and bars) is the same everywhere and is not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import assert_never

from kiosk.core.phrases import Phrases
from kiosk.core.spelling import spelled
from kiosk.core.view import (
    Body,
    Choice,
    End,
    Form,
    Page,
    Password,
    Pick,
    PickOption,
    ReadBack,
    Tile,
    Todo,
    View,
    Wait,
)

MOST_OPTIONS = 10
"""A list longer than this is searched by its letters; hearing all its names would help nobody."""

_ISOLATES = dict.fromkeys(range(8294, 8298))  # they order letters, and have no sound


@dataclass(frozen=True)
class Line:
    """One thing to say. `part` is its place on the page, `shown` the words that stand there.

    `context` is its message, if a recording can hold it: a text with a value filled in has none.
    An `extra` is a value alone, such as an address: where nothing can say it, the page is read
    without it.
    """

    part: str
    text: str
    context: str = ""
    shown: str = ""
    extra: bool = False


def script_of(view: View, phrases: Phrases, clock: str = "") -> tuple[Line, ...]:
    """All that the page of a view says, from top to bottom.

    `clock` is what stands under the clock of a waiting page now. What a family types is no part of
    a view, so it is never read: of a password page only the words that the school wrote.
    """
    contexts = {**_contexts_in(phrases), **view.sources}
    lines = (*_head(view.page), *_body(view, phrases, clock), *_foot(view.page, phrases))
    return tuple(_sourced(line, contexts) for line in lines if line.text)


def still_there_script(phrases: Phrases) -> tuple[Line, ...]:
    """The question whether somebody is there, which stands over a page."""
    texts = {"still_there": phrases.still_there, "still_there_says": phrases.still_there_says}
    return tuple(Line(name, text, f"shell.{name}", text) for name, text in texts.items())


def _sourced(line: Line, contexts: dict[str, str]) -> Line:
    return replace(
        line,
        text=line.text.translate(_ISOLATES),
        shown=line.shown or line.text,
        context=contexts.get(line.text, ""),
    )


def _contexts_in(phrases: Phrases) -> dict[str, str]:
    """The messages of the window's own words; one that counts something is no message yet."""
    texts = {field.name: getattr(phrases, field.name) for field in fields(Phrases)}
    return {text: f"shell.{name}" for name, text in texts.items() if isinstance(text, str)}


def _head(page: Page) -> Iterator[Line]:
    yield Line("well_done", page.well_done)
    yield Line("title", page.title)
    yield from _row("say", page.says)


def _foot(page: Page, phrases: Phrases) -> Iterator[Line]:
    if page.offer_help:
        yield Line("stuck", phrases.stuck)


def _body(view: View, phrases: Phrases, clock: str) -> Iterator[Line]:
    body: Body = view.body
    match body:
        case Choice():
            yield from _row("step", body.steps)
            yield from _answers(body.answers)
        case ReadBack():
            yield from _read_back(body, phrases)
        case Form():
            yield from _form(body, view.page.title)
        case Pick():
            yield from _pick(body)
        case Password():
            yield from _password(body, view.page, phrases)
        case Wait():
            yield Line("clock", clock, extra=True)
            yield from _answers(body.answers)
        case End():
            yield from _end(body, phrases)
        case _:
            assert_never(body)


def _row(part: str, texts: tuple[str, ...]) -> Iterator[Line]:
    for number, text in enumerate(texts):
        yield Line(f"{part}.{number}", text)


def _answers(answers: tuple[Tile, ...]) -> Iterator[Line]:
    for answer in answers:
        yield Line(f"answer.{answer.id}", answer.text)


def _read_back(body: ReadBack, phrases: Phrases) -> Iterator[Line]:
    for number, groups in enumerate((body.groups, body.other)):
        said = spelled(groups, phrases)
        yield Line(f"read_back.{number}", said, extra=True)
    yield from _answers(body.answers)


def _form(body: Form, title: str) -> Iterator[Line]:
    if body.label != title:
        yield Line("label", body.label)
    if body.refusal:
        yield Line("refusal", body.refusal)
    else:
        yield Line("hint", body.hint)
    yield Line("button", body.button)
    yield from _answers(body.answers)


def _pick(body: Pick) -> Iterator[Line]:
    yield Line("refusal", body.refusal)
    if len(body.options) <= MOST_OPTIONS:
        yield from (_option(option) for option in body.options)
    else:
        yield Line("search", body.search)
    yield from _answers(body.answers)
    if body.at_most > 1:
        yield Line("button", body.button)


def _option(option: PickOption) -> Line:
    """A name, with what tells it from others of that name; only a bare name can be a message."""
    said = f"{option.name}, {option.detail}" if option.detail else option.name
    return Line(f"option.{option.id}", said, shown=option.name, extra=True)


def _password(body: Password, page: Page, phrases: Phrases) -> Iterator[Line]:
    said = (page.title, *page.says)
    yield from (
        Line(part, text)
        for part, text in (("label", body.label), ("practice", phrases.practice_only))
        if text not in said
    )
    yield from (Line(f"rule.{rule.id}", rule.text) for rule in body.rules)
    yield Line("idea", body.idea)
    yield from _answers(body.answers)
    yield Line("button", body.button)


def _end(body: End, phrases: Phrases) -> Iterator[Line]:
    if body.todo:
        yield Line("who_does_what", phrases.who_does_what)
    for number, todo in enumerate(body.todo):
        yield from _todo(number, todo)
    yield Line("button", body.button)


def _todo(number: int, todo: Todo) -> Iterator[Line]:
    for part, text in (("what", todo.what), ("who", todo.who), ("when", todo.when)):
        yield Line(f"todo.{number}.{part}", text)
