"""The folder of follow-ups from outside: who waits, and deleting what is past, without a key."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.records.follow_up_folder import (
    Purged,
    delete,
    file_name,
    others_in,
    purge,
    waiting_in,
)
from kiosk.records.whole_files import half_of
from tests.records.follow_up_samples import FAR, mark, put

TODAY = date(2027, 1, 20)
EVE, MORROW = date(2027, 1, 19), date(2027, 1, 21)


def test_on_its_day_and_after_a_record_is_deleted_and_before_it_stays(tmp_path: Path) -> None:
    for day in (EVE, TODAY, MORROW, FAR):
        put(tmp_path, delete_by=day)

    done = purge(tmp_path, TODAY)

    assert done == Purged(removed=2)
    assert [one.delete_by for one in waiting_in(tmp_path)] == [MORROW, FAR]


def test_what_a_stopped_write_left_is_swept_and_not_counted_as_a_family(tmp_path: Path) -> None:
    half = half_of(tmp_path / file_name(FAR, mark()))
    half.write_bytes(b"sealed, and cut off")

    before, done = waiting_in(tmp_path), purge(tmp_path, TODAY)

    assert (before, done) == ((), Purged(removed=0))
    assert not half.exists()


def test_files_that_no_station_named_stay_and_are_counted(tmp_path: Path) -> None:
    named = file_name(EVE, mark())
    names = ("notes.txt", "2027-13-40_" + named[11:], named.upper(), f"{named}.bak", f".{named}")
    for name in names:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder").mkdir()

    done = purge(tmp_path, TODAY)

    assert done == Purged(removed=0)
    assert others_in(tmp_path) == len(names)
    assert waiting_in(tmp_path) == ()


def test_a_folder_that_is_not_there_yet_holds_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "follow-ups"

    done = purge(folder, TODAY)

    assert done == Purged(removed=0)
    assert (waiting_in(folder), others_in(folder)) == ((), 0)


def test_a_folder_that_cannot_be_looked_into_is_told_and_stops_no_start(tmp_path: Path) -> None:
    folder = tmp_path / "follow-ups"
    folder.write_bytes(b"")

    done = purge(folder, TODAY)

    assert done == Purged(removed=0, stuck=1)
    with pytest.raises(KioskError, match="cannot be looked into"):
        waiting_in(folder)


def test_a_record_that_cannot_be_deleted_is_told_and_holds_up_no_other(tmp_path: Path) -> None:
    stuck, first = tmp_path / file_name(EVE, mark()), put(tmp_path, delete_by=EVE)
    stuck.mkdir()

    done = delete([stuck, first])

    assert done == Purged(removed=1, stuck=1)
    assert not first.exists()


def test_a_mark_has_16_bytes() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        file_name(FAR, b"short")


def test_deleting_what_is_past_reads_in_no_cryptography() -> None:
    asked = "import sys, kiosk.records.follow_up_folder; print('nacl' in sys.modules)"

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
