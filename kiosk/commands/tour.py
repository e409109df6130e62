"""Paints a picture of every screen into a folder: for a look at all of them, and for machines
without a screen."""

import argparse
import os
import sys
from itertools import product
from pathlib import Path

from kiosk.commands.opening import add_site, folders_of
from kiosk.commands.tour_names import SIZES, STAGES, THEMES, Column, Lens, names_of, several
from kiosk.commands.tour_pages import Stop, stops_of
from kiosk.core.errors import KioskError, Missing
from kiosk.core.shape.guessing import guess
from kiosk.desktop import missing_packages
from kiosk.resources import Folders
from kiosk.station import Station

_MANY = 1_000
_MEGABYTES_EACH = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and how the pictures are taken."""
    add_site(parser)
    parser.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR")
    for option, names, about in (
        ("--stage", STAGES, "width by height"),
        ("--size", SIZES, "the size of the text"),
        ("--theme", THEMES, "the colours"),
    ):
        default = names[1] if names is SIZES else names[0]
        parser.add_argument(
            option,
            type=several(names),
            default=(default,),
            metavar="NAME[,NAME]",
            help=f"{about}: {', '.join(names)}, or all (default: {default})",
        )
    parser.add_argument(
        "--language",
        type=lambda text: tuple(text.split(",")),
        default=(),
        metavar="LANG[,LANG]",
        help="their codes, or all (default: the first)",
    )
    parser.add_argument("--only", metavar="PART", default="", help="screens with PART in the name")
    parser.add_argument(
        "--sheet", action="store_true", help="also one page, index.html, to look through them all"
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when every picture is in the folder."""
    lens = Lens(wanted.stage, wanted.size, wanted.theme, wanted.language, wanted.only, wanted.sheet)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    paint(folders_of(wanted), wanted.folder, lens)
    return 0


def paint(folders: Folders, folder: Path, lens: Lens | None = None) -> None:
    """A PNG of every screen, named after it. Raises KioskError where the folder is not writable."""
    missing = missing_packages(with_screen=False)
    if missing:
        raise Missing(f"Pictures need these packages: sudo apt-get install {' '.join(missing)}")
    lens = lens or Lens()
    station, stops = stops_of(folders, lens.only)
    columns = columns_of(lens, station)
    _make(folder / "thumbs" if lens.sheet else folder)
    count = len(stops) * len(columns)
    if count > _MANY:
        gigabytes = count * _MEGABYTES_EACH / 1e3
        sys.stdout.write(f"{count:,} pictures: they may take {gigabytes:,.1f} GB on the disk.\n")
    _shoot(station, stops, columns, folder, lens)
    if lens.sheet:
        from kiosk.commands.tour_sheet import write_sheet

        sheet = write_sheet(folder, station, stops, columns)
        sys.stdout.write(f"Open {sheet} in a browser to look through them and write notes.\n")
    size = sum(file.stat().st_size for file in folder.rglob("*.*") if file.is_file())
    pictures = "1 picture" if count == 1 else f"{count:,} pictures"
    stages = " and ".join(lens.stages) if len(lens.stages) < 3 else f"{len(lens.stages)} stages"
    sys.stdout.write(f"{folder} now holds {pictures} of {stages}, {size / 1e6:,.0f} MB in all.\n")


def columns_of(lens: Lens, station: Station) -> list[Column]:
    """Each way in which every page is to be shown. Raises Missing for an unknown language."""
    codes = tuple(station.words) if "all" in lens.languages else lens.languages
    for code in codes:
        if code not in station.words:
            known = ", ".join(station.words)
            near = guess(code, station.words)
            raise Missing(f"This station has no words for '{code}'; it has: {known}{near}.")
    codes = codes or (next(iter(station.words)),)
    # Stage and look change least: a window is made once for each, and a language's fonts stay.
    ways = product(lens.stages, lens.sizes, lens.themes, codes)
    return [Column(code, size, theme, stage) for stage, size, theme, code in ways]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise KioskError(f"{folder} cannot be made: {trouble.strerror}.") from None


def _shoot(
    station: Station, stops: list[Stop], columns: list[Column], folder: Path, lens: Lens
) -> None:
    from kiosk.ui.house import house_of
    from kiosk.ui.pictures import Darkroom, Shot
    from kiosk.ui.theme import Look

    progress = _Progress(len(stops) * len(columns))
    with Darkroom(house_of(station)) as darkroom:
        for column, ending in names_of(columns).items():
            look = Look(
                column.theme, column.size_number(), station.site.station.px_per_mm, motion=False
            )
            darkroom.set_up(look, column.pixels())
            for stop in stops:
                name = f"{stop.name}{ending}"
                thumb = folder / "thumbs" / f"{name}.jpg" if lens.sheet else None
                view = stop.view(station.words[column.language])
                darkroom.paint(Shot(view, folder / f"{name}.png", thumb))
                progress.one_more()


class _Progress:
    """Counts the pictures for a person who waits at a terminal."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._painted = 0

    def one_more(self) -> None:
        self._painted += 1
        if sys.stdout.isatty():
            end = "\r" if self._painted == self._of else ""
            sys.stdout.write(f"\r{self._painted:,} of {self._of:,} {end}")
            sys.stdout.flush()
