"""What the gate keeps on disk, when, and for whom; no PIN and no code is ever there."""

import threading
from pathlib import Path

import pytest

from kiosk.records.whole_files import Disk
from kiosk.staff.pin import Ready
from kiosk.staff.pin_file import InUse, PinFile
from kiosk.staff.pin_gate import (
    NotRight,
    PinGate,
)
from tests.staff.made import NOT_IT, PIN, Machine, gate_in, try_wrongly


class WatchedDisk(Disk):
    """Writes down what reached the disk, in order."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def sync(self, file: int) -> None:
        super().sync(file)
        self.steps.append("content is on disk")

    def rename(self, old: Path, new: Path) -> None:
        super().rename(old, new)
        self.steps.append("has its name")

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.steps.append("name is on disk")


def test_a_try_is_on_disk_before_the_pin_is_looked_at(
    gate: PinGate, folder: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = WatchedDisk()

    def looked_at(_kept: str, _secret: str) -> bool:
        disk.steps.append(f"{PinFile(folder).read().tries} counted when it is looked at")
        return False

    monkeypatch.setattr("kiosk.staff.pin_gate.fits", looked_at)
    gate_in(folder, machine, disk).try_pin(NOT_IT)

    assert disk.steps == [
        "content is on disk",
        "has its name",
        "name is on disk",
        "1 counted when it is looked at",
    ]


def test_one_try_is_looked_at_at_a_time(
    gate: PinGate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[BaseException] = []

    def from_another_window(_kept: str, _secret: str) -> bool:
        try:
            gate_in(folder, Machine()).try_pin(PIN)
        except InUse as told:
            seen.append(told)
        return False

    def looked_at(kept: str, secret: str) -> bool:
        other = threading.Thread(target=from_another_window, args=(kept, secret))
        other.start()
        other.join()
        return False

    monkeypatch.setattr("kiosk.staff.pin_gate.fits", looked_at)
    answer = gate.try_pin(NOT_IT)

    assert answer == NotRight(Ready(4))
    assert [type(one) for one in seen] == [InUse]
    assert "Try again in a moment" in str(seen[0])


def test_only_this_user_may_read_what_is_kept(gate: PinGate, folder: Path) -> None:
    kept = [path for path in folder.iterdir() if path.is_file()]

    modes = {oct(path.stat().st_mode & 0o777) for path in kept}

    assert gate.file.path in kept
    assert modes == {"0o600"}


def test_neither_pin_nor_code_stands_on_disk_or_is_shown(folder: Path, machine: Machine) -> None:
    gate = gate_in(folder, machine)
    made = gate.set_first(PIN)
    try_wrongly(gate, 1)

    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    shown = repr((gate, gate.file.read(), made, gate.try_pin(PIN)))

    for secret in (PIN, NOT_IT, made.text, made.text.replace("-", "")):
        assert secret.encode() not in kept
        assert secret not in shown
    assert "$argon2id$" not in shown
