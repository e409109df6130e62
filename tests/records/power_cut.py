"""A disk that forgets: SQLite writes through it, and what stood on it at any moment is made anew.

Every write, cut, sync and deletion is written down in order. A power cut at some point leaves of
each file what was synced by then, and, of what came after, the writes that chance lets through.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import apsw

Kind = Literal["write", "cut", "sync", "delete", "acknowledged"]


@dataclass(frozen=True)
class Happening:
    """Something that was done to a file, or that the program was told is on the disk."""

    kind: Kind
    file: str
    at: int = 0
    data: bytes = b""


@dataclass
class Tape:
    """All that happened, in order."""

    happenings: list[Happening] = field(default_factory=list)

    def note(self, kind: Kind, file: str, at: int = 0, data: bytes = b"") -> None:
        """Writes one thing down."""
        self.happenings.append(Happening(kind, file, at, data))

    def acknowledged(self, name: str) -> None:
        """The program was told just now that this is on the disk."""
        self.note("acknowledged", name)

    def told_by(self, moment: int) -> list[str]:
        """What was acknowledged before that moment."""
        return [one.file for one in self.happenings[:moment] if one.kind == "acknowledged"]


class RecordingVfs(apsw.VFS):
    """The system's own files, with a tape of what is done to them."""

    def __init__(self, name: str, tape: Tape) -> None:
        super().__init__(name, "")
        self._tape = tape

    def xOpen(  # noqa: N802 - SQLite's own name
        self, name: str | apsw.URIFilename | None, flags: list[int]
    ) -> "RecordingFile":
        """Opens a file that is taped."""
        return RecordingFile(self._tape, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's own name
        """Deletes a file, and notes it, and whether the folder was synced after it."""
        self._tape.note("delete", Path(filename).name)
        super().xDelete(filename, syncdir)
        if syncdir:
            self._tape.note("sync", Path(filename).name)


class RecordingFile(apsw.VFSFile):
    """One file of the system's, with what is done to it on the tape."""

    def __init__(self, tape: Tape, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__("", name, flags)
        said = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._tape = tape
        self._name = Path(said or "none").name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's own name
        """Writes, and notes it."""
        self._tape.note("write", self._name, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's own name
        """Cuts the file off, and notes it."""
        self._tape.note("cut", self._name, newsize)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's own name
        """Waits for the disk, and notes it."""
        super().xSync(flags)
        self._tape.note("sync", self._name)


def opener(vfs: str) -> Callable[[Path], apsw.Connection]:
    """Opens a file of the journal through that disk."""

    def opened(path: Path) -> apsw.Connection:
        return apsw.Connection(str(path), vfs=vfs)

    return opened


def disk_after(tape: Tape, moment: int, chance: random.Random) -> dict[str, bytes]:
    """The files as they are when the power goes at that moment, by name."""
    by_file: dict[str, list[Happening]] = {}
    for one in tape.happenings[:moment]:
        if one.kind != "acknowledged":
            by_file.setdefault(one.file, []).append(one)
    contents = {name: _kept(done, chance) for name, done in by_file.items()}
    return {name: content for name, content in contents.items() if content is not None}


def _kept(done: list[Happening], chance: random.Random) -> bytes | None:
    """What is left of one file; None where it is gone."""
    last_sync = max((at for at, one in enumerate(done) if one.kind == "sync"), default=-1)
    content: bytearray | None = None
    for one in _survivors(done, last_sync, chance):
        match one.kind:
            case "write":
                content = content if content is not None else bytearray()
                content.extend(bytes(max(0, one.at + len(one.data) - len(content))))
                content[one.at : one.at + len(one.data)] = one.data
            case "cut" if content is not None:
                del content[one.at :]
            case "delete":
                content = None
    return bytes(content) if content is not None else None


def _survivors(done: list[Happening], last_sync: int, chance: random.Random) -> Iterator[Happening]:
    """What came before the last sync, and of the rest what chance lets through: none of it, a
    beginning, or some here and there, as the caches of disks do."""
    yield from done[: last_sync + 1]
    rest = done[last_sync + 1 :]
    match chance.choice(("none", "beginning", "some")):
        case "beginning":
            yield from rest[: chance.randint(0, len(rest))]
        case "some":
            yield from (one for one in rest if chance.random() < 0.5)
