"""The program itself has a voice, which leaves when the program does."""

import os
import subprocess
import sys

# It is asked for its voices at once here, and ended while that still goes on.
ENDED_WHILE_IT_LOOKS_FOR_VOICES = """
import os, signal, sys
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication
import kiosk.ui.app
from kiosk.clock import local_time
from kiosk.resources import Folders
from kiosk.station import front_of, open_station
from kiosk.ui.window import Window

kiosk.ui.app._VOICES_AFTER_MS = 0
opened = open_station(Folders.shipped(), local_time)

def look():
    (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
    processes = window.findChildren(QProcess)
    if not processes:
        QTimer.singleShot(20, look)
        return
    processes[0].waitForStarted()
    print(processes[0].processId())
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGTERM)

def station():
    QTimer.singleShot(20, look)
    return opened

sys.exit(kiosk.ui.app.run_kiosk(front_of(opened), station, full_screen=False))
"""


def test_its_voice_ends_with_it(tmp_path):
    places = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CACHE", "STATE", "DATA", "CONFIG")}

    program = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", ENDED_WHILE_IT_LOOKS_FOR_VOICES],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **places, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )

    assert program.returncode == 0, program.stderr
    assert "Traceback" not in program.stderr
    assert "QProcess" not in program.stderr
    assert not _runs(int(program.stdout))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True
