"""Opens the kiosk: in a window, in the terminal, or, with neither, as a folder of pictures."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.clock import local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.commands.walk import at_terminal
from kiosk.core.errors import Missing
from kiosk.desktop import has_screen, has_terminal, missing_packages, uses_x11
from kiosk.station import open_station

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
    station = open_station(folders_of(wanted), local_time, wanted.flow)
    if has_terminal():
        sys.stdout.write("There is no screen here, so the kiosk runs in this terminal.\n")
        return at_terminal(station)
    sys.stdout.write(
        "There is no screen and no terminal here, so the kiosk paints a picture of each page "
        f"into the folder '{PICTURES}'.\n"
    )
    from kiosk.commands.tour import paint

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    paint(folders_of(wanted), PICTURES)
    return 0


def _window(wanted: argparse.Namespace) -> int:
    missing = missing_packages(with_screen=uses_x11(os.environ))
    if missing:
        packages = " ".join(missing)
        raise Missing(f"The window needs these packages: sudo apt-get install {packages}")
    station = open_station(folders_of(wanted), local_time, wanted.flow)
    from kiosk.ui.app import run_kiosk

    return run_kiosk(
        station,
        full_screen=not wanted.window,
        exit_after_first_page=wanted.exit_after_first_page,
    )
