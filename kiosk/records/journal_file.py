"""The journal's file: opened with care, written one transaction at a time, never thrown away.

A write either stands on the disk when it returns, or says that it does not.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal

from kiosk.records.journal_entries import Entry
from kiosk.records.journal_notices import Notice, Trouble
from kiosk.records.journal_schema import LATEST, Database, bring_up_to_date, version_of
from kiosk.records.journal_statements import statements_of

NAME = "journal.sqlite"

Outcome = Literal["written", "later", "never"]
Opener = Callable[[Path], Database]

_BUSY_SECONDS = 5
_MAGIC = b"SQLite format 3\0"
_BESIDE = ("", "-wal", "-shm")
_TROUBLES: dict[int, Trouble] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Damaged(sqlite3.DatabaseError):
    """The file can be opened, but what is in it does not hold together."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def connected(path: Path) -> sqlite3.Connection:
    """An open file that begins no transaction by itself. Raises sqlite3.Error."""
    return sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)


def prepare(database: Database) -> None:
    """Sets what holds for every connection that writes."""
    # NORMAL loses what was committed last when the power goes; FULL would do but for the moment
    # in which a new file turns to WAL: a rollback journal that comes back undoes that, and all the
    # rest with it. EXTRA is FULL that makes sure of the deletion, too, and so it comes first.
    for setting in ("synchronous = EXTRA", "journal_mode = WAL", "foreign_keys = ON"):
        tuple(database.execute(f"PRAGMA {setting}"))


class JournalFile:
    """One file, used by one thread. `today` names what is set aside; `opener` opens the file."""

    def __init__(self, path: Path, today: date, opener: Opener = connected) -> None:
        self._path = path
        self._today = today
        self._opener = opener
        self._database: Database | None = None
        self._aside: tuple[Notice, ...] = ()
        self._trouble: Notice | None = None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was set aside, and what is in the way at present."""
        return (*self._aside, *((self._trouble,) if self._trouble else ()))

    def write(self, batch: Sequence[Entry]) -> Outcome:
        """Writes all of it or nothing: "later" may be tried again, "never" is refused for good."""
        database = self._database or self._open()
        if database is None:
            newer = self._trouble is not None and self._trouble.kind == "newer"
            return "never" if newer else "later"
        try:
            database.execute("BEGIN IMMEDIATE")
            for sql, values in statements_of(batch):
                database.execute(sql, values)
            database.execute("COMMIT")
        except sqlite3.IntegrityError:
            database.execute("ROLLBACK")
            return "never"
        except sqlite3.DatabaseError as trouble:
            self._let_go(trouble)
            return "later"
        self._trouble = None
        return "written"

    def open(self) -> None:
        """Opens the file, so that what is in its way is known before the first visit."""
        if self._database is None:
            self._open()

    def close(self) -> None:
        """Lets go of the file."""
        database, self._database = self._database, None
        if database is not None:
            with suppress(sqlite3.Error):
                database.close()

    def _open(self) -> Database | None:
        """The open file, a new one in place of a damaged one, or None with the trouble noted."""
        for _ in range(2):
            try:
                return self._opened()
            except OSError:
                self._trouble = Notice("no_place", self._path.name)
                return None
            except sqlite3.DatabaseError as trouble:
                self._let_go(trouble)
                if not (_is_damage(trouble) and self._set_aside()):
                    return None
        return None

    def _opened(self) -> Database | None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if not self._begins_well():
            raise Damaged
        self._database = database = self._opener(self._path)
        version = version_of(database)
        if version > LATEST:
            self.close()
            self._trouble = Notice("newer", self._path.name)
            return None
        if tuple(database.execute("PRAGMA quick_check(1)")) != (("ok",),):
            raise Damaged
        prepare(database)
        if version < LATEST:
            bring_up_to_date(database)
        self._trouble = None
        return database

    def _begins_well(self) -> bool:
        """Whether the file may be opened: SQLite deletes the log of a file that it does not know,
        and the log holds what was written last."""
        log = self._path.with_name(f"{self._path.name}-wal")
        head = b""
        if self._path.exists():
            with self._path.open("rb") as file:
                head = file.read(len(_MAGIC))
        return head == _MAGIC or not (head or (log.exists() and log.stat().st_size))

    def _let_go(self, trouble: sqlite3.DatabaseError) -> None:
        """Closes the file, which undoes what was half done, and notes what stood in the way."""
        self.close()
        kind = _TROUBLES.get(_code(trouble), "no_place")
        self._trouble = Notice(kind, self._path.name)

    def _set_aside(self) -> bool:
        """Gives the damaged file a dated name, with the two that belong to it."""
        aside = self._free_name()
        try:
            for ending in _BESIDE:
                part = self._path.with_name(self._path.name + ending)
                if part.exists():
                    part.rename(aside.with_name(aside.name + ending))
        except OSError:
            return False
        self._aside = (*self._aside, Notice("set_aside", aside.name))
        return True

    def _free_name(self) -> Path:
        stem = f"{self._path.stem}-damaged-{self._today.isoformat()}"
        number = 1
        while (found := self._path.with_name(f"{stem}-{number}.sqlite")).exists():
            number += 1
        return found


def _code(trouble: sqlite3.DatabaseError) -> int:
    """SQLite's primary code of what went wrong; -1 where it gave none."""
    return int(getattr(trouble, "sqlite_errorcode", -1)) & 0xFF


def _is_damage(trouble: sqlite3.DatabaseError) -> bool:
    return _code(trouble) in _DAMAGE
