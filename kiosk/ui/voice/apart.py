"""How the voice's process is started: the command, and where it finds this package. Qt-free."""

import os
import sys
from pathlib import Path

import kiosk


def command(engine: str = "") -> list[str]:
    """The program and its arguments; `engine` names one of Qt's speech engines, or none."""
    return [sys.executable, "-m", "kiosk.ui.voice.aloud", *([engine] if engine else [])]


def python_path(known: str) -> str:
    """What PYTHONPATH must be, so that the process finds the package that runs here."""
    home = str(Path(kiosk.__file__).resolve().parents[1])
    return os.pathsep.join(part for part in (home, known) if part)
