"""Nobody is left waiting, nobody is hurried, and no page of a family stays behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.idle import Idle, IdleLimits, idle_phase

LIMITS = IdleLimits(ask_after_seconds=150, asking_seconds=30, last_page_seconds=25)


@pytest.mark.parametrize(
    ("quiet", "wait", "expected"),
    [
        (0, 0, Idle("here")),
        (149.9, 0, Idle("here")),
        (150, 0, Idle("asking", 30)),
        (150.2, 0, Idle("asking", 30)),
        (179.5, 0, Idle("asking", 1)),
        (180, 0, Idle("gone")),
        (100_000, 0, Idle("gone")),
        (200, 100, Idle("here")),
        (200, 0.5, Idle("here")),
        (599, 3000, Idle("here")),
        (600, 3000, Idle("asking", 30)),
        (630, 3000, Idle("gone")),
    ],
)
def test_after_some_quiet_it_asks_and_then_clears(
    quiet: float, wait: float, expected: Idle
) -> None:
    phase = idle_phase(quiet, LIMITS, last_page=False, wait_seconds=wait)

    assert phase == expected


@pytest.mark.parametrize(
    ("quiet", "expected"),
    [(0, Idle("here", 25)), (24.1, Idle("here", 1)), (25, Idle("gone")), (9_999, Idle("gone"))],
)
def test_a_last_page_clears_itself_without_asking(quiet: float, expected: Idle) -> None:
    phase = idle_phase(quiet, LIMITS, last_page=True, wait_seconds=0)

    assert phase == expected


@given(st.floats(0, 5_000), st.floats(0, 500), st.booleans(), st.floats(0, 4_000))
def test_more_quiet_never_brings_somebody_back(
    quiet: float, more: float, last_page: bool, wait: float
) -> None:
    order = ["here", "asking", "gone"]

    before = idle_phase(quiet, LIMITS, last_page=last_page, wait_seconds=wait)
    after = idle_phase(quiet + more, LIMITS, last_page=last_page, wait_seconds=wait)

    assert order.index(after.phase) >= order.index(before.phase)
    assert (after.phase, after.seconds_left) == ("gone", 0) or after.seconds_left >= 0


def test_what_is_left_out_keeps_to_the_rules_for_public_machines() -> None:
    limits = IdleLimits()

    assert 120 <= limits.ask_after_seconds <= 300
    assert 20 <= limits.asking_seconds <= 45
