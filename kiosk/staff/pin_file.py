"""The file of the staff PIN: read strictly, written whole, and by one at a time.

Nothing in it opens the area by itself: what is not exactly the form that is written here is no PIN
at all, and the area stays closed.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.records.whole_files import REAL_DISK, Disk, put_whole
from kiosk.staff.pin import MOST_TRIES, Instant, PinState
from kiosk.staff.pin_hash import is_hash

_NAME = "staff-pin.json"
_LOCK = "staff-pin.lock"
_VERSION = 1
_MOST_BYTES = 4096
_LONGEST_BOOT = 64
_KINDS = {"version": int, "pin": str, "recovery": str, "tries": int, "boot": str, "seconds": float}


class NoPin(KioskError):
    """No staff PIN is set at this station."""


class PinFileBroken(KioskError):
    """The file of the PIN is not one: half, changed by hand, or not readable."""


class NotKept(KioskError):
    """The disk is full, or cannot be written; what was asked for was not done."""


class InUse(KioskError):
    """Another try is just being looked at."""


@dataclass(frozen=True)
class PinFile:
    """The file in a folder, which need not exist, by way of a disk."""

    folder: Path
    disk: Disk = REAL_DISK

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.folder / _NAME

    def is_there(self) -> bool:
        """Whether something lies there, sound or not. What may not be looked at counts as there."""
        try:
            self.path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True
        return True

    def read(self) -> PinState:
        """What the file says. Raises NoPin or PinFileBroken, each with what to do."""
        if not self.is_there():
            raise NoPin(
                "No staff PIN is set at this station, so the staff area stays closed. Set one in "
                "the terminal of this machine: kiosk staff set-pin"
            )
        try:
            state = _state_of(self._bytes())
        except OSError as trouble:
            raise self._broken(f"cannot be read ({trouble.strerror})") from None
        if state is None:
            raise self._broken("is damaged")
        return state

    def write(self, state: PinState) -> None:
        """Brings the state onto the disk; only then it returns. Raises NotKept."""
        told = {
            "version": _VERSION,
            "pin": state.pin,
            "recovery": state.recovery,
            "tries": state.tries,
            "boot": state.since.boot,
            "seconds": float(state.since.seconds),
        }
        try:
            put_whole(self.path, f"{json.dumps(told, indent=1)}\n".encode(), self.disk)
        except OSError as trouble:
            raise self._not_kept(trouble) from None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps every other window and command away from the file. Raises InUse or NotKept.

        The system lets go of it by itself when a program ends, however it ends.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as trouble:
            raise self._not_kept(trouble) from None
        try:
            _take(lock)
            yield
        finally:
            os.close(lock)

    def _bytes(self) -> bytes:
        if not self.path.is_file():  # a pipe would never end, a folder has no text
            return b""
        with self.path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)

    def _broken(self, how: str) -> PinFileBroken:
        return PinFileBroken(
            f"The file of the staff PIN {how}, so the staff area stays closed; families are served "
            "as before. Whoever looks after this machine sets a new PIN in its terminal: "
            f"kiosk staff set-pin --anew. The file is {self.path}"
        )

    def _not_kept(self, trouble: OSError) -> NotKept:
        return NotKept(
            f"Nothing can be kept in {self.folder}: {trouble.strerror}. Without that no PIN is "
            "looked at and none is set; the one before still holds. Make room on the disk, or let "
            "this user write there, and try again."
        )


def _take(lock: int) -> None:
    """The lock goes with its file number: two threads of one program keep each other away too."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise InUse(
            "Another PIN is just being looked at on this station. Try again in a moment."
        ) from None


def _state_of(content: bytes) -> PinState | None:
    if not content or len(content) > _MOST_BYTES:
        return None
    try:
        pairs: object = json.loads(content.decode("utf-8"), object_pairs_hook=tuple)
    except (ValueError, RecursionError):
        return None
    return _sound(dict(pairs)) if _has_the_form(pairs) and isinstance(pairs, tuple) else None


def _has_the_form(pairs: object) -> bool:
    """Each key once, in any order, with its own kind of value; True is not a number."""
    if not isinstance(pairs, tuple) or len(pairs) != len(_KINDS):
        return False
    kinds = {pair[0]: type(pair[1]) for pair in pairs if isinstance(pair, tuple)}
    return kinds == _KINDS


def _sound(told: dict[str, object]) -> PinState | None:
    match told:
        case {
            "version": 1,
            "pin": str(pin),
            "recovery": str(recovery),
            "tries": int(tries),
            "boot": str(boot),
            "seconds": float(seconds),
        } if is_hash(pin) and is_hash(recovery):
            sound = 0 <= tries <= MOST_TRIES and len(boot) <= _LONGEST_BOOT
            if sound and isfinite(seconds) and seconds >= 0:
                return PinState(pin, recovery, tries, Instant(boot, seconds))
    return None
