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
ALL, SOME = "All {of} sentences are there.", "{translated} of {of} sentences are there."
REVIEWED, PARTLY = "A speaker has reviewed them.", "A speaker has reviewed {reviewed} of them."
DRAFTS = "They are drafts: no speaker has reviewed them."
STALE = "Out of date, and not shown: {stale}."


@dataclass(frozen=True)
class FlowWords:
    """One language: its English name, and in a sentence how its words for a flow stand."""

    language: str
    name: str
    stands: str


def flow_words(flow: Flow, language: str, folder: Path) -> FlowWords:
    """How that flow stands in that language, by its catalogue in the folder. Reads the file."""
    if language == ENGLISH.language:
        return FlowWords(language, ENGLISH.name, SOURCE)
    try:
        catalogue = read_catalogue(folder / f"{language}.po")
    except KioskError:
        return FlowWords(language, language_of(language, {}).english, UNREAD)
    name = language_of(language, catalogue.metadata).english
    return FlowWords(language, name, _stands(tally_of(catalogue, messages_of_flow(flow, ""))))


def _stands(tally: Tally) -> str:
    if not tally.translated:
        return NONE
    said = [ALL if tally.translated == tally.of else SOME]
    if tally.reviewed == tally.translated:
        said.append(REVIEWED)
    else:
        said.append(PARTLY if tally.reviewed else DRAFTS)
    if tally.out_of_date:
        said.append(STALE)
    return " ".join(said).format(
        translated=tally.translated,
        of=tally.of,
        reviewed=tally.reviewed,
        stale=tally.out_of_date,
    )
