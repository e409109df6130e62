"""An event night in numbers: what this station's journal says of it, and how far off a time is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.records.board import Board, board_of
from kiosk.records.journal_file import NAME
from kiosk.records.journal_rows import Ticket, Wanted, open_tickets_of, reading, visits_of

HIGHEST_STATION = 99
LONGEST_NAME = 60
_NIGHT_ENDS = timedelta(hours=6)  # a visit after midnight still belongs to the evening
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_HOURS_FROM, _DAYS_FROM = 2 * _HOUR, 2 * _DAY


@dataclass(frozen=True)
class Evening:
    """The board of one station at a moment; `trouble` is a sentence where it cannot be read."""

    board: Board
    trouble: str = ""


@dataclass(frozen=True)
class TicketLine:
    """A ticket as staff read it: its last letters, when it was given and is due, and how far off
    that is. `language` is a code."""

    letters: str
    given: str
    due: str
    clock: str
    is_due: bool
    language: str


def read_evening(records: Path, station: str, event: str, now: datetime) -> Evening:
    """What the journal in that folder says of the event, or of today where none is named.

    No journal yet is an evening without visits. It reads a file: not for the window's own thread.
    """
    path = records / NAME
    empty = board_of((), (), now)
    if not path.is_file():
        return Evening(empty)
    try:
        with reading(path) as journal:
            asked = wanted(station, event, now)
            rows, tickets = visits_of(journal, asked), open_tickets_of(journal, asked)
    except KioskError as trouble:
        return Evening(empty, str(trouble))
    return Evening(board_of(rows, tickets, now))


def wanted(station: str, event: str, now: datetime) -> Wanted:
    """The visits of that event this evening at that station; of the whole day without an event."""
    first = (now - _NIGHT_ENDS).date() if event else now.date()
    return Wanted(station=station, event=event or None, first=first, last=now.date())


def ticket_line(ticket: Ticket, now: datetime, due_after_minutes: int) -> TicketLine:
    """The ticket for staff. It is due so many minutes after it was given: the journal keeps but
    the one of the two times."""
    due = datetime.fromtimestamp(ticket.due_at, now.tzinfo)
    given = due - timedelta(minutes=due_after_minutes)
    return TicketLine(
        letters=ticket.code,
        given=_time(given, now),
        due=_time(due, now),
        clock=how_far(ticket.due_at - int(now.timestamp())),
        is_due=ticket.is_due(now),
        language=ticket.language,
    )


def how_far(seconds: int) -> str:
    """How far off a time is in words: "12 minutes ago", "now", "in 8 minutes"."""
    away = abs(seconds)
    if away < _MINUTE:
        return "now"
    if away < _HOURS_FROM:
        told = _counted(away // _MINUTE, "minute")
    elif away < _DAYS_FROM:
        told = _counted(away // _HOUR, "hour")
    else:
        told = _counted(away // _DAY, "day")
    return f"in {told}" if seconds > 0 else f"{told} ago"


def event_name(typed: str) -> str:
    """What was typed as the name of an event: on one line, without doubled spaces, not too long."""
    return " ".join(typed.split())[:LONGEST_NAME].strip()


def station_number(name: str) -> int:
    """The number of a station, 1 to 99, by its name; 1 where that is none."""
    number = int(name) if name.isascii() and name.isdigit() else 1
    return min(max(number, 1), HIGHEST_STATION)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _time(at: datetime, now: datetime) -> str:
    """The time of day, with the day where that is another one."""
    hour = f"{at.hour % 12 or 12}:{at.minute:02} {'am' if at.hour < 12 else 'pm'}"
    return hour if at.date() == now.date() else f"{at:%b} {at.day}, {hour}"
