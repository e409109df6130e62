"""Every sentence of the practice student that is translated, as a message: its data, its pages."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from kiosk.core.messages import Message
from kiosk.core.shape.reader import read_file
from kiosk.core.words import counted
from kiosk.demo import texts
from kiosk.demo.phrase_notes import DEMO_NOTES
from kiosk.demo.phrases import DemoPhrases
from kiosk.demo.reading import MAIL, WORDS, demo_files, shipped_demo
from kiosk.demo.shapes import MailFile, StudentFile, WordsFile
from kiosk.demo.texts import DemoText
from kiosk.resources import read_text

_PHRASES = "kiosk/demo/phrases.py"


def messages_in_demo(folder: Path | None = None) -> tuple[Message, ...]:
    """Every message of the practice's pages, and of that folder's files or the shipped ones.

    Raises FilesNotSound where a file cannot be read: half a catalogue would lose words.
    """
    found = list(_of_phrases())
    for path in demo_files(folder or shipped_demo()):
        found += [_of_text(one, f"flows/demo/{path.name}") for one in texts_in(path)]
    return tuple(found)


def texts_in(path: Path) -> tuple[DemoText, ...]:
    """Every text of one file that is translated. Raises FilesNotSound, or Missing."""
    written, name = read_text(path), str(path)
    if path.name == WORDS:
        return tuple(texts.of_words(read_file(written, name, WordsFile)))
    if path.name == MAIL:
        return tuple(texts.of_mail(read_file(written, name, MailFile)))
    return tuple(texts.of_student(read_file(written, name, StudentFile)))


def _of_phrases() -> Iterator[Message]:
    for field in fields(DemoPhrases):
        english: str = getattr(DemoPhrases, field.name)
        many = english if counted(english) else ""
        notes = (DEMO_NOTES[field.name],) if field.name in DEMO_NOTES else ()
        yield Message(f"demo.{field.name}", english, many, _PHRASES, 0, notes)


def _of_text(one: DemoText, file: str) -> Message:
    text = one.text
    line = text.marks.of(text.key).line
    return Message(one.context, text.text, "", file, line, (one.note,), text.part)
