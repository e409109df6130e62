"""A desk with a real journal: what it is asked for is done to that journal, and written down."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.records.journal import Journal, open_journal, setting_of
from kiosk.records.journal_ids import ids_of
from kiosk.resources import Folders
from kiosk.station import Station
from kiosk.ui.staff.desk import Act, Desk, SetEvent


@dataclass
class Office:
    """The far side of the desk. `sentence` is what it answers with."""

    station: Station
    records: Path
    now: datetime
    asked: list[Act] = field(default_factory=list)
    sentence: str = ""
    folders: Folders = field(default_factory=Folders.shipped)
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        ids = ids_of(self.station.guide, self.station.words)
        setting = setting_of(self.station.guide, "1")
        new_id = _numbered()
        self.journal: Journal = open_journal(self.records, setting, ids, self.now.date(), new_id)

    def act(self, act: Act) -> str:
        """Does what the window would do for an event night."""
        self.asked.append(act)
        if isinstance(act, SetEvent):
            self.journal.set_event(act.name)
            self.journal.set_station(act.station)
        return self.sentence

    def desk(self) -> Desk:
        """A desk for a page."""
        return Desk(
            station=self.station,
            folders=self.folders,
            records=self.records,
            journal=self.journal,
            visit=lambda: None,
            act=self.act,
            now=lambda: self.now,
            notices=lambda: self.notices,
        )


def _numbered() -> Callable[[], str]:
    numbers = iter(range(1 << 20, 1 << 24))
    return lambda: f"{next(numbers):06x}"
