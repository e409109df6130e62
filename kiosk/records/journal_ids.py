"""The journal's door: only ids that stand in a flow, or in the program, get through.

A family's words are no ids of a flow, so they cannot be written, whatever bug hands them in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.core.flow import End, Return, Screen
from kiosk.core.guide import Guide
from kiosk.core.jumping import STAFF_DONE, STAFF_JUMP
from kiosk.core.leading import answers_of
from kiosk.core.visit import LEFT_ALONE, STOPPED
from kiosk.records.journal_entries import (
    CUT_OFF,
    Began,
    CameBack,
    Ended,
    Entered,
    Entry,
    Gave,
    Left,
    Setting,
    Spoke,
    Ticketed,
    WentOn,
)

UNKNOWN = "unknown"

# What the trail calls what is no answer: the machine's words, a saved visit's, and staff's.
TRAIL_WORDS = frozenset(
    {"typed", "picked", "confirmed", "time", "back", "help", "broke", "stop", "left"}
    | {"saved", "resumed", "staff", "office", STAFF_JUMP, STAFF_DONE}
)

_TICKET = re.compile(r"[A-Z0-9-]{4,40}", re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Ids:
    """All that may be written of a visit: places, what led on, ends, languages."""

    places: frozenset[str]
    ways: frozenset[str]
    ends: frozenset[str]
    languages: frozenset[str]

    def only_known(self, entry: Entry) -> Entry:
        """The entry, with "unknown" in place of everything that is no id."""
        match entry:
            case Began():
                language = _known(entry.language, self.languages)
                return replace(entry, language=language, setting=_plain(entry.setting))
            case Entered():
                return replace(entry, place=_known(entry.place, self.places))
            case Left():
                return replace(entry, by=_known(entry.by, self.ways))
            case Spoke():
                return replace(entry, language=_known(entry.language, self.languages))
            case Ended():
                return replace(entry, code=_known(entry.code, self.ends))
            case Ticketed() | CameBack():
                return replace(entry, code=entry.code if _TICKET.fullmatch(entry.code) else UNKNOWN)
            case Gave() | WentOn():
                return entry
            case _:
                assert_never(entry)


def ids_of(guide: Guide, languages: Iterable[str], trail_words: Iterable[str] = ()) -> Ids:
    """The ids of that guide's flows; `trail_words` are further words that the trail may say."""
    outcomes = {outcome for check in guide.checks.values() for outcome in check.outcomes}
    answers = {answer.id for _, screen in _screens(guide) for answer in answers_of(screen)}
    refused = {f"refused.{outcome}" for outcome in outcomes}
    ends = {end for _, screen in _screens(guide) for end in _end_of(screen)}
    return Ids(
        places=frozenset(place for place, _ in _screens(guide)),
        ways=TRAIL_WORDS.union(answers, refused, trail_words, ("",)),
        ends=frozenset({STOPPED, LEFT_ALONE, CUT_OFF}.union(ends)),
        languages=frozenset(languages),
    )


def _screens(guide: Guide) -> Iterator[tuple[str, Screen]]:
    for flow in guide.flows.values():
        for name, screen in flow.screens.items():
            yield f"{flow.flow}/{name}", screen


def _end_of(screen: Screen) -> Iterator[str]:
    match screen:
        case End():
            yield screen.end
        case Return():
            yield screen.return_


def _known(said: str, known: frozenset[str]) -> str:
    return said if said in known else UNKNOWN


def _plain(setting: Setting) -> Setting:
    """The setting, with the names that staff gave on one line and of a sensible length."""
    return replace(setting, station=_one_line(setting.station), event=_one_line(setting.event))


def _one_line(name: str) -> str:
    return _UNPRINTABLE.sub(" ", name).strip()[:_LONGEST_NAME]
