"""An event night played by chance from a seed: visits of the real machine, in real journals.

What happened is written down beside the journals, by rules of its own, so that a board can be held
against it.
"""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Event,
    LanguageChosen,
    LeftAlone,
    Stopped,
    WentBack,
)
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Visit
from kiosk.records.journal import At, Journal, open_journal, setting_of
from kiosk.records.journal_ids import ids_of
from kiosk.station import Station

EVENT = "Family Portal Night"
# How a visit goes: to that end, or left, stopped, cut off by a fault, still going on at the close.
GOES_ON = {"X_LATER", "X_NO_REPLY", "X_SLIP", "X_OTHER_SCHOOL", "X_NO_EMAIL", "X_EMAIL_LOCKED"}
_LETTERS = "BCDFGHJKMNPQRTVWXY34679"
_DETOURS = 0.25


@dataclass
class Happened:
    """One visit as it was: the station, the language at its end, how it ended, its tickets."""

    station: str
    language: str = "en"
    end: str = ""
    pages: list[str] = field(default_factory=list)
    tickets: list[str] = field(default_factory=list)
    used: bool = False

    def standing(self) -> str:
        """In one word, as staff would put it."""
        if self.end == "DONE":
            return "done"
        if self.used:
            return "came_back"
        if self.tickets or self.end in GOES_ON:
            return "waiting"
        return "elsewhere" if self.end else "under_way"

    def stuck_on(self) -> str:
        """The last page where something was asked of the family: no end, no help on top of it."""
        asked = self.pages[:-1] if self.end not in ("", "X_STOP", "X_TIMEOUT", "X_CUT_OFF") else []
        beneath = [page for page in asked or self.pages if not page.startswith("help/")]
        return beneath[-1]


class Table:
    """One station of the night: its journal, and a clock that moves by seconds with each touch."""

    def __init__(self, station: Station, folder: Path, number: str, now: datetime) -> None:
        self.number, self.now, self.seconds = number, now, 0.0
        self.guide = station.guide
        numbers = itertools.count()
        self.journal: Journal = open_journal(
            folder,
            setting_of(station.guide, number, EVENT),
            ids_of(station.guide, station.words),
            now.date(),
            lambda: f"{int(number):02x}{next(numbers):06x}",
        )

    def note(self, before: Visit | None, after: Visit | None, seconds: float) -> None:
        """Time passes, and the journal is told of what changed."""
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds
        self.journal.note(before, after, self.at())

    def at(self) -> At:
        """This moment."""
        return At(self.now, self.seconds)


