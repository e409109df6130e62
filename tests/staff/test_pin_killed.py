"""A program that is killed at any line between a try and its answer has counted the try."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.staff.pin_gate import Opened, PinGate
from tests.staff.made import OTHER_PIN, Machine, code_of_set, gate_in, try_wrongly

CHECKOUT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL is of POSIX")


@dataclass(frozen=True)
class Row:
    """What was found after a child that was killed at a line: see tests/staff/killed.py."""

    line: int
    killed: bool
    told: list[str]
    tries: int
    old: bool
    new: bool


def killed_everywhere(gate: PinGate, what: str, code: str = "-") -> list[Row]:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-m", "tests.staff.killed", gate.folder, what, code],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [Row(**json.loads(line)) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("what", ["wrong", "right"])
def test_no_pin_is_looked_at_that_a_kill_would_leave_uncounted(gate: PinGate, what: str) -> None:
    try_wrongly(gate, 3)

    rows = killed_everywhere(gate, what)

    looked = [row for row in rows if row.killed and "looked" in row.told]
    early = [row for row in rows if row.killed and "looked" not in row.told]
    assert len(looked) > 10
    assert len(early) > 50
    assert {row.tries for row in early} == {3, 4}
    assert {row.tries for row in looked} == ({4} if what == "wrong" else {4, 0})
    assert [row.tries for row in rows if "answered" in row.told] == [4 if what == "wrong" else 0]


def test_a_kill_leaves_the_old_pin_or_the_new_one_and_never_none(
    folder: Path, machine: Machine
) -> None:
    gate = gate_in(folder, machine)
    code = code_of_set(gate)

    rows = killed_everywhere(gate, "recover", code)

    assert all(row.old != row.new for row in rows)
    assert {row.new for row in rows if row.killed} == {True, False}
    assert rows[-1].told == ["looked", "answered"]
    assert gate.try_pin(OTHER_PIN) == Opened()
