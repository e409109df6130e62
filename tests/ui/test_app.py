"""The program itself, as the machine starts and ends it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# The station is read when the first page stands on the screen: there the machine asks it to end.
ENDED_BY_THE_MACHINE = """
import os, sys
from kiosk.clock import local_time
from kiosk.resources import Folders
from kiosk.station import front_of, open_station
from kiosk.ui.app import run_kiosk

opened = open_station(Folders.shipped(), local_time)

def station():
    os.kill(os.getpid(), int(sys.argv[1]))
    return opened

sys.exit(run_kiosk(front_of(opened), station, full_screen=True))
"""


def ended(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """The program when it has come to its end."""
    places = {f"XDG_{name}_HOME": str(home) for name in ("CACHE", "STATE", "DATA", "CONFIG")}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **places, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
    )


def test_it_shows_the_first_page_and_ends_when_told_to(tmp_path):
    program = ended(tmp_path, "-m", "kiosk", "run", "--exit-after-first-page")

    assert program.returncode == 0, program.stderr


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_the_machine_can_end_it_in_full_screen(tmp_path, asked):
    program = ended(tmp_path, "-c", ENDED_BY_THE_MACHINE, str(int(asked)))

    assert program.returncode == 0, program.stderr
    assert "Traceback" not in program.stderr
