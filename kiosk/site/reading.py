"""Reads a site file, strictly: every problem at once, each with its line."""

from dataclasses import replace
from pathlib import Path

from kiosk.core.errors import FilesNotSound
from kiosk.core.shape.reader import try_read
from kiosk.resources import read_text
from kiosk.site.meaning import meaning_of
from kiosk.site.shapes import Site


def read_site(path: Path) -> Site:
    """The site file. Raises FilesNotSound with every problem, or Missing."""
    site, problems = try_read(read_text(path), str(path), Site)
    if site is not None:
        problems = [*problems, *meaning_of(site, str(path))]
    if site is None or problems:
        raise FilesNotSound(problems)
    own = site.demo.folder and str(path.resolve().parent / site.demo.folder)
    return replace(site, demo=replace(site.demo, folder=own))
