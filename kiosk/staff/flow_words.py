"""How far the words of one flow have come in a language, in one sentence for staff. No Qt."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.flow import Flow
from kiosk.core.messages import messages_of_flow
from kiosk.core.words import ENGLISH
from kiosk.language.catalogue import Tally, read_catalogue, tally_of
from kiosk.language.languages import language_of

SOURCE = "What the author wrote. All other languages come from it."
NONE = "No words yet. Families read English here."
UNREAD = "This catalogue cannot be read. Ask who looks after the kiosk."
ALL = "All {of} sentences are there, and a speaker has reviewed them."
SOME = "{translated} of {of} sentences. {reviewed} are reviewed by a speaker, {stale} out of date."


@dataclass(frozen=True)
class FlowWords:
    """One language: its own name, its English name, and how its words for a flow stand."""

    language: str
    name: str
    english: str
    stands: str


def flow_words(flow: Flow, language: str, folder: Path) -> FlowWords:
    """How that flow stands in that language, by its catalogue in the folder. Reads the file."""
    if language == ENGLISH.language:
        return FlowWords(language, ENGLISH.name, ENGLISH.name, SOURCE)
    try:
        catalogue = read_catalogue(folder / f"{language}.po")
    except KioskError:
        return FlowWords(language, language, language, UNREAD)
    facts = language_of(language, catalogue.metadata)
    tally = tally_of(catalogue, messages_of_flow(flow, ""))
    return FlowWords(language, facts.name, facts.english, _stands(tally))


def _stands(tally: Tally) -> str:
    if not tally.translated:
        return NONE
    if tally.reviewed == tally.of:
        return ALL.format(of=tally.of)
    return SOME.format(
        translated=tally.translated,
        of=tally.of,
        reviewed=tally.reviewed,
        stale=tally.out_of_date,
    )
