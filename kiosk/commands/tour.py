"""Paints a picture of every screen into a folder: for a look at all of them, and for machines
without a screen."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from kiosk.clock import OFFICES_CLOSED, OFFICES_OPEN
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.cover.roads import Road, roads_of
from kiosk.core.errors import KioskError, Missing
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.view import View
from kiosk.core.words import Words
from kiosk.desktop import missing_packages
from kiosk.resources import Folders
from kiosk.station import Station, open_station

STAGES = ("1920x1080", "1366x768", "1080x1920", "1024x600")
SIZES = ("small", "normal", "large", "largest")
Theme = Literal["warm", "black_on_white", "white_on_black", "low_glare"]
THEMES: tuple[Theme, ...] = get_args(Theme)


@dataclass(frozen=True)
class Lens:
    """How the pictures are taken: pixels, the size of the text (0 to 3), and the theme."""

    stage: str = STAGES[0]
    size: int = 1
    theme: Theme = "warm"
    only: str = ""
    language: str = ""

    def pixels(self) -> tuple[int, int]:
        """Width and height of the stage."""
        width, height = self.stage.split("x")
        return int(width), int(height)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and how the pictures are taken."""
    add_site(parser)
    parser.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR")
    parser.add_argument("--stage", choices=STAGES, default=STAGES[0], help="width by height")
    parser.add_argument("--size", choices=SIZES, default=SIZES[1], help="the size of the text")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="the colours")
    parser.add_argument(
        "--language", default="", metavar="LANG", help="its code (default: the first)"
    )
    parser.add_argument("--only", metavar="PART", default="", help="screens with PART in the name")


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when every picture is in the folder."""
    lens = Lens(wanted.stage, SIZES.index(wanted.size), wanted.theme, wanted.only, wanted.language)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    paint(folders_of(wanted), wanted.folder, lens)
    return 0


def paint(folders: Folders, folder: Path, lens: Lens | None = None) -> None:
    """A PNG of every screen, named after it. Raises KioskError where the folder is not writable."""
    missing = missing_packages(with_screen=False)
    if missing:
        raise Missing(f"Pictures need these packages: sudo apt-get install {' '.join(missing)}")
    lens = lens or Lens()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise KioskError(f"{folder} cannot be made: {trouble.strerror}.") from None
    station = open_station(folders, lambda: OFFICES_OPEN)
    pages = {
        folder / f"{name}.png": view
        for name, view in _pages(station, folders, _words_of(station, lens.language))
        if lens.only in name
    }
    from kiosk.ui.app import house_of
    from kiosk.ui.pictures import paint_pictures
    from kiosk.ui.theme import Look

    look = Look(lens.theme, lens.size, station.site.station.px_per_mm, motion=False)
    progress = _Progress(len(pages))
    paint_pictures(pages, house_of(station), look, lens.pixels(), progress)
    count = "1 picture" if len(pages) == 1 else f"{len(pages)} pictures"
    sys.stdout.write(f"{folder} now holds {count} of {lens.stage}.\n")


def _words_of(station: Station, language: str) -> Words:
    """The words of that language, or of the station's own. Raises Missing where it is not there."""
    if language and language not in station.words:
        known = ", ".join(station.words)
        raise Missing(f"This station has no words for '{language}'; it has: {known}.")
    return station.words[language or next(iter(station.words))]


def _pages(station: Station, folders: Folders, words: Words) -> Iterator[tuple[str, View | None]]:
    """Every screen by name, reached by a real visit; the first one is the screen that invites."""
    yield "attract", None
    closed = open_station(folders, lambda: OFFICES_CLOSED)
    for one in (station, closed):
        roads = roads_of(one.guide)
        for place, road in roads.places.items():
            yield place.replace("/", "-"), _view(one, road, words)
        for (place, by), road in roads.steps.items():
            view = _view(one, road, words)
            if by.startswith("refused.") and view.page.place == place:
                yield f"{place.replace('/', '-')}-{by.replace('.', '-')}", view


def _view(station: Station, road: Road, words: Words) -> View:
    visit = begin(station.guide, words.language)
    for event in road:
        visit = advance(station.guide, visit, event)
    return view_of(station.guide, visit, words)


class _Progress:
    """Counts the pictures for a person who waits at a terminal."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._painted = 0

    def __call__(self, path: Path) -> None:
        self._painted += 1
        if sys.stdout.isatty():
            end = "\r" if self._painted == self._of else ""
            sys.stdout.write(f"\r{self._painted} of {self._of} {end}")
            sys.stdout.flush()
