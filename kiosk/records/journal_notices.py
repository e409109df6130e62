"""What staff should know about the journal: each kind of trouble, with a sentence to read."""

from dataclasses import dataclass
from typing import Literal

Trouble = Literal["full", "no_place", "busy"]
Kind = Literal["set_aside", "newer", "lost", "full", "no_place", "busy"]

_SENTENCES: dict[Kind, str] = {
    "set_aside": "The journal was damaged. It was put aside as {file}, and a new one was begun.",
    "newer": "A newer kiosk wrote the journal {file}. It is left as it is, and nothing is added.",
    "lost": "{count} steps of visits could not be kept in the journal.",
    "full": "The disk is full. Visits are kept in memory until there is room again.",
    "no_place": "The journal {file} cannot be written. Visits are kept in memory for now.",
    "busy": "Another program holds the journal {file}. Visits are kept in memory for now.",
}


@dataclass(frozen=True)
class Notice:
    """One thing for staff: its kind, and the file or the number that it is about."""

    kind: Kind
    file: str = ""
    count: int = 0

    def __str__(self) -> str:
        return _SENTENCES[self.kind].format(file=self.file, count=self.count)
