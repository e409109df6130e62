"""Deletes old visits from the journal for good, and damaged journals that were set aside."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.core.errors import KioskError, Missing
from kiosk.records.journal_file import connected, prepare
from kiosk.records.journal_schema import LATEST, bring_up_to_date, version_of

_ASIDE = re.compile(r".*-damaged-(\d{4}-\d{2}-\d{2})-\d+\.sqlite(-wal|-shm)?")


@dataclass(frozen=True)
class Purged:
    """How many visits are gone, and the names of the files that are."""

    visits: int
    files: tuple[str, ...]


def purge(path: Path, before: date) -> Purged:
    """Deletes the visits of the days before that one, and overwrites where they stood.

    The kiosk may run meanwhile. Raises Missing or KioskError; it may then be called again.
    """
    if not path.is_file():
        raise Missing(f"There is no journal {path}. There is nothing to delete.")
    try:
        database = connected(path)
        try:
            gone = _purged(database, path, before)
        finally:
            database.close()
        return Purged(gone, _old_files(path, before))
    except sqlite3.DatabaseError:
        raise KioskError(
            f"The journal {path} cannot be changed now. Close the kiosk, and try again."
        ) from None
    except OSError as trouble:
        raise KioskError(f"A file beside {path} cannot be deleted: {trouble.strerror}.") from None


def _purged(database: sqlite3.Connection, path: Path, before: date) -> int:
    if version_of(database) > LATEST:
        raise KioskError(f"A newer kiosk wrote {path}. Let that one do it.")
    prepare(database)
    bring_up_to_date(database)
    database.execute("PRAGMA secure_delete = ON")
    gone = database.execute("DELETE FROM visits WHERE day < ?", (before.isoformat(),)).rowcount
    # What is deleted still stands in the write-ahead log, and in free pages of former versions.
    database.execute("VACUUM")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return gone


def _old_files(path: Path, before: date) -> tuple[str, ...]:
    """Deletes what was set aside before that day."""
    gone = []
    for file in sorted(path.parent.glob(f"{path.stem}-damaged-*")):
        found = _ASIDE.fullmatch(file.name)
        if found and found[1] < before.isoformat():
            file.unlink()
            gone.append(file.name)
    return tuple(gone)
