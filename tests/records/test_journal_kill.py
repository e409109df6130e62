"""The program is killed in the middle of its work: what the journal told as written is there."""

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kiosk.records.journal_file import NAME, JournalFile

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("told_at_least", [1, 40, 333])
def test_what_was_told_as_written_outlives_a_kill(tmp_path: Path, told_at_least: int) -> None:
    child = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.records.journal_child", str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
    )
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(told_at_least)]

    child.kill()
    rest = child.stdout.read()
    child.wait(20)
    child.stdout.close()

    told += rest.splitlines(keepends=True)
    whole = {line.strip() for line in told if line.endswith("\n")}
    journal = JournalFile(tmp_path / NAME, date(2026, 11, 24))
    journal.open()
    journal.close()
    database = sqlite3.connect(tmp_path / NAME)
    rows = database.execute("SELECT visit || ' ' || ordinal FROM steps").fetchall()
    database.close()
    assert journal.notices == ()
    assert len(whole) >= told_at_least
    assert whole - {name for (name,) in rows} == set()
