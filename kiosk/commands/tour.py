"""Paints a picture of every screen into a folder: for a look at all of them, and for machines
without a screen."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.commands.opening import folders_of
from kiosk.core.errors import KioskError, Missing
from kiosk.core.machine import advance, begin
from kiosk.core.roads import Road, roads_of
from kiosk.core.showing import view_of
from kiosk.core.view import View
from kiosk.desktop import missing_packages
from kiosk.resources import assets_dir
from kiosk.station import Folders, Station, open_station

STAGES = ("1920x1080", "1366x768", "1080x1920", "1024x600")
SIZES = ("small", "normal", "large", "largest")
THEMES = ("warm", "black_on_white", "white_on_black", "low_glare")

# One moment when every office is open, and one when none is: some screens need the one or other.
_OPEN = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - local time
_CLOSED = datetime(2026, 11, 22, 10, 0)  # noqa: DTZ001 - local time


@dataclass(frozen=True)
class Lens:
    """How the pictures are taken: pixels, the size of the text (0 to 3), and the theme."""

    stage: str = STAGES[0]
    size: int = 1
    theme: str = THEMES[0]
    only: str = ""

    def pixels(self) -> tuple[int, int]:
        """Width and height of the stage."""
        width, height = self.stage.split("x")
        return int(width), int(height)


def tour(wanted: argparse.Namespace) -> int:
    """Exit 0 when every picture is in the folder."""
    lens = Lens(wanted.stage, SIZES.index(wanted.size), wanted.theme, wanted.only)
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
    station = open_station(folders, lambda: _OPEN)
    pages = {name: view for name, view in _pages(station, folders) if lens.only in name}
    from kiosk.ui.tour import Studio, application_for_pictures, house_of, look_of

    application = application_for_pictures()
    look = look_of(lens.theme, lens.size, station.site.station.px_per_mm)
    studio = Studio(house_of(station), assets_dir(), look, lens.pixels())
    for number, (name, view) in enumerate(pages.items(), 1):
        path = folder / f"{name}.png"
        if not studio.picture_of(view).save(str(path)):
            raise KioskError(f"{path} cannot be written. Is the disk full, or the folder locked?")
        _progress(number, len(pages))
    studio.close()
    application.quit()
    sys.stdout.write(f"{len(pages)} pictures of {lens.stage} are in {folder}\n")


def _pages(station: Station, folders: Folders) -> Iterator[tuple[str, View | None]]:
    """Every screen by name, reached by a real visit; the first one is the screen that invites."""
    yield "attract", None
    closed = open_station(folders, lambda: _CLOSED)
    for one in (station, closed):
        roads = roads_of(one.guide)
        for place, road in roads.places.items():
            yield place.replace("/", "-"), _view(one, road)
        for (place, by), road in roads.steps.items():
            if by.startswith("refused."):
                yield f"{place.replace('/', '-')}-{by.replace('.', '-')}", _view(one, road)


def _view(station: Station, road: Road) -> View:
    visit = begin(station.guide)
    for event in road:
        visit = advance(station.guide, visit, event)
    return view_of(station.guide, visit, station.words["en"])


def _progress(number: int, of: int) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(f"\r{number} of {of} ")
        sys.stdout.flush()
        if number == of:
            sys.stdout.write("\r")
