"""A follow-up is never on the disk in clear: a kill at each step, and every byte is searched."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.records.follow_up_folder import purge, waiting_in
from kiosk.records.follow_ups import opened_follow_up
from tests.records import killed_while_keeping
from tests.records.follow_up_samples import ASKED_AT, SCHOOL_KEY
from tests.records.killed_while_keeping import LEFT, NAME, NUMBER

CHECKOUT = Path(__file__).parents[2]
CANARIES = (NAME, NAME.partition("-")[0], "Ḥodan", NUMBER, NUMBER.partition("@")[0], "X_LATER")
STEPS = [
    *("make_folder", "sync_folder", "make_folder", "sync_folder"),
    *("create", "write", "write", "write", "write", "sync", "close", "rename", "sync_folder"),
]


@dataclass(frozen=True)
class Killed:
    """What the killed processes left: a list for each step, and what the last one told."""

    lists: list[Path]
    steps: list[str]
    written: list[str]


Keeping = Callable[[str], Killed]


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    """Runs the processes with all their folders beneath this one."""
    homes = {name: tmp_path / name.lower() for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "WORK")}

    def run(how: str) -> Killed:
        for home in homes.values():
            home.mkdir()
        lists = tmp_path / "lists"
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, killed_while_keeping.__file__, lists, how],
            env={**os.environ, **{name: str(home) for name, home in homes.items()}}
            | {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=homes["WORK"],
            capture_output=True,
            text=True,
            check=True,
        )
        told = json.loads(done.stdout)
        found = [lists / f"{n:02}" / "follow-ups" for n in range(len(told["steps"]) + 1)]
        return Killed(found, told["steps"], told["written"])

    return run


def canaries_in(folder: Path) -> set[str]:
    """The canaries that stand in a file or a name beneath the folder, in any form of a text."""
    forms = {
        form: word
        for word in CANARIES
        for form in (
            *(word.encode(kind) for kind in ("utf-8", "utf-16-le", "utf-16-be")),
            json.dumps(word)[1:-1].encode(),
        )
    }
    held = [os.fsencode(path) for path in folder.rglob("*")]
    held += [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {word for form, word in forms.items() if any(form in one for one in held)}


def test_a_kill_at_any_step_leaves_a_whole_sealed_record_or_none_and_no_clear_byte(
    keeping: Keeping, tmp_path: Path
) -> None:
    killed = keeping("sealed")

    counts = [len(waiting_in(folder)) for folder in killed.lists]

    assert canaries_in(tmp_path) == set()
    assert killed.steps == STEPS
    assert counts == [0] * (counts.index(1)) + [1] * (len(counts) - counts.index(1))
    assert killed.steps[counts.index(1) - 1] == "rename"
    for folder in killed.lists:
        for one in waiting_in(folder):
            assert opened_follow_up(one.path.read_bytes(), SCHOOL_KEY) == LEFT


def test_what_a_kill_left_is_swept_at_the_next_start(keeping: Keeping) -> None:
    killed = keeping("sealed")
    before = sum(len([*folder.glob(".*")]) for folder in killed.lists if folder.exists())

    for folder in killed.lists:
        purge(folder, ASKED_AT.date())

    assert before == sum(step in ("write", "sync", "close", "rename") for step in killed.steps)
    assert [path for folder in killed.lists if folder.exists() for path in folder.glob(".*")] == []
    assert sum(len(waiting_in(folder)) for folder in killed.lists) == 2


def test_nothing_is_written_anywhere_but_into_the_folder_of_the_list(keeping: Keeping) -> None:
    killed = keeping("sealed")

    home = killed.lists[-1].parent
    elsewhere = [path for path in killed.written if not Path(path).is_relative_to(home)]

    assert elsewhere == []
    assert len(killed.written) == 4  # two folders, the file beside its place, and its place


def test_this_search_finds_a_station_that_forgets_to_seal(keeping: Keeping, tmp_path: Path) -> None:
    keeping("clear")

    found = canaries_in(tmp_path)

    assert NAME in found
