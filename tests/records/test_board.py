"""The board counts each visit once and tells where the others stand; reports hide small numbers."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.records.board import STANDINGS, Board, Named, board_of
from kiosk.records.journal_entries import (
    Began,
    CameBack,
    Ended,
    Entered,
    Entry,
    Left,
    Setting,
    Ticketed,
)
from kiosk.records.journal_file import JournalFile
from kiosk.records.journal_rows import Row, Wanted, open_tickets_of, reading, taken_in, visits_of
from kiosk.records.small_numbers import hidden

NOW = datetime(2026, 11, 23, 19, tzinfo=UTC)
EVENING = "Family night"
TODAY = NOW.date()


def visit(
    name: str, *ways: str, end: str = "", minutes_ago: int = 30, event: str = EVENING, **more
) -> Iterator[Entry]:
    """A visit that left those pages (place=way); then it ended so, or stands on the last one."""
    began = NOW - timedelta(minutes=minutes_ago)
    setting = Setting(more.get("station", "1"), "setup", 1, "0f", event, more.get("demo", False))
    day = (NOW - timedelta(days=more.get("days_ago", 0))).date().isoformat()
    yield Began(name, setting, more.get("language", "en"), day, int(began.timestamp()))
    for at, way in enumerate(ways):
        place, _, by = way.partition("=")
        yield Entered(name, at, place, at * 60_000)
        if by:
            yield Left(name, at, by, at * 60_000 + 60_000)
    if end:
        yield Ended(name, end, len(ways) * 60_000)


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    """An evening with a visit of each standing, and visits that do not belong to it."""
    path = tmp_path / "journal.sqlite"
    due = int(NOW.timestamp())
    write(
        path,
        visit("01", "setup/who=parent", "signed_in/all_done", end="DONE", language="es"),
        visit("02", "setup/who=parent", "reply/wait=cannot_wait", "reply/later", end="X_LATER"),
        visit("03", "reply/look=help", "help/call=nobody", "help/nobody", end="X_HELP"),
        (Ticketed("03", "AAAA-1", due + 60),),
        visit("04", "reply/look=not_yet", "help/call=nobody", "help/nobody", end="X_HELP"),
        visit("05", "reply/look=stop", end="X_STOP", language="es"),
        visit("06", "setup/who=parent", "email/have_one", minutes_ago=60),
        visit("07", "setup/who=parent", "email/have_one", minutes_ago=5),
        visit("08", "setup/who=parent", "email/have_one=have", end="X_LATER"),
        (Ticketed("08", "BBBB-2", due - 60), CameBack("BBBB-2", due)),
        visit("09", "reply/wait=cannot_wait", "reply/later", end="X_NO_REPLY"),
        (Ticketed("09", "CCCC-3", due),),
        visit("0a", "setup/who=parent", end="X_STOP", demo=True),
        visit("0b", "setup/who=parent", end="DONE", event="", days_ago=1),
        visit("0c", "setup/who=parent", end="DONE", station="2"),
    )
    return path


def write(path: Path, *batches: Iterator[Entry] | tuple[Entry, ...]) -> None:
    journal = JournalFile(path, TODAY)
    for batch in batches:
        assert journal.write(tuple(batch)) == "written"
    journal.close()


def board(path: Path, wanted: Wanted) -> Board:
    with reading(path) as database:
        return board_of(visits_of(database, wanted), open_tickets_of(database, wanted), NOW)


def test_each_visit_of_the_event_at_the_station_is_counted_in_one_standing(evening):
    wanted = Wanted(event=EVENING, station="1")

    found = board(evening, wanted)

    counts = {standing: getattr(found, standing) for standing in STANDINGS}
    assert counts == {
        "done": 1,
        "waiting": 3,
        "came_back": 1,
        "under_way": 1,
        "elsewhere": 2,
        "left_open": 1,
    }
    assert (found.started, sum(counts.values()), found.tried) == (9, 9, 1)


def test_the_page_where_a_family_was_stuck_is_told_and_not_the_help_that_lay_on_it(evening):
    wanted = Wanted(event=EVENING, station="1")

    found = board(evening, wanted)

    assert found.stuck == (Named("reply/look", 2), Named("email/have_one", 1))
    assert found.languages == (Named("en", 7), Named("es", 2))


def test_tickets_wait_in_the_order_in_which_they_are_due(evening):
    wanted = Wanted(event=EVENING)

    found = board(evening, wanted)

    assert [ticket.code for ticket in found.tickets] == ["CCCC-3", "AAAA-1"]
    assert [(ticket.code, ticket.page) for ticket in found.due(NOW)] == [("CCCC-3", "reply/wait")]


@pytest.mark.parametrize(
    ("wanted", "started"),
    [
        (Wanted(), 11),
        (Wanted.of_day(TODAY), 10),
        (Wanted.of_day(TODAY - timedelta(days=1)), 1),
        (Wanted(first=TODAY), 10),
        (Wanted(last=TODAY - timedelta(days=2)), 0),
        (Wanted(event=""), 1),
        (Wanted(event=EVENING), 10),
        (Wanted(station="2"), 1),
    ],
)
def test_a_board_is_of_what_was_asked_for(evening, wanted, started):
    found = board(evening, wanted)

    assert found.started == started


def test_stations_are_counted_together(evening, tmp_path):
    other = tmp_path / "other.sqlite"
    write(other, visit("01", "setup/who=parent", end="DONE", station="3"))
    rows: list[Row] = []

    for path in (evening, other):
        with reading(path) as database:
            rows += visits_of(database, Wanted())

    found = board_of(rows, (), NOW)
    assert (found.started, found.done) == (12, 4)


def test_a_journal_is_read_while_it_is_written(evening):
    journal = JournalFile(evening, TODAY)
    journal.write(tuple(visit("aa", "setup/who=parent", end="DONE", event="Now")))

    found = board(evening, Wanted(event="Now"))

    journal.close()
    assert found.done == 1


def test_an_evening_of_thirty_visits_is_counted_as_it_happened(tmp_path):
    chance = random.Random(30)  # noqa: S311 - a seed, the same evening each time
    ends = ["DONE", "X_LATER", "X_HELP", "X_STOP", ""]
    drawn = [chance.choice(ends) for _ in range(30)]
    path = tmp_path / "journal.sqlite"

    write(
        path,
        *(
            visit(f"{n:02x}", "setup/who=parent", "email/have_one", end=end)
            for n, end in enumerate(drawn)
        ),
    )

    found = board(path, Wanted.of_day(TODAY))
    assert found.started == 30
    assert found.done == drawn.count("DONE")
    assert found.waiting == drawn.count("X_LATER")
    assert found.elsewhere == drawn.count("X_HELP") + drawn.count("X_STOP")
    assert found.left_open == drawn.count("")
    assert {one.name: one.count for one in found.ends} == {
        end: drawn.count(end) for end in set(drawn) if end
    }


def test_ten_thousand_visits_are_counted_well_within_a_second(tmp_path):
    path = tmp_path / "journal.sqlite"
    pages = [f"setup/page_{at}=next" for at in range(20)]
    batches = (tuple(visit(f"{n:05x}", *pages, end="DONE")) for n in range(10_000))
    write(path, tuple(entry for batch in batches for entry in batch))

    began = perf_counter()
    found = board(path, Wanted.of_day(TODAY))
    seconds = perf_counter() - began

    with reading(path) as database:
        taken = taken_in(database, Wanted())
    assert found.done == 10_000
    assert sum(one.count for one in taken) == 200_000
    assert seconds < 1, f"{seconds:.3f} s"


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((30, 20), (30, 20)),
        ((30, 9), (None, None)),
        ((30, 20, 9), (30, None, None)),
        ((30, 20, 1, 1), (30, None, None, None)),
        ((30, 9, 8), (30, None, None)),
        ((3, 2), (None, None)),
        ((0, 40, 20), (None, 40, None)),
        ((), ()),
    ],
)
def test_small_numbers_are_hidden_and_with_them_what_would_tell_them(counts, shown):
    found = hidden(counts)

    assert found == shown


@given(st.lists(st.integers(0, 60), max_size=8))
def test_what_is_hidden_can_never_be_worked_out_from_the_sum(counts):
    found = hidden(counts)

    kept_back = [n for n, shown in zip(counts, found, strict=True) if shown is None]
    assert all(shown is None or shown >= 10 for shown in found)
    assert (
        not kept_back
        or len(kept_back) == len(counts)
        or (len(kept_back) > 1 and sum(kept_back) >= 10)
    )


def test_a_journal_that_cannot_be_read_is_told_in_a_sentence(tmp_path):
    path = tmp_path / "journal.sqlite"
    path.write_bytes(b"this is no journal" * 9)

    with (
        pytest.raises(KioskError, match="Start the kiosk once"),
        reading(path) as db,
    ):
        visits_of(db, Wanted())
