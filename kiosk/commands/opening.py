"""What most commands begin with: the options --site and --flows, and the folders they name."""

import argparse
from pathlib import Path

from kiosk.resources import Folders


def add_site(parser: argparse.ArgumentParser) -> None:
    """The options that name the site file and the folder of flows."""
    parser.add_argument(
        "--site", type=Path, metavar="PATH", help="the school's site file (default: the example)"
    )
    parser.add_argument(
        "--flows",
        type=Path,
        metavar="DIR",
        help="a folder of flows (default: the shipped)",
    )


def folders_of(wanted: argparse.Namespace) -> Folders:
    """The shipped folders, with those that `--site` and `--flows` name."""
    shipped = Folders.shipped()
    return Folders(wanted.site or shipped.site, wanted.flows or shipped.flows)
