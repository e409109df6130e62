"""What the first page needs to know before anything else is read, and whether it is still true.

Reading a station takes a tenth of a second; the first page shall not wait for it. So the last
station that was found sound leaves a slip in the cache folder: what its first page says, and the
print (name, size, time) of every file it came from. While the print still fits, the first page is
painted from the slip, and the station is read right after. A changed file makes the kiosk read and
check everything first, as it does on its first start.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.resources import assets_dir, flows_dir, translations_dir

_CODE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Tongue:
    """A language on offer: its code, its own name, and its direction."""

    code: str
    name: str
    right_to_left: bool


@dataclass(frozen=True)
class Front:
    """What the first page says, and how large."""

    school: str
    tongues: tuple[Tongue, ...]
    px_per_mm: float
    touch_keyboard: bool


def print_of(site: Path) -> str:
    """A print of all files a station is read from, the program's own among them."""
    digest = hashlib.sha256()
    for path in _files(site):
        found = path.stat()
        digest.update(f"{path}|{found.st_size}|{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _files(site: Path) -> Iterator[Path]:
    yield site
    for folder in (flows_dir(), translations_dir(), _CODE):
        yield from sorted(folder.rglob("*.yaml"))
        yield from sorted(folder.rglob("*.po"))
        yield from sorted(folder.rglob("*.py"))
    yield from sorted(assets_dir().rglob("*.svg"))


def read_slip(slip: Path, site: Path) -> Front | None:
    """The front of the last sound station, if its slip is there and its print still fits."""
    try:
        said = json.loads(slip.read_text(encoding="utf-8"))
        if said["print"] != print_of(site):
            return None
        front = said["front"]
        tongues = tuple(Tongue(**tongue) for tongue in front.pop("tongues"))
        return Front(tongues=tongues, **front)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_slip(slip: Path, site: Path, front: Front) -> None:
    """Leaves the slip. Where the cache cannot be written, the next start is only a little slower."""
    said = {"print": print_of(site), "front": asdict(front)}
    try:
        slip.parent.mkdir(parents=True, exist_ok=True)
        slip.write_text(json.dumps(said), encoding="utf-8")
    except OSError:
        return


