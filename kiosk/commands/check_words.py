"""What `kiosk check` has to say of catalogues, and of tables that are to be taken into one."""

from pathlib import Path

from kiosk.commands.all_words import all_messages
from kiosk.commands.raw_files import read_raw
from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.language.catalogue import read_catalogue
from kiosk.language.catalogue_findings import findings_in_catalogue
from kiosk.language.spreadsheet import take_table
from kiosk.resources import Folders

CATALOGUE, TABLE = ".po", ".csv"
# Drafts are told where a catalogue is asked for by name, and by `kiosk words`: with every check of
# a flow they would hide what its author can mend.
_DRAFTS = "K422"


def of_catalogues(folders: Folders) -> list[Problem]:
    """All that is to say of every catalogue of a station, but for what waits for a speaker."""
    try:
        messages = all_messages(folders.flows)
    except FilesNotSound:
        return []  # Told already: half of the words are not to be had.
    found: list[Problem] = []
    for path in sorted(folders.words.glob(f"*{CATALOGUE}")):
        try:
            found += findings_in_catalogue(read_catalogue(path), messages, str(path))
        except FilesNotSound as unsound:
            found += unsound.problems
    return [problem for problem in found if problem.code != _DRAFTS]


def of_words_file(path: Path, folders: Folders) -> list[Problem]:
    """All that is to say of one catalogue, or of a table named after the language it is for."""
    text, problems = read_raw(path).both()
    if problems:
        return problems
    try:
        if path.suffix == CATALOGUE:
            messages = all_messages(folders.flows)
            return findings_in_catalogue(read_catalogue(path), messages, str(path))
        into = folders.words / f"{path.stem}{CATALOGUE}"
        if not into.exists():
            raise Missing(f"{path.name} should be named after a language with a catalogue: so.csv.")
        take_table(read_catalogue(into), text, str(path), "")
    except FilesNotSound as unsound:
        return list(unsound.problems)
    return []
