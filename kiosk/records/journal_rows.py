"""The journal read: one row a visit, the tickets that wait, and how often each way was taken."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kiosk.core.errors import KioskError, Missing
from kiosk.records.journal_schema import LATEST, bring_up_to_date, version_of

_EARLIEST, _LATEST_DAY = "0000-00-00", "9999-99-99"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which visits are asked for; None leaves that open. Both days belong to the span."""

    station: str | None = None
    event: str | None = None
    first: date | None = None
    last: date | None = None

    @staticmethod
    def of_day(day: date) -> "Wanted":
        """The visits of one day, under every event."""
        return Wanted(first=day, last=day)

    def values(self) -> dict[str, str | None]:
        """As a query names them."""
        return {
            "station": self.station,
            "event": self.event,
            "first": self.first.isoformat() if self.first else _EARLIEST,
            "last": self.last.isoformat() if self.last else _LATEST_DAY,
        }


@dataclass(frozen=True, slots=True)
class Row:
    """One visit as the journal has it.

    `seconds` lie between its beginning and its end, or what is known last. `outcome` is the code of
    its end, or empty. `page` is the last page where it was asked to do something: neither its end
    nor a page that lies on top, such as help. `ticket` tells whether one was given, `came_back`
    whether somebody went on with it.
    """

    id: str
    station: str
    event: str
    demo: bool
    flow: str
    version: int
    language: str
    day: str
    started_at: int
    seconds: int
    outcome: str
    page: str
    pages: int
    ticket: bool
    came_back: bool


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket with which nobody has come back yet; `due_at` in seconds since 1970 UTC."""

    code: str
    due_at: int
    language: str
    page: str

    def is_due(self, now: datetime) -> bool:
        """Whether its time has come."""
        return self.due_at <= int(now.timestamp())


@dataclass(frozen=True, slots=True)
class Taken:
    """So many times a page was left that way, or answered with a refusal."""

    place: str
    by: str
    count: int


# Pages of help and of taking something home lie on top of the page that a visit stands on.
_VISITS = """
    WITH wanted AS (
        SELECT * FROM visits
        WHERE day BETWEEN :first AND :last
        AND event = coalesce(:event, event) AND station = coalesce(:station, station)
    )
    SELECT id, station, event, demo, flow, version, language, day, started_at,
        coalesce(ended_ms, (SELECT max(max(entered_ms, coalesce(left_ms, 0))) FROM steps
            WHERE visit = id), 0) / 1000,
        outcome,
        coalesce((SELECT place FROM steps
            WHERE visit = id AND (outcome IN ('', 'X_CUT_OFF') OR left_by <> '')
            ORDER BY place GLOB 'help/*' OR place GLOB 'take_home/*', ordinal DESC LIMIT 1), ''),
        (SELECT count(*) FROM steps WHERE visit = id),
        EXISTS (SELECT 1 FROM tickets WHERE visit = id),
        EXISTS (SELECT 1 FROM tickets WHERE visit = id AND used_at IS NOT NULL)
    FROM wanted ORDER BY started_at, id
"""
_TICKETS = """
    SELECT tickets.code, tickets.due_at, visits.language,
        coalesce((SELECT place FROM steps WHERE visit = visits.id AND left_by <> ''
            ORDER BY place GLOB 'help/*' OR place GLOB 'take_home/*', ordinal DESC LIMIT 1), '')
    FROM tickets JOIN visits ON visits.id = tickets.visit
    WHERE tickets.used_at IS NULL AND NOT visits.demo
    AND visits.day BETWEEN :first AND :last
    AND visits.event = coalesce(:event, visits.event)
    AND visits.station = coalesce(:station, visits.station)
    ORDER BY tickets.due_at, tickets.code
"""
_TAKEN = """
    SELECT steps.place, steps.left_by, count(*)
    FROM visits JOIN steps ON steps.visit = visits.id
    WHERE steps.left_by <> '' AND NOT visits.demo
    AND visits.day BETWEEN :first AND :last
    AND visits.event = coalesce(:event, visits.event)
    AND visits.station = coalesce(:station, visits.station)
    GROUP BY steps.place, steps.left_by ORDER BY steps.place, steps.left_by
"""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """An open journal that is not changed by reading it, even while the kiosk writes it.

    One of an older version is read as if it were brought up to date. Raises Missing or KioskError.
    """
    if not path.is_file():
        raise Missing(f"There is no journal {path} yet. It begins with the first visit.")
    try:
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            database = _of_this_version(database, path)
            yield database
        finally:
            database.close()
    except sqlite3.DatabaseError:
        raise KioskError(
            f"The journal {path} cannot be read. Start the kiosk once: it puts a damaged journal "
            "aside and begins a new one."
        ) from None


def visits_of(database: sqlite3.Connection, wanted: Wanted) -> tuple[Row, ...]:
    """The visits that are asked for, the first one first."""
    return tuple(Row(*row) for row in database.execute(_VISITS, wanted.values()))


def open_tickets_of(database: sqlite3.Connection, wanted: Wanted) -> tuple[Ticket, ...]:
    """The tickets of those visits with which nobody came back yet, the first one due first."""
    return tuple(Ticket(*row) for row in database.execute(_TICKETS, wanted.values()))


def taken_in(database: sqlite3.Connection, wanted: Wanted) -> tuple[Taken, ...]:
    """How often families left each page each way; what staff tried out is not counted."""
    return tuple(Taken(*row) for row in database.execute(_TAKEN, wanted.values()))


def _of_this_version(database: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    version = version_of(database)
    if version > LATEST:
        raise KioskError(f"A newer kiosk wrote the journal {path}. Read it with that one.")
    if version == LATEST:
        return database
    copy = sqlite3.connect(":memory:", isolation_level=None)
    database.backup(copy)
    database.close()
    bring_up_to_date(copy)
    return copy
