"""A machine that runs, a folder for its records, and a gate whose PIN is set."""

from pathlib import Path

import pytest

from kiosk.staff.pin_gate import PinGate
from tests.staff.made import Machine, code_of_set, gate_in


@pytest.fixture
def machine() -> Machine:
    """A machine that has been running for a while."""
    return Machine()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the PIN will be kept; not there yet."""
    return tmp_path / "records"


@pytest.fixture
def gate(folder: Path, machine: Machine) -> PinGate:
    """A gate whose PIN is set."""
    gate = gate_in(folder, machine)
    code_of_set(gate)
    return gate
