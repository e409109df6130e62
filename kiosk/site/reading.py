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
    return _with_its_folders(site, path.resolve().parent)


def _with_its_folders(site: Site, beside: Path) -> Site:
    """The site with whole paths for its own folders, which lie beside its file."""
    demo, printing = site.demo, site.printing
    if demo.folder:
        demo = replace(demo, folder=str(beside / demo.folder))
    if printing and printing.folder:
        printing = replace(printing, folder=str(beside / printing.folder))
    return replace(site, demo=demo, printing=printing)
