"""Every check that a shipped flow may ask keeps to what it declares."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import OFFICES_OPEN
from kiosk.core.conditions import OK, Check, Example, Situation
from kiosk.core.flow import Form
from kiosk.core.kept import Kept
from kiosk.core.leading import ways_of
from kiosk.resources import Folders
from kiosk.station import Station, open_station

STATION = open_station(Folders.shipped(), lambda: OFFICES_OPEN)
CHECKS = tuple(STATION.guide.checks.values())

# Outcomes that no example can show by itself, and why.
NEEDS_MORE = {("office_is_open", OK): "it depends on the hour: see the test of a fixed one"}

EXAMPLES = [
    pytest.param(check, example, id=f"{check.name}-{number}")
    for check in CHECKS
    for number, example in enumerate(check.examples)
]
NAMED = [pytest.param(check, id=check.name) for check in CHECKS]
ANY_VALUE = st.text() | st.lists(st.text(max_size=9), max_size=4).map(tuple)


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_an_example_has_the_outcome_it_declares(check: Check, example: Example) -> None:
    verdict = check.judge(example.value, example.situation)

    assert verdict.outcome == example.outcome
    assert example.suggestion in (None, verdict.suggestion)


@pytest.mark.parametrize("check", NAMED)
def test_every_outcome_is_shown_by_an_example(check: Check) -> None:
    shown = {example.outcome for example in check.examples}
    needing = {outcome for name, outcome in NEEDS_MORE if name == check.name}

    assert shown | needing == set(check.outcomes)
    assert shown & needing == set()


@pytest.mark.parametrize("check", NAMED)
def test_a_check_is_described_and_its_first_outcome_is_ok(check: Check) -> None:
    assert check.about.endswith(".")
    assert check.outcomes[0] == OK
    assert len(set(check.outcomes)) == len(check.outcomes) > 1
    assert all(check.params.values())


@pytest.mark.parametrize("check", NAMED)
@given(value=ANY_VALUE)
def test_whatever_is_asked_the_outcome_is_a_declared_one(check: Check, value) -> None:
    verdict = check.judge(value, Situation(Kept(), {"value": "same"}))

    assert verdict.outcome in check.outcomes


@pytest.mark.parametrize("check", NAMED)
def test_the_same_question_gets_the_same_answer(check: Check) -> None:
    for example in check.examples:
        first = check.judge(example.value, example.situation)

        assert check.judge(example.value, example.situation) == first


def test_an_office_that_is_open_is_so_at_a_fixed_hour(
    station: Station, closed_station: Station
) -> None:
    outcomes = [
        at.guide.checks["office_is_open"].judge("cedar_hill", Situation()).outcome
        for at in (station, closed_station)
    ]

    assert outcomes == [OK, "closed"]


def test_a_check_cannot_be_changed_once_it_is_made() -> None:
    with pytest.raises(FrozenInstanceError):
        CHECKS[0].name = "another"  # type: ignore[misc]


def test_the_shipped_flows_ask_every_check_but_those_for_trying_out() -> None:
    asked: set[str] = set()
    for flow in STATION.guide.flows.values():
        for screen in flow.screens.values():
            asked |= {way.if_ for row in ways_of(screen) for way in row}
            asked |= {must.must for must in screen.checks} if isinstance(screen, Form) else set()

    assert {check.name for check in CHECKS} - asked == {"password", "is"}
