"""What most commands begin with: the option --site, and the folders that it names."""

import argparse
from dataclasses import replace
from pathlib import Path

from kiosk.resources import Folders


def add_site(parser: argparse.ArgumentParser) -> None:
    """The option that names the site file."""
    parser.add_argument(
        "--site", type=Path, metavar="PATH", help="the school's site file (default: the example)"
    )


def folders_of(wanted: argparse.Namespace) -> Folders:
    """The shipped folders, with the site file that `--site` names."""
    shipped = Folders.shipped()
    site: Path | None = wanted.site
    return replace(shipped, site=site) if site else shipped
