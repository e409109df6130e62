"""The journal of visits: counts in the terminal, tables for a spreadsheet, and deleting."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from kiosk.clock import local_time
from kiosk.commands.journal_tables import (
    board_in_text,
    counts_table,
    report_table,
    visits_table,
)
from kiosk.commands.opening import tell_more
from kiosk.core.errors import KioskError
from kiosk.records.board import board_of
from kiosk.records.journal_file import NAME
from kiosk.records.journal_purge import purge
from kiosk.records.journal_rows import Wanted, open_tickets_of, reading, taken_in, visits_of
from kiosk.resources import records_dir

T = TypeVar("T")

_ABOUT = """\
The journal keeps of each visit: its pages and what led on (as the names that
stand in the flows), times, language, event, station and end. No word of a family
is in it.

Without WHAT it tells the counts of today, or of the day or the event named.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the journal; without one of these, the counts."""
    tell_more(parser, _ABOUT)
    _add_span(parser, None)
    does = parser.add_subparsers(dest="do", metavar="WHAT", title="what to do")
    export = does.add_parser(
        "export",
        help="write the visits as a table for a spreadsheet (CSV)",
        description="Writes one line a visit. With --for-report: counts alone, and none under 10.",
    )
    _add_span(export, argparse.SUPPRESS)
    _add_output(export)
    export.add_argument(
        "--for-report",
        action="store_true",
        help="counts for a report that others read; numbers under 10 are hidden",
    )
    counts = does.add_parser(
        "counts",
        help="write how often each page was left which way, for 'kiosk draw FLOW --counts FILE'",
        description="Writes how often families left each page each way, for 'kiosk draw --counts'.",
    )
    _add_span(counts, argparse.SUPPRESS)
    _add_output(counts)
    gone = does.add_parser(
        "purge",
        help="delete the visits before a day, for good",
        description="Deletes the visits before a day for good, and damaged journals set aside by "
        "then. The kiosk may run meanwhile.",
    )
    _add_files(gone, argparse.SUPPRESS)
    gone.add_argument(
        "--before", type=_date, required=True, metavar="DATE", help="such as 2026-08-01"
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when it is done. Raises KioskError for a journal that is not there or not sound."""
    does: Mapping[str | None, Callable[[argparse.Namespace], str]] = {
        None: _counts_in_text,
        "export": _export,
        "counts": _counts,
        "purge": _purge,
    }
    sys.stdout.write(does[wanted.do](wanted))
    return 0


def _add_span(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Which visits. Below a word of WHAT nothing is set that was not asked for there."""
    span = parser.add_argument_group("which visits")
    span.add_argument("--day", type=_date, default=default, metavar="DATE", help="of that day")
    span.add_argument(
        "--from", dest="first", type=_date, default=default, metavar="DATE", help="from that day on"
    )
    span.add_argument(
        "--to", dest="last", type=_date, default=default, metavar="DATE", help="up to that day"
    )
    span.add_argument("--event", default=default, metavar="NAME", help="of that event")
    span.add_argument("--station", default=default, metavar="NAME", help="of that station")
    _add_files(parser, default)


def _add_files(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--file",
        dest="files",
        type=Path,
        action="append",
        default=default,
        metavar="FILE",
        help="a journal; name several to count stations together (default: this station's own)",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write into this file")


def _date(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        message = f"write a day as 2026-11-23, not '{said[:40]}'"
        raise argparse.ArgumentTypeError(message) from None


def _counts_in_text(asked: argparse.Namespace) -> str:
    now = local_time()
    wanted = _wanted(asked, now.date())
    rows = _gathered(asked, lambda journal: visits_of(journal, wanted))
    tickets = _gathered(asked, lambda journal: open_tickets_of(journal, wanted))
    return board_in_text(_named(asked, wanted), board_of(rows, tickets, now), now)


def _export(asked: argparse.Namespace) -> str:
    wanted = _wanted(asked)
    rows = _gathered(asked, lambda journal: visits_of(journal, wanted))
    if asked.for_report:
        return _written(asked.output, report_table(board_of(rows, (), local_time())))
    return _written(asked.output, visits_table(rows))


def _counts(asked: argparse.Namespace) -> str:
    wanted = _wanted(asked)
    taken = _gathered(asked, lambda journal: taken_in(journal, wanted))
    return _written(asked.output, counts_table(taken))


def _purge(asked: argparse.Namespace) -> str:
    said = ""
    for path in _files(asked):
        gone = purge(path, asked.before)
        said += f"{path}: {gone.visits} visits before {asked.before} are deleted.\n"
        said += "".join(f"{name} is deleted.\n" for name in gone.files)
    return said


def _wanted(asked: argparse.Namespace, today: date | None = None) -> Wanted:
    """The span that is asked for; `today`, if given, where none is."""
    if asked.day and (asked.first or asked.last):
        raise KioskError("Name one day with --day, or a span with --from and --to; not both.")
    first, last = asked.day or asked.first, asked.day or asked.last
    if today is not None and not (first or last or asked.event):
        first = last = today
    return Wanted(station=asked.station, event=asked.event, first=first, last=last)


def _named(asked: argparse.Namespace, wanted: Wanted) -> str:
    """What the counts are of, as a heading."""
    parts = [f"event {wanted.event}"] if wanted.event is not None else []
    if wanted.first and wanted.first == wanted.last:
        parts.append(str(wanted.first))
    else:
        parts += [f"from {wanted.first}"] if wanted.first else []
        parts += [f"up to {wanted.last}"] if wanted.last else []
    if wanted.station is not None:
        parts.append(f"station {wanted.station}")
    parts += [f"{len(asked.files)} journals"] if len(asked.files or ()) > 1 else []
    return ", ".join(parts)


def _files(asked: argparse.Namespace) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(asked.files)) if asked.files else (records_dir() / NAME,)


def _gathered(
    asked: argparse.Namespace, read: Callable[[Connection], tuple[T, ...]]
) -> tuple[T, ...]:
    """What is read of each journal that is named."""
    found: list[T] = []
    for path in _files(asked):
        with reading(path) as journal:
            found += read(journal)
    return tuple(found)


def _written(path: Path | None, text: str) -> str:
    """Writes the table into that file, and tells so; without one, the table itself."""
    if path is None:
        return text
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as trouble:
        raise KioskError(f"{path} cannot be written: {trouble.strerror}.") from None
    return f"{path} is written.\n"
