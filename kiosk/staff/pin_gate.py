"""The gate before the staff area: sets the PIN, and answers each try once it is counted on disk.

Everything here is a plain call that may take a second: a window makes it beside its own thread.
Where the file or the disk does not play along, a KioskError says so and what to do; the gate then
stays closed.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.checks.common_passwords import CommonPasswords
from kiosk.core.errors import KioskError
from kiosk.records.whole_files import REAL_DISK, Disk
from kiosk.resources import flows_dir, read_text
from kiosk.staff.pin import (
    Instant,
    Locked,
    PinState,
    Standing,
    Waiting,
    next_try,
    opened,
    settled,
    standing,
)
from kiosk.staff.pin_file import InUse, NotKept, PinFile
from kiosk.staff.pin_hash import COST, Cost, fits, hashed
from kiosk.staff.recovery_code import BYTES, code_in, code_of
from kiosk.staff.uptime import uptime
from kiosk.staff.weak_pins import pin_in, weakness


@dataclass(frozen=True)
class Opened:
    """The PIN was right."""


@dataclass(frozen=True)
class NotRight:
    """The PIN was looked at, was not right, and is counted; how it stands now."""

    now: Standing


@dataclass(frozen=True)
class NotAPin:
    """What was typed cannot be anybody's PIN. It was not looked at, and not counted."""


@dataclass(frozen=True)
class NotTheCode:
    """That is not the recovery code, or it has been used."""


@dataclass(frozen=True)
class NewCode:
    """A PIN was set; this recovery code belongs to it. It stands nowhere else: show it once."""

    text: str = field(repr=False)


Refused = NotRight | NotAPin | Waiting | Locked
Answer = Opened | Refused


def weakness_of(typed: str) -> str:
    """Why that may not be set as PIN, in a sentence; empty where it may."""
    text = read_text(flows_dir() / "rules" / "common_passwords.txt")
    return weakness(typed, CommonPasswords(text))


@dataclass(frozen=True)
class PinGate:
    """The PIN that is kept in a folder. The other parts are handed in by tests only."""

    folder: Path
    clock: Callable[[], Instant] = uptime
    cost: Cost = COST
    disk: Disk = REAL_DISK

    @property
    def file(self) -> PinFile:
        """Where the PIN is kept."""
        return PinFile(self.folder, self.disk)

    def is_set(self) -> bool:
        """Whether a PIN was ever set here. One whose file is damaged was."""
        return self.file.is_there()

    def standing(self) -> Standing:
        """Whether a PIN may be tried now. Raises NoPin or PinFileBroken."""
        state = self.file.read()
        with suppress(NotKept, InUse):
            self._begin_wait_anew(state)
        return standing(state, self.clock())

    def try_pin(self, typed: str) -> Answer:
        """Looks at a PIN, once the try is counted on disk. Raises KioskError with what to do."""
        self.file.read()
        with self.file.alone():
            state = self._looked_at(typed)
            if not isinstance(state, PinState):
                return state
            with suppress(NotKept):  # whoever knows the PIN comes in; the tries stay counted
                self.file.write(opened(state))
        return Opened()

    def set_first(self, new: str) -> NewCode:
        """Sets the first PIN of this station. Raises KioskError where there is one."""
        _must_be_good(new)
        with self.file.alone():
            if self.is_set():
                raise KioskError("A PIN is set here. It is needed to set another one.")
            return self._set(new)

    def change(self, old: str, new: str) -> NewCode | Refused:
        """Sets another PIN for who knows the old one, which is a try like any other."""
        _must_be_good(new)
        self.file.read()
        with self.file.alone():
            state = self._looked_at(old)
            return self._set(new) if isinstance(state, PinState) else state

    def recover(self, code: str, new: str) -> NewCode | NotTheCode:
        """Opens the lock and sets another PIN, in one step. The code is used up with that."""
        _must_be_good(new)
        self.file.read()
        with self.file.alone():
            return self._set(new) if self.is_code(code) else NotTheCode()

    def is_code(self, typed: str) -> bool:
        """Whether that is the recovery code. It stays good. Raises NoPin or PinFileBroken."""
        code = code_in(typed)
        state = self.file.read()
        return bool(code) and fits(state.recovery, code)

    def set_anew(self, new: str) -> NewCode:
        """Sets a PIN whatever was there before; for whoever looks after the machine."""
        _must_be_good(new)
        with self.file.alone():
            return self._set(new)

    def _looked_at(self, typed: str) -> PinState | Refused:
        """The state, all tries counted, where the PIN is right. The count is on disk first."""
        state = self.file.read()
        after = next_try(state, self.clock())
        if isinstance(after, Locked):
            return after
        if isinstance(after, Waiting):
            with suppress(NotKept):
                self._keep_new_wait(state)
            return after
        pin = pin_in(typed)
        if not pin:
            return NotAPin()
        self.file.write(after)
        if fits(after.pin, pin):
            return after
        return NotRight(standing(after, self.clock()))

    def _begin_wait_anew(self, state: PinState) -> None:
        if isinstance(standing(state, self.clock()), Waiting) and self._is_new_boot(state):
            with self.file.alone():
                self._keep_new_wait(self.file.read())

    def _keep_new_wait(self, state: PinState) -> None:
        if self._is_new_boot(state):
            self.file.write(settled(state, self.clock()))

    def _is_new_boot(self, state: PinState) -> bool:
        return settled(state, self.clock()) is not state

    def _set(self, new: str) -> NewCode:
        code = code_of(secrets.token_bytes(BYTES))
        kept = PinState(hashed(pin_in(new), self.cost), hashed(code_in(code), self.cost))
        self.file.write(kept)
        return NewCode(code)


def _must_be_good(new: str) -> None:
    weak = weakness_of(new)
    if weak:
        raise KioskError(f"That PIN was not set. {weak}")
