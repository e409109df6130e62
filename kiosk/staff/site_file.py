"""A site file while staff change it: a draft that is proved as the kiosk proves it, then saved."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.core.errors import FilesNotSound, KioskError, Problem
from kiosk.core.shape.reader import try_read
from kiosk.records.whole_files import REAL_DISK, Disk
from kiosk.resources import Folders
from kiosk.site.meaning import meaning_of
from kiosk.site.shapes import School, Site
from kiosk.staff.schools_table import written
from kiosk.staff.site_changes import Line, changes_said, lines_changed
from kiosk.staff.site_letters import Leaf, Value
from kiosk.staff.site_text import added, changed, changed_at_once, removed
from kiosk.staff.site_tree import Keys
from kiosk.staff.site_versions import Version, content_of, earlier, save_whole
from kiosk.station import open_station

_BOM = "\ufeff"
_MEANWHILE = (
    "Somebody else has changed this file meanwhile. Nothing was saved. "
    "Open this page again, and put your changes in once more."
)


@dataclass(frozen=True)
class Draft:
    """The file at `path`: its text as it was read, and as it stands now. Nothing is written."""

    path: Path
    was: str
    text: str

    def put(self, keys: Keys, value: Value) -> "Draft":
        """With that value there; an empty text takes the key out. Raises KioskError."""
        text = removed(self.text, keys) if value == "" else changed(self.text, keys, value)
        return replace(self, text=text)

    def add(self, keys: Keys, values: Sequence[Value]) -> "Draft":
        """With those items at the end of a list. Raises KioskError."""
        return replace(self, text=added(self.text, keys, values))

    def put_schools(self, schools: Sequence[School]) -> "Draft":
        """With those schools: one that is there by its id takes what differs. Raises KioskError."""
        site, _ = self.read()
        there = {one.id: (n, written(one)) for n, one in enumerate(site.schools if site else ())}
        values: dict[Keys, Leaf] = {}
        for school in schools:
            number, former = there.get(school.id, (0, {}))
            values.update(_differing(("schools", number), former, written(school)))
        new = [written(school) for school in schools if school.id not in there]
        text = changed_at_once(self.text, values) if values else self.text
        return replace(self, text=added(text, ("schools",), new))

    def take_out(self, keys: Keys) -> "Draft":
        """Without that key or item. Raises KioskError."""
        return replace(self, text=removed(self.text, keys))

    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self.text != self.was

    def read(self) -> tuple[Site | None, tuple[Problem, ...]]:
        """The site as it stands now, and every problem of the file itself."""
        name = self.path.name
        site, problems = try_read(self.text.removeprefix(_BOM), name, Site)
        if site is not None:
            problems = [*problems, *meaning_of(site, name)]
        return site, tuple(sorted(problems))

    def changes(self) -> tuple[str, ...]:
        """Each change in words. Raises KioskError where the file cannot be read at all."""
        return changes_said(self.was, self.text)

    def lines(self) -> tuple[Line, ...]:
        """Each line that goes or comes."""
        return lines_changed(self.was, self.text)


def is_example(path: Path) -> bool:
    """Whether that is the example that came with the kiosk, which an update brings anew."""
    return path.resolve() == Folders.shipped().site.resolve()


def no_example(path: Path) -> None:
    """Raises KioskError where the file to be written is the shipped example."""
    if is_example(path):
        raise KioskError(f"{path.name} is the example. Copy it to a file of your own first.")


def begun(path: Path) -> Draft:
    """A draft of the file as it is. Raises KioskError where it cannot be read as text."""
    text = _text(content_of(path), path)
    return Draft(path, text, text)


def problems_of(draft: Draft, folders: Folders, now: Callable[[], datetime]) -> tuple[Problem, ...]:
    """What would keep a station from opening with this draft, each with its line.

    The whole station is opened once with a copy of the draft; the file itself is not touched.
    Raises KioskError where there is no room for that copy.
    """
    try:
        with TemporaryDirectory() as place:
            copy = Path(place) / draft.path.name
            copy.write_bytes(draft.text.encode("utf-8"))
            try:
                open_station(replace(folders, site=copy), now)
            except FilesNotSound as unsound:
                return tuple(_in(draft.path.name, str(copy), one) for one in unsound.problems)
    except OSError as trouble:
        raise KioskError(f"This cannot be tried out: {trouble.strerror}.") from None
    return ()


def save(
    draft: Draft,
    folders: Folders,
    now: Callable[[], datetime],
    disk: Disk = REAL_DISK,
) -> Draft:
    """Proves the draft, then writes it; what was there is kept as a version. Gives a fresh draft.

    Raises FilesNotSound, or KioskError, with nothing changed on the disk.
    """
    no_example(draft.path)
    problems = problems_of(draft, folders, now)
    if problems:
        raise FilesNotSound(problems)
    content = draft.text.encode("utf-8")
    if content_of(draft.path) != draft.was.encode("utf-8"):
        raise KioskError(_MEANWHILE)
    save_whole(draft.path, content, now(), disk)
    return Draft(draft.path, draft.text, draft.text)


def copy_as_own(
    example: Path, to: Path, now: Callable[[], datetime], disk: Disk = REAL_DISK
) -> Draft:
    """Copies the shipped example to a file of the school's own, and begins a draft of it.

    Raises KioskError where there is such a file already, or it cannot be written.
    """
    if to.exists():
        raise KioskError(f"There is a file {to} already. Choose another name.")
    save_whole(to, content_of(example), now(), disk)
    return begun(to)


def as_version(draft: Draft, version: Version) -> Draft:
    """The draft with the text of an earlier version. Raises KioskError where it is no text."""
    return replace(draft, text=_text(version.content(), version.path))


def last_sound(path: Path, folders: Folders, now: Callable[[], datetime]) -> Version | None:
    """The newest version with which a station opens, if one is kept."""
    for version in earlier(path):
        try:
            draft = as_version(Draft(path, "", ""), version)
            if not problems_of(draft, folders, now):
                return version
        except KioskError:
            continue
    return None


def _differing(
    keys: Keys, former: Mapping[str, Value], school: Mapping[str, Value]
) -> Iterator[tuple[Keys, Leaf]]:
    """What of the former school is now another, each with its keys; nothing where none was."""
    for key, said in school.items() if former else ():
        was = former.get(key, "")
        if isinstance(said, Mapping) and isinstance(was, Mapping):
            yield from _differing((*keys, key), was, said)
        elif isinstance(said, str) and said != was:
            yield (*keys, key), said


def _text(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise KioskError(f"{path.name} is not a text in UTF-8. Save it as UTF-8.") from None


def _in(name: str, copy: str, problem: Problem) -> Problem:
    return replace(problem, file=name) if problem.file == copy else problem
