"""Where the program's own faults are written down: kinds and places, never a family's words."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MOST_BYTES = 500_000
_KEPT_FILES = 3


def log_to(folder: Path) -> None:
    """Writes warnings and faults to kiosk.log in the folder, or to the terminal where it cannot."""
    logging.basicConfig(
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=[_handler(folder)],
        force=True,
    )


def _handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(
            folder / "kiosk.log", maxBytes=_MOST_BYTES, backupCount=_KEPT_FILES, encoding="utf-8"
        )
    except OSError as trouble:
        sys.stderr.write(f"The log cannot be written to {folder} ({trouble.strerror}).\n")
        return logging.StreamHandler(sys.stderr)
