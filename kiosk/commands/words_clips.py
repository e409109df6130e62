"""Recordings of the kiosk's sentences: what is still to be recorded, and new ones taken in."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import polib

from kiosk.core.messages import Message
from kiosk.language.catalogue import GOOD, state_of, texts_of
from kiosk.language.clips import Clips, Taken, clip_name, recordable, take_clips, without_clip


def counts_in_text(languages: Iterable[str], messages: Sequence[Message], folder: Path) -> str:
    """How many sentences have a recording, a line a language."""
    clips = Clips((folder,))
    all_of_them = len(recordable(messages))
    lines = [
        f"{language}: {all_of_them - len(without_clip(messages, clips, language))} of "
        f"{all_of_them} sentences have a recording"
        for language in languages
    ]
    return "\n".join([*lines, "'kiosk words clips LANG' names those of a language that have none."])


def missing_in_text(
    language: str, catalogue: polib.POFile | None, messages: Sequence[Message], folder: Path
) -> str:
    """What a speaker is still to record: the file's name without its ending, and the words.

    Words that no family hears, because their English has changed, are not asked for.
    """
    entries = {entry.msgctxt: entry for entry in catalogue or () if not entry.obsolete}
    missing = [
        (one, words)
        for one in without_clip(messages, Clips((folder,)), language)
        if (words := _words(one, entries) if catalogue is not None else one.english)
    ]
    lines = [f"{clip_name(one.context)}: {words}" for one, words in missing]
    return "\n".join([*lines, f"{len(missing)} sentences have no recording in '{language}'."])


def taken_in_text(language: str, source: Path, messages: Sequence[Message], folder: Path) -> str:
    """Takes recordings in, and tells which. Raises Missing as take_clips does."""
    taken = take_clips(source, messages, folder, language)
    return "\n".join([*_strays(taken), f"Taken into {folder / language}: {len(taken.contexts)}."])


def _strays(taken: Taken) -> list[str]:
    return [
        f"{stray.file} was left: {stray.why}{f'; did you mean {stray.guess}?' * bool(stray.guess)}"
        for stray in taken.strays
    ]


def _words(message: Message, entries: Mapping[str, polib.POEntry]) -> str:
    entry = entries.get(message.context)
    shown = entry and entry.msgid == message.english and state_of(entry) in GOOD
    return texts_of(entry)[-1] if entry and shown else ""
