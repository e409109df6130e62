"""Keeps one follow-up again and again, each time in a process that kills itself one step later.

Run with a folder for the lists and `sealed`, or `clear` for a station that forgets to seal. It
tells, as JSON, at which steps it was killed, and what the last, unharmed one opened for writing.
"""

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from kiosk.records.follow_ups import FollowUp, keep
from kiosk.records.whole_files import Disk
from tests.records.follow_up_samples import ASKED_AT, FAR, SCHOOL_KEY, mark

NAME, NUMBER = "Qanáry-Ḥodan", "canary.4711@example.org"
LEFT = FollowUp(NAME, "so", "email", NUMBER, "cedar_hill", "X_LATER", ASKED_AT, FAR)
_PART = 600


class KilledAtAStep(Disk):
    """A real disk under a process that is killed as a step is about to begin."""

    def __init__(self, last: int, clear: bytes = b"") -> None:
        self._last = last
        self._clear = memoryview(clear)
        self.steps: list[str] = []

    def _step(self, name: str) -> None:
        if len(self.steps) == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.steps.append(name)

    def make_folder(self, folder: Path) -> None:
        self._step("make_folder")
        super().make_folder(folder)

    def create(self, path: Path) -> int:
        self._step("create")
        return super().create(path)

    def write(self, file: int, content: memoryview) -> int:
        self._step("write")
        if self._clear:
            super().write(file, self._clear)
        return super().write(file, content[:_PART])

    def sync(self, file: int) -> None:
        self._step("sync")
        super().sync(file)

    def close(self, file: int) -> None:
        self._step("close")
        super().close(file)

    def rename(self, old: Path, new: Path) -> None:
        self._step("rename")
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        self._step("sync_folder")
        super().sync_folder(folder)


def main() -> None:
    """Kills a process at each step; the first that gets to the end is the last."""
    home, clear = Path(sys.argv[1]), NAME.encode() if sys.argv[2] == "clear" else b""
    for last in count():
        child = os.fork()
        if not child:
            _keep(home / f"{last:02}" / "follow-ups", KilledAtAStep(last, clear))
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break


def _keep(folder: Path, disk: KilledAtAStep) -> None:
    written: set[str] = set()

    def heard(event: str, told: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(told[2], int) and told[2] & (os.O_WRONLY | os.O_RDWR):
            written.add(os.fsdecode(told[0]))
        elif event in ("os.rename", "os.mkdir", "os.link", "os.symlink"):
            written.update(os.fsdecode(one) for one in told[:2] if isinstance(one, str | bytes))

    sys.addaudithook(heard)
    keep(folder, LEFT, SCHOOL_KEY.public_key, mark(), disk)
    sys.stdout.write(json.dumps({"steps": disk.steps, "written": sorted(written)}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
