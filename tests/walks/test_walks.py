"""Whole visits as readable scripts, one a road; each is named after what happens to the family."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.core.view import View
from kiosk.core.visit import LEFT_ALONE, STOPPED, Visit
from kiosk.script import play, read_script
from kiosk.station import Station
from tests.walks.roads import ROADS, STATES

FOLDER = Path(__file__).parent
SCRIPTS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@dataclass(frozen=True)
class Walk:
    """One script: its text, the end it must reach, and the office hours it needs, if any."""

    text: str
    end: str
    office: str


def read_walk(name: str) -> Walk:
    """The script of that name, with what its notes ask for."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    notes = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")]
    said = dict(note.split(": ") for note in notes if note.startswith(("end: ", "office: ")))
    return Walk(text, said["end"], said.get("office", ""))


def no_matter(view: View) -> None:
    """Looks at no page."""


@pytest.fixture
def walked(station: Station, closed_station: Station):
    """Plays a script at the hours it asks for."""

    def played(name: str) -> Visit:
        walk = read_walk(name)
        at = closed_station if walk.office == "closed" else station
        return play(at, read_script(walk.text), no_matter)

    return played


@pytest.mark.parametrize(
    ("name", "office"),
    [
        (name, office)
        for name in SCRIPTS
        for office in ("open", "closed")
        if read_walk(name).office in ("", office)
    ],
)
def test_a_walk_reaches_the_end_it_names(
    name: str, office: str, station: Station, closed_station: Station
) -> None:
    walk = read_walk(name)
    at = station if office == "open" else closed_station

    visit = play(at, read_script(walk.text), no_matter)

    assert visit.ended == walk.end
    assert visit.trouble == ""


@pytest.mark.parametrize("name", [name for name in SCRIPTS if not read_walk(name).office])
def test_a_walk_plays_in_the_terminal_too(name: str, kiosk) -> None:
    end = read_walk(name).end

    call = kiosk("walk", "--answers", FOLDER / f"{name}.txt")

    assert (call.code, call.err) == (0, "")
    assert call.out.endswith(f"\nThe visit reached the end {end}.\n")


@pytest.mark.parametrize(("road", "script", "place", "by"), ROADS)
def test_a_road_of_the_study_is_walked_by_its_script(walked, road, script, place, by) -> None:
    visit = walked(script)

    steps = {(step.place, step.by) for step in visit.trail}
    assert (place, by) in steps, road


def test_every_state_of_the_study_has_a_road_and_every_road_a_state() -> None:
    states = {road.split()[0] for road, *_ in ROADS}

    assert states == set(STATES)


def test_every_script_but_for_mixed_ones_is_a_road_of_its_own() -> None:
    named = {script for _, script, *_ in ROADS}

    assert set(SCRIPTS) - named == {"back_and_forth", "comes_back_with_a_ticket"}


def test_the_walks_reach_every_end_there_is(station: Station) -> None:
    codes = {
        screen.end
        for flow in station.guide.flows.values()
        for screen in flow.screens.values()
        if hasattr(screen, "end")
    }

    reached = {read_walk(name).end for name in SCRIPTS}

    assert reached == codes | {STOPPED, LEFT_ALONE}


def test_the_walks_show_every_page_there_is(station: Station, closed_station: Station) -> None:
    pages: set[str] = set()

    for name in SCRIPTS:
        walk = read_walk(name)
        at = closed_station if walk.office == "closed" else station
        play(at, read_script(walk.text), lambda view: pages.add(view.page.place))

    shown = {
        f"{flow.flow}/{name}"
        for flow in station.guide.flows.values()
        if flow.flow != station.guide.home  # it is walked beside a visit
        for name, screen in flow.screens.items()
        if hasattr(screen, "title")
    }
    assert shown - pages == set()
