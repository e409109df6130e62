"""Writes how dense the screen is into the site file, and leaves every other byte as it was."""

from pathlib import Path

from kiosk.clock import local_time
from kiosk.core.errors import FilesNotSound, KioskError
from kiosk.site.shapes import Site
from kiosk.staff.site_file import Draft, begun, no_example
from kiosk.staff.site_tree import child, root_of
from kiosk.staff.site_versions import save_whole

_KEY = "px_per_mm"
_KEYS = ("station", _KEY)


def write_density(path: Path, px_per_mm: float) -> str:
    """Puts it into the `station:` section, and tells in a sentence what was done.

    The file as it was is kept as an earlier version. Raises KioskError, with the file untouched,
    where it is not sound before or would not be after, or cannot be written.
    """
    no_example(path)
    said = f"{px_per_mm:g}"
    draft = begun(path)
    before = _site(draft).station.px_per_mm
    if before == float(said) and child(root_of(draft.text), _KEYS) is not None:
        return f"{path} says {_KEY}: {said} already. Nothing was changed."
    after = draft.put(_KEYS, float(said))
    if after.read()[1]:
        raise KioskError(f"{path} was not changed. Write under 'station' yourself: {_KEY}: {said}")
    save_whole(path, after.text.encode("utf-8"), local_time())
    return f"{path} now says {_KEY}: {said}. Before, it was {before:g}."


def _site(draft: Draft) -> Site:
    site, problems = draft.read()
    if site is None or problems:
        raise FilesNotSound(problems)
    return site
