"""Shows one screen of a flow in a window, and shows it anew whenever the file is saved."""

import argparse
import os
import signal
from dataclasses import replace
from functools import partial
from pathlib import Path

from kiosk.clock import local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.errors import KioskError, Missing
from kiosk.core.sample_visit import seen_screens
from kiosk.desktop import has_screen, missing_packages, uses_x11
from kiosk.resources import Folders
from kiosk.station import Station, open_station


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The flow, and the screen to open."""
    parser.add_argument("flow", help="the flow's file, or the name of a shipped flow")
    parser.add_argument("--screen", metavar="ID", help="the screen (default: the flow's first)")
    add_site(parser)


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the window was closed. Raises KioskError where there is nothing to show."""
    file, opens = opener(folders_of(wanted), wanted.flow)
    screen = screen_of(opens(), file.stem, wanted.screen)
    if not has_screen(os.environ):
        raise KioskError("There is no screen here. Paint pictures instead: kiosk tour -o DIR.")
    missing = missing_packages(with_screen=uses_x11(os.environ))
    if missing:
        raise Missing(f"The window needs these: sudo apt-get install {' '.join(missing)}")
    return _window(opens, file, screen)


def opener(folders: Folders, flow: str) -> tuple[Path, partial[Station]]:
    """The flow's file, and what reads it with all the files beside it."""
    named = Path(flow)
    file = named if named.suffix == ".yaml" else folders.flows / f"{flow}.yaml"
    if not file.is_file():
        raise Missing(f"{file} is not there. Name a flow, or a flow's file.")
    file = file.resolve()
    return file, partial(open_station, replace(folders, flows=file.parent), local_time, file.stem)


def screen_of(station: Station, flow: str, wanted: str | None) -> str:
    """The screen that is wanted, or the first. Raises KioskError where no family stands on it."""
    seen = seen_screens(station.guide, flow)
    if not seen:
        raise KioskError(f"'{flow}' shows no screen of its own.")
    if wanted is not None and wanted not in seen:
        raise KioskError(f"'{flow}' shows no screen '{wanted}'. It shows: {', '.join(seen)}.")
    start = station.guide.flows[flow].start
    return wanted or (start if start in seen else seen[0])


def _window(opens: partial[Station], file: Path, screen: str) -> int:
    from PySide6.QtWidgets import QApplication

    from kiosk.ui.preview import Preview, Spot

    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    app = QApplication(["kiosk"])
    app.setStyle("Fusion")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the author's terminal ends it at once
    preview = Preview(opens, Spot(file, file.stem, screen))
    preview.show()
    return app.exec()
