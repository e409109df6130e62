"""What can be wrong with what a person wrote: a problem has a place, a code and a sentence.

KioskError
├── FilesNotSound   one or more files have problems; it carries all of them
└── Missing         something the program needs is not where it should be
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in a file. Line and column count from 1; 0 means the whole file."""

    file: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}"


class KioskError(Exception):
    """Something a person can mend; its text says what to do next."""


class FilesNotSound(KioskError):
    """One or more files have problems. Shown as one line a problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Missing(KioskError):
    """A font, a picture, a rule set or another part is not where it should be."""
