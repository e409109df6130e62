"""What a station records while it runs: the journal of visits, and calls that are over."""

import secrets
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.clock import local_time
from kiosk.records.follow_up_folder import purge
from kiosk.records.journal import At, Journal, open_journal, setting_of
from kiosk.records.journal_entries import Given
from kiosk.records.journal_ids import ids_of

if TYPE_CHECKING:
    from kiosk.core.visit import Visit
    from kiosk.station import Station

_HOUR_MS = 3_600_000


class Recording(QObject):
    """One for each window. Everything lies in the folder `records`."""

    def __init__(self, station: "Station", records: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = records / "follow-ups"
        guide = station.guide
        self.journal: Journal = open_journal(
            records,
            setting_of(guide, "1"),
            ids_of(guide, station.words),
            local_time().date(),
            lambda: secrets.token_hex(8),
        )
        hours = QTimer(self)
        hours.setInterval(_HOUR_MS)
        hours.timeout.connect(self._purge)
        hours.start()
        self._purge()

    def note(self, before: "Visit | None", after: "Visit | None") -> None:
        """Takes down what changed."""
        self.journal.note(before, after, self.now())

    def came_back(self, letters: str) -> None:
        """Takes down that a family goes on with the ticket that ends in those letters."""
        self.journal.came_back(letters, self.now())

    def gave(self, what: Given) -> None:
        """Takes down that the visit under way got something."""
        self.journal.gave(what, self.now())

    def now(self) -> At:
        """This moment, by both clocks."""
        return At(local_time(), monotonic())

    def end(self) -> None:
        """Writes down what is still to be written."""
        self.journal.close()

    def _purge(self) -> None:
        """Deletes the calls whose day is over; it needs no key."""
        purge(self._folder, local_time().date())
