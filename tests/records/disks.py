"""Disks that fail, fill up, or lose what was not brought onto them: each a small real thing."""

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from kiosk.records.whole_files import Disk

STEPS = ("make_folder", "create", "write", "sync", "close", "rename", "sync_folder")


class TroubledDisk(Disk):
    """A disk on which one step fails; a write takes a few bytes before it does."""

    def __init__(self, step: str, number: int = errno.EIO) -> None:
        self._step = step
        self._number = number
        self.written = 0

    def _try(self, step: str) -> None:
        if step == self._step:
            raise OSError(self._number, "trouble")

    def make_folder(self, folder: Path) -> None:
        self._try("make_folder")
        super().make_folder(folder)

    def create(self, path: Path) -> int:
        self._try("create")
        return super().create(path)

    def write(self, file: int, content: memoryview) -> int:
        if self.written:
            self._try("write")
        self.written += super().write(file, content[:10])
        return len(content[:10])

    def sync(self, file: int) -> None:
        self._try("sync")
        super().sync(file)

    def close(self, file: int) -> None:
        super().close(file)
        self._try("close")

    def rename(self, old: Path, new: Path) -> None:
        self._try("rename")
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        self._try("sync_folder")
        super().sync_folder(folder)


@dataclass
class ForgetfulDisk(Disk):
    """A disk in memory that tells what a power cut might leave of it, after any step.

    Of a file's bytes those surely stay that were synced; of the names in a folder, those that were
    there when it was synced. Of everything since, any part may stay.
    """

    syncs: bool = True
    contents: dict[int, bytes] = field(default_factory=dict)
    synced: dict[int, int] = field(default_factory=dict)
    names: dict[Path, int] = field(default_factory=dict)
    sure: dict[Path, int] = field(default_factory=dict)
    since: list[tuple[Path | None, Path | None, int]] = field(default_factory=list)
    left: list[bytes | None] = field(default_factory=list)
    watched: Path = Path()

    def make_folder(self, folder: Path) -> None:
        raise AssertionError("the folder is there")

    def create(self, path: Path) -> int:
        number = len(self.contents)
        self.contents[number], self.synced[number] = b"", 0
        self._renamed(None, path, number)
        return number

    def write(self, file: int, content: memoryview) -> int:
        part = bytes(content[:7])
        self.contents[file] += part
        self._look()
        return len(part)

    def sync(self, file: int) -> None:
        if self.syncs:
            self.synced[file] = len(self.contents[file])
        self._look()

    def close(self, file: int) -> None:
        self._look()

    def rename(self, old: Path, new: Path) -> None:
        self._renamed(old, new, self.names.pop(old))

    def sync_folder(self, folder: Path) -> None:
        self.sure, self.since = dict(self.names), []
        self._look()

    def remove(self, path: Path) -> None:
        raise AssertionError("nothing failed")

    def _renamed(self, old: Path | None, new: Path, number: int) -> None:
        self.names[new] = number
        self.since.append((old, new, number))
        self._look()

    def _look(self) -> None:
        for names in self._possible_names():
            number = names.get(self.watched)
            if number is None:
                self.left.append(None)
                continue
            whole = self.contents[number]
            self.left += [whole[:n] for n in range(self.synced[number], len(whole) + 1)]

    def _possible_names(self) -> Iterator[dict[Path, int]]:
        for some in range(len(self.since) + 1):
            for chosen in combinations(self.since, some):
                names = dict(self.sure)
                for old, new, number in chosen:
                    if old:
                        names.pop(old, None)
                    if new:
                        names[new] = number
                yield names
