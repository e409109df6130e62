"""What a visitor leaves: a canary is typed, the visit ends, and every byte that stays is searched.

The memory is read from outside, by this process, so that the search does not find itself.
Texts cannot be wiped in Python: what a station let go stays in free memory until it is used again,
unless the station is started with the two settings that this test starts it with.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ADDRESS = "quiet.canary.4711@gmail.com"
PASSWORD = "Zq7 violet-canary 0815 pebble"  # noqa: S105 - made up, to be looked for
PARTS = (ADDRESS, PASSWORD, ADDRESS[:17], PASSWORD[4:17])
# Memory that is let go is overwritten at once, so that whatever is found is still held by somebody.
_SCRUBBED = {
    "MALLOC_PERTURB_": "165",
    "PYTHONMALLOC": "malloc",
    "QT_QPA_PLATFORM": "offscreen",
}
ROOT = Path(__file__).parents[2]

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="reads Linux's own view of a process"
)


class Kiosk:
    """A kiosk in a process of its own, on the page that asks for an address."""

    def __init__(self, home: Path) -> None:
        places = {f"XDG_{name}_HOME": str(home) for name in ("CACHE", "STATE", "DATA", "CONFIG")}
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "tests.quality.canary_visit", str(home / "log")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, **places, **_SCRUBBED, "HOME": str(home)},
        )
        self._hear()

    def _hear(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def order(self, words: str) -> None:
        """Has that done, and waits until it is."""
        assert self._process.stdin is not None
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()
        self._hear()

    def type(self, text: str) -> None:
        """Types it, one letter after the other."""
        for letter in text:
            self.order(f"LETTER {letter}")

    def holds(self, text: str) -> int:
        """How often its memory holds that text, in either of the two ways that Qt and Python do."""
        memory = b"".join(_memory(self._process.pid))
        return memory.count(text.encode()) + memory.count(text.encode("utf-16-le"))

    def leave(self) -> None:
        """Ends the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)
        assert self._process.stdout is not None
        self._process.stdout.close()


def _memory(pid: int) -> Iterator[bytes]:
    """All that can be written of the memory of a process."""
    regions = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for region in regions:
            span, rights = region.split()[:2]
            if rights.startswith("rw"):
                start, end = (int(edge, 16) for edge in span.split("-"))
                try:
                    memory.seek(start)
                    yield memory.read(end - start)
                except (OSError, OverflowError):
                    continue  # a region of the kernel's own


@pytest.fixture
def kiosk_apart(tmp_path: Path) -> Iterator[Kiosk]:
    one = Kiosk(tmp_path)
    yield one
    one.leave()


def texts_in(home: Path) -> str:
    """Everything that a visit wrote to disk."""
    return "".join(
        path.read_bytes().decode("utf-8", "replace") for path in home.rglob("*") if path.is_file()
    )


@on_linux
def test_when_a_visit_ends_nothing_that_was_typed_is_held_in_memory_in_the_log_or_in_a_file(
    kiosk_apart, tmp_path
):
    kiosk_apart.type(ADDRESS)
    typed = kiosk_apart.holds(ADDRESS)
    kiosk_apart.order("address")
    kiosk_apart.type(PASSWORD)

    kiosk_apart.order("end")

    assert typed > 0, "the search finds nothing at all"
    assert [part for part in PARTS if kiosk_apart.holds(part)] == []
    assert [part for part in PARTS if part in texts_in(tmp_path)] == []
