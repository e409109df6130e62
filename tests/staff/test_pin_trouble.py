"""The gate when the disk is full or its file is broken: closed, with a sentence, nothing lost."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.records.whole_files import Disk
from kiosk.staff.pin import Instant, Ready, Waiting
from kiosk.staff.pin_file import NotKept, PinFileBroken
from kiosk.staff.pin_gate import (
    NotTheCode,
    Opened,
    PinGate,
)
from kiosk.staff.pin_hash import hashed
from tests.staff.made import NOT_IT, OTHER_PIN, PIN, Machine, gate_in, try_wrongly


class FullDisk(Disk):
    """Takes so many bytes in all, and then no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, file: int, content: memoryview) -> int:
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = super().write(file, content[: self.room])
        self.room -= taken
        return taken


@pytest.mark.parametrize("room", [0, 1, 100])
def test_on_a_full_disk_no_pin_is_looked_at_and_nothing_is_lost(
    gate: PinGate, folder: Path, machine: Machine, room: int
) -> None:
    try_wrongly(gate, 2)
    before = gate.file.path.read_bytes()
    full = gate_in(folder, machine, FullDisk(room))

    for call in (
        lambda: full.try_pin(PIN),
        lambda: full.change(PIN, OTHER_PIN),
        lambda: full.set_anew(OTHER_PIN),
    ):
        full.disk.room = room  # type: ignore[attr-defined]
        with pytest.raises(NotKept, match=r"No space left on device.*Make room on the disk"):
            call()

    assert gate.file.path.read_bytes() == before
    assert gate.try_pin(PIN) == Opened()


def test_a_disk_that_fills_up_after_the_count_still_lets_the_right_pin_in(
    gate: PinGate, folder: Path, machine: Machine
) -> None:
    try_wrongly(gate, 2)
    room_for_one = len(gate.file.path.read_bytes())

    answer = gate_in(folder, machine, FullDisk(room_for_one)).try_pin(PIN)

    assert answer == Opened()
    assert gate.standing() == Ready(2)


@contextmanager
def no_file_may_grow() -> Iterator[None]:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_where_the_system_itself_takes_no_more_the_try_is_refused(gate: PinGate) -> None:
    before = gate.file.path.read_bytes()

    with no_file_may_grow(), pytest.raises(NotKept, match="no PIN is looked at"):
        gate.try_pin(PIN)

    assert gate.file.path.read_bytes() == before


def test_a_wait_is_never_shorter_where_its_new_beginning_cannot_be_kept(
    gate: PinGate, folder: Path, machine: Machine
) -> None:
    try_wrongly(gate, 5)
    machine.start_again(50)

    full = gate_in(folder, machine, FullDisk(0))

    assert [full.standing(), full.try_pin(PIN), full.standing()] == [Waiting(15)] * 3


def test_a_folder_that_is_none_is_told(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "records").write_text("not a folder", encoding="utf-8")
    gate = gate_in(tmp_path / "records", machine)

    with pytest.raises(NotKept, match="Nothing can be kept in"):
        gate.set_first(PIN)

    assert not gate.is_set()


def changed(gate: PinGate, **values: object) -> str:
    told = json.loads(gate.file.path.read_text(encoding="utf-8"))
    return json.dumps({**told, **values})


# What somebody made of the file.
BROKEN: dict[str, Callable[[PinGate], str]] = {
    "empty": lambda _gate: "",
    "half": lambda gate: changed(gate)[:120],
    "nothing in it": lambda _gate: "{}",
    "a list": lambda gate: f"[{changed(gate)}]",
    "deep": lambda _gate: "[" * 4000,
    "long": lambda gate: changed(gate) + " " * 5000,
    "another key": lambda gate: changed(gate, open=True),
    "a key less": lambda gate: changed(gate).replace('"tries": 0, ', ""),
    "a key twice": lambda gate: changed(gate).replace('"boot"', '"tries": 0, "boot"'),
    "a key in place of another": lambda gate: changed(gate).replace('"boot"', '"tries"'),
    "less than none": lambda gate: changed(gate, tries=-1000),
    "more than all": lambda gate: changed(gate, tries=16),
    "yes for a number": lambda gate: changed(gate, tries=True),
    "a part of a try": lambda gate: changed(gate, tries=0.5),
    "no number": lambda gate: changed(gate, seconds=float("nan")),
    "endless": lambda gate: changed(gate, seconds=float("inf")),
    "before time": lambda gate: changed(gate, seconds=-1.0),
    "a long start": lambda gate: changed(gate, boot="x" * 65),
    "a later form": lambda gate: changed(gate, version=2),
    "no hash": lambda gate: changed(gate, pin=""),
    "the pin itself": lambda gate: changed(gate, pin=PIN),
    "no code": lambda gate: changed(gate, recovery=None),
    "an empty code": lambda gate: changed(gate, recovery=""),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_keeps_the_area_closed_and_tells_the_way_out(gate: PinGate, how: str) -> None:
    gate.file.path.write_text(BROKEN[how](gate), encoding="utf-8")

    for call in (
        gate.standing,
        lambda: gate.try_pin(PIN),
        lambda: gate.change(PIN, OTHER_PIN),
        lambda: gate.recover("7" * 16, OTHER_PIN),
    ):
        with pytest.raises(PinFileBroken, match=r"stays closed.*kiosk staff set-pin --anew"):
            call()
    with pytest.raises(KioskError, match="is set here"):
        gate.set_first(OTHER_PIN)

    assert gate.is_set()


@pytest.mark.parametrize("what", ["a folder", "a pipe", "a link to nothing", "not text"])
def test_what_is_no_file_of_text_keeps_the_area_closed(gate: PinGate, what: str) -> None:
    path = gate.file.path
    path.unlink()
    match what:
        case "a folder":
            path.mkdir()
        case "a pipe":
            os.mkfifo(path)
        case "a link to nothing":
            path.symlink_to("nowhere")
        case _:
            path.write_bytes(b"\xff\xfe{}")

    with pytest.raises(PinFileBroken, match="set-pin --anew"):
        gate.try_pin(PIN)

    assert gate.is_set()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 5000), byte=st.integers(0, 255), cut=st.booleans())
def test_no_change_of_a_byte_opens_for_a_wrong_pin_or_breaks_the_program(
    gate: PinGate, machine: Machine, at: int, byte: int, cut: bool
) -> None:
    gate.set_anew(PIN)
    sound = gate.file.path.read_bytes()
    at %= len(sound)

    gate.file.path.write_bytes(sound[:at] if cut else sound[:at] + bytes([byte]) + sound[at + 1 :])

    with suppress(KioskError):
        assert not isinstance(gate.try_pin(NOT_IT), Opened)


def test_an_instant_far_ahead_in_the_file_does_not_shorten_a_wait(
    gate: PinGate, machine: Machine
) -> None:
    ahead = changed(gate, tries=5, boot=machine.now.boot, seconds=1e300)
    gate.file.path.write_text(ahead, encoding="utf-8")

    at_first = gate.standing()
    machine.let_pass(15)

    assert (at_first, gate.standing()) == (Waiting(15), Ready(1))
    assert gate.file.read().since == Instant(machine.now.boot, machine.now.seconds - 15)


def test_a_file_whose_code_was_made_of_nothing_is_not_opened_by_nothing(gate: PinGate) -> None:
    forged = changed(gate, recovery=hashed("", gate.cost))
    gate.file.path.write_text(forged, encoding="utf-8")

    answer = gate.recover("", OTHER_PIN)

    assert answer == NotTheCode()