class Night:
    """Plays visits at tables, and keeps what happened."""

    def __init__(self, roads: Roads, languages: tuple[str, ...], seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 - a play, no secret
        self.happened: list[Happened] = []
        self._languages = languages
        self._ends: dict[str, list[Road]] = {}
        for (code, _), road in sorted(roads.ends.items()):
            self._ends.setdefault(code, []).append(road)

    def plays_to(self, table: Table, end: str) -> Happened:
        """A visit that reaches that end, not always on the straight road."""
        road = self.chance.choice(self._ends[end])
        visit, told = self._begin(table)
        for event in road:
            visit = self._detour(table, visit, told)
            visit = self._on(table, visit, event, told)
        return self._over(table, visit, told)

    def breaks_off(self, table: Table, by: Event | None) -> Happened:
        """A visit left alone or stopped halfway; without an event, one that a fault ends."""
        visit, told = self._halfway(table)
        if by is not None:
            visit = self._on(table, visit, by, told)
        told.end = visit.ended or "X_CUT_OFF"
        return self._over(table, visit, told)

    def gets_ticket(self, table: Table, due_after_minutes: int) -> Happened:
        """A visit that takes a ticket home in the middle of its road."""
        visit, told = self._halfway(table)
        code = "".join(self.chance.choices(_LETTERS, k=5))
        table.journal.ticket(code, table.now + timedelta(minutes=due_after_minutes))
        told.tickets.append(code)
        visit = self._on(table, visit, Stopped(), told)
        return self._over(table, visit, told)

    def comes_back(self, table: Table, first: Happened, end: str) -> Happened:
        """The family of that visit goes on at a table, in another visit. Only the station that gave
        the ticket knows of it."""
        table.journal.came_back(first.tickets[0], table.at())
        first.used = first.station == table.number
        return self.plays_to(table, end)

    def stays(self, table: Table) -> Happened:
        """A visit that is still going on when the board is looked at."""
        return self._halfway(table)[1]

    def _begin(self, table: Table) -> tuple[Visit, Happened]:
        visit = begin(table.guide)
        told = Happened(table.number, pages=[visit.place])
        self.happened.append(told)
        table.note(None, visit, self.chance.uniform(5, 20))
        language = self.chance.choice(self._languages)
        return self._on(table, visit, LanguageChosen(language), told), told

    def _halfway(self, table: Table) -> tuple[Visit, Happened]:
        """A visit some steps down a road to somewhere."""
        road = self.chance.choice([road for road in self._ends["DONE"] if len(road) > 8])
        visit, told = self._begin(table)
        for event in road[: self.chance.randint(2, len(road) - 3)]:
            visit = self._on(table, visit, event, told)
        return visit, told

    def _detour(self, table: Table, visit: Visit, told: Happened) -> Visit:
        """Now and then a family asks for help and comes back, or goes back and on again."""
        if self.chance.random() > _DETOURS or visit.place.startswith("help/"):
            return visit
        here = visit.place
        visit = self._on(table, visit, AskedHelp(), told)
        leave: Event = self.chance.choice((WentBack(), Chosen("back")))
        visit = self._on(table, visit, leave, told)
        assert visit.place == here
        return visit

    def _on(self, table: Table, visit: Visit, event: Event, told: Happened) -> Visit:
        after = advance(table.guide, visit, event)
        assert after is not visit, (visit.place, event)
        table.note(visit, after, self.chance.uniform(3, 40))
        told.language, told.end = after.language, after.ended
        if after.place != told.pages[-1]:
            told.pages.append(after.place)
        return after

    def _over(self, table: Table, visit: Visit, told: Happened) -> Happened:
        table.note(visit, None, self.chance.uniform(2, 15))
        return told


def standings(happened: list[Happened]) -> Counter[str]:
    """How many visits stand how."""
    return Counter(one.standing() for one in happened)


def stuck_on(happened: list[Happened]) -> Counter[str]:
    """Where those stood last that ended otherwise."""
    return Counter(one.stuck_on() for one in happened if one.standing() == "elsewhere")


def languages(happened: list[Happened]) -> Counter[str]:
    """What was spoken at the end of each visit."""
    return Counter(one.language for one in happened)


def played(night: Night, tables: tuple[Table, Table]) -> None:
    """Thirty visits at two tables, by chance at the one or the other."""
    chance = night.chance
    ends = ["DONE"] * 9 + ["X_LATER", "X_NO_REPLY", "X_SLIP", "X_NO_EMAIL", "X_HELP", "X_HELP"]
    chance.shuffle(ends)
    for end in ends:
        night.plays_to(chance.choice(tables), end)
    for by in (LeftAlone(), LeftAlone(), Stopped(), Stopped(), None):
        night.breaks_off(chance.choice(tables), by)
    first, second = tables
    holders = [night.gets_ticket(table, due) for table, due in _tickets(first, second)]
    night.comes_back(first, holders[0], "DONE")
    night.comes_back(second, holders[3], "X_NO_REPLY")
    night.comes_back(second, holders[1], "DONE")
    for table in tables:
        night.stays(table)


def _tickets(first: Table, second: Table) -> Iterator[tuple[Table, int]]:
    """Who gives a ticket, and how many minutes later it is due."""
    yield from ((first, 5), (first, 5), (first, 500), (second, 5), (second, 5))
