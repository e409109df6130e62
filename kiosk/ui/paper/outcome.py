"""What became of a page that was to be put on paper."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Printed:
    """It is on its way to a printer."""


@dataclass(frozen=True)
class Saved:
    """It is a PDF in the folder that staff print from."""

    path: Path


@dataclass(frozen=True)
class NoPrinter:
    """There is no printer, and no folder to save into."""


@dataclass(frozen=True)
class NotSaved:
    """Nothing came of it. `reason` is a sentence for staff, and for the log."""

    reason: str


Outcome = Printed | Saved | NoPrinter | NotSaved
