"""How each line of a page is heard: by a recording, else by a voice of its language, else not."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.reading_aloud import Line
from kiosk.language.clips import NO_CLIPS, Clips
from kiosk.ui.voice.orders import Voice
from kiosk.ui.voice.voices import voice_for


@dataclass(frozen=True)
class Sounds:
    """The recordings of a station and the voices of its machine."""

    clips: Clips
    voices: tuple[Voice, ...] = ()

    def voice(self, language: str) -> Voice | None:
        """The voice for that language, or None."""
        return voice_for(language, self.voices)

    def sound(self, line: Line, language: str) -> Path | Voice | None:
        """The recording of that line, else the voice that can say it, else None."""
        return self.clips.clip(language, line.context) or self.voice(language)

    def can_read(self, script: Iterable[Line], language: str) -> bool:
        """Whether every sentence can be heard; a value alone may be left out. A page of which one
        sentence is left out in silence would tell a family something else."""
        lines = tuple(script)
        return bool(lines) and all(line.extra or self.sound(line, language) for line in lines)


SILENCE = Sounds(NO_CLIPS)
