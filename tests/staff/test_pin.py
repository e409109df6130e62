"""The PIN as a value: free tries, waits that double, the lock, and starts of the machine."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.pin import (
    Instant,
    Locked,
    PinState,
    Ready,
    Standing,
    Waiting,
    next_try,
    opened,
    settled,
    standing,
    wait_seconds,
)

# How many tries were counted, and how it stands right after the last of them.
RIGHT_AFTER: dict[int, Standing] = {
    0: Ready(5),
    1: Ready(4),
    4: Ready(1),
    5: Waiting(15),
    6: Waiting(30),
    7: Waiting(60),
    10: Waiting(480),
    14: Waiting(7680),
    15: Locked(),
}

# Seconds after the fifth try, and how it stands.
AFTER_FIVE: dict[float, Standing] = {
    0.0: Waiting(15),
    0.4: Waiting(15),
    14.0: Waiting(1),
    14.99: Waiting(1),
    15.0: Ready(1),
    9e9: Ready(1),
}

TEN = Instant("monday", 10.0)


def state(tries: int, since: Instant = TEN) -> PinState:
    return PinState("hash of a pin", "hash of a code", tries, since)


@pytest.mark.parametrize("tries", RIGHT_AFTER)
def test_right_after_a_try_it_stands_as_the_rules_say(tries: int) -> None:
    after = state(tries)

    how = standing(after, TEN)

    assert how == RIGHT_AFTER[tries]


@pytest.mark.parametrize("seconds", AFTER_FIVE)
def test_a_wait_is_over_when_all_of_it_has_passed(seconds: float) -> None:
    after = state(5)

    how = standing(after, Instant("monday", 10.0 + seconds))

    assert how == AFTER_FIVE[seconds]


def test_each_wait_is_twice_the_one_before() -> None:
    waits = [wait_seconds(tries) for tries in range(15)]

    assert waits[:5] == [0, 0, 0, 0, 0]
    assert waits[5] == 15
    assert all(later == 2 * earlier for earlier, later in pairwise(waits[5:]))


@pytest.mark.parametrize(
    "now",
    [Instant("tuesday", 0.5), Instant("tuesday", 9e9), Instant("monday", 9.9)],
    ids=["just started", "another start, long ago", "a clock before the try"],
)
def test_a_machine_started_again_begins_the_wait_anew_and_in_full(now: Instant) -> None:
    before = state(6)

    how = standing(before, now)
    anew = settled(before, now)

    assert how == Waiting(30)
    assert anew.since == now
    assert standing(anew, Instant(now.boot, now.seconds + 30)) == Ready(1)


def test_within_one_start_the_wait_goes_on_from_the_try() -> None:
    before = state(6)

    same = settled(before, Instant("monday", 20.0))

    assert same is before
    assert standing(same, Instant("monday", 20.0)) == Waiting(20)


def test_the_last_try_before_the_lock_says_so() -> None:
    before = state(14)

    how = standing(before, Instant("monday", 10.0 + 7680))

    assert how == Ready(1, then_locked=True)


def test_a_try_is_counted_at_its_moment_and_the_right_pin_takes_the_count_away() -> None:
    later = Instant("monday", 60.0)

    counted = next_try(state(5), later)

    assert counted == state(6, later)
    assert isinstance(counted, PinState)
    assert opened(counted) == state(0, later)


@pytest.mark.parametrize("tries", [5, 9, 14, 15])
def test_no_try_is_counted_while_none_is_looked_at(tries: int) -> None:
    before = state(tries)

    refused = next_try(before, TEN)

    assert refused == RIGHT_AFTER.get(tries, Waiting(wait_seconds(tries)))


@given(waited=st.lists(st.floats(0, 10_000), max_size=100))
def test_however_long_one_waits_between_tries_fifteen_are_the_most(waited: list[float]) -> None:
    now, current, looked_at = 10.0, state(0), 0

    for seconds in [*waited, *[10_000.0] * 20]:
        now += seconds
        after = next_try(current, Instant("monday", now))
        looked_at += isinstance(after, PinState)
        current = after if isinstance(after, PinState) else current

    assert looked_at == 15
    assert standing(current, Instant("monday", now + 1e9)) == Locked()


@given(
    named=st.booleans(),
    tries=st.integers(5, 14),
    before=st.floats(0, 1e6),
    runs=st.lists(st.floats(0, 1e5), max_size=6),
)
def test_a_wait_is_never_shorter_whether_starts_have_names_or_not(
    named: bool, tries: int, before: float, runs: list[float]
) -> None:
    current, true_seconds = state(tries, Instant("start" if named else "", before)), 0.0

    for number, ran in enumerate(runs):
        true_seconds += ran
        now = Instant(f"start {number}" if named else "", ran)
        current = settled(current, now)

        if isinstance(standing(current, now), Ready):
            assert true_seconds >= wait_seconds(tries)


def test_hashes_are_not_shown_with_the_state() -> None:
    shown = repr(state(3))

    assert "hash of" not in shown
    assert "tries=3" in shown
