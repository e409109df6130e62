"""Small catalogues, made up: messages, their entries, and what a kiosk says of them."""

import gettext
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import polib

from kiosk.core.messages import Message
from kiosk.language.catalogue import (
    mark_reviewed,
    new_catalogue,
    read_catalogue,
    say,
    updated,
    write,
)
from kiosk.language.compiling import compiled
from kiosk.language.languages import LANGUAGES, Language

SOMALI = LANGUAGES["so"]
ARABIC = LANGUAGES["ar"]

BACK = Message("shell.back", "Back", file="kiosk/core/phrases.py", notes=("A button.",))
WAIT = Message("reply/wait.title", "Wait a little", file="flows/reply.yaml", line=7, part="title")
LEFT = Message("shell.left", "1 letter", "{count} letters")


def filled(
    messages: Sequence[Message], language: Language, *, reviewed: bool = False
) -> polib.POFile:
    """A catalogue in which the words of each sentence are the language's code and the English."""
    catalogue = updated(new_catalogue(), messages, language)
    for entry in catalogue:
        forms = language.forms if entry.msgid_plural else 1
        english = entry.msgid_plural or entry.msgid
        say(entry, [f"{language.code}{form} {english}" for form in range(forms)])
        mark_reviewed(entry, reviewed)
    return catalogue


def entry_of(catalogue: polib.POFile, context: str) -> polib.POEntry:
    """The one entry of that context, in use or not."""
    (entry,) = [entry for entry in catalogue if entry.msgctxt == context]
    return entry


def kept(catalogue: polib.POFile, folder: Path, name: str = "so.po") -> polib.POFile:
    """The catalogue, written and read again."""
    write(catalogue, folder / name)
    return read_catalogue(folder / name)


def opened(
    catalogue: polib.POFile, language: Language, *, only_reviewed: bool = False
) -> gettext.GNUTranslations:
    """The catalogue as a kiosk reads it."""
    made = compiled(catalogue, language, only_reviewed=only_reviewed)
    return gettext.GNUTranslations(BytesIO(made))
