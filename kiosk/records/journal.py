"""The journal of visits: what the window tells it at each step, kept as ids, times and outcomes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from kiosk.core.guide import Guide
from kiosk.core.saved.saving import hash_of
from kiosk.core.visit import Visit
from kiosk.records.journal_entries import (
    Began,
    CameBack,
    Entry,
    Gave,
    Given,
    Setting,
    Ticketed,
    entries,
)
from kiosk.records.journal_file import NAME, JournalFile
from kiosk.records.journal_ids import Ids
from kiosk.records.journal_notices import Notice
from kiosk.records.journal_writer import Writer


@dataclass(frozen=True, slots=True)
class At:
    """When something happened: the time of day with its zone, and monotonic seconds.

    A visit's length comes from the seconds alone: a clock that is set meanwhile changes no length.
    """

    wall: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """The visit that is being told of: its random id, when it began, and the latest moment."""

    id: str
    began: float
    ms: int = 0


class Journal:
    """One for each window. Nothing here waits, raises for a disk, or reads a clock.

    `new_id` gives a random text of hexadecimal digits for each visit.
    """

    def __init__(
        self, writer: Writer, setting: Setting, ids: Ids, new_id: Callable[[], str]
    ) -> None:
        self._writer = writer
        self._setting = setting
        self._ids = ids
        self._new_id = new_id
        self._under_way: _UnderWay | None = None

    @property
    def setting(self) -> Setting:
        """Under what the next visit begins."""
        return self._setting

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What staff should know of the journal at present."""
        return self._writer.notices

    def set_event(self, name: str) -> None:
        """The event under which visits are counted that begin from now on; "" for none."""
        self._setting = replace(self._setting, event=name)

    def set_station(self, number: str) -> None:
        """What this station is called in visits that begin from now on."""
        self._setting = replace(self._setting, station=number)

    def set_demo(self, demo: bool) -> None:
        """Whether visits that begin from now on are tried out by staff, and no family's."""
        self._setting = replace(self._setting, demo=demo)

    def note(self, before: Visit | None, after: Visit | None, at: At) -> None:
        """Something happened: `before` is None when a visit begins, `after` when it is wiped."""
        if after is before:
            return
        if before is None or self._under_way is None:
            self._begin(after, at)
            return
        told = entries(before, after, self._under_way.id, self._ms(at))
        if after is None:
            self._under_way = None
        self._take(told)

    def gave(self, what: Given, at: At) -> None:
        """The visit under way got a slip, a card, or what else happens once."""
        if self._under_way is not None:
            self._take((Gave(self._under_way.id, what, self._ms(at)),))

    def ticket(self, code: str, due: datetime) -> None:
        """The visit under way got a come-back ticket: its short code, and when it is due."""
        if self._under_way is not None:
            self._take((Ticketed(self._under_way.id, code, int(due.timestamp())),))

    def came_back(self, code: str, at: At) -> None:
        """Somebody goes on with that ticket."""
        self._take((CameBack(code, int(at.wall.timestamp())),))

    def close(self, seconds: float = 2.0) -> bool:
        """Writes what is left, for so long at most; tells whether all of it is on the disk."""
        return self._writer.close(seconds)

    def _begin(self, visit: Visit | None, at: At) -> None:
        if visit is None:
            return
        self._under_way = begun = _UnderWay(self._new_id(), at.seconds)
        started = int(at.wall.timestamp())
        day = at.wall.date().isoformat()
        first = Began(begun.id, self._setting, visit.language, day, started)
        self._take((first, *entries(None, visit, begun.id, 0)))

    def _ms(self, at: At) -> int:
        """Milliseconds since the visit began, never fewer than told before."""
        if self._under_way is None:
            return 0
        ms = max(self._under_way.ms, round((at.seconds - self._under_way.began) * 1000))
        self._under_way = replace(self._under_way, ms=ms)
        return ms

    def _take(self, told: Iterable[Entry]) -> None:
        batch = tuple(self._ids.only_known(entry) for entry in told)
        if batch:
            self._writer.take(batch)


def setting_of(guide: Guide, station: str, event: str = "", demo: bool = False) -> Setting:
    """The setting of visits at that station, with the version and the content of its flows."""
    flow = guide.flows[guide.start]
    return Setting(station, flow.flow, flow.version, hash_of(guide), event, demo)


def open_journal(
    folder: Path, setting: Setting, ids: Ids, today: date, new_id: Callable[[], str]
) -> Journal:
    """The journal in that folder. Its own thread opens the file; this returns at once.

    `ids` are those of `journal_ids.ids_of`, the only ones that get in.
    """
    return Journal(Writer(JournalFile(folder / NAME, today)), setting, ids, new_id)
