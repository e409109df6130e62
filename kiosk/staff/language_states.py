"""How far each language has come, and whether families meet it, for who sets up a station."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kiosk.language.catalogue import GOOD, read_catalogue, state_of
from kiosk.language.languages import LANGUAGES, language_of


@dataclass(frozen=True)
class LanguageState:
    """One language: its own name and its English one, and how many of its sentences are what."""

    code: str
    name: str
    english: str
    sentences: int
    translated: int
    reviewed: int

    def hidden_if_only_reviewed(self) -> bool:
        """Whether families read English in its place where only reviewed words may show."""
        return self.code != "en" and not self.reviewed


def states_of(folder: Path) -> tuple[LanguageState, ...]:
    """Every language with a catalogue in that folder, English first. Raises KioskError."""
    english = LANGUAGES["en"]
    found = [_state(path) for path in sorted(folder.glob("*.po"))]
    most = max((one.sentences for one in found), default=0)
    return (LanguageState("en", english.name, english.english, most, most, most), *found)


def _state(path: Path) -> LanguageState:
    catalogue = read_catalogue(path)
    language = language_of(path.stem, catalogue.metadata)
    counts = Counter(state_of(entry) for entry in catalogue if not entry.obsolete)
    translated = sum(counts[state] for state in GOOD)
    total = counts.total()
    reviewed = counts["reviewed"]
    return LanguageState(path.stem, language.name, language.english, total, translated, reviewed)
