"""Event night on the staff's page: the event, the counts, the tickets, the numbers for the wall."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.records.journal_file import NAME
from kiosk.site.shapes import EventNight
from kiosk.staff.beside import title_at
from kiosk.staff.evening import read_evening
from kiosk.ui.staff import event_form, tonight
from kiosk.ui.staff.desk import SetEvent
from kiosk.ui.staff.tally import UNKNOWN
from kiosk.ui.staff.tonight import Tonight
from kiosk.ui.theme import TARGET
from tests.staff.night import EVENT
from tests.ui.finding import STAGES, button, buttons, touch, words_on
from tests.ui.staff.desks import opened, staff_kit
from tests.ui.staff.evening_desks import Office
from tests.ui.staff.rooms import SIX, settled


def test_the_page_shows_the_event_and_what_the_journal_counts(room, records, qtbot):
    board = read_evening(records, "1", EVENT, SIX + timedelta(hours=3)).board

    words = words_on(settled(room(), qtbot).window)

    assert f"{EVENT} · station 1" in words
    stuck = board.elsewhere + board.left_open
    numbers = (board.started, board.done, board.waiting, board.came_back, board.under_way, stuck)
    for number, (name, _) in zip(numbers, tonight.COUNTS, strict=True):
        assert f"{number} {name}" in words


def test_where_families_got_stuck_is_told_by_the_titles_of_the_pages(room, records, qtbot):
    board = read_evening(records, "1", EVENT, SIX + timedelta(hours=3)).board
    there = settled(room(), qtbot)
    guide = there.office.station.guide

    words = words_on(there.window)

    bars = [f"{one.count} {title_at(guide, one.name)}" for one in board.stuck[:5]]
    assert [said for said in words if said in bars] == bars
    rest = sum(one.count for one in board.stuck[5:])
    assert tonight.MORE_PAGES.format(count=rest) in words


def test_a_ticket_is_listed_by_its_letters_with_an_honest_clock(room, records, qtbot):
    now = SIX + timedelta(hours=3)
    board = read_evening(records, "1", EVENT, now).board
    due = board.due(now)[0]
    minutes = (int(now.timestamp()) - due.due_at) // 60

    words = words_on(settled(room(), qtbot).window)

    assert tonight.DUE in words
    (line,) = (said for said in words if said.startswith(due.code))
    told = f"{minutes // 60} hours ago" if minutes >= 120 else f"{minutes} minutes ago"
    assert f"due {told}. Given " in line


def test_a_ticket_turns_due_while_the_page_is_open(room, qtbot):
    there = settled(room(), qtbot)
    there.reads(tonight.COMING, qtbot)

    there.office.now += timedelta(hours=8)
    there.page.refresh()

    qtbot.waitUntil(lambda: tonight.COMING not in words_on(there.window))


def test_an_evening_without_visits_says_so(room, qtbot):
    there = room(empty=True)

    there.reads("0 Started", qtbot)

    words = words_on(there.window)
    assert tonight.NOBODY_STUCK in words
    assert tonight.NONE_DUE in words


def test_staff_begins_the_event_of_the_site_file_and_numbers_the_station(room, qtbot):
    there = room(event="", empty=True)
    there.reads(tonight.NO_EVENT, qtbot)

    touch(there.window, tonight.BEGIN)
    touch(there.window, event_form.HIGHER)
    touch(there.window, event_form.HIGHER)
    touch(there.window, event_form.LOWER)
    there.reads("This is station 2", qtbot)
    touch(there.window, event_form.BEGIN)

    assert there.office.asked == [SetEvent("Family Portal Night", "2")]
    there.reads("Family Portal Night · station 2", qtbot)
    assert tonight.NO_EVENT not in words_on(there.window)


def test_staff_types_the_name_of_an_event(room, qtbot):
    there = room(event="", empty=True)
    touch(there.window, tonight.BEGIN)
    form = there.page.findChild(event_form.EventForm)

    form.line.setText("")
    form.line.setFocus()
    QTest.keyClicks(form.line, "  Open   house 3 ")
    QTest.keyClick(form.line, Qt.Key.Key_Return)

    assert there.office.asked == [SetEvent("Open house 3", "1")]


def test_an_event_needs_a_name(room, qtbot):
    there = room(event="", empty=True)
    touch(there.window, tonight.BEGIN)

    there.page.findChild(event_form.EventForm).line.setText("  ")
    button(there.window, event_form.BEGIN).click()

    assert there.office.asked == []
    there.reads(event_form.NO_NAME, qtbot)


@pytest.mark.parametrize(("at", "step", "number"), [("1", -1, "1"), ("99", 1, "99")])
def test_a_station_number_stays_between_one_and_ninety_nine(room, at, step, number):
    there = room(empty=True)
    there.office.journal.set_station(at)

    touch(there.window, tonight.CHANGE)
    button(there.window, event_form.HIGHER if step > 0 else event_form.LOWER).click()
    button(there.window, event_form.KEEP).click()

    assert there.office.asked == [SetEvent(EVENT, number)]


def test_an_event_ends_and_may_be_left_as_it_is(room, qtbot):
    there = settled(room(), qtbot)

    touch(there.window, tonight.CHANGE)
    touch(there.window, event_form.LEAVE)
    touch(there.window, tonight.END)

    assert there.office.asked == [SetEvent("", "1")]
    there.reads(tonight.NO_EVENT, qtbot)


def test_what_the_desk_answers_is_said(room, qtbot):
    there = settled(room(), qtbot)
    there.office.sentence = "The disk is full."

    touch(there.window, tonight.END)

    there.reads("The disk is full.", qtbot)


def test_each_event_of_the_site_file_can_be_picked(station, qtbot, tmp_path):
    events = (EventNight(name="Fall night"), EventNight(name="Spring night"))
    there = replace(station, site=replace(station.site, events=events))
    office = Office(there, tmp_path, SIX)
    page = Tonight(office.desk(), staff_kit())
    qtbot.addWidget(page)
    opened(page)

    touch(page, tonight.BEGIN)
    touch(page, "Spring night")
    button(page, event_form.BEGIN).click()

    assert office.asked == [SetEvent("Spring night", "1")]
    office.journal.close()


@pytest.mark.parametrize("size", STAGES.values(), ids=STAGES)
def test_every_target_is_large_enough_and_has_a_name(room, qtbot, size):
    there = settled(room(size=size), qtbot)
    least = there.page._kit.theme.px(TARGET)

    touch(there.window, tonight.CHANGE)

    for one in buttons(there.page):
        assert one.accessibleName()
        assert min(one.width(), one.height()) >= least, one.accessibleName()


def big(records: Path, folder: Path, visits: int) -> Path:
    """A journal with that many visits, made of copies of the evening's."""
    folder.mkdir()
    source, target = connect(records / NAME), connect(folder / NAME)
    source.backup(target)
    source.close()
    columns = "station, event, demo, flow, version, hash, language, day, started_at, ended_ms"
    for copy in range(visits // 30 - 1):
        new_id = f"printf('%03x', {copy}) || substr(id, -8)"
        target.execute(
            f"INSERT INTO visits SELECT {new_id}, {columns}, outcome FROM visits "  # noqa: S608
            "WHERE length(id) = 8"
        )
        target.execute(
            f"INSERT INTO steps SELECT {new_id.replace('id', 'visit')}, ordinal, place, "  # noqa: S608
            "left_by, entered_ms, left_ms FROM steps WHERE length(visit) = 8"
        )
    target.commit()
    target.close()
    return folder


def test_three_thousand_visits_never_keep_the_window_waiting(room, records, qtbot, tmp_path):
    folder = big(records, tmp_path / "big", 3000)
    there = settled(room(), qtbot)
    there.office.records = folder
    page = Tonight(there.office.desk(), there.page._kit)
    qtbot.addWidget(page)
    opened(page)

    begun = perf_counter()
    page.refresh()
    asked = perf_counter() - begun

    assert asked < 0.05
    assert f"{UNKNOWN} Started" in words_on(page)  # what it asked for comes later, in its turn
    qtbot.waitUntil(lambda: "3000 Started" in words_on(page))
