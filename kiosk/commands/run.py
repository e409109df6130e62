"""Opens the kiosk: in a window, in the terminal, or, with neither, as a folder of pictures.

What only one of the three needs is read in there, so that the first page is soon on the screen.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path, user_log_path

from kiosk.commands.opening import add_site, folders_of
from kiosk.core.errors import Missing
from kiosk.desktop import has_screen, has_terminal, missing_packages, uses_x11
from kiosk.front import Front, read_slip, write_slip
from kiosk.resources import Folders

if TYPE_CHECKING:
    from kiosk.station import Station

APP = "portal-kiosk"
PICTURES = Path("tour")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which site, which flow, and in what window."""
    add_site(parser)
    parser.add_argument("--flow", metavar="NAME", default="setup", help="the flow to begin with")
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    parser.add_argument(
        "--exit-after-first-page", action="store_true", help="leave once the first page is painted"
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the kiosk was closed as it should be; 1 with a sentence when it cannot open."""
    if has_screen(os.environ):
        return _window(wanted)
    if has_terminal():
        from kiosk.commands.walk import at_terminal

        sys.stdout.write("There is no screen here, so the kiosk runs in this terminal.\n")
        return at_terminal(_station(folders_of(wanted), wanted.flow))
    sys.stdout.write(
        "There is no screen and no terminal here, so the kiosk paints a picture of each page "
        f"into the folder '{PICTURES}'.\n"
    )
    from kiosk.commands.tour import paint

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    paint(folders_of(wanted), PICTURES)
    return 0


def _window(wanted: argparse.Namespace) -> int:
    # What is read in until the first page stands is no garbage; the window turns this on again.
    gc.disable()
    folders = folders_of(wanted)
    slip = user_cache_path(APP) / f"front-{wanted.flow}"

    @cache
    def station() -> "Station":
        from kiosk.logbook import log_to

        log_to(user_log_path(APP))
        return _station(folders, wanted.flow)

    front = read_slip(slip, folders) or _first_start(slip, folders, station)
    from kiosk.ui.app import run_kiosk

    return run_kiosk(
        front,
        station,
        full_screen=not wanted.window,
        exit_after_first_page=wanted.exit_after_first_page,
        folders=folders,
    )


def _first_start(slip: Path, folders: Folders, station: Callable[[], "Station"]) -> Front:
    """The first start with these files: the machine and the files are looked over before."""
    missing = missing_packages(with_screen=uses_x11(os.environ))
    if missing:
        packages = " ".join(missing)
        raise Missing(f"The window needs these packages: sudo apt-get install {packages}")
    from kiosk.station import front_of

    front = front_of(station())
    write_slip(slip, folders, front)
    return front


def _station(folders: Folders, flow: str) -> "Station":
    from kiosk.clock import local_time
    from kiosk.station import open_station

    return open_station(folders, local_time, flow)
