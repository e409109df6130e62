"""The folder of sealed follow-ups, seen from outside: how many wait, until when, and deleting them.

No key is needed here, and none is read in, so that the kiosk can delete past ones as it starts. A
file is named DATE_MARK.sealed, after the day by which it must be gone and 16 random bytes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.core.errors import KioskError

# Within the folder of a station's records.
FOLDER = "follow-ups"
_MARK_BYTES = 16
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)_[0-9a-f]{32}\.sealed", re.ASCII)
_HALF = re.compile(rf"\.{_NAME.pattern}\.new", re.ASCII)


@dataclass(frozen=True)
class Waiting:
    """A sealed record, and the day by which it must be gone."""

    path: Path
    delete_by: date

    def is_past(self, today: date) -> bool:
        """Whether its day has come: `by` that day it must be gone."""
        return self.delete_by <= today


@dataclass(frozen=True)
class Purged:
    """How many records were deleted, and how many could not be."""

    removed: int
    stuck: int = 0


def file_name(delete_by: date, mark: bytes) -> str:
    """The name of a record's file. Raises ValueError for a mark that is not 16 bytes."""
    if len(mark) != _MARK_BYTES:
        raise ValueError(f"a mark has {_MARK_BYTES} bytes")
    return f"{delete_by.isoformat()}_{mark.hex()}.sealed"


def waiting_in(folder: Path) -> tuple[Waiting, ...]:
    """The records in the folder, those first that must be gone first; none where it is missing.

    Raises KioskError where the folder cannot be looked into.
    """
    found = ((path, _delete_by(path.name)) for path in _files_in(folder))
    records = [Waiting(path, day) for path, day in found if day is not None]
    return tuple(sorted(records, key=lambda one: (one.delete_by, one.path.name)))


def others_in(folder: Path) -> int:
    """How many files lie there that no station named. Raises KioskError as `waiting_in` does."""
    names = (path.name for path in _files_in(folder))
    return sum(_delete_by(name) is None and not _HALF.fullmatch(name) for name in names)


def purge(folder: Path, today: date) -> Purged:
    """Deletes every record whose day has come, and what a stopped write left behind.

    Never raises: a folder that cannot be looked into counts as one that is stuck.
    """
    try:
        past = [one for one in waiting_in(folder) if one.is_past(today)]
        halves = [path for path in _files_in(folder) if _HALF.fullmatch(path.name)]
    except KioskError:
        return Purged(0, stuck=1)
    left = delete(halves)
    done = delete(one.path for one in past)
    return Purged(done.removed, stuck=done.stuck + left.stuck)


def delete(paths: Iterable[Path]) -> Purged:
    """Deletes these records, and tells of how many that is true."""
    removed = stuck = 0
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            stuck += 1
        else:
            removed += 1
    return Purged(removed, stuck)


def _files_in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if not path.is_dir()]
    except FileNotFoundError:
        return []
    except OSError as trouble:
        raise KioskError(f"{folder} cannot be looked into: {trouble.strerror}.") from None


def _delete_by(name: str) -> date | None:
    named = _NAME.fullmatch(name)
    try:
        return date.fromisoformat(named[1]) if named else None
    except ValueError:
        return None
