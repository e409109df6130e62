"""`kiosk journal`: what it writes for people, spreadsheets and drawings, and what it refuses."""

import argparse
import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.commands.draw import add_arguments as draw_arguments
from kiosk.commands.draw import run as draw
from kiosk.commands.journal import add_arguments, run
from kiosk.core.errors import KioskError, Missing
from kiosk.drawing.counts import Count, read_counts
from kiosk.records.journal_entries import Began, Ended, Entered, Entry, Left, Setting, Ticketed
from kiosk.records.journal_file import JournalFile

Called = Callable[..., str]
BEGAN = int(datetime(2026, 11, 23, 18, 0, tzinfo=UTC).timestamp())


def visit(number: int, end: str, event: str = "Open house") -> tuple[Entry, ...]:
    name = f"{number:04x}"
    return (
        Began(name, Setting("1", "setup", 4, "0f", event), "so", "2026-11-23", BEGAN),
        Entered(name, 0, "setup/who", 0),
        Left(name, 0, "student" if end == "X_STUDENT" else "parent", 30_000),
        Ended(name, end, 90_000),
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A journal with 30 visits of one evening: 14 done, 12 of students, 4 that wait."""
    path = tmp_path / "one.sqlite"
    ends = ["DONE"] * 14 + ["X_STUDENT"] * 12 + ["X_LATER"] * 4
    fill(path, [visit(n, end) for n, end in enumerate(ends)])
    return path


def fill(path: Path, visits: list[tuple[Entry, ...]]) -> None:
    journal = JournalFile(path, datetime(2026, 11, 23, tzinfo=UTC).date())
    for one in visits:
        journal.write(one)
    journal.close()


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Called:
    """Runs the command with those words, and gives what it wrote."""

    def called(*words: object) -> str:
        parser = argparse.ArgumentParser(prog="kiosk journal")
        add_arguments(parser)
        assert run(parser.parse_args([str(word) for word in words])) == 0
        return capsys.readouterr().out

    return called


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_counts_of_an_event_stand_in_the_terminal(call, file):
    fill(file, [(Ticketed("0001", "K7F-2QM", BEGAN + 3600),)])

    out = call("--event", "Open house", "--file", file)

    assert out.startswith("Visits: event Open house\n\n  started        30\n  done           14")
    assert "  waiting         4   go on when the reply" in out
    assert "      12  setup/who" in out
    assert "      30  so" in out
    assert "Tickets that wait: 1" in out
    assert "K7F-2QM" in out


def test_a_day_and_a_span_are_named_in_the_heading(call, file):
    of_day = call("--day", "2026-11-23", "--file", file)
    of_span = call("--from", "2026-11-24", "--station", "1", "--file", file)

    assert of_day.startswith("Visits: 2026-11-23\n\n  started        30")
    assert of_span.startswith("Visits: from 2026-11-24, station 1\n\n  started         0")


def test_several_journals_are_counted_together(call, file, tmp_path):
    other = tmp_path / "two.sqlite"
    fill(other, [visit(n, "DONE") for n in range(5)])

    out = call("--event", "Open house", "--file", file, "--file", other)

    assert out.startswith("Visits: event Open house, 2 journals\n\n  started        35")


def test_one_line_a_visit_is_exported(call, file):
    fill(file, [visit(99, "X_STOP", event="=cmd()")])

    table = cells(call("export", "--event", "=cmd()", "--file", file))

    (row,) = [dict(zip(table[0], line, strict=True)) for line in table[1:]]
    assert row == {
        "visit": "0063",
        "station": "1",
        "event": "'=cmd()",
        "demo": "no",
        "flow": "setup",
        "version": "4",
        "language": "so",
        "day": "2026-11-23",
        "begun": "2026-11-23T18:00:00Z",
        "minutes": "1.5",
        "end": "X_STOP",
        "last_page": "setup/who",
        "pages": "1",
        "ticket": "no",
        "came_back": "no",
    }


def test_a_report_hides_small_numbers_and_what_would_give_them_away(call, file, tmp_path):
    out = tmp_path / "report.csv"

    said = call("export", "--for-report", "-o", out, "--file", file)

    report = {(what, name): count for what, name, count in cells(out.read_text("utf-8"))}
    assert said == f"{out} is written.\n"
    assert report["visits", "started"] == "30"
    assert report["visits", "done"] == "14"
    assert report["visits", "waiting"] == "not shown"
    assert report["visits", "elsewhere"] == "not shown"
    assert report["language", "so"] == "30"
    assert "0001" not in out.read_text("utf-8")


def test_a_report_of_few_visits_tells_no_number_at_all(call, tmp_path):
    few = tmp_path / "few.sqlite"
    fill(few, [visit(n, "DONE") for n in range(9)])

    table = cells(call("export", "--for-report", "--file", few))

    assert {count for _, _, count in table[1:]} == {"not shown"}


def test_the_counts_are_what_a_drawing_takes(call, file, tmp_path, capsys):
    counts = tmp_path / "counts.csv"

    call("counts", "-o", counts, "--file", file)

    assert read_counts(counts.read_text("utf-8"), "counts.csv") == (
        Count("setup", "who", "parent", 18),
        Count("setup", "who", "student", 12),
    )
    parser = argparse.ArgumentParser()
    draw_arguments(parser)
    draw(parser.parse_args(["setup", "--as", "json", "--counts", str(counts)]))
    assert '"count": 12' in capsys.readouterr().out


def test_old_visits_are_deleted(call, file):
    said = call("purge", "--before", "2026-11-24", "--file", file)
    left = call("--event", "Open house", "--file", file)

    assert said == f"{file}: 30 visits before 2026-11-24 are deleted.\n"
    assert "started         0" in left


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (["--file", "gone.sqlite"], "There is no journal gone.sqlite yet"),
        (["purge", "--before", "2026-01-01", "--file", "gone.sqlite"], "There is no journal"),
        (["--day", "2026-11-23", "--from", "2026-11-01"], "Name one day with --day, or a span"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(call, words, refusal):
    with pytest.raises(KioskError, match=refusal):
        call(*words)


def test_a_table_that_cannot_be_written_is_told(call, file, tmp_path):
    nowhere = tmp_path / "nowhere" / "table.csv"

    with pytest.raises(KioskError, match="cannot be written"):
        call("export", "-o", nowhere, "--file", file)


def test_a_day_that_is_none_is_told_with_how_to_write_one(call, capsys):
    with pytest.raises(SystemExit):
        call("--day", "yesterday")

    assert "write a day as 2026-11-23, not 'yesterday'" in capsys.readouterr().err


def test_without_a_name_it_is_this_station_s_own_journal(call, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    with pytest.raises(Missing, match=r"portal-kiosk.journal\.sqlite yet"):
        call()
