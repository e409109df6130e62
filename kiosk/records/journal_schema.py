"""The journal's tables, version by version, and how a file of an older version comes up to date."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

Value = str | int | None
Row = tuple[Any, ...]


class Database(Protocol):
    """As much of an open SQLite file as the journal needs, so that a test may bring its own."""

    def execute(self, sql: str, parameters: Sequence[Value] = ..., /) -> Iterable[Row]:
        """Runs one statement and gives its rows."""

    def close(self) -> None:
        """Lets go of the file."""


# The patterns are a second lock behind `journal_ids`: no @, no space, no capital of a name.
_FIRST = (
    """
    CREATE TABLE visits (
        id TEXT PRIMARY KEY CHECK (id NOT GLOB '*[^0-9a-f]*'),
        station TEXT NOT NULL,
        event TEXT NOT NULL,
        demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
        flow TEXT NOT NULL CHECK (flow NOT GLOB '*[^a-z0-9_]*'),
        version INTEGER NOT NULL,
        hash TEXT NOT NULL CHECK (hash NOT GLOB '*[^0-9a-f]*'),
        language TEXT NOT NULL CHECK (language NOT GLOB '*[^A-Za-z0-9-]*'),
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        started_at INTEGER NOT NULL,
        ended_ms INTEGER CHECK (ended_ms >= 0),
        outcome TEXT NOT NULL DEFAULT '' CHECK (outcome NOT GLOB '*[^A-Za-z0-9_]*')
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE steps (
        visit TEXT NOT NULL REFERENCES visits ON DELETE CASCADE,
        ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
        place TEXT NOT NULL CHECK (place NOT GLOB '*[^a-z0-9_/]*'),
        left_by TEXT NOT NULL DEFAULT '' CHECK (left_by NOT GLOB '*[^A-Za-z0-9_.]*'),
        entered_ms INTEGER NOT NULL CHECK (entered_ms >= 0),
        left_ms INTEGER CHECK (left_ms >= entered_ms),
        PRIMARY KEY (visit, ordinal)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE languages (
        visit TEXT NOT NULL REFERENCES visits ON DELETE CASCADE,
        ms INTEGER NOT NULL CHECK (ms >= 0),
        language TEXT NOT NULL CHECK (language NOT GLOB '*[^A-Za-z0-9-]*')
    )
    """,
    "CREATE INDEX languages_of_a_visit ON languages (visit)",
    "CREATE INDEX visits_of_a_day ON visits (day)",
    "CREATE INDEX visits_of_an_event ON visits (event)",
)

# Tickets to come back with, and what else was given on the way.
_SECOND = (
    """
    CREATE TABLE tickets (
        code TEXT NOT NULL CHECK (code NOT GLOB '*[^A-Za-z0-9-]*'),
        visit TEXT NOT NULL REFERENCES visits ON DELETE CASCADE,
        due_at INTEGER NOT NULL,
        used_at INTEGER,
        PRIMARY KEY (code, visit)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX tickets_of_a_visit ON tickets (visit)",
    """
    CREATE TABLE given (
        visit TEXT NOT NULL REFERENCES visits ON DELETE CASCADE,
        ms INTEGER NOT NULL CHECK (ms >= 0),
        what TEXT NOT NULL CHECK (what NOT GLOB '*[^a-z_]*')
    )
    """,
    "CREATE INDEX given_in_a_visit ON given (visit)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND)
LATEST = len(MIGRATIONS)


def version_of(database: Database) -> int:
    """The version of the tables in that file; 0 in a new one."""
    ((version,),) = database.execute("PRAGMA user_version")
    return int(version)


def bring_up_to_date(database: Database, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Takes the tables to the latest version: all of the way, or, should one step not do, none."""
    database.execute("BEGIN IMMEDIATE")
    for number, statements in enumerate(migrations, 1):
        if number <= version_of(database):
            continue
        for statement in statements:
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {number}")
    database.execute("COMMIT")
