"""Faults of ours: logged by kind and place, never by what a family typed, and never twice over."""

import logging
import sys
from typing import Any

import pytest

from kiosk.core.kept import Kept
from kiosk.faultline import place_of
from kiosk.ui.fault import FaultHook

MIXED: Any = 2  # no name, so that the map breaks when it sorts its names
CANARY = "canary@example.org"


def fault_of(raiser):
    try:
        raiser()
    except Exception:  # noqa: BLE001 - the very thing under test
        return sys.exc_info()
    pytest.fail("nothing was raised")


def with_canary():
    raise ValueError(CANARY)


@pytest.fixture
def sorries(qapp):
    said: list[str] = []
    return said, FaultHook(lambda: said.append("sorry"))


def test_the_log_names_the_kind_and_the_place_and_no_word_of_the_familys(sorries, caplog):
    _, hook = sorries

    with caplog.at_level(logging.ERROR):
        hook(*fault_of(with_canary))

    assert "ValueError at test_fault.py:" in caplog.text
    assert "with_canary" in caplog.text
    assert CANARY not in caplog.text


def test_somebody_says_sorry_when_the_window_has_come_to_rest(sorries, qtbot):
    said, hook = sorries

    hook(*fault_of(with_canary))
    at_once = list(said)

    qtbot.waitUntil(lambda: said == ["sorry"])
    assert at_once == []


def test_a_fault_while_sorry_is_said_does_not_say_it_again(qapp, qtbot):
    said: list[str] = []

    def say_sorry() -> None:
        said.append("sorry")
        hook(*fault_of(with_canary))

    hook = FaultHook(say_sorry)

    hook(*fault_of(with_canary))
    qtbot.waitUntil(lambda: bool(said))
    qapp.processEvents()

    assert said == ["sorry"]


def test_the_place_is_the_innermost_one_of_ours():
    _, _, trace = fault_of(lambda: Kept().put("name", "x").put(MIXED, "x"))

    place = place_of(trace)

    assert place.startswith("kiosk/core/kept.py:")


def test_a_fault_without_a_trace_has_an_unknown_place():
    place = place_of(None)

    assert place == "an unknown place"
