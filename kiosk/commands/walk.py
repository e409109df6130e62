"""Walks through a flow in the terminal: by hand, or by a file of answers."""

import argparse
import getpass
import sys
from pathlib import Path

from kiosk.clock import local_time
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
    station = open_station(folders_of(wanted), local_time, wanted.flow)
    if wanted.answers is None:
        return at_terminal(station)
    visit = play(station, read_script(read_text(wanted.answers)), _show)
    sys.stdout.write(f"\nThe visit reached the end {visit.ended}.\n")
    return 0


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
