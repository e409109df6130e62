"""What the first page needs to know before anything else is read, and whether it is still true.

Reading a station takes a tenth of a second; the first page shall not wait for it. So the last
station that was found sound leaves a slip in the cache folder: what its first page says, and the
print (name, size, time) of every file it came from. While the print still fits, the first page is
painted from the slip, and the station is read right after. A changed file makes the kiosk read and
check everything first, as it does on its first start.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from kiosk.core.phrases import Phrases
from kiosk.core.words import Words
from kiosk.resources import Folders, assets_dir, flows_dir

_CODE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Tongue:
    """A language on offer: its code, its own name, its direction, and its first words."""

    code: str
    name: str
    right_to_left: bool
    title: str
    says: str
    begin: str
    look: str


def tongue_of(words: Words) -> Tongue:
    """How the first page greets in that language."""
    names = ("welcome_title", "welcome_says", "touch_to_begin", "look_first")
    first = (words.of(f"shell.{name}", getattr(Phrases, name)) for name in names)
    return Tongue(words.language, words.name, words.right_to_left, *first)


@dataclass(frozen=True)
class Front:
    """What the first page says, and how large."""

    school: str
    tongues: tuple[Tongue, ...]
    px_per_mm: float
    touch_keyboard: bool
    mail_endings: tuple[str, ...] = ()


def print_of(folders: Folders) -> str:
    """A print of all files a station is read from, the program's own among them."""
    digest = _crc(0, str(folders.site), folders.site.stat())
    for folder in (folders.flows, flows_dir(), folders.words, assets_dir(), _CODE):
        digest = _of_folder(digest, str(folder))
    return f"{digest:08x}"


def _of_folder(digest: int, folder: str) -> int:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            digest = _of_folder(digest, entry.path)
        else:
            digest = _crc(digest, entry.path, entry.stat())
    return digest


def _crc(digest: int, path: str, found: os.stat_result) -> int:
    return crc32(f"{path}|{found.st_size}|{found.st_mtime_ns}".encode(), digest)


def read_slip(slip: Path, folders: Folders) -> Front | None:
    """The front of the last sound station, if its slip is there and its print still fits."""
    try:
        lines = slip.read_text(encoding="utf-8").splitlines()
        if lines[0] != print_of(folders):
            return None
        return Front(
            school=lines[1],
            px_per_mm=float(lines[2]),
            touch_keyboard=lines[3] == "yes",
            mail_endings=tuple(lines[4].split()),
            tongues=tuple(_tongue(line) for line in lines[5:]),
        )
    except (OSError, ValueError, IndexError):
        return None


def _tongue(line: str) -> Tongue:
    code, direction, name, title, says, begin, look = line.split("\t")
    return Tongue(code, name, direction == "rtl", title, says, begin, look)


def write_slip(slip: Path, folders: Folders, front: Front) -> None:
    """Leaves the slip. Where the cache cannot be written, the next start is a little slower."""
    lines = [print_of(folders), front.school, str(front.px_per_mm)]
    lines.append("yes" if front.touch_keyboard else "no")
    lines.append(" ".join(front.mail_endings))
    for tongue in front.tongues:
        direction = "rtl" if tongue.right_to_left else "ltr"
        first = (tongue.title, tongue.says, tongue.begin, tongue.look)
        lines.append("\t".join((tongue.code, direction, tongue.name, *first)))
    try:
        slip.parent.mkdir(parents=True, exist_ok=True)
        slip.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        return
