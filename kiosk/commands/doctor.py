"""Tells whether this station is ready: what is well, what is off, and what to do."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_state_path

from kiosk.clock import local_time
from kiosk.commands.all_words import all_messages
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.errors import KioskError, Missing
from kiosk.demo.opening import open_demo
from kiosk.desktop import has_screen, missing_packages, uses_x11
from kiosk.language.catalogue import read_catalogue, tally_of
from kiosk.language.clips import Clips
from kiosk.language.languages import LANGUAGES
from kiosk.resources import Folders, records_dir
from kiosk.site.reading import read_site
from kiosk.staff.ready import Colour, Finding, of_practice
from kiosk.staff.ready_looking import (
    Premises,
    fonts_here,
    paper_here,
    records_here,
    station_here,
)
from kiosk.station import Station, open_station

_SIGNS: dict[Colour, str] = {"green": "[ok]  ", "amber": "[note]", "red": "[mend]"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The site file, and whether to measure the screen instead."""
    add_site(parser)
    parser.add_argument(
        "--measure",
        action="store_true",
        help="measure the screen with a bank card, and write the result into the site file",
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the station can open its doors; 1 when something is to mend."""
    if wanted.measure:
        return _measure(folders_of(wanted))
    findings = list(_findings(folders_of(wanted)))
    for finding in findings:
        items = f" ({', '.join(finding.items)})" if finding.items else ""
        todo = f"\n       {finding.todo}" if finding.todo else ""
        sys.stdout.write(f"{_SIGNS[finding.colour]} {finding.what}{items}{todo}\n")
    ready = all(finding.colour != "red" for finding in findings)
    last = "This station is ready." if ready else "Mend the lines marked [mend], then ask again."
    sys.stdout.write(f"\n{last}\n")
    return 0 if ready else 1


def _measure(folders: Folders) -> int:
    """Has staff measure the screen; exit 0 when the result stands in the site file."""
    at_first = read_site(folders.site).station.px_per_mm
    if not has_screen(os.environ):
        raise KioskError("There is no screen here to measure.")
    missing = missing_packages(with_screen=uses_x11(os.environ))
    if missing:
        raise Missing(f"The window needs these packages: sudo apt-get install {' '.join(missing)}")
    from kiosk.commands.density import write_density
    from kiosk.ui.measure import measured

    density = measured(at_first)
    if density is None:
        sys.stdout.write("Nothing was measured, and nothing was changed.\n")
        return 1
    if folders.site == Folders.shipped().site:
        raise KioskError(
            f"px_per_mm: {density:g} was measured, and written nowhere: this is the made-up "
            "example. Copy it, put in your own school, and measure again with --site FILE."
        )
    sys.stdout.write(f"{write_density(folders.site, density)}\n")
    return 0


def _findings(folders: Folders) -> Iterator[Finding]:
    yield _python()
    yield _libraries()
    yield _qt()
    yield _screen()
    yield fonts_here()
    yield from _station(folders)
    yield _folder()


def _python() -> Finding:
    return Finding("green", f"Python {'.'.join(str(part) for part in sys.version_info[:3])}")


def _libraries() -> Finding:
    missing = missing_packages(with_screen=uses_x11(os.environ))
    if missing:
        todo = f"sudo apt-get install {' '.join(missing)}"
        return Finding("red", "System libraries for the window are missing", todo)
    return Finding("green", "System libraries for the window")


def _qt() -> Finding:
    try:
        from kiosk.ui.facts import qt_version
    except ImportError as trouble:
        todo = "Install the kiosk again: pip install --force-reinstall portal-kiosk"
        return Finding("red", f"Qt cannot be loaded ({trouble.name or 'PySide6'})", todo)
    version = qt_version()
    if version >= (6, 12):
        todo = "pip install 'PySide6_Essentials<6.12' 'PySide6_Addons<6.12'"
        return Finding("red", f"Qt {_dotted(version)} ends the program by itself", todo)
    return Finding("green", f"Qt {_dotted(version)}")


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def _screen() -> Finding:
    if not has_screen(os.environ):
        return Finding("amber", "No screen here", "The kiosk will run in the terminal instead.")
    if missing_packages(with_screen=uses_x11(os.environ)):
        return Finding("amber", "The screen was not looked at", "Install the libraries first.")
    from kiosk.ui.facts import screen_facts

    width, height, reported = screen_facts()
    return Finding(
        "green",
        f"Screen {width} x {height}, which says it has {reported:.1f} pixels on a millimetre",
        "Screens often say this wrongly. Take a bank card, and measure it yourself: "
        "kiosk doctor --measure --site FILE",
    )


def _station(folders: Folders) -> Iterator[Finding]:
    try:
        station = open_station(folders, local_time)
    except KioskError as unsound:
        yield Finding("red", f"{folders.site} and the flows are not sound", str(unsound))
        return
    here = Premises(station, folders, records_dir(), local_time())
    yield from station_here(here)
    yield from _languages(station, folders)
    if station.site.printing and station.site.printing.folder:
        yield paper_here(station, "")
    yield of_practice(tuple(str(one) for one in open_demo(station, here.now).notices))
    yield from records_here(here, ())


def _languages(station: Station, folders: Folders) -> Iterator[Finding]:
    """How far each language has come that families are offered, and how it is heard."""
    messages = all_messages(folders.flows)
    for code in station.words:
        if code == "en":
            continue
        tally = tally_of(read_catalogue(folders.words / f"{code}.po"), messages)
        name = LANGUAGES[code].english if code in LANGUAGES else code
        if tally.drafts:
            what = f"{name}: {tally.drafts} of {tally.of} sentences no speaker has reviewed"
            yield Finding("amber", what, f"kiosk words export {code}, or only_reviewed: true")
        else:
            yield Finding("green", f"{name}: {tally.reviewed} of {tally.of} sentences reviewed")
    from kiosk.ui.voice.readiness import how_heard, voices_here

    names = {code: LANGUAGES[code].english if code in LANGUAGES else code for code in station.words}
    for one in how_heard(names, messages, Clips(station.clips), voices_here()):
        yield Finding("amber" if one.why else "green", one.told(), one.todo)


def _folder() -> Finding:
    folder = user_state_path("portal-kiosk")
    if _writable(folder):
        return Finding("green", f"Folder for the log: {folder}")
    return Finding("red", f"{folder} cannot be written", "Let this user write there.")


def _writable(folder: Path) -> bool:
    probe = folder / "probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError:
        return False
    return True
