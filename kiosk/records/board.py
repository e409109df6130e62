"""Counts visits for staff: begun, done, waiting, and where the others stand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kiosk.records.journal_rows import Row, Ticket

DONE = "DONE"

# Ends after which a family goes on once something outside has happened: a reply, a change of the
# record, a phone that is at home.
WAITING = frozenset(
    {"X_LATER", "X_NO_REPLY", "X_SLIP", "X_OTHER_SCHOOL", "X_NO_EMAIL", "X_EMAIL_LOCKED"}
)
LEFT_OPEN_AFTER_MINUTES = 20

Standing = Literal["done", "came_back", "waiting", "elsewhere", "under_way", "left_open"]
STANDINGS: tuple[Standing, ...] = (
    "done", "waiting", "came_back", "under_way", "elsewhere", "left_open"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A place or a language, and how many visits."""

    name: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Board:
    """The visits of families, each in one standing: the standings add up to `started`.

    `waiting` ended with a ticket or an end that waits; `came_back` had a ticket with which somebody
    went on, in another visit; `elsewhere` ended otherwise; `left_open` never ended, and nothing has
    happened for long. `stuck` counts the last pages of the latter two, the most first. `tried` are
    visits of staff, counted nowhere else. `tickets` wait, the first one due first.
    """

    started: int
    done: int
    waiting: int
    came_back: int
    under_way: int
    elsewhere: int
    left_open: int
    tried: int
    stuck: tuple[Named, ...]
    languages: tuple[Named, ...]
    ends: tuple[Named, ...]
    tickets: tuple[Ticket, ...]

    def due(self, now: datetime) -> tuple[Ticket, ...]:
        """The tickets whose time has come: "the reply may have arrived"."""
        return tuple(ticket for ticket in self.tickets if ticket.is_due(now))


def board_of(
    rows: Iterable[Row],
    tickets: Iterable[Ticket],
    now: datetime,
    left_open_after_minutes: int = LEFT_OPEN_AFTER_MINUTES,
) -> Board:
    """The board of those visits at that moment; rows of several stations may be put together."""
    rows = tuple(rows)
    real = [row for row in rows if not row.demo]
    latest = int(now.timestamp()) - left_open_after_minutes * 60
    standings = [standing_of(row, latest) for row in real]
    counts = Counter(standings)
    lost = [
        row.page
        for row, standing in zip(real, standings, strict=True)
        if standing in ("elsewhere", "left_open") and row.page
    ]
    return Board(
        started=len(real),
        done=counts["done"],
        waiting=counts["waiting"],
        came_back=counts["came_back"],
        under_way=counts["under_way"],
        elsewhere=counts["elsewhere"],
        left_open=counts["left_open"],
        tried=len(rows) - len(real),
        stuck=_most_first(lost),
        languages=_most_first(row.language for row in real),
        ends=_most_first(row.outcome for row in real if row.outcome),
        tickets=tuple(sorted(tickets, key=lambda ticket: (ticket.due_at, ticket.code))),
    )


def standing_of(row: Row, latest: int) -> Standing:
    """How that visit stands; one that has not ended is left open if nothing happened since
    `latest`, in seconds since 1970 UTC."""
    if row.outcome == DONE:
        return "done"
    if row.came_back:
        return "came_back"
    if row.ticket or row.outcome in WAITING:
        return "waiting"
    if row.outcome:
        return "elsewhere"
    return "under_way" if row.started_at + row.seconds >= latest else "left_open"


def _most_first(names: Iterable[str]) -> tuple[Named, ...]:
    counts = Counter(names)
    return tuple(
        Named(name, counts[name]) for name in sorted(counts, key=lambda n: (-counts[n], n))
    )
