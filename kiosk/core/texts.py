"""Every text of a screen that a family may see, with its part in the page and its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.core.flow import End, Field, Form, Pick, Picking, Question, Screen, Told
from kiosk.core.leading import answers_of, musts_of
from kiosk.core.marks import Marks

Part = Literal[
    "title",
    "say",
    "step",
    "answer",
    "label",
    "hint",
    "button",
    "refusal",
    "who",
    "what",
    "when",
    "letter",
]


@dataclass(frozen=True, slots=True)
class Text:
    """One text, in English as the author wrote it.

    `name` is its own name on the page; flow/screen.name is the message's context.
    """

    part: Part
    text: str
    marks: Marks
    key: str
    name: str = ""


def texts_of(screen: Screen) -> Iterator[Text]:
    """Every text that the author wrote for that screen, in the order of the page."""
    if isinstance(screen, Told):
        yield from _told(screen)
    match screen:
        case Question():
            yield from _row("step", screen.steps, screen.at, "steps")
        case Form():
            yield from _field(screen.field)
            yield from _refusals(screen)
        case Pick():
            yield from _pick(screen.pick)
        case End():
            yield from _end(screen)
    for answer in answers_of(screen):
        yield Text("answer", answer.text, answer.at, "text", f"answer.{answer.id}")


def _told(screen: Told) -> Iterator[Text]:
    yield Text("title", screen.title, screen.at, "ask" if screen.ask else "tell", "title")
    yield from _row("say", screen.say, screen.at, "say")
    if screen.well_done:
        yield Text("say", screen.well_done, screen.at, "well_done", "well_done")


def _row(part: Part, texts: tuple[str, ...], marks: Marks, key: str) -> Iterator[Text]:
    for n, text in enumerate(texts):
        own = f"{key}.{n}"
        yield Text(part, text, marks, own if own in marks.keys else key, f"{part}.{n}")


def _field(field: Field) -> Iterator[Text]:
    if field.label:
        yield Text("label", field.label, field.at, "label", "label")
    if field.hint:
        yield Text("hint", field.hint, field.at, "hint", "hint")
    if field.button:
        yield Text("button", field.button, field.at, "button", "button")


def _refusals(screen: Form) -> Iterator[Text]:
    for must in musts_of(screen):
        handlers = {**must.when, **({"else": must.else_} if must.else_ else {})}
        yield from (
            Text("refusal", one.say, one.at, "say", f"{must.must}.{outcome}")
            for outcome, one in handlers.items()
            if one.say
        )


def _pick(pick: Picking) -> Iterator[Text]:
    if pick.search:
        yield Text("hint", pick.search, pick.at, "search", "search")
    if pick.button:
        yield Text("button", pick.button, pick.at, "button", "button")


def _end(screen: End) -> Iterator[Text]:
    if screen.button:
        yield Text("button", screen.button, screen.at, "button", "button")
    for n, todo in enumerate(screen.todo):
        yield Text("who", todo.who, todo.at, "who", f"todo.{n}.who")
        yield Text("what", todo.what, todo.at, "what", f"todo.{n}.what")
        if todo.when:
            yield Text("when", todo.when, todo.at, "when", f"todo.{n}.when")
