"""Where a table of schools may lie: on a stick, or in the home folder; the newest first."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_MOST = 40
_IN_HOME = ("", "Desktop", "Documents", "Downloads")
_STICKS = ("/media", "/run/media", "/mnt")
_LETTERS = "DEFGHIJKLMNOPQRSTUVWXYZ"


def usual_folders(home: Path) -> tuple[Path, ...]:
    """The home folder with the usual ones in it, and each stick that is put in now."""
    if os.name == "nt":
        sticks = [Path(f"{letter}:\\") for letter in _LETTERS]
    else:
        sticks = [stick for root in _STICKS for stick in _below(Path(root), 2)]
    return (*sticks, *(home / name for name in _IN_HOME))


def tables_in(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The CSV files in those folders, not below them; the newest forty."""
    found = {file.resolve(): _changed_at(file) for folder in folders for file in _tables(folder)}
    return tuple(sorted(found, key=lambda file: found[file], reverse=True)[:_MOST])


def _tables(folder: Path) -> Iterator[Path]:
    yield from (one for one in _inside(folder) if one.suffix.lower() == ".csv" and one.is_file())


def _below(folder: Path, depth: int) -> Iterator[Path]:
    for one in _inside(folder):
        if one.is_dir():
            yield one
            if depth > 1:
                yield from _below(one, depth - 1)


def _inside(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if not one.name.startswith(".")]
    except OSError:
        return []


def _changed_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
