"""The journal as text: a board for the terminal, and tables for spreadsheets and drawings."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from kiosk.drawing.counts import COLUMNS
from kiosk.records.board import STANDINGS, Board, Named, Standing
from kiosk.records.journal_rows import Row, Taken, Ticket
from kiosk.records.small_numbers import LEAST_SHOWN, hidden

NOT_SHOWN = "not shown"
_MOST_PAGES = 10
_FORMULA = ("=", "+", "-", "@")

_MEANT: dict[Standing, str] = {
    "done": "signed in at the end",
    "waiting": "go on when the reply, the record or the phone is there",
    "came_back": "went on later with their ticket; that visit is counted too",
    "under_way": "at the kiosk now",
    "elsewhere": "ended otherwise: help, the office, stopped, left alone",
    "left_open": "never ended, and nothing has happened for long",
}
_VISIT_COLUMNS = (
    *("visit", "station", "event", "demo", "flow", "version", "language", "day", "begun"),
    *("minutes", "end", "last_page", "pages", "ticket", "came_back"),
)


def board_in_text(heading: str, board: Board, now: datetime) -> str:
    """The counts as one reads them in a terminal."""
    return "".join(f"{line}\n" for line in _lines(heading, board, now))


def _lines(heading: str, board: Board, now: datetime) -> Iterator[str]:
    yield f"Visits: {heading}" if heading else "Visits"
    yield ""
    yield f"  {'started':<11}{board.started:>6}"
    for standing in STANDINGS:
        count: int = getattr(board, standing)
        yield f"  {_said(standing):<11}{count:>6}   {_MEANT[standing]}"
    if board.tried:
        yield f"  {'tried out':<11}{board.tried:>6}   by staff; counted nowhere else"
    yield from _part("Last pages of those that ended otherwise or never", board.stuck[:_MOST_PAGES])
    yield from _part("Languages", board.languages)
    yield from _tickets(board, now)


def _part(title: str, named: Sequence[Named]) -> Iterator[str]:
    if named:
        yield ""
        yield f"{title}:"
        yield from (f"  {one.count:>6}  {one.name}" for one in named)


def _tickets(board: Board, now: datetime) -> Iterator[str]:
    if board.tickets:
        due = len(board.due(now))
        yield ""
        yield f"Tickets that wait: {len(board.tickets)}, and due of these: {due}"
        yield from (f"  {_ticket(ticket, now)}" for ticket in board.tickets)


def _ticket(ticket: Ticket, now: datetime) -> str:
    at = datetime.fromtimestamp(ticket.due_at, now.tzinfo)
    word = "due since" if ticket.is_due(now) else "due at"
    return f"{ticket.code:<12} {word:<9} {at:%Y-%m-%d %H:%M}  {ticket.language:<5} {ticket.page}"


def visits_table(rows: Iterable[Row]) -> str:
    """One line a visit, times in UTC."""
    return _table(_VISIT_COLUMNS, (_visit(row) for row in rows))


def _visit(row: Row) -> tuple[object, ...]:
    begun = datetime.fromtimestamp(row.started_at, UTC)
    return (
        *(row.id, _harmless(row.station), _harmless(row.event), _yes(row.demo)),
        *(row.flow, row.version, row.language, row.day, f"{begun:%Y-%m-%dT%H:%M:%SZ}"),
        *(f"{row.seconds / 60:.1f}", row.outcome, row.page, row.pages),
        *(_yes(row.ticket), _yes(row.came_back)),
    )


def report_table(board: Board) -> str:
    """Counts alone: columns what, name, count. A part that is too small to show says so."""
    known = board.started >= LEAST_SHOWN
    standings = [Named(_said(one), getattr(board, one)) for one in STANDINGS]
    parts = {"visits": standings, "language": board.languages, "stuck on": board.stuck}
    lines = [("visits", "started", str(board.started) if known else NOT_SHOWN)]
    for what, named in parts.items():
        shown = hidden([one.count for one in named])
        lines += [
            (what, one.name, NOT_SHOWN if count is None or not known else str(count))
            for one, count in zip(named, shown, strict=True)
        ]
    return _table(("what", "name", "count"), lines)


def counts_table(taken: Iterable[Taken]) -> str:
    """How often each way was taken, as `kiosk draw --counts` reads it."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in taken:
        counts[one.place, one.by] += one.count
    lines = ((*place.split("/", 1), by, count) for (place, by), count in sorted(counts.items()))
    return _table(COLUMNS, (line for line in lines if len(line) == len(COLUMNS)))


def _table(columns: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(lines)
    return text.getvalue()


def _said(standing: Standing) -> str:
    return standing.replace("_", " ")


def _yes(fact: bool) -> str:
    return "yes" if fact else "no"


def _harmless(name: str) -> str:
    """A name that staff typed, so that no spreadsheet takes it for a formula."""
    return f"'{name}" if name.startswith(_FORMULA) else name
