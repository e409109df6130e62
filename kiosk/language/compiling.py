"""What a kiosk reads of a catalogue: a MO file, with the words that a family may see."""

import polib

from kiosk.language.catalogue import GOOD, metadata_of, state_of
from kiosk.language.languages import Language


def compiled(catalogue: polib.POFile, language: Language, *, only_reviewed: bool) -> bytes:
    """The catalogue as a MO file: reviewed words, and drafts if they may be seen.

    Its header says besides how many entries in use are reviewed and how many are drafts.
    """
    machine = polib.MOFile()
    states = [state_of(entry) for entry in catalogue if not entry.obsolete]
    machine.metadata = {
        **metadata_of(catalogue, language),
        # The forms in the file are counted by the file's own rule, whoever wrote it.
        "Plural-Forms": catalogue.metadata.get("Plural-Forms") or language.plural,
        "X-Drafts": str(states.count("draft")),
        "X-Reviewed": str(states.count("reviewed")),
    }
    wanted = ("reviewed",) if only_reviewed else GOOD
    for entry in catalogue:
        if not entry.obsolete and state_of(entry) in wanted:
            machine.append(_for_machines(entry))
    return bytes(machine.to_binary())


def _for_machines(entry: polib.POEntry) -> polib.MOEntry:
    return polib.MOEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr=entry.msgstr,
        msgstr_plural=entry.msgstr_plural,
    )
