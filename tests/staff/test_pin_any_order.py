"""Whatever is tried, in any order, with starts and faults: few wrong tries, and waits in full."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from kiosk.records.whole_files import Disk
from kiosk.staff.pin import Instant, Locked, Waiting
from kiosk.staff.pin_file import NotKept
from kiosk.staff.pin_gate import NewCode, NotRight, Opened
from tests.staff.made import NOT_IT, OTHER_PIN, PIN, gate_in

WAITS = {tries: 15 * 2 ** (tries - 5) for tries in range(5, 15)}
STEPS = ("create", "write", "sync", "rename", "sync_folder")


class PowerCut(BaseException):
    """The machine goes off here; nothing after it runs."""


class BadDisk(Disk):
    """Refuses at a step, or loses power before it; a step of None lets all through."""

    def __init__(self) -> None:
        self.step: str | None = None
        self.fault: BaseException = PowerCut()

    def create(self, path: Path) -> int:
        self._at("create")
        return super().create(path)

    def write(self, file: int, content: memoryview) -> int:
        self._at("write")
        return super().write(file, content)

    def sync(self, file: int) -> None:
        self._at("sync")  # and nothing more: this power cut takes no file away

    def rename(self, old: Path, new: Path) -> None:
        self._at("rename")
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        self._at("sync_folder")

    def _at(self, step: str) -> None:
        if self.step == step:
            raise self.fault


class AnyOrder(RuleBasedStateMachine):
    """Plays a gate, and beside it plain books of what was looked at, in the world's own time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.disk = BadDisk()
        self.world = 0.0
        self.boot, self.boots_have_names, self.started = 1, True, -1000.0
        self.gate = gate_in(self.folder, self.now, self.disk)  # type: ignore[arg-type]
        self.code = self.gate.set_first(PIN).text
        self.pin = PIN
        self.wrong = 0
        self.counted = 0
        self.last_look = 0.0

    def now(self) -> Instant:
        return Instant(
            f"start {self.boot}" if self.boots_have_names else "", self.world - self.started
        )

    @initialize(named=st.booleans())
    def what_kind_of_system(self, named: bool) -> None:
        self.boots_have_names = named

    @rule()
    def somebody_guesses(self) -> None:
        self._tried(NOT_IT)

    @rule()
    def somebody_goes_on_guessing(self) -> None:
        for _ in range(4):
            self.world += 8000
            self._tried(NOT_IT)

    @rule()
    def staff_types_the_pin(self) -> None:
        self._tried(self.pin)

    @rule(seconds=st.sampled_from([0.5, 14.5, 15, 30, 100, 7679, 7680]))
    def time_passes(self, seconds: float) -> None:
        self.world += seconds

    @rule(off=st.sampled_from([0.0, 60.0, 1e6]))
    def the_machine_is_switched_off_and_on(self, off: float) -> None:
        self.world += off
        self.started = self.world
        self.boot += 1

    @rule()
    def the_program_is_started_again(self) -> None:
        self.gate = gate_in(self.folder, self.now, self.disk)  # type: ignore[arg-type]

    @rule(step=st.sampled_from(STEPS), typed=st.sampled_from([NOT_IT, PIN]))
    def the_power_goes_within_a_try(self, step: str, typed: str) -> None:
        self.disk.step, self.disk.fault = step, PowerCut()
        try:
            self._tried(typed)
        except PowerCut:
            self.counted = self.gate.file.read().tries
        finally:
            self.disk.step = None
        self.the_machine_is_switched_off_and_on(1.0)

    @rule(step=st.sampled_from(STEPS), typed=st.sampled_from([NOT_IT, PIN]))
    def the_disk_is_full(self, step: str, typed: str) -> None:
        self.disk.step, self.disk.fault = step, OSError(28, "No space left on device")
        try:
            self._tried(typed)
        except NotKept:
            self.counted = self.gate.file.read().tries
        finally:
            self.disk.step = None

    @rule()
    def the_code_opens_it(self) -> None:
        new = OTHER_PIN if self.pin == PIN else PIN
        made = self.gate.recover(self.code, new)
        assert isinstance(made, NewCode)
        self.pin, self.code = new, made.text
        self.wrong = self.counted = 0

    def _tried(self, typed: str) -> None:
        before = self.gate.file.read().tries
        answer = self.gate.try_pin(typed)
        if isinstance(answer, Opened):
            assert typed == self.pin
            self._was_allowed(before)
            self.wrong = self.counted = 0
        elif isinstance(answer, NotRight):
            assert typed != self.pin
            self._was_allowed(before)
            self.wrong += 1
            self.counted = before + 1
            self.last_look = self.world
        else:
            assert isinstance(answer, Waiting | Locked)
            assert self.gate.file.read().tries == before

    def _was_allowed(self, before: int) -> None:
        assert before < 15
        assert self.world - self.last_look >= WAITS.get(self.wrong, 0)

    @invariant()
    def no_more_than_fifteen_wrong_ones_are_looked_at(self) -> None:
        assert self.wrong <= self.gate.file.read().tries <= 15

    @invariant()
    def the_count_on_disk_never_falls_by_itself(self) -> None:
        assert self.gate.file.read().tries >= self.counted

    @invariant()
    def a_wait_ends_within_one_start(self) -> None:
        how = self.gate.standing()
        if isinstance(how, Waiting):
            assert 1 <= how.seconds <= WAITS[self.gate.file.read().tries]

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


def test_any_order_of_tries_waits_starts_and_faults_keeps_the_rules() -> None:
    run_state_machine_as_test(
        AnyOrder, settings=settings(max_examples=50, stateful_step_count=30, deadline=None)
    )
