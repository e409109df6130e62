"""Event night on the staff's page: the event, the counts, the tickets, the numbers for the wall."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import connect
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.records.journal_file import NAME
from kiosk.site.shapes import EventNight
from kiosk.staff.evening import read_evening
from kiosk.ui.staff import event_form, tonight, wall
from kiosk.ui.staff.desk import SetEvent
from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.staff.tonight import Tonight
from kiosk.ui.staff.wall import Wall
from kiosk.ui.theme import TARGET, Look
from tests.staff.night import EVENT, Night, Table, played
from tests.ui.finding import STAGES, button, buttons, touch, words_on
from tests.ui.staff.desks import opened, staff_kit
from tests.ui.staff.evening_desks import Office

SIX = datetime(2026, 11, 23, 18, tzinfo=UTC)
LOOK = Look(size=0, motion=False)


@pytest.fixture(scope="module")
def records(station, roads, tmp_path_factory) -> Path:
    """Thirty visits at one station, of which the first one began at six."""
    folder: Path = tmp_path_factory.mktemp("records")
    table = Table(station, folder, "1", SIX)
    played(Night(roads, ("en", "es", "so"), 7), (table, table))
    assert table.journal.close(60.0)
    return folder


@dataclass
class Room:
    """The page in a window, and the office behind its desk."""

    office: Office
    page: Tonight
    window: Sheet

    def reads(self, said: str, qtbot) -> None:
        """Waits until the page says so."""
        qtbot.waitUntil(lambda: any(said in words for words in words_on(self.window)))


@pytest.fixture
def room(station, records, qtbot, tmp_path) -> Iterator[Callable[..., Room]]:
    """Opens the page, at nine in the evening, with a journal that holds the evening or nothing."""
    offices: list[Office] = []

    def opens(event: str = EVENT, size: tuple[int, int] = (1106, 730), empty: bool = False) -> Room:
        office = Office(station, tmp_path if empty else records, SIX + timedelta(hours=3))
        office.journal.set_event(event)
        offices.append(office)
        kit = staff_kit(replace(LOOK, tight=size[1] <= 600))
        page, window = Tonight(office.desk(), kit), Sheet(kit)
        qtbot.addWidget(window)
        opened(window, size)
        window.set_content(page)
        return Room(office, page, window)

    yield opens
    for office in offices:
        office.journal.close()


def settled(room: Room, qtbot) -> Room:
    """The room, once its page has read the journal."""
    room.reads("30 Started", qtbot)
    return room


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

    words = words_on(settled(room(), qtbot).window)

    assert any("Do you have an email address?" in said for said in words)
    assert not any(one.name in said for one in board.stuck for said in words)
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


@pytest.mark.parametrize(("station", "step", "number"), [("1", -1, "1"), ("99", 1, "99")])
def test_a_station_number_stays_between_one_and_ninety_nine(room, station, step, number):
    there = room(empty=True)
    there.office.journal.set_station(station)

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
    qtbot.waitUntil(lambda: "3000 Started" in words_on(page))


@pytest.fixture
def hall(room, qtbot) -> Room:
    """The page, with the numbers for the wall over it."""
    there: Room = settled(room(), qtbot)
    touch(there.window, tonight.WALL)
    qtbot.waitUntil(lambda: "30 started" in wall_of(there).accessibleName())
    return there


def wall_of(room: Room) -> Wall:
    found = room.window.findChild(Wall)
    assert isinstance(found, Wall)
    return found


def test_the_wall_shows_three_numbers_and_no_page_and_no_ticket(hall, records):
    board = read_evening(records, "1", EVENT, SIX + timedelta(hours=3)).board

    said = wall_of(hall).accessibleName()

    counts = f"30 started, {board.done} done, {board.waiting} waiting"
    assert said == f"{EVENT}: {counts}. {wall.GO_BACK}."
    assert wall_of(hall).geometry() == hall.window.rect()


def ink_heights(window: QWidget) -> list[int]:
    """How high each run of rows is that has ink in it, from the top down."""
    image = window.grab().toImage()
    ground = image.pixelColor(0, 0)
    rows = [
        any(image.pixelColor(x, y) != ground for x in range(0, image.width(), 3))
        for y in range(image.height())
    ]
    runs, run = [], 0
    for inked in (*rows, False):
        if inked:
            run += 1
        elif run:
            runs.append(run)
            run = 0
    return runs


@pytest.mark.parametrize("size", STAGES.values(), ids=STAGES)
def test_the_numbers_on_the_wall_are_thirty_millimetres_high_or_more(hall, size):
    hall.window.resize(*size)

    heights = ink_heights(wall_of(hall))

    assert wall_of(hall).size().toTuple() == size
    assert max(heights) >= 30 * LOOK.px_per_mm


def test_a_touch_on_the_wall_goes_back_and_leaves_nothing(hall, qtbot):
    shown = wall_of(hall)

    with qtbot.waitSignal(shown.destroyed):
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))

    assert hall.window.findChild(Wall) is None


def test_any_key_on_the_wall_goes_back(hall, qtbot):
    shown = wall_of(hall)

    with qtbot.waitSignal(shown.destroyed):
        QTest.keyClick(shown, Qt.Key.Key_Space)

    assert hall.window.findChild(Wall) is None


def test_the_wall_stays_when_the_page_beneath_it_closes(hall, qtbot):
    shown = wall_of(hall)

    with qtbot.waitSignal(hall.page.destroyed):
        hall.window.set_content(Tonight(hall.office.desk(), hall.page._kit))

    assert shown.isVisible()
