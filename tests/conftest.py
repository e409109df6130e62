"""What many tests share: stations of the shipped files at a fixed time, and made-up guides."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.clock import OFFICES_CLOSED, OFFICES_OPEN
from kiosk.core.builtin_checks import BUILTIN_CHECKS
from kiosk.core.conditions import Check
from kiosk.core.cover.roads import Roads, roads_of
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide
from kiosk.core.shape.reader import read_file
from kiosk.resources import Folders, flows_dir
from kiosk.station import Station, open_station

Worlds = tuple[tuple[Station, Roads], ...]

HELP = """
flow: help
version: 1
start: call
screens:
  call:
    tell: Someone will come
    answers:
      - {id: back, text: Back to my page, go: back}
      - {id: nobody, text: Nobody is there, go: nobody}
  back: {return: back}
  nobody: {tell: Call us, end: X_HELP}
"""


@pytest.fixture(scope="session")
def station() -> Station:
    """The shipped station on a Monday at ten: each school's office is open."""
    return open_station(Folders.shipped(), lambda: OFFICES_OPEN)


@pytest.fixture(scope="session")
def closed_station() -> Station:
    """The shipped station on a Sunday: each school's office is closed."""
    return open_station(Folders.shipped(), lambda: OFFICES_CLOSED)


@pytest.fixture(scope="session")
def roads(worlds: Worlds) -> Roads:
    """The roads through the shipped flows while the offices are open."""
    return worlds[0][1]


@pytest.fixture(scope="session")
def closed_roads(worlds: Worlds) -> Roads:
    """The roads through the shipped flows while the offices are closed."""
    return worlds[1][1]


@pytest.fixture(scope="session")
def home_station(station: Station) -> Station:
    """The same station, whose visits begin where a family takes something home."""
    return replace(station, guide=replace(station.guide, start=station.guide.home))


@pytest.fixture(scope="session")
def worlds(station: Station, closed_station: Station, home_station: Station) -> Worlds:
    """The roads at both hours, and those of taking home, each with the station it was found at."""
    stations = (station, closed_station, home_station)
    return tuple((one, roads_of(one.guide)) for one in stations)


@pytest.fixture(scope="session")
def guide_of() -> Callable[..., Guide]:
    """Makes a guide of the texts of flows, which begins with the first one.

    A small flow for help is put in where none is given; other parts go in by name.
    """

    def made(*texts: str, checks: tuple[Check, ...] = (), **parts: Any) -> Guide:
        read = [read_file(text, "made.yaml", Flow) for text in (*texts, HELP)]
        flows = {flow.flow: flow for flow in reversed(read)}
        known = {check.name: check for check in (*BUILTIN_CHECKS, *checks)}
        return Guide(flows=flows, start=read[0].flow, checks=known, **parts)

    return made


@dataclass(frozen=True)
class Call:
    """What a command gave back: its exit code, and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def kiosk(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Call]:
    """Runs one command of the kiosk in this process, and puts back what it set."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def called(*words: object) -> Call:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return Call(code, said.out, said.err)

    return called


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """A copy of the shipped flows and of the example site, free to be broken."""
    folder = tmp_path / "flows"
    folder.mkdir()
    for path in flows_dir().glob("*.yaml"):
        shutil.copy(path, folder)
    return folder


def change(path: Path, was: str, is_now: str) -> Path:
    """The file, with one place of its text put differently."""
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, is_now, 1), encoding="utf-8")
    return path
