"""Walks through a flow in the terminal: by hand, or by a file of answers."""

import argparse
import getpass
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.clock import OFFICES_CLOSED, OFFICES_OPEN, local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.view import View
from kiosk.resources import read_text
from kiosk.script import play, read_script
from kiosk.station import Station, open_station
from kiosk.terminal import Console, lines_of
from kiosk.terminal import play as play_by_hand


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The flow, and a file of answers."""
    add_site(parser)
    parser.add_argument("flow", nargs="?", default="setup", help="the flow (default: setup)")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="play this file of answers, one line a page"
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the visit reached an end; a script that does not fit is a KioskError."""
    folders = folders_of(wanted)
    if wanted.answers is None:
        return at_terminal(open_station(folders, local_time, wanted.flow))
    script = read_text(wanted.answers)
    station = open_station(folders, _clock_of(script), wanted.flow)
    visit = play(station, read_script(script), _show)
    sys.stdout.write(f"\nThe visit reached the end {visit.ended}.\n")
    return 0


def _clock_of(script: str) -> Callable[[], datetime]:
    """The time of day a script asks for by a note "# office: open" or "closed"; otherwise now."""
    if "# office: open" in script:
        return lambda: OFFICES_OPEN
    return (lambda: OFFICES_CLOSED) if "# office: closed" in script else local_time


def at_terminal(station: Station) -> int:
    """One visit by hand. A closed input is a way to leave, too."""
    console = Console(input, getpass.getpass, _write)
    try:
        play_by_hand(station, console)
    except EOFError:
        _write("")
    return 0


def _show(view: View) -> None:
    _write("\n".join(lines_of(view)))


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")
