"""Every sentence that a family may see or hear, as a message for translators."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

from kiosk.core.flow import Flow, Told
from kiosk.core.phrase_notes import PHRASE_NOTES
from kiosk.core.phrases import Phrases
from kiosk.core.texts import Part, Text, texts_of
from kiosk.core.words import counted

# What a translator cannot see from the sentence alone.
_PARTS: dict[Part, str] = {
    "title": "The large words at the top of the page.",
    "say": "A sentence under the large words.",
    "step": "One of the numbered steps on the page.",
    "answer": "An answer to touch.",
    "label": "Stands over the field to type into.",
    "hint": "Small words in or under a field.",
    "button": "On a button.",
    "refusal": "Beside a field, when something is still missing. Kind, and says what to do.",
    "who": "Who does it.",
    "what": "What is done.",
    "when": "By when it is done.",
    "letter": "A ready message to a teacher, on a page of its own.",
}


@dataclass(frozen=True)
class Message:
    """One sentence to translate: its context, its English, and where an author wrote it.

    `many` is the English for other numbers than one, for a sentence that speaks of a number. `part`
    tells how much room there is; it is empty for the words of the window. `line` counts from 1.
    """

    context: str
    english: str
    many: str = ""
    file: str = ""
    line: int = 0
    notes: tuple[str, ...] = ()
    part: Part | Literal[""] = ""


def messages_of_flow(flow: Flow, file: str) -> Iterator[Message]:
    """The messages of one flow, page by page."""
    for name, screen in flow.screens.items():
        title = screen.title if isinstance(screen, Told) else ""
        own = (screen.note,) if isinstance(screen, Told) and screen.note else ()
        for text in texts_of(screen):
            beside = (f"The page says: {title}",) if title and text.part != "title" else ()
            yield message_of(text, f"{flow.flow}/{name}.{text.name}", file, (*beside, *own))


def message_of(text: Text, context: str, file: str, notes: tuple[str, ...] = ()) -> Message:
    """One text of an author as a message."""
    return Message(
        context=context,
        english=text.text,
        many=text.text if counted(text.text) else "",
        file=file,
        line=text.marks.of(text.key).line,
        notes=(_PARTS[text.part], *notes),
        part=text.part,
    )


def messages_of_phrases(file: str) -> Iterator[Message]:
    """The messages of the window itself."""
    english = Phrases()
    for field in fields(Phrases):
        phrase = getattr(english, field.name)
        one, many = (phrase, "") if isinstance(phrase, str) else (phrase.one, phrase.many)
        notes = (PHRASE_NOTES[field.name],) if field.name in PHRASE_NOTES else ()
        yield Message(f"shell.{field.name}", one, many, file, 0, notes)
