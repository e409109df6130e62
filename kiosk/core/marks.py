"""Where things stand in the file they were read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file; line and column count from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Marks:
    """Where a thing stands in its file, and where each of its keys stands."""

    place: Place = field(default_factory=Place)
    keys: Mapping[str, Place] = field(default_factory=dict)

    def of(self, key: str) -> Place:
        """The place of that key, or of the whole thing where the key was left out."""
        return self.keys.get(key, self.place)
