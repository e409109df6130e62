"""One thing to say about a spot in a file, before it is known which file that is."""

from dataclasses import dataclass

from kiosk.core.errors import Problem
from kiosk.core.marks import Marks


@dataclass(frozen=True, slots=True)
class Said:
    """A finding at a key of a thing, or at the thing itself where the key was left out."""

    marks: Marks
    key: str
    code: str
    message: str

    def problem(self, file: str) -> Problem:
        """The same as a problem of that file."""
        place = self.marks.of(self.key)
        return Problem(file, place.line, place.column, self.code, self.message)
