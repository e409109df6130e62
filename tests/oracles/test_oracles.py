"""Foreign engines show the same pages as our machine: every shipped flow, and random ones."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QLoggingCategory

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.events import AskedHelp
from kiosk.core.guide import Guide
from kiosk.drawing.scxml import scxml_of
from kiosk.drawing.unfolding import statechart_of
from kiosk.drawing.xstate import xstate_of
from kiosk.station import Station
from tests.oracles.engines import StateMachineEngine, qt_moves
from tests.oracles.plays import Play, play, random_play
from tests.oracles.random_flows import Fate, random_guide
from tests.oracles.xstate_engine import NoXState, xstate_folder, xstate_moves

SHIPPED = (
    "setup", "email", "record", "one_school", "request", "reply", "account", "cannot_get_in",
    "signed_in", "take_home", "help",
)  # fmt: skip
EVERY_PAGE, CLOSED_PAGES, HOME_PAGES = "every page", "pages of a closed office", "taking home"
SOME = range(60)
ALL = range(60, 1_060)
VISITS = 4
MOST_EVENTS = 25


@dataclass(frozen=True)
class Case:
    """A flow as every engine gets it, and the visits that ours played."""

    guide: Guide
    plays: tuple[Play, ...]

    @property
    def scxml(self) -> str:
        return scxml_of(self.guide, self.guide.start)

    @property
    def xstate(self) -> str:
        return xstate_of(self.guide, self.guide.start)


def case_of(guide: Guide, fate: Fate, seed: int, most: int = MOST_EVENTS) -> Case:
    chart = statechart_of(guide, guide.start)
    chance = Random(seed)  # noqa: S311 - a seeded test
    return Case(guide, tuple(random_play(guide, chart, fate, chance, most) for _ in range(VISITS)))


@cache
def random_case(seed: int) -> Case:
    fate = Fate(seed)
    return case_of(random_guide(seed, fate), fate, seed)


@pytest.fixture(scope="session")
def shipped_cases(
    worlds: tuple[tuple[Station, Roads], ...],
) -> dict[object, Case]:
    """Visits of 60 events at most to each shipped flow, as if it were the first; and to the first
    one, roads to every page, those that are seen only while the offices are closed by themselves.
    """
    (station, roads), (closed_station, closed_roads), (home_station, home_roads) = worlds
    cases: dict[object, Case] = {
        name: case_of(replace(station.guide, start=name), Fate(0), seed, 60)
        for seed, name in enumerate(SHIPPED)
    }
    closed = {
        place: road for place, road in closed_roads.places.items() if place not in roads.places
    }
    cases[EVERY_PAGE] = along(station.guide, roads.places.values())
    cases[CLOSED_PAGES] = along(closed_station.guide, closed.values())
    cases[HOME_PAGES] = along(home_station.guide, home_roads.places.values())
    return cases


def along(guide: Guide, roads: Iterable[Road]) -> Case:
    """Visits along those roads that are no beginning of another one, and ask for no help."""
    plain = [road for road in roads if AskedHelp() not in road]
    begun = {road[:length] for road in plain for length in range(len(road))}
    chart = statechart_of(guide, guide.start)
    return Case(guide, tuple(play(guide, chart, road) for road in plain if road not in begun))


@pytest.fixture
def qt_app(qapp: QCoreApplication) -> Iterator[QCoreApplication]:
    """Qt, not telling on the terminal what a chart logs."""
    QLoggingCategory.setFilterRules("scxml.statemachine.debug=false")
    yield qapp
    QLoggingCategory.setFilterRules("")


@pytest.fixture(scope="session")
def xstate() -> Path:
    """The folder of XState; without it the test is skipped and says why."""
    try:
        return xstate_folder()
    except NoXState as reason:
        pytest.skip(f"XState was not asked: {reason}")


def differing_in_qt(case: Case) -> list[int]:
    scxml = case.scxml
    return [n for n, one in enumerate(case.plays) if qt_moves(scxml, one) != one.moves]


def differing_in_statemachine(case: Case) -> list[int]:
    engine = StateMachineEngine(case.scxml)
    return [n for n, one in enumerate(case.plays) if engine.moves(one) != one.moves]


def differing_in_xstate(cases: dict[object, Case], folder: Path) -> list[object]:
    batch = [(case.xstate, list(case.plays)) for case in cases.values()]
    played = xstate_moves(batch, folder)
    return [
        name
        for (name, case), plays in zip(cases.items(), played, strict=True)
        if plays != [one.moves for one in case.plays]
    ]


def test_every_shipped_flow_is_played(station: Station) -> None:
    flows = set(station.guide.flows)

    played = set(SHIPPED)

    assert played == flows


def test_every_shipped_page_is_played(shipped_cases: dict[object, Case], station: Station) -> None:
    chart = statechart_of(station.guide, station.guide.start)
    places = {state.id: state.place for state in chart.every_state() if state.kind == "seen"}

    plays = [*shipped_cases[EVERY_PAGE].plays, *shipped_cases[CLOSED_PAGES].plays]
    pages = {page for one in plays for turn in one.moves for _, page in turn}

    assert {places[page] for page in pages} == set(places.values())


@pytest.mark.parametrize("name", [*SHIPPED, EVERY_PAGE, CLOSED_PAGES])
def test_qt_shows_the_pages_of_a_shipped_flow(
    shipped_cases: dict[object, Case], qt_app: QCoreApplication, name: str
) -> None:
    case = shipped_cases[name]

    differing = differing_in_qt(case)

    assert not differing


@pytest.mark.parametrize("name", [*SHIPPED, EVERY_PAGE, CLOSED_PAGES])
def test_python_statemachine_shows_the_pages_of_a_shipped_flow(
    shipped_cases: dict[object, Case], name: str
) -> None:
    case = shipped_cases[name]

    differing = differing_in_statemachine(case)

    assert not differing


def test_xstate_shows_the_pages_of_the_shipped_and_of_random_flows(
    shipped_cases: dict[object, Case], xstate: Path
) -> None:
    cases = dict(shipped_cases)
    cases.update({seed: random_case(seed) for seed in SOME})

    differing = differing_in_xstate(cases, xstate)

    assert not differing


def test_qt_shows_the_pages_of_random_flows(qt_app: QCoreApplication) -> None:
    cases = {seed: random_case(seed) for seed in SOME}

    differing = [seed for seed, case in cases.items() if differing_in_qt(case)]

    assert not differing


def test_python_statemachine_shows_the_pages_of_random_flows() -> None:
    cases = {seed: random_case(seed) for seed in SOME}

    differing = [seed for seed, case in cases.items() if differing_in_statemachine(case)]

    assert not differing


@pytest.mark.sweep
def test_qt_shows_the_pages_of_a_thousand_random_flows(qt_app: QCoreApplication) -> None:
    seeds = ALL

    differing = [seed for seed in seeds if differing_in_qt(random_case(seed))]

    assert not differing


@pytest.mark.sweep
def test_python_statemachine_shows_the_pages_of_a_thousand_random_flows() -> None:
    seeds = ALL

    differing = [seed for seed in seeds if differing_in_statemachine(random_case(seed))]

    assert not differing


@pytest.mark.sweep
def test_xstate_shows_the_pages_of_a_thousand_random_flows(xstate: Path) -> None:
    cases: dict[object, Case] = {seed: random_case(seed) for seed in ALL}

    differing = differing_in_xstate(cases, xstate)

    assert not differing


def test_the_random_flows_hold_all_that_the_engines_are_asked_about() -> None:
    plays = [one for seed in SOME for one in random_case(seed).plays]

    met = Counter(kind for one in plays for kind in kinds_of(one))

    assert min(met[kind] for kind in KINDS) >= 10, met


KINDS = ("inside", "deeper", "item", "same page", "refused", "refused away", "no fit", "out")


def kinds_of(one: Play) -> Iterator[str]:
    """What the events of a play were about."""
    for turn in one.turns[1:]:
        if not turn.moves:
            yield "refused" if turn.event.startswith("refused") else "no fit"
            continue
        (_, left), (_, entered) = turn.moves
        deep = entered.count(".")
        yield "inside" if deep else "outermost"
        yield "deeper" if deep > 1 else "not deep"
        yield "item" if ".item." in entered else "no item"
        yield "same page" if left == entered else "other page"
        yield "refused away" if turn.event.startswith("refused") else "accepted"
        yield "out" if left.count(".") > deep else "not out"


def test_an_engine_that_takes_another_way_is_found_out() -> None:
    case = next(random_case(seed) for seed in SOME if differs_when_turned(random_case(seed)))

    turned = replace(case, plays=tuple(lied(one) for one in case.plays))

    assert differing_in_statemachine(turned)


def lied(one: Play) -> Play:
    """The play with each truth turned into its opposite."""
    turns = [replace(t, truths={k: not v for k, v in t.truths.items()}) for t in one.turns]
    return Play(tuple(turns))


def differs_when_turned(case: Case) -> bool:
    return any(turn.truths for one in case.plays for turn in one.turns if turn.moves)
