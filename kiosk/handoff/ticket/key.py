"""The key that all stations of one site share: who has it can sign come-back tickets."""

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.core.errors import KioskError, Missing

SIZE = 32

_ABOUT = """\
# Signs this site's come-back tickets. Every station of the site needs a copy of this file.
# Keep it to the stations. Who has it can make tickets; tickets of a lost key are void.
"""
_LINE = re.compile(r"ticket-key-1 ([0-9a-f]{64}) ([0-9a-f]{8})")
_MOST_BYTES = 4_096


@dataclass(frozen=True)
class Key:
    """32 secret bytes. They never show in a text of the key. Raises ValueError for another size."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != SIZE:
            raise ValueError(f"a key has {SIZE} bytes")


def new_key(random_bytes: Callable[[int], bytes]) -> Key:
    """A key that nobody has yet. `random_bytes` gives that many bytes, as os.urandom does."""
    return Key(random_bytes(SIZE))


def write_key(path: Path, key: Key) -> None:
    """Writes the key to a new file that only its owner can read, where the system knows owners.

    Raises KioskError where there is a file already, or where none can be made.
    """
    line = f"ticket-key-1 {key.secret.hex()} {_check(key)}\n"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise KioskError(
            f"{path} is there already. A new key makes all tickets of the old one void: "
            "move that file away first if you want this."
        ) from None
    except OSError as why:
        raise KioskError(f"{path} cannot be written ({why.strerror}). Name another file.") from None
    with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
        file.write(_ABOUT + line)
        file.flush()
        os.fsync(file.fileno())


def read_key(path: Path) -> Key:
    """The key in that file. Raises Missing where there is none, or one that is cut off or changed.

    The text of the refusal holds nothing of what stands in the file.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("ascii", "replace")
    except OSError:
        raise Missing(
            f"There is no key for tickets in {path}. Copy it from another station of this site, "
            "or make one."
        ) from None
    lines = [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
    found = _LINE.fullmatch(lines[0]) if len(lines) == 1 else None
    key = Key(bytes.fromhex(found[1])) if found else None
    if key is None or found is None or _check(key) != found[2]:
        raise Missing(
            f"The key for tickets in {path} is damaged. Copy the file again from another station "
            "of this site."
        )
    return key


def _check(key: Key) -> str:
    """Eight digits by which a damaged key is known."""
    return hashlib.sha256(b"ticket-key-1" + key.secret).hexdigest()[:8]
