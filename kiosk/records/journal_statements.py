"""The journal's entries as SQL: one table, one row a kind of entry."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from kiosk.records.journal_entries import (
    Began,
    CameBack,
    Ended,
    Entered,
    Entry,
    Gave,
    Left,
    Spoke,
    Ticketed,
    WentOn,
)
from kiosk.records.journal_schema import Value

Statement = tuple[str, tuple[Value, ...]]

_BEGAN = """
    INSERT INTO visits (id, station, event, demo, flow, version, hash, language, day, started_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
# A visit that is not there (purged meanwhile, or in a file that was set aside) gets no rows.
_ENTERED = """
    INSERT INTO steps (visit, ordinal, place, entered_ms)
    SELECT id, ?, ?, ? FROM visits WHERE id = ? ON CONFLICT DO NOTHING
"""
_LEFT = "UPDATE steps SET left_by = ?, left_ms = max(entered_ms, ?) WHERE visit = ? AND ordinal = ?"
_SPOKE = "INSERT INTO languages (visit, ms, language) SELECT id, ?, ? FROM visits WHERE id = ?"
_SPEAKS = "UPDATE visits SET language = ? WHERE id = ?"
_ENDED = "UPDATE visits SET outcome = ?, ended_ms = ? WHERE id = ?"
_GAVE = "INSERT INTO given (visit, ms, what) SELECT id, ?, ? FROM visits WHERE id = ?"
_TICKETED = """
    INSERT INTO tickets (code, visit, due_at)
    SELECT ?, id, ? FROM visits WHERE id = ? ON CONFLICT DO NOTHING
"""
# Two families on one page at one time hold the same code: the one who is due first came back.
_CAME_BACK = """
    UPDATE tickets SET used_at = ? WHERE (code, visit) IN (
        SELECT code, visit FROM tickets WHERE code = ? AND used_at IS NULL
        ORDER BY due_at, visit LIMIT 1
    )
"""


def statements_of(batch: Sequence[Entry]) -> Iterator[Statement]:
    """The statements that write those entries, in their order."""
    for entry in batch:
        yield from _statements(entry)


def _statements(entry: Entry) -> Iterator[Statement]:
    match entry:
        case Began():
            yield _BEGAN, _beginning(entry)
        case Entered(visit, ordinal, place, ms):
            yield _ENTERED, (ordinal, place, ms, visit)
        case Left(visit, ordinal, by, ms):
            yield _LEFT, (by, ms, visit, ordinal)
        case Spoke(visit, language, ms):
            yield _SPOKE, (ms, language, visit)
            yield _SPEAKS, (language, visit)
        case Ended(visit, code, ms):
            yield _ENDED, (code, ms, visit)
        case WentOn() | Gave() | Ticketed() | CameBack():
            yield _more(entry)
        case _:
            assert_never(entry)


def _more(entry: WentOn | Gave | Ticketed | CameBack) -> Statement:
    match entry:
        case WentOn(visit):
            return _ENDED, ("", None, visit)
        case Gave(visit, what, ms):
            return _GAVE, (ms, what, visit)
        case Ticketed(visit, code, due_at):
            return _TICKETED, (code, due_at, visit)
        case CameBack(code, used_at):
            return _CAME_BACK, (used_at, code)


def _beginning(entry: Began) -> tuple[Value, ...]:
    setting = entry.setting
    return (
        entry.visit,
        setting.station,
        setting.event,
        int(setting.demo),
        setting.flow,
        setting.version,
        setting.hash,
        entry.language,
        entry.day,
        entry.started_at,
    )
