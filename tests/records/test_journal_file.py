"""The journal's file when things go wrong: damage, no room, no right to write, other versions."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.records.journal_entries import Began, Ended, Entered, Entry, Left, Setting
from kiosk.records.journal_file import JournalFile, connected
from kiosk.records.journal_notices import Notice
from kiosk.records.journal_purge import purge
from kiosk.records.journal_rows import Wanted, open_tickets_of, reading, visits_of
from kiosk.records.journal_schema import LATEST, MIGRATIONS, bring_up_to_date, version_of

TODAY = date(2026, 11, 23)
SETTING = Setting("1", "setup", 3, "00ff")
VERSION_1 = Path(__file__).with_name("journal_version_1.sql")

Made = Callable[..., JournalFile]


def visit(name: str, day: str = "2026-11-23") -> tuple[Entry, ...]:
    return (
        Began(name, SETTING, "en", day, 1_000_000),
        Entered(name, 0, "setup/who", 0),
        Left(name, 0, "student", 4_000),
        Ended(name, "X_STUDENT", 4_000),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "journal.sqlite"


@pytest.fixture
def journal(path):
    one = JournalFile(path, TODAY)
    yield one
    one.close()


def names_in(path: Path) -> list[str]:
    with reading(path) as database:
        return [row.id for row in visits_of(database, Wanted())]


def fill(path: Path, count: int = 200) -> None:
    journal = JournalFile(path, TODAY)
    for number in range(count):
        assert journal.write(visit(f"{number:04x}")) == "written"
    journal.close()


def test_a_new_journal_is_careful_with_the_disk_and_of_the_latest_version(path):
    held: list[sqlite3.Connection] = []

    def opener(there: Path) -> sqlite3.Connection:
        held.append(connected(there))
        return held[0]

    journal = JournalFile(path, TODAY, opener)

    journal.open()

    settings = ("journal_mode", "synchronous", "foreign_keys", "user_version", "busy_timeout")
    found = [held[0].execute(f"PRAGMA {name}").fetchone()[0] for name in settings]
    journal.close()
    assert found == ["wal", 3, 1, LATEST, 5_000]


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda raw: b"\xff" * 100 + raw[100:], id="its head is overwritten"),
        pytest.param(lambda raw: raw[: len(raw) // 2], id="half of it is missing"),
        pytest.param(lambda raw: raw[:4096] + b"\x5a" * (len(raw) - 4096), id="its pages are"),
        pytest.param(lambda raw: b"this is no journal" * 99, id="it is something else"),
    ],
)
def test_a_damaged_journal_is_set_aside_whole_and_a_new_one_begins(path, harm):
    fill(path)
    damaged = harm(path.read_bytes())
    path.write_bytes(damaged)
    journal = JournalFile(path, TODAY)

    outcome = journal.write(visit("aa"))

    aside = path.with_name("journal-damaged-2026-11-23-1.sqlite")
    journal.close()
    assert outcome == "written"
    assert journal.notices == (Notice("set_aside", aside.name),)
    assert aside.read_bytes() == damaged
    assert names_in(path) == ["aa"]


def test_what_belongs_to_a_damaged_journal_goes_with_it_and_no_name_is_used_twice(path):
    for _ in range(2):
        fill(path, 3)
        path.write_bytes(b"this is no journal" * 99)
        path.with_name("journal.sqlite-wal").write_bytes(b"a log")
        journal = JournalFile(path, TODAY)
        journal.open()
        journal.close()

    names = sorted(file.name for file in path.parent.iterdir())

    assert names == [
        "journal-damaged-2026-11-23-1.sqlite",
        "journal-damaged-2026-11-23-1.sqlite-wal",
        "journal-damaged-2026-11-23-2.sqlite",
        "journal-damaged-2026-11-23-2.sqlite-wal",
        "journal.sqlite",
    ]


def test_a_log_whose_journal_is_gone_is_kept_beside(path):
    path.parent.mkdir()
    path.with_name("journal.sqlite-wal").write_bytes(b"a log")
    journal = JournalFile(path, TODAY)

    outcome = journal.write(visit("aa"))

    journal.close()
    aside = path.with_name("journal-damaged-2026-11-23-1.sqlite-wal")
    assert (outcome, names_in(path)) == ("written", ["aa"])
    assert aside.read_bytes() == b"a log"


def test_a_full_disk_is_told_and_the_same_write_does_once_there_is_room(path):
    pages = ["40"]

    def opener(there: Path) -> sqlite3.Connection:
        database = connected(there)
        database.execute(f"PRAGMA max_page_count = {pages[-1]}")
        return database

    journal = JournalFile(path, TODAY, opener)
    number = 0
    while journal.write(visit(f"{number:04x}")) == "written":
        number += 1

    told = journal.notices
    pages.append("4000")
    outcome = journal.write(visit(f"{number:04x}"))

    journal.close()
    assert told == (Notice("full", "journal.sqlite"),)
    assert (outcome, journal.notices) == ("written", ())
    assert len(names_in(path)) == number + 1 > 20


def test_a_journal_that_may_not_be_written_is_told_and_left_as_it_is(path):
    fill(path, 1)

    def opener(there: Path) -> sqlite3.Connection:
        address = f"{there.as_uri()}?mode=ro"
        return sqlite3.connect(address, uri=True, isolation_level=None)

    journal = JournalFile(path, TODAY, opener)

    outcome = journal.write(visit("aa"))

    journal.close()
    assert (outcome, journal.notices) == ("later", (Notice("no_place", "journal.sqlite"),))
    assert names_in(path) == ["0000"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "records").write_text("a file of that name")
    journal = JournalFile(tmp_path / "records" / "journal.sqlite", TODAY)

    outcome = journal.write(visit("aa"))

    assert (outcome, journal.notices) == ("later", (Notice("no_place", "journal.sqlite"),))


def test_a_journal_that_another_program_holds_is_written_later(path):
    fill(path, 1)
    holder = connected(path)
    holder.execute("BEGIN IMMEDIATE")
    at_once = JournalFile(path, TODAY, lambda there: _impatient(there))

    first = at_once.write(visit("aa"))
    told = at_once.notices
    holder.close()
    second = at_once.write(visit("aa"))

    at_once.close()
    assert (first, told) == ("later", (Notice("busy", "journal.sqlite"),))
    assert (second, at_once.notices) == ("written", ())


def _impatient(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=0, isolation_level=None)


@pytest.mark.parametrize(
    "spoilt",
    [
        Entered("aa", 1, "quiet canary", 0),
        Entered("aa", 1, "canary@gmail.com", 0),
        Left("aa", 0, "quiet canary", 0),
        Ended("aa", "canary@gmail.com", 0),
        Entered("aa", 1, "setup/who", -1),
    ],
)
def test_the_tables_themselves_refuse_what_is_no_id_and_undo_all_that_came_with_it(
    journal, path, spoilt
):
    journal.write(visit("aa"))

    outcome = journal.write((*visit("bb"), spoilt))

    assert outcome == "never"
    assert journal.write(visit("cc")) == "written"
    journal.close()
    assert names_in(path) == ["aa", "cc"]


def test_steps_of_a_visit_that_is_not_there_are_left_out(journal, path):
    journal.write(visit("aa"))

    outcome = journal.write((Entered("bb", 7, "setup/who", 0), *visit("cc")))

    journal.close()
    with reading(path) as database:
        rows = visits_of(database, Wanted())
    assert outcome == "written"
    assert [(row.id, row.pages) for row in rows] == [("aa", 1), ("cc", 1)]


def test_a_journal_of_version_1_comes_up_to_date_with_all_that_is_in_it(journal, path):
    _make(path, VERSION_1.read_text(encoding="utf-8"))

    journal.open()

    assert journal.notices == ()
    assert journal.write(visit("aa")) == "written"
    journal.close()
    with reading(path) as database:
        rows = visits_of(database, Wanted())
        assert version_of(database) == LATEST
    assert [(row.id, row.outcome, row.page) for row in rows] == [
        ("aa", "X_STUDENT", "setup/who"),
        ("51", "X_LATER", "reply/wait"),
    ]


def test_a_journal_of_version_1_is_read_without_being_changed(path):
    _make(path, VERSION_1.read_text(encoding="utf-8"))
    before = path.read_bytes()

    with reading(path) as database:
        rows, tickets = visits_of(database, Wanted()), open_tickets_of(database, Wanted())

    assert ([row.id for row in rows], tickets) == (["51"], ())
    assert path.read_bytes() == before


def test_a_migration_that_does_not_do_leaves_the_journal_as_it_was(path):
    _make(path, VERSION_1.read_text(encoding="utf-8"))
    database = connected(path)
    broken = (*MIGRATIONS[:2], ("CREATE TABLE more (id)", "CREATE TABLE visits (id)"))

    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        bring_up_to_date(database, broken)
    database.close()

    after = connected(path)
    tables = {name for (name,) in after.execute("SELECT name FROM sqlite_master")}
    version = version_of(after)
    after.close()
    assert version == 1
    assert not tables & {"more", "tickets"}


def test_a_journal_of_a_newer_kiosk_is_left_as_it_is(path):
    fill(path, 1)
    _make(path, f"PRAGMA user_version = {LATEST + 1}")
    before = path.read_bytes()
    journal = JournalFile(path, TODAY)

    outcome = journal.write(visit("aa"))

    journal.close()
    assert (outcome, journal.notices) == ("never", (Notice("newer", "journal.sqlite"),))
    assert path.read_bytes() == before
    with pytest.raises(KioskError, match="A newer kiosk wrote"), reading(path):
        pass
    with pytest.raises(KioskError, match="A newer kiosk wrote"):
        purge(path, TODAY)


def _make(path: Path, script: str) -> None:
    path.parent.mkdir(exist_ok=True)
    database = connected(path)
    database.executescript(script)
    database.close()


def test_old_visits_are_gone_from_every_byte_and_the_others_stay(journal, path):
    old = Setting("1", "setup", 3, "00ff", event="Harvest evening of 2025")
    for number in range(40):
        name = f"{number:04x}"
        journal.write((Began(name, old, "en", "2025-10-01", 1), *visit(name)[1:]))
    journal.write(visit("aa", day="2026-10-01"))
    aside = path.with_name("journal-damaged-2025-12-01-1.sqlite")
    for ending in ("", "-wal"):
        aside.with_name(aside.name + ending).write_bytes(b"damaged")
    newer = path.with_name("journal-damaged-2026-10-02-1.sqlite")
    newer.write_bytes(b"damaged")

    gone = purge(path, date(2026, 10, 1))

    assert (gone.visits, gone.files) == (40, (aside.name, f"{aside.name}-wal"))
    assert newer.exists()
    assert journal.write(visit("bb")) == "written"
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    journal.close()
    assert b"Harvest" not in stored
    assert names_in(path) == ["aa", "bb"]
