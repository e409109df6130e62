"""A kiosk's journal in a process of its own, which tells each batch once it is written.

Run with a folder. It notes visits without end, by the real machine, until it is killed.
"""

import itertools
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.clock import OFFICES_OPEN
from kiosk.core.events import Chosen
from kiosk.core.machine import advance, begin
from kiosk.records.journal import At, Journal, setting_of
from kiosk.records.journal_entries import Entered, Entry
from kiosk.records.journal_file import JournalFile, Outcome
from kiosk.records.journal_ids import ids_of
from kiosk.records.journal_writer import Writer
from kiosk.resources import Folders
from kiosk.station import open_station

ANSWERS = ("parent", "new", "have")


class Telling(JournalFile):
    """The journal's file, which tells what it wrote as soon as it is written."""

    def write(self, batch: Sequence[Entry]) -> Outcome:
        """Writes, and then tells each page that was entered, as "visit ordinal"."""
        outcome = super().write(batch)
        if outcome == "written":
            for entry in batch:
                if isinstance(entry, Entered):
                    sys.stdout.write(f"{entry.visit} {entry.ordinal}\n")
            sys.stdout.flush()
        return outcome


def main() -> None:
    """Notes visit after visit."""
    station = open_station(Folders.shipped(), lambda: OFFICES_OPEN)
    numbers = itertools.count()
    writer = Writer(Telling(Path(sys.argv[1]) / "journal.sqlite", date(2026, 11, 23)))
    journal = Journal(
        writer,
        setting_of(station.guide, "1"),
        ids_of(station.guide, station.words),
        lambda: f"{next(numbers):04x}",
    )
    at = At(datetime(2026, 11, 23, 18, tzinfo=UTC), 0.0)
    while True:
        visit = begin(station.guide)
        journal.note(None, visit, at)
        for answer in ANSWERS:
            after = advance(station.guide, visit, Chosen(answer))
            journal.note(visit, after, at)
            visit = after
        journal.note(visit, None, at)


if __name__ == "__main__":
    main()
