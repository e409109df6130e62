"""Shows the practice student to a room, scene by scene: full screen, by keys or by itself."""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

from kiosk.checks.password_example import sound_example
from kiosk.clock import local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.errors import FilesNotSound, KioskError, Missing, Problem
from kiosk.demo.opening import open_demo
from kiosk.demo.order import read_order
from kiosk.demo.presenting import Show, begin_presenting
from kiosk.demo.reading import demo_folder, shipped_demo
from kiosk.demo.world import SCENARIOS, Scenario, World
from kiosk.desktop import has_screen, missing_packages, uses_x11
from kiosk.resources import read_text
from kiosk.station import Station, open_station

ORDER = "order.yaml"
_LEAST_SECONDS, _SECONDS = 2.0, 12.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which site, which language and scenario, and how it is shown."""
    add_site(parser)
    parser.add_argument("--language", metavar="LANG", default="", help="the language to begin in")
    parser.add_argument(
        "--scenario", choices=SCENARIOS, default="spam", help="what comes into the mailbox"
    )
    parser.add_argument("--order", type=Path, metavar="FILE", help="another running order")
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    parser.add_argument(
        "--loop", action="store_true", help="run by itself, and round again, till a key is pressed"
    )
    parser.add_argument(
        "--seconds",
        type=_seconds,
        default=_SECONDS,
        metavar="N",
        help="how long each scene stays then (default: 12)",
    )


def _seconds(written: str) -> float:
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not _LEAST_SECONDS <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"write {_LEAST_SECONDS:.0f} or more, not '{written}'")
    return seconds


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the speaker left. Raises KioskError where there is nothing to show, or no screen.

    Nothing is written: no journal, no log, no file.
    """
    station = open_station(folders_of(wanted), local_time)
    show, notices = show_of(station, wanted.scenario, wanted.order)
    if wanted.language and wanted.language not in show.words:
        known = ", ".join(show.words)
        raise Missing(f"This station has no words for '{wanted.language}'; it has: {known}.")
    show = replace(show, every_language=not wanted.language)
    for notice in notices:
        sys.stderr.write(f"{notice}\n")
    if not has_screen(os.environ):
        raise KioskError("There is no screen here. Call this on the machine with the projector.")
    missing = missing_packages(with_screen=uses_x11(os.environ))
    if missing:
        raise Missing(f"The window needs these: sudo apt-get install {' '.join(missing)}")
    return _present(show, station, wanted)


def show_of(
    station: Station, scenario: Scenario, own: Path | None = None
) -> tuple[Show, tuple[Problem, ...]]:
    """What is presented, and what is amiss with a district's data.

    The order is the file `own`, or the one beside the district's data, or the shipped one. Raises
    FilesNotSound for an order of somebody's own that is not sound; of the shipped one, scenes that
    a district's data have no page for are left out.
    """
    demo = open_demo(station, local_time())
    path = own or _order_beside(station)
    order, problems = read_order(read_text(path), str(path), demo.world, scenario)
    if problems and path.parent != shipped_demo():
        raise FilesNotSound(problems)
    password = password_for(station, order.password, demo.world)
    show = Show(demo.world, demo.given, demo.words, order, password)
    return show, (*demo.notices, *problems)


def _order_beside(station: Station) -> Path:
    beside = demo_folder(station.site) / ORDER
    return beside if beside.exists() else shipped_demo() / ORDER


def password_for(station: Station, made_up: str, world: World) -> str:
    """The made-up password, or another where the portal's rules would refuse that one."""
    ticks = station.judge(made_up, (world.user_name,))
    return made_up if all(tick.met for tick in ticks) else sound_example(station.rule_set)


def _present(show: Show, station: Station, wanted: argparse.Namespace) -> int:
    from kiosk.ui.house import house_of
    from kiosk.ui.presenter import Hall
    from kiosk.ui.presenter_app import run_presenter
    from kiosk.ui.theme import Look

    # Without keys on the page, and without a field, there is nothing to type into.
    house = replace(house_of(station), touch_keyboard=False)
    hall = Hall(house, Look(px_per_mm=station.site.station.px_per_mm), monotonic, wanted.seconds)
    begun = begin_presenting(show, wanted.language, alone=wanted.loop)
    return run_presenter(show, begun, hall, full_screen=not wanted.window)
