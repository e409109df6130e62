"""What is to say of a catalogue: what is missing, out of date or drafted, and what is off in it."""

from collections.abc import Iterator, Mapping, Sequence

import polib

from kiosk.core.errors import Problem
from kiosk.core.messages import Message
from kiosk.language.catalogue import line_of, state_of, tally_of, texts_of
from kiosk.language.languages import lone_forms
from kiosk.language.slips import columns, room_of, slips_in


def findings_in_catalogue(
    catalogue: polib.POFile, messages: Sequence[Message], file: str
) -> list[Problem]:
    """Every finding of one catalogue, with its place in the file."""
    return [*_counts(catalogue, messages, file), *_slips(catalogue, messages, file)]


def too_long(catalogue: polib.POFile, messages: Sequence[Message]) -> list[polib.POEntry]:
    """The entries whose words are too long for their place on the page."""
    parts = {message.context: message.part for message in messages}
    return [entry for entry in catalogue if not entry.obsolete and _over(entry, parts)]


def _counts(catalogue: polib.POFile, messages: Sequence[Message], file: str) -> Iterator[Problem]:
    tally = tally_of(catalogue, messages)
    missing = tally.of - tally.translated - tally.out_of_date
    if missing:
        said = f"{missing} of {tally.of} sentences have no words here: a family reads English"
        yield Problem(file, 1, 1, "K420", said)
    if tally.out_of_date:
        said = f"{tally.out_of_date} sentences are out of date, for their English has changed"
        yield Problem(file, 1, 1, "K421", said)
    if tally.drafts:
        said = f"{tally.drafts} of {tally.of} sentences are drafts that no speaker has reviewed"
        yield Problem(file, 1, 1, "K422", said)


def _slips(catalogue: polib.POFile, messages: Sequence[Message], file: str) -> Iterator[Problem]:
    known = {(one.context, one.english, one.many) for one in messages}
    parts = {message.context: message.part for message in messages}
    lone = lone_forms(catalogue.metadata.get("Plural-Forms", ""))
    for entry in catalogue:
        key = (entry.msgctxt, entry.msgid, entry.msgid_plural)
        if entry.obsolete or state_of(entry) == "untranslated" or key not in known:
            continue
        for code, said in dict.fromkeys(_slips_of(entry, lone)):
            yield Problem(file, line_of(entry), 1, code, said)
        if _over(entry, parts):
            room = room_of(entry.msgctxt, parts.get(entry.msgctxt, ""))
            wide = max(columns(text) for text in texts_of(entry))
            said = f"{wide} letters wide, and there is room for about {room}: find shorter words"
            yield Problem(file, line_of(entry), 1, "K427", said)


def _slips_of(entry: polib.POEntry, lone: frozenset[int]) -> Iterator[tuple[str, str]]:
    english = entry.msgid_plural or entry.msgid
    for form, text in enumerate(texts_of(entry)):
        yield from slips_in(english, text, lone=bool(entry.msgid_plural) and form in lone)


def _over(entry: polib.POEntry, parts: Mapping[str, str]) -> bool:
    room = room_of(entry.msgctxt, parts.get(entry.msgctxt, ""))
    return bool(room) and any(columns(text) > room for text in texts_of(entry))
