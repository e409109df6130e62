"""Writes a site file whole, and keeps its last five versions in a folder beside it.

The text that is about to go is kept first. A number, not the clock, tells which one is newer: a
station's clock may be off by a year.
"""

import errno
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.records.whole_files import REAL_DISK, Disk, put_whole

MOST = 5
"""How many earlier versions are kept."""

_NAME = re.compile(r"(\d{4,9})_(\d{4}-\d\d-\d\d_\d\d-\d\d)\.yaml")
_MOMENT = "%Y-%m-%d_%H-%M"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_SHUT = (errno.EROFS, errno.EACCES, errno.EPERM)


@dataclass(frozen=True)
class Version:
    """One version that was in force; `kept_at` is what the clock said when it was kept."""

    path: Path
    number: int
    kept_at: datetime

    def content(self) -> bytes:
        """Its text. Raises KioskError where it cannot be read."""
        return content_of(self.path)


def folder_of(path: Path) -> Path:
    """Where the earlier versions of that site file lie."""
    return path.with_name(f"{path.name}.earlier")


def earlier(path: Path) -> tuple[Version, ...]:
    """The versions that differ from the file as it is now, the newest first; five at most."""
    path = path.resolve()
    now = content_of(path) if path.exists() else None
    return tuple(one for one in _kept(path) if _content(one) != now)[:MOST]


def save_whole(path: Path, content: bytes, moment: datetime, disk: Disk = REAL_DISK) -> None:
    """Keeps the version that is there, then puts the new one in its place.

    Raises KioskError with a sentence for staff: then the file is what it was, and nothing is lost.
    """
    path = path.resolve()
    mode = path.stat().st_mode & 0o777 if path.exists() else None
    try:
        if mode is not None:
            _keep(path, content_of(path), moment, disk)
        put_whole(path, content, disk)
    except OSError as trouble:
        raise KioskError(_sentence(path, content, trouble)) from None
    # From here on the file is new and whole: what fails now costs at most a copy.
    with suppress(OSError):
        if mode is not None:
            path.chmod(mode)
        _keep(path, content, moment, disk)
        for old in _too_old(path):
            disk.remove(old.path)


def content_of(path: Path) -> bytes:
    """What is in the file. Raises KioskError with a sentence where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise KioskError(f"{path} is not there any more.") from None
    except OSError as trouble:
        raise KioskError(f"{path} cannot be read: {trouble.strerror}.") from None


def _keep(path: Path, content: bytes, moment: datetime, disk: Disk) -> None:
    """Keeps that text as the newest version, unless it is that already."""
    kept = _kept(path)
    if kept and _content(kept[0]) == content:
        return
    number = kept[0].number + 1 if kept else 1
    put_whole(folder_of(path) / f"{number:04}_{moment:{_MOMENT}}.yaml", content, disk)


def _kept(path: Path) -> tuple[Version, ...]:
    """All that are kept, the newest first."""
    return tuple(sorted(_found(folder_of(path)), key=lambda one: one.number, reverse=True))


def _found(folder: Path) -> Iterator[Version]:
    try:
        files = list(folder.iterdir())
    except OSError:
        return
    for file in files:
        named = _NAME.fullmatch(file.name)
        with suppress(ValueError):
            if named:
                # The station's own time, as the staff's clock on the wall shows it.
                moment = datetime.strptime(named[2], _MOMENT)  # noqa: DTZ007
                yield Version(file, int(named[1]), moment)


def _too_old(path: Path) -> tuple[Version, ...]:
    """All but the newest, which is the file as it is now, and the five before it."""
    return _kept(path)[MOST + 1 :]


def _content(version: Version) -> bytes | None:
    try:
        return version.path.read_bytes()
    except OSError:
        return None


def _sentence(path: Path, content: bytes, trouble: OSError) -> str:
    with suppress(OSError):
        if path.read_bytes() == content:
            return f"{path.name} was written, but the disk did not say so. Save once more."
    if trouble.errno in _FULL:
        return "The disk is full. Nothing was changed. Make room on it, then save again."
    if trouble.errno in _SHUT:
        said = "Ask who looks after this computer to let the kiosk write there."
        return f"The kiosk may not write to {path.parent}. Nothing was changed. {said}"
    return f"{path.name} could not be written: {trouble.strerror}. Nothing was changed."
