"""Finds few visits that cover a flow: every answer, every outcome of a check, and every end.

Each is written as a script that `kiosk walk --answers` plays.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path as File

from kiosk.checks.password_example import sound_example
from kiosk.clock import OFFICES_CLOSED, OFFICES_OPEN
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.cover.covering import Cover, cover
from kiosk.core.cover.roaming import Path
from kiosk.core.cover.watching import Kind
from kiosk.core.errors import KioskError
from kiosk.core.events import Confirmed, Event
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.resources import Folders
from kiosk.script import script_of
from kiosk.station import START, Station, open_station

# One moment when every office is open, and one when none is: some screens need the one or other.
HOURS = {
    "open": OFFICES_OPEN,
    "closed": OFFICES_CLOSED,
}

_NAMES: dict[Kind, str] = {"answer": "answers", "outcome": "outcomes", "end": "ends"}
_ANY_HOURS = "any"
_NOTE_FROM = 36  # the column where a line's note begins


@dataclass(frozen=True)
class Plan:
    """The visits that cover a flow, each with its script. `under` of a path is "any" where office
    hours do not matter to it, otherwise "open" or "closed"."""

    flow: str
    cover: Cover
    scripts: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The flow, the folder for the scripts, and how to tell about them."""
    parser.add_argument(
        "flow", nargs="?", default=START, help=f"the flow, with all it runs (default: {START})"
    )
    parser.add_argument(
        "-o", dest="folder", type=File, metavar="DIR", help="write a script of each visit there"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people (the default), json for programs, with every script in it",
    )
    add_site(parser)


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the visits are found, and are in the folder if one is named."""
    plan = plan_of(folders_of(wanted), wanted.flow)
    if wanted.folder is not None:
        _write(wanted.folder, plan)
    if wanted.format == "json":
        sys.stdout.write(f"{as_json(plan)}\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in _text(plan, wanted.folder)))
    return 0


def plan_of(folders: Folders, flow: str) -> Plan:
    """The visits that cover a flow and those it runs, while the offices are open and closed.

    Raises KioskError where files are not sound, or there is no such flow.
    """
    stations = {name: _station(folders, flow, at) for name, at in HOURS.items()}
    guides = {name: station.guide for name, station in stations.items()}
    found = cover(guides)
    paths = tuple(replace(path, under=_hours(guides, path)) for path in found.paths)
    station = stations["open"]
    scripts = tuple(script_for(station, path) for path in paths)
    return Plan(flow, replace(found, paths=paths), scripts)


def _station(folders: Folders, flow: str, at: datetime) -> Station:
    return open_station(folders, lambda: at, flow)


def _hours(guides: dict[str, Guide], path: Path) -> str:
    """The hours that the visit needs, or "any" where it goes the same way at all hours."""
    ways = [_places(guide, path) for guide in guides.values()]
    return _ANY_HOURS if all(way == path.places for way in ways) else path.under


def _places(guide: Guide, path: Path) -> tuple[str, ...]:
    visit = begin(guide)
    places = [visit.place]
    for event in path.events:
        visit = advance(guide, visit, event)
        places.append(visit.place)
    return tuple(places)


def script_for(station: Station, path: Path) -> str:
    """The visit as a script: its end and hours as notes, then a line for each page."""
    hours = f"# office: {path.under}\n" if path.under != _ANY_HOURS else ""
    lines = "".join(
        f"{_line(station, event):<{_NOTE_FROM - 2}}  # {place}\n"
        for event, place in zip(path.events, path.places, strict=False)
    )
    return f"# end: {path.end}\n{hours}\n{lines}"


def _line(station: Station, event: Event) -> str:
    if isinstance(event, Confirmed):
        return f"password: {sound_example(station.rule_set)}"
    return script_of((event,)).rstrip("\n")


def as_json(plan: Plan) -> str:
    """{flow, visits, steps, endings, answers, outcomes, ends: {covered, of}, not_covered: [{kind,
    place, what, why}], paths: [{name, office, end, steps, places, script}]}."""
    found = plan.cover
    row = {
        "flow": plan.flow,
        "visits": len(found.paths),
        "steps": found.steps(),
        "endings": found.endings,
        **{
            _NAMES[kind]: {"covered": covered, "of": of}
            for kind, (covered, of) in found.counts().items()
        },
        "not_covered": [
            {"kind": one.goal.kind, "place": one.goal.place, "what": one.goal.what, "why": one.why}
            for one in found.uncovered
        ],
        "paths": [
            {
                "name": name,
                "office": path.under,
                "end": path.end,
                "steps": len(path.events),
                "places": path.places,
                "script": script,
            }
            for name, path, script in zip(_names(plan), found.paths, plan.scripts, strict=True)
        ],
    }
    return json.dumps(row, indent=2)


def _text(plan: Plan, folder: File | None) -> Iterator[str]:
    found = plan.cover
    yield f"{plan.flow}: {len(found.paths)} visits of {found.steps()} steps in all cover"
    for kind, (covered, of) in found.counts().items():
        yield f"  {covered} of {of} {_NAMES[kind]}"
    yield f"{found.endings} answers always end a visit: fewer visits than that cannot do it."
    if found.uncovered:
        yield "Not covered:"
        for one in found.uncovered:
            yield f"  {one.goal.place}: {one.goal.what} ({one.goal.kind}): {one.why}"
    yield ""
    for name, path in zip(_names(plan), found.paths, strict=True):
        hours = "" if path.under == _ANY_HOURS else f"  while the office is {path.under}"
        yield f"{name:<24}{len(path.events):>4} steps{hours}"
    yield ""
    if folder is None:
        yield "With -o DIR each is written as a script for 'kiosk walk --answers FILE'."
    else:
        yield f"The scripts are in {folder}. Play one with 'kiosk walk {plan.flow} --answers FILE'."


def _names(plan: Plan) -> list[str]:
    """A name for each visit: its number and its end."""
    wide = len(str(len(plan.cover.paths)))
    return [f"{n:0{wide}}_{path.end}" for n, path in enumerate(plan.cover.paths, 1)]


def _write(folder: File, plan: Plan) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.glob("*.txt")):
            raise KioskError(f"{folder} holds scripts already. Name an empty folder.")
        for name, script in zip(_names(plan), plan.scripts, strict=True):
            (folder / f"{name}.txt").write_text(script, encoding="utf-8", newline="\n")
    except OSError as trouble:
        raise KioskError(f"{folder} cannot be written: {trouble.strerror}.") from None
