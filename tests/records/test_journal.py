"""The journal of real visits: their pages, times and ends, and never a word of a family."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Visit
from kiosk.records.journal import At, Journal, open_journal, setting_of
from kiosk.records.journal_entries import Ended, Entered, Entry, Left, entries
from kiosk.records.journal_file import NAME
from kiosk.records.journal_ids import UNKNOWN, ids_of
from kiosk.records.journal_rows import (
    Row,
    Wanted,
    open_tickets_of,
    reading,
    taken_in,
    visits_of,
)

EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
ALL = Wanted()
CANARY = "quiet.canary.4711"
ADDRESS = f"{CANARY}@gmail.com"
TO_ADDRESS = ("parent", "new", "have")
TO_THE_END: tuple[Event | str, ...] = (
    *TO_ADDRESS,
    Typed(ADDRESS),
    *("me", "right", "opens", "one"),
    Picked(("cedar_hill",)),
    *("has", "sent", "found", "opens", "next"),
    Confirmed(),
)


@pytest.fixture
def journal(station, tmp_path: Path) -> Iterator[Journal]:
    numbers = itertools.count(0xA1)
    setting = setting_of(station.guide, "2", "Family night")
    ids = ids_of(station.guide, station.words)
    one = open_journal(tmp_path, setting, ids, EVENING.date(), lambda: f"{next(numbers):x}")
    yield one
    one.close(20)


def at(seconds: float, wall: datetime = EVENING) -> At:
    return At(wall, 100 + seconds)


def told(journal: Journal, guide: Guide, *events: Event | str, start: float = 0) -> Visit:
    """Tells of a visit with an event every ten seconds; a bare word is an answer."""
    visit = begin(guide)
    journal.note(None, visit, at(start))
    for n, event in enumerate(events, 1):
        after = advance(guide, visit, Chosen(event) if isinstance(event, str) else event)
        assert after is not visit, event
        journal.note(visit, after, at(start + 10 * n))
        visit = after
    return visit


def rows_in(folder: Path) -> tuple[Row, ...]:
    with reading(folder / NAME) as database:
        return visits_of(database, ALL)


def all_of(folder: Path, sql: str) -> list[tuple[str | int, ...]]:
    with reading(folder / NAME) as database:
        return database.execute(sql).fetchall()


def test_a_visit_stands_there_with_its_pages_times_and_what_led_on(journal, station, tmp_path):
    visit = told(journal, station.guide, *TO_ADDRESS, Typed("no address"), WentBack(), Stopped())

    journal.note(visit, None, at(61))
    journal.close(20)

    steps = all_of(tmp_path, "SELECT place, left_by, entered_ms, left_ms FROM steps")
    assert steps == [
        ("setup/who", "parent", 0, 10_000),
        ("setup/today", "new", 10_000, 20_000),
        ("email/have_one", "have", 20_000, 30_000),
        ("email/type_it", "refused.no_at", 30_000, 40_000),
        ("email/type_it", "back", 40_000, 50_000),
        ("email/have_one", "stop", 50_000, 60_000),
    ]
    (row,) = rows_in(tmp_path)
    assert (row.station, row.event, row.demo) == ("2", "Family night", False)
    assert (row.flow, row.version) == ("setup", station.guide.flows["setup"].version)
    assert (row.day, row.started_at) == ("2026-11-23", int(EVENING.timestamp()))
    assert (row.outcome, row.seconds, row.page) == ("X_STOP", 60, "email/have_one")


def test_a_visit_that_is_wiped_on_its_last_page_keeps_its_own_end(journal, station, tmp_path):
    visit = told(journal, station.guide, "student")

    journal.note(visit, None, at(25))
    journal.close(20)

    (row,) = rows_in(tmp_path)
    steps = all_of(tmp_path, "SELECT place, left_by, entered_ms, left_ms FROM steps")
    assert (row.outcome, row.seconds, row.page) == ("X_STUDENT", 10, "setup/who")
    assert steps[-1] == (visit.place, "", 10_000, 25_000)


def test_a_visit_that_is_wiped_without_an_end_is_cut_off(journal, station, tmp_path):
    visit = told(journal, station.guide, *TO_ADDRESS)

    journal.note(visit, None, at(45))
    journal.close(20)

    (row,) = rows_in(tmp_path)
    assert (row.outcome, row.page, row.seconds) == ("X_CUT_OFF", "email/type_it", 45)


def test_help_on_the_last_page_takes_the_end_back_until_it_is_reached_again(
    journal, station, tmp_path
):
    visit = told(journal, station.guide, "student", AskedHelp())
    back = advance(station.guide, visit, Chosen("back"))

    journal.close(20)
    between = rows_in(tmp_path)[0].outcome
    told_again = [one for one in entries(visit, back, "a1", 0) if isinstance(one, Ended)]

    assert between == ""
    assert [entry.code for entry in told_again] == ["X_STUDENT"]


def test_languages_are_kept_in_their_order_and_the_last_one_is_the_visit_s(
    journal, station, tmp_path
):
    told(journal, station.guide, LanguageChosen("es"), "parent", LanguageChosen("so"))

    journal.close(20)

    (row,) = rows_in(tmp_path)
    spoken = all_of(tmp_path, "SELECT language, ms FROM languages ORDER BY ms")
    assert row.language == "so"
    assert spoken == [("es", 10_000), ("so", 30_000)]


def test_a_step_that_changes_nothing_writes_nothing(journal, station, tmp_path):
    visit = told(journal, station.guide, *TO_ADDRESS)

    journal.note(visit, visit, at(40))
    journal.note(visit, visit.with_draft(ADDRESS), at(50))
    journal.close(20)

    (row,) = rows_in(tmp_path)
    assert (row.pages, row.seconds) == (4, 30)


def test_a_clock_that_is_set_back_or_forth_changes_no_length(journal, station, tmp_path):
    visit = begin(station.guide)
    after = advance(station.guide, visit, Chosen("student"))

    journal.note(None, visit, at(0))
    journal.note(visit, after, at(12, EVENING - timedelta(days=400)))
    journal.note(after, None, at(5, EVENING + timedelta(days=400)))
    journal.close(20)

    (row,) = rows_in(tmp_path)
    spans = all_of(tmp_path, "SELECT entered_ms, left_ms FROM steps")
    assert (row.started_at, row.seconds) == (int(EVENING.timestamp()), 12)
    assert spans == [(0, 12_000), (12_000, 12_000)]


def test_seconds_that_run_backwards_end_no_visit_before_its_last_page(journal, station, tmp_path):
    visit = told(journal, station.guide, *TO_ADDRESS)

    journal.note(visit, None, at(-50))
    journal.close(20)

    (row,) = rows_in(tmp_path)
    assert (row.outcome, row.seconds) == ("X_CUT_OFF", 30)


def test_the_event_and_whether_it_is_tried_out_hold_for_visits_that_begin_after(
    journal, station, tmp_path
):
    visit = told(journal, station.guide, "parent")

    journal.set_event("Open house")
    journal.set_demo(True)
    journal.note(visit, None, at(20))
    told(journal, station.guide, "parent", start=60)
    journal.close(20)

    rows = rows_in(tmp_path)
    assert {(row.event, row.demo) for row in rows} == {
        ("Family night", False),
        ("Open house", True),
    }


def test_a_ticket_waits_until_somebody_comes_back_with_it(journal, station, tmp_path):
    told(journal, station.guide, *TO_ADDRESS)
    journal.ticket("K7F-2QM", EVENING + timedelta(minutes=30))
    journal.ticket("B2B-2QM", EVENING + timedelta(minutes=10))
    journal.gave("slip", at(40))

    journal.came_back("K7F-2QM", at(99))
    journal.close(20)

    with reading(tmp_path / NAME) as database:
        waiting = open_tickets_of(database, ALL)
    given = all_of(tmp_path, "SELECT what, ms FROM given")
    assert [(ticket.code, ticket.page) for ticket in waiting] == [("B2B-2QM", "email/have_one")]
    assert not waiting[0].is_due(EVENING)
    assert waiting[0].is_due(EVENING + timedelta(minutes=10))
    assert given == [("slip", 40_000)]


def test_of_two_families_with_the_same_code_one_comes_back_at_a_time(journal, station, tmp_path):
    for start in (0, 500):
        told(journal, station.guide, "parent", start=start)
        journal.ticket("K7F-2QM", EVENING + timedelta(seconds=start))

    journal.came_back("K7F-2QM", at(600))
    journal.close(20)

    with reading(tmp_path / NAME) as database:
        waiting = open_tickets_of(database, ALL)
    assert [ticket.due_at for ticket in waiting] == [int(EVENING.timestamp()) + 500]


def test_no_word_of_a_family_is_in_any_byte_of_the_journal(journal, station, tmp_path):
    visit = told(journal, station.guide, *TO_THE_END)
    assert CANARY in repr(visit)

    journal.note(visit, advance(station.guide, visit, LeftAlone()), at(900))
    journal.close(20)

    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert visit.place.encode() in stored
    assert CANARY.encode() not in stored
    assert b"cedar_hill" not in stored


def test_even_a_bug_that_hands_in_words_writes_none(journal, station, tmp_path):
    visit = told(journal, station.guide, "parent")
    step = visit.trail[-1]
    spoilt = replace(
        visit,
        now=replace(visit.now, ended=CANARY),
        language=CANARY,
        trail=(*visit.trail, replace(step, by=CANARY)),
    )
    lost = replace(spoilt.now.stack[-1], screen=CANARY)
    spoilt = replace(spoilt, now=replace(spoilt.now, stack=(lost,)))

    journal.note(visit, spoilt, at(20))
    journal.ticket(ADDRESS, EVENING)
    journal.came_back(ADDRESS, at(30))
    journal.close(20)

    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    (row,) = rows_in(tmp_path)
    assert (row.outcome, row.language) == (UNKNOWN, UNKNOWN)
    assert CANARY.encode() not in stored


def test_every_id_that_the_shipped_flows_and_the_machine_use_is_known(
    station, closed_station, roads, closed_roads
):
    ids = ids_of(station.guide, station.words)
    steps = {**roads.steps, **closed_roads.steps}
    ends = {**roads.ends, **closed_roads.ends}

    told: list[Entry] = [
        *(Entered("a", 0, place, 0) for place, _ in steps),
        *(Left("a", 0, by, 0) for _, by in steps),
        *(Ended("a", code, 0) for code, _ in ends),
    ]

    assert [entry for entry in told if ids.only_known(entry) != entry] == []
    assert len(told) > 400


def test_what_was_counted_is_what_the_trails_of_the_visits_say(journal, station, tmp_path, roads):
    some = list(roads.ends.values())[:12]
    trails = []

    for n, road in enumerate(some):
        visit = told(journal, station.guide, *road, start=1000 * n)
        journal.note(visit, None, at(1000 * n + 999))
        trails += [(step.place, step.by) for step in visit.trail]
    journal.close(20)

    with reading(tmp_path / NAME) as database:
        taken = taken_in(database, ALL)
    assert {(one.place, one.by): one.count for one in taken} == {
        step: trails.count(step) for step in trails
    }


def test_telling_a_step_neither_waits_for_the_disk_nor_needs_a_visit(station, tmp_path):
    numbers = itertools.count(1)
    ids = ids_of(station.guide, station.words)
    nowhere = tmp_path / "a file"
    nowhere.write_text("in the way")
    setting = setting_of(station.guide, "1")
    journal = open_journal(nowhere, setting, ids, EVENING.date(), lambda: f"{next(numbers):x}")

    journal.note(None, None, at(0))
    journal.ticket("AAAA", EVENING)
    journal.gave("slip", at(1))
    told(journal, station.guide, *TO_ADDRESS)
    whole = journal.close(20)

    assert not whole
    assert [notice.kind for notice in journal.notices] == ["no_place"]
