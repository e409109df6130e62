"""An event night of thirty visits at two stations: the board's counts are what happened."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.cover.roads import Roads
from kiosk.records.board import STANDINGS, Board, board_of
from kiosk.records.journal_file import NAME
from kiosk.records.journal_rows import Row, Ticket, open_tickets_of, reading, visits_of
from kiosk.staff.evening import (
    event_name,
    how_far,
    read_evening,
    station_number,
    ticket_line,
    wanted,
)
from kiosk.station import Station
from tests.staff.night import EVENT, Happened, Night, Table, languages, played, standings, stuck_on

SIX = datetime(2026, 11, 23, 18, tzinfo=UTC)
DUE_AFTER = 5


class Evening:
    """A night that was played, its journals, and the moment at which the boards are looked at."""

    def __init__(self, station: Station, roads: Roads, folder: Path, seed: int) -> None:
        self.folders = {number: folder / number for number in ("1", "2")}
        tables = tuple(Table(station, self.folders[n], n, SIX) for n in self.folders)
        night = Night(roads, ("en", "es", "so", "vi"), seed)
        played(night, (tables[0], tables[1]))
        assert all(table.journal.close(60.0) for table in tables)
        self.happened = night.happened
        self.now = max(table.now for table in tables)

    def at(self, number: str) -> list[Happened]:
        """What happened at one station."""
        return [one for one in self.happened if one.station == number]

    def together(self) -> Board:
        """The board of both stations' files."""
        rows: list[Row] = []
        tickets: list[Ticket] = []
        for number, folder in self.folders.items():
            with reading(folder / NAME) as journal:
                asked = wanted(number, EVENT, self.now)
                rows += visits_of(journal, asked)
                tickets += open_tickets_of(journal, asked)
        return board_of(rows, tickets, self.now, left_open_after_minutes=600)


@pytest.fixture(scope="module", params=[7, 23, 1106])
def evening(request, station, roads, tmp_path_factory) -> Evening:
    """Thirty visits by that seed."""
    return Evening(station, roads, tmp_path_factory.mktemp("night"), request.param)


def test_the_board_of_both_stations_counts_what_happened(evening):
    expected = standings(evening.happened)

    board = evening.together()

    assert board.started == len(evening.happened) == 30
    found = {name: getattr(board, name) for name in STANDINGS}
    assert found == {name: expected[name] for name in STANDINGS}
    assert all(found[name] for name in ("done", "waiting", "came_back", "under_way", "elsewhere"))


def test_the_board_names_the_pages_and_the_languages_of_the_evening(evening):
    expected = stuck_on(evening.happened)

    board = evening.together()

    assert Counter({one.name: one.count for one in board.stuck}) == expected
    counts = [one.count for one in board.stuck]
    assert counts == sorted(counts, reverse=True)
    spoken = {one.name: one.count for one in board.languages}
    assert spoken == languages(evening.happened)


def test_each_station_shows_its_own_visits_alone(evening):
    for number, folder in evening.folders.items():
        expected = standings(evening.at(number))

        board = read_evening(folder, number, EVENT, evening.now).board

        assert board.started == len(evening.at(number))
        open_ = board.under_way + board.left_open
        found = (board.done, board.waiting, board.came_back, board.elsewhere, open_)
        names = ("done", "waiting", "came_back", "elsewhere", "under_way")
        assert found == tuple(expected[name] for name in names)


def test_the_tickets_on_the_list_are_those_with_which_nobody_came_back(evening):
    expected = {code for one in evening.happened if not one.used for code in one.tickets}

    board = evening.together()

    assert {ticket.code for ticket in board.tickets} == expected
    due = {ticket.code for ticket in board.due(evening.now)}
    late = {ticket.code for ticket in board.tickets} - due
    assert len(late) == 1  # the one that is due after eight hours


def test_another_station_or_another_event_has_none_of_these_visits(evening):
    folder = evening.folders["1"]

    others = [
        read_evening(folder, "2", EVENT, evening.now),
        read_evening(folder, "1", "Open house", evening.now),
        read_evening(folder, "1", EVENT, evening.now + timedelta(days=1)),
    ]

    assert [one.board.started for one in others] == [0, 0, 0]


def test_a_visit_after_midnight_still_belongs_to_the_evening(evening):
    past_midnight = SIX.replace(hour=2) + timedelta(days=1)

    board = read_evening(evening.folders["1"], "1", EVENT, past_midnight).board

    assert board.started == len(evening.at("1"))


def test_a_station_without_a_journal_has_an_empty_evening(tmp_path):
    found = read_evening(tmp_path / "none", "1", EVENT, SIX)

    assert (found.board.started, found.trouble) == (0, "")


def test_a_journal_that_cannot_be_read_is_a_sentence(tmp_path):
    (tmp_path / NAME).write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)

    found = read_evening(tmp_path, "1", "", SIX)

    assert found.board.started == 0
    assert "cannot be read" in found.trouble


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "now"),
        (-59, "now"),
        (-60, "1 minute ago"),
        (-12 * 60 - 30, "12 minutes ago"),
        (8 * 60, "in 8 minutes"),
        (119 * 60, "in 119 minutes"),
        (-120 * 60, "2 hours ago"),
        (-47 * 3600, "47 hours ago"),
        (-49 * 3600, "2 days ago"),
    ],
)
def test_how_far_off_a_time_is_never_says_more_than_has_passed(seconds, told):
    assert how_far(seconds) == told


def test_a_ticket_is_told_by_its_letters_and_its_times():
    due = SIX + timedelta(minutes=17)
    now = due + timedelta(minutes=12)

    line = ticket_line(Ticket("7KQ4M", int(due.timestamp()), "so", "reply/wait"), now, DUE_AFTER)

    assert (line.letters, line.given, line.due) == ("7KQ4M", "6:12 pm", "6:17 pm")
    assert (line.clock, line.is_due, line.language) == ("12 minutes ago", True, "so")


def test_a_ticket_of_another_day_names_the_day():
    due = SIX - timedelta(days=1, hours=6)

    line = ticket_line(Ticket("7KQ4M", int(due.timestamp()), "so", ""), SIX, DUE_AFTER)

    assert (line.given, line.clock) == ("Nov 22, 11:55 am", "30 hours ago")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("  Family \t Night ", "Family Night"), ("", ""), ("x" * 80, "x" * 60), (" \n ", "")],
)
def test_a_typed_name_of_an_event_stands_on_one_line(typed, name):
    assert event_name(typed) == name


@pytest.mark.parametrize(
    ("name", "number"), [("7", 7), ("0", 1), ("100", 99), ("hall", 1), ("", 1), ("²", 1)]
)
def test_a_station_has_a_number_from_one_to_ninety_nine(name, number):
    assert station_number(name) == number
