"""Writes a file so that it is there whole or not at all, at whatever step the power goes.

The content goes into a file beside its place, is brought onto the disk, and is then given its name;
last, the folder is brought onto the disk, or a power cut could still take the name away.
"""

import os
from contextlib import suppress
from pathlib import Path

_ONLY_THIS_USER = 0o600
_ONLY_THIS_USER_ENTERS = 0o700
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Disk:
    """What a lasting write asks of the file system, one step a call. Each may raise OSError.

    A test hands in one that stops, fills up or forgets at a step.
    """

    def make_folder(self, folder: Path) -> None:
        """Makes the folder where it is missing, for this user alone; its parent must be there."""
        folder.mkdir(mode=_ONLY_THIS_USER_ENTERS, exist_ok=True)

    def create(self, path: Path) -> int:
        """An empty file to write to, for this user alone. Gives its number."""
        return os.open(path, _NEW, _ONLY_THIS_USER)

    def write(self, file: int, content: memoryview) -> int:
        """Writes from the start of the content. Gives how many bytes were taken."""
        return os.write(file, content)

    def sync(self, file: int) -> None:
        """Brings what was written onto the disk."""
        os.fsync(file)

    def close(self, file: int) -> None:
        """Lets the file go."""
        os.close(file)

    def rename(self, old: Path, new: Path) -> None:
        """Gives the file its name, in place of one that has it."""
        old.replace(new)

    def sync_folder(self, folder: Path) -> None:
        """Brings the names in the folder onto the disk."""
        if os.name == "nt":  # Windows opens no folder, and keeps names in its own log
            return
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)

    def remove(self, path: Path) -> None:
        """Takes the file away, if it is there."""
        path.unlink(missing_ok=True)


REAL_DISK = Disk()


def put_whole(path: Path, content: bytes, disk: Disk = REAL_DISK) -> None:
    """Makes this the content of the file, and its folder where that is missing.

    Raises OSError: then the file is what it was, unless the very last step failed, which leaves it
    whole and new but perhaps not for long.
    """
    half = half_of(path)
    _ready(path.parent, disk)
    try:
        _fill(half, content, disk)
        disk.rename(half, path)
    except OSError:
        with suppress(OSError):
            disk.remove(half)
        raise
    disk.sync_folder(path.parent)


def put_new(path: Path, content: bytes, disk: Disk = REAL_DISK) -> None:
    """As `put_whole`, for a file that must not be there yet. Raises FileExistsError if it is."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    put_whole(path, content, disk)


def half_of(path: Path) -> Path:
    """Where the content lies until it has its name. What a stopped write left may be removed."""
    return path.with_name(f".{path.name}.new")


def _ready(folder: Path, disk: Disk) -> None:
    if not folder.parent.is_dir():
        _ready(folder.parent, disk)
    if not folder.is_dir():
        disk.make_folder(folder)
        disk.sync_folder(folder.parent)


def _fill(path: Path, content: bytes, disk: Disk) -> None:
    file = disk.create(path)
    try:
        left = memoryview(content)
        while left:
            left = left[disk.write(file, left) :]
        disk.sync(file)
    finally:
        disk.close(file)
