"""A family that may be called later: what it chose to leave, sealed before it touches the disk.

Each record is a file of its own: it can be deleted by its date or its name without the key, a
damaged one spoils no other, and a write that was stopped leaves all others as they were.
"""

import errno
import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from nacl.public import PrivateKey, PublicKey

from kiosk.records.follow_up_folder import file_name
from kiosk.records.sealing import Unreadable, opened, seal, sealed_size
from kiosk.records.whole_files import REAL_DISK, Disk, put_whole

Reach = Literal["phone", "text", "email", "none"]

# In characters.
LONGEST: Mapping[str, int] = {
    "name": 40,
    "language": 35,
    "value": 254,
    "school": 60,
    "stopped": 80,
}
_VERSION = 1
# All of the longest fields in the widest script fit; so every record has the same length.
_SIZE = 2304
SEALED_SIZE = sealed_size(_SIZE)
_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})


@dataclass(frozen=True)
class FollowUp:
    """What a family left so that the school may call: this, and nothing else.

    `name` is a first name or initials; `value` the number or address for `reach`, empty for `none`;
    `language` a code such as so; `school` an id of the site file; `stopped` the code of the end, or
    the place, where the visit stopped. By the day `delete_by` it is gone.

    Raises ValueError, without the family's words, where a field is too long or holds a line break
    (`trimmed` sees to both), or where there is no way to reach the family after all.
    """

    name: str
    language: str
    reach: Reach
    value: str
    school: str
    stopped: str
    asked_at: datetime
    delete_by: date

    def __post_init__(self) -> None:
        for field, longest in LONGEST.items():
            if not _fits(getattr(self, field), longest):
                raise ValueError(f"{field} is longer than {longest}, or is more than one line")
        if not self.language:
            raise ValueError("a language must be there")
        if self.reach not in get_args(Reach) or (self.reach == "none") == bool(self.value.strip()):
            raise ValueError("the way to reach a family and its value do not fit together")
        if self.asked_at.tzinfo is None or self.delete_by < self.asked_at.date():
            raise ValueError("the times do not fit together")


def trimmed(field: str, text: str) -> str:
    """What a family typed, as it has room in that field: its first letters, on one line."""
    line = "".join(letter if _is_writable(letter) else " " for letter in text)
    return line.strip()[: LONGEST[field]]


def _fits(text: str, longest: int) -> bool:
    return len(text) <= longest and all(_is_writable(letter) for letter in text)


def _is_writable(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNWRITABLE


@dataclass(frozen=True)
class Kept:
    """It is on the disk, sealed and whole, and a power cut does not take it away."""

    path: Path


@dataclass(frozen=True)
class NotKept:
    """Nothing is on the disk. `full`: no room; `locked`: nobody may write; `broken`: all else."""

    why: Literal["full", "locked", "broken"]


def keep(
    folder: Path, follow_up: FollowUp, key: PublicKey, mark: bytes, disk: Disk = REAL_DISK
) -> Kept | NotKept:
    """Seals the follow-up and writes it into the folder. `mark`: 16 random bytes, for its name."""
    path = folder / file_name(follow_up.delete_by, mark)
    if os.path.lexists(path):
        raise ValueError("this mark was used before: it must be random")
    sealed = sealed_follow_up(follow_up, key)
    try:
        put_whole(path, sealed, disk)
    except OSError as trouble:
        return _not_kept(path, trouble, disk)
    return Kept(path)


def _not_kept(path: Path, trouble: OSError, disk: Disk) -> NotKept:
    try:
        disk.remove(path)
    except OSError:
        return NotKept("broken")
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotKept("full")
    locked = trouble.errno in (errno.EROFS, errno.EACCES, errno.EPERM)
    return NotKept("locked" if locked else "broken")


def sealed_follow_up(follow_up: FollowUp, key: PublicKey) -> bytes:
    """The record as it lies on the disk. Each is of the same length, whatever stands in it."""
    told = asdict(follow_up) | {
        "version": _VERSION,
        "asked_at": follow_up.asked_at.isoformat(timespec="minutes"),
        "delete_by": follow_up.delete_by.isoformat(),
    }
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return seal(written.encode("utf-8"), _SIZE, key)


def opened_follow_up(sealed: bytes, key: PrivateKey) -> FollowUp | Unreadable:
    """What a family left, or why it cannot be told. Anyone may have sealed it: it is read
    strictly."""
    content = opened(sealed, _SIZE, key)
    if isinstance(content, Unreadable):
        return content
    try:
        told = json.loads(content)
        if told.pop("version") != _VERSION:
            return Unreadable("newer")
        return _read(told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Unreadable("damaged")


def _read(told: dict[str, Any]) -> FollowUp:
    asked_at = datetime.fromisoformat(told.pop("asked_at"))
    delete_by = date.fromisoformat(told.pop("delete_by"))
    if not all(isinstance(text, str) for text in told.values()):
        raise TypeError
    return FollowUp(**told, asked_at=asked_at, delete_by=delete_by)
