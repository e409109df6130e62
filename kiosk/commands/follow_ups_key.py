"""Makes the school's pair of keys; asks for a passphrase, at a terminal or from a pipe."""

import os
import sys
from getpass import getpass
from pathlib import Path

from nacl.public import PrivateKey
from nacl.utils import random

from kiosk.core.errors import KioskError
from kiosk.records.key_file import SHORTEST_PASSPHRASE, key_file_text
from kiosk.records.sealing import text_of
from kiosk.records.whole_files import put_new

_NEXT = """\
{file} is the private key of the follow-up list. It alone opens the list{how}.

1. Put this into the site file of every station:

call_back:
  key: "{public}"
  keep_days: 60

2. Keep {file} on the computer of whoever will call the families, and a copy
   in a locked drawer. It must not stay on a station.
3. Nobody can make this key a second time. Without it{or_passphrase} the list stays closed."""
_OPEN_TO_ALL = "\nThis disk keeps no rights: whoever can use it can read the file."


def made_key(file: Path, *, locked: bool) -> str:
    """Writes a new private key, and tells the public one and what to do next.

    Raises KioskError, with nothing written, where the file is there already or cannot be written.
    """
    if os.path.lexists(file):
        raise KioskError(f"{file} is there already and may open a list. Name another with -o FILE.")
    passphrase = _new_passphrase() if locked else None
    key = PrivateKey(random(PrivateKey.SIZE))
    write_new(file, key_file_text(key, passphrase, random).encode("ascii"))
    told = _NEXT.format(
        file=file,
        public=text_of(key.public_key),
        how=", with its passphrase" if locked else "; it has no passphrase",
        or_passphrase=", or without its passphrase," if locked else "",
    )
    return told + (_OPEN_TO_ALL if os.name == "posix" and file.stat().st_mode & 0o077 else "")


def write_new(file: Path, content: bytes) -> None:
    """Writes a file for this user alone. Raises KioskError if it is there or cannot be written."""
    if not file.absolute().parent.is_dir():
        raise KioskError(f"The folder {file.parent} is not there. Make it, or name another file.")
    try:
        put_new(file, content)
    except FileExistsError:
        raise KioskError(f"{file} is there already. Name another file with -o.") from None
    except OSError as trouble:
        raise KioskError(f"{file} cannot be written: {trouble.strerror}.") from None


def passphrase_for(file: Path) -> str:
    """The passphrase of that key, typed unseen, or a line from a pipe."""
    if sys.stdin.isatty():
        return getpass(f"The passphrase of {file}: ")
    return asked_line("")


def _new_passphrase() -> str:
    if not sys.stdin.isatty():
        return _long_enough(asked_line(""))
    said = f"A passphrase, {SHORTEST_PASSPHRASE} letters or more; four words do well: "
    first = _long_enough(getpass(said))
    if getpass("The same once more: ") != first:
        raise KioskError("The two were not the same. Nothing was written. Begin again.")
    return first


def _long_enough(passphrase: str) -> str:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KioskError(
            f"A passphrase needs {SHORTEST_PASSPHRASE} letters or more; four words do well. "
            "Nothing was written."
        )
    return passphrase


def asked_line(question: str) -> str:
    """A line that is typed or comes from a pipe; empty where there is none."""
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline().rstrip("\r\n")


def counted(count: int, one: str, many: str) -> str:
    """The number, with the words that go with it."""
    return f"{count} {one if count == 1 else many}"
