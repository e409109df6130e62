"""What the tests of the PIN share: a gate with a clock of its own, and guesses that cost little."""

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.records.whole_files import REAL_DISK, Disk
from kiosk.staff.pin import Instant
from kiosk.staff.pin_gate import NewCode, NotRight, PinGate
from kiosk.staff.pin_hash import Cost

PIN = "739154"
OTHER_PIN = "846207"
NOT_IT = "482915"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)


@dataclass
class Machine:
    """A machine that runs: its clock goes on by hand, and it can be started again."""

    now: Instant = field(default_factory=lambda: Instant("start 1", 100.0))

    def __call__(self) -> Instant:
        return self.now

    def let_pass(self, seconds: float) -> None:
        self.now = Instant(self.now.boot, self.now.seconds + seconds)

    def start_again(self, seconds: float = 5.0) -> None:
        name, number = self.now.boot.split()
        self.now = Instant(f"{name} {int(number) + 1}", seconds)


def gate_in(folder: Path, machine: Machine, disk: Disk = REAL_DISK) -> PinGate:
    """A gate in that folder; a new one is what a program has that was started again."""
    return PinGate(folder, machine, CHEAP, disk)


def code_of_set(gate: PinGate, pin: str = PIN) -> str:
    """Sets the first PIN, and gives its recovery code."""
    made = gate.set_first(pin)
    assert isinstance(made, NewCode)
    return made.text


def try_wrongly(gate: PinGate, times: int) -> None:
    """So many wrong tries, each of which must be looked at."""
    for _ in range(times):
        assert isinstance(gate.try_pin(NOT_IT), NotRight)
