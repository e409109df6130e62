"""The power goes at any moment: what the journal said is on the disk is on the disk."""

import random
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from kiosk.records import journal_file
from kiosk.records.journal_entries import Began, Entered, Entry, Left, Setting
from kiosk.records.journal_file import JournalFile
from tests.records.power_cut import RecordingVfs, Tape, disk_after, opener

TODAY = date(2026, 11, 23)
SETTING = Setting("1", "setup", 1, "00ff")
CUTS = 60
VISITS = 160  # enough for SQLite to carry its log over into the file while visits go on


def visit(number: int) -> list[tuple[Entry, ...]]:
    """The batches of one visit of six pages."""
    name = f"{number:04x}"
    first: tuple[Entry, ...] = (
        Began(name, SETTING, "en", "2026-11-23", 1_000_000 + number),
        Entered(name, 0, "setup/who", 0),
    )
    steps: list[tuple[Entry, ...]] = [
        (Left(name, at, "next", at * 900), Entered(name, at + 1, "setup/today", at * 900))
        for at in range(6)
    ]
    return [first, *steps]


def played(path: Path, tape: Tape, visits: int) -> None:
    """Writes visits through a disk that is taped; each batch is acknowledged once it is written."""
    vfs = RecordingVfs(f"taped-{path}", tape)
    journal = JournalFile(path, TODAY, opener(f"taped-{path}"))
    for number in range(visits):
        for at, batch in enumerate(visit(number)):
            assert journal.write(batch) == "written"
            tape.acknowledged(f"{number:04x} {at}")
    journal.close()
    vfs.unregister()


def lost_after(tape: Tape, moment: int, folder: Path, chance: random.Random) -> list[str]:
    """What was acknowledged before the power went, and is not in the journal opened after it."""
    for name, content in disk_after(tape, moment, chance).items():
        (folder / name).write_bytes(content)
    journal = JournalFile(folder / "journal.sqlite", TODAY)
    journal.open()
    assert journal.notices == (), f"after {moment} steps"
    journal.close()
    database = sqlite3.connect(folder / "journal.sqlite")
    rows = database.execute("SELECT visit || ' ' || ordinal FROM steps").fetchall()
    database.close()
    there = {name for (name,) in rows}
    return [told for told in tape.told_by(moment) if told not in there]


def losses(tape: Tape, folder: Path, moments: Sequence[int]) -> list[int]:
    """How much is lost for each of those moments."""
    chance = random.Random(4711)  # noqa: S311 - a seed, so that a failure can be played again
    lost = []
    for moment in moments:
        after = folder / str(moment)
        after.mkdir()
        lost.append(len(lost_after(tape, moment, after, chance)))
    return lost


@pytest.fixture
def moments_of():
    """Moments all over a tape, always the same."""

    def chosen(tape: Tape) -> list[int]:
        chance = random.Random(815)  # noqa: S311 - a seed
        return sorted(chance.sample(range(1, len(tape.happenings) + 1), CUTS))

    return chosen


def test_nothing_that_is_written_is_lost_when_the_power_goes(tmp_path, moments_of):
    tape = Tape()
    (tmp_path / "disk").mkdir()
    played(tmp_path / "disk" / "journal.sqlite", tape, visits=VISITS)

    lost = losses(tape, tmp_path, moments_of(tape))

    told = tape.told_by(len(tape.happenings))
    carried_over = [at for at, one in enumerate(tape.happenings) if one.file == "journal.sqlite"]
    assert len(told) == 7 * VISITS
    assert any(0 < len(tape.told_by(at)) < len(told) for at in carried_over)
    assert lost == [0] * CUTS


@pytest.mark.parametrize(
    ("settings", "at_least"),
    [
        pytest.param(("synchronous = NORMAL", "journal_mode = WAL"), CUTS // 2, id="NORMAL"),
        pytest.param(("synchronous = FULL", "journal_mode = WAL"), 1, id="FULL alone"),
    ],
)
def test_with_less_care_for_the_disk_the_same_search_finds_losses(
    tmp_path, moments_of, monkeypatch, settings, at_least
):
    def careless(database):
        for setting in settings:
            tuple(database.execute(f"PRAGMA {setting}"))

    monkeypatch.setattr(journal_file, "prepare", careless)
    tape = Tape()
    (tmp_path / "disk").mkdir()
    played(tmp_path / "disk" / "journal.sqlite", tape, visits=VISITS)

    lost = losses(tape, tmp_path, moments_of(tape))

    assert sum(one > 0 for one in lost) >= at_least
