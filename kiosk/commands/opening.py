"""What most commands begin with: the folders and files that their arguments name."""

import argparse
from dataclasses import replace
from pathlib import Path

from kiosk.station import Folders


def folders_of(wanted: argparse.Namespace) -> Folders:
    """The shipped folders, with the site file that `--site` names."""
    shipped = Folders.shipped()
    site: Path | None = wanted.site
    return replace(shipped, site=site) if site else shipped
