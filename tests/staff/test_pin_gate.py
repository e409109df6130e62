"""The gate on a real folder: tries, waits, the lock and its code."""

import os
import time
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.staff.pin import Locked, Ready, Waiting
from kiosk.staff.pin_file import NoPin
from kiosk.staff.pin_gate import (
    NewCode,
    NotAPin,
    NotRight,
    NotTheCode,
    Opened,
    PinGate,
)
from kiosk.staff.uptime import uptime
from tests.staff.made import NOT_IT, OTHER_PIN, PIN, Machine, code_of_set, gate_in, try_wrongly


def lock(gate: PinGate, machine: Machine) -> None:
    while not isinstance(gate.standing(), Locked):
        machine.let_pass(10_000)
        try_wrongly(gate, 1)


def test_before_a_pin_is_set_the_gate_is_closed(folder: Path, machine: Machine) -> None:
    gate = gate_in(folder, machine)

    for call in (gate.standing, lambda: gate.try_pin(PIN), lambda: gate.is_code("7" * 16)):
        with pytest.raises(NoPin, match="kiosk staff set-pin"):
            call()

    assert not gate.is_set()
    assert not folder.exists()


def test_the_right_pin_opens_and_takes_the_count_away(gate: PinGate) -> None:
    try_wrongly(gate, 4)

    answer = gate.try_pin(f" {PIN}\n")

    assert answer == Opened()
    assert gate.standing() == Ready(5)


def test_after_five_the_right_pin_waits_like_any_other(gate: PinGate, machine: Machine) -> None:
    try_wrongly(gate, 5)

    early = gate.try_pin(PIN)
    machine.let_pass(15)
    late = gate.try_pin(PIN)

    assert (early, late) == (Waiting(15), Opened())


def test_fifteen_wrong_pins_lock_even_the_right_one_out(gate: PinGate, machine: Machine) -> None:
    lock(gate, machine)

    machine.let_pass(1e9)
    machine.start_again()

    assert gate.try_pin(PIN) == Locked()


@pytest.mark.parametrize("typed", ["", "12", "letters", "7391-54", "\ud800" * 6, "\0" * 6])
def test_what_cannot_be_a_pin_costs_no_try(gate: PinGate, typed: str) -> None:
    answer = gate.try_pin(typed)

    assert answer == NotAPin()
    assert gate.standing() == Ready(5)


def test_a_program_started_again_knows_the_tries_and_the_wait(
    gate: PinGate, folder: Path, machine: Machine
) -> None:
    try_wrongly(gate, 6 - 1)
    machine.let_pass(5)

    again = gate_in(folder, machine)

    assert again.standing() == Waiting(10)


@pytest.mark.parametrize("ran", [1.0, 101.0, 1e7])
def test_a_machine_started_again_waits_in_full_and_then_looks(
    gate: PinGate, folder: Path, machine: Machine, ran: float
) -> None:
    try_wrongly(gate, 5)
    machine.start_again(ran)

    at_first = gate_in(folder, machine).try_pin(PIN)
    machine.let_pass(15)

    assert at_first == Waiting(15)
    assert gate_in(folder, machine).try_pin(PIN) == Opened()


def test_looking_how_it_stands_begins_the_wait_of_a_new_start(
    gate: PinGate, folder: Path, machine: Machine
) -> None:
    try_wrongly(gate, 5)
    machine.start_again()

    seen = []
    for _ in range(3):
        seen.append(gate_in(folder, machine).standing())
        machine.let_pass(7)

    assert seen == [Waiting(15), Waiting(8), Waiting(1)]


@pytest.mark.parametrize("years", [-30, 30])
def test_the_time_of_day_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    gate = PinGate(folder, cost=gate_in(folder, Machine()).cost)
    code_of_set(gate)
    try_wrongly(gate, 5)
    set_clock = time.time() + years * 365 * 86_400

    monkeypatch.setattr(time, "time", lambda: set_clock)
    os.utime(gate.file.path, (set_clock, set_clock))

    waits = gate.try_pin(PIN)
    assert isinstance(waits, Waiting)
    assert 10 <= waits.seconds <= 15


def test_this_machine_tells_its_start_and_a_time_that_goes_on() -> None:
    first = uptime()

    second = uptime()

    assert first.boot == second.boot
    assert second.seconds >= first.seconds > 0


def test_the_code_opens_the_lock_once_and_sets_another_pin(folder: Path, machine: Machine) -> None:
    gate = gate_in(folder, machine)
    code = code_of_set(gate)
    lock(gate, machine)

    first = gate.recover(code.lower().replace("-", " "), OTHER_PIN)
    second = gate.recover(code, PIN)

    assert isinstance(first, NewCode)
    assert second == NotTheCode()
    assert gate.try_pin(PIN) == NotRight(Ready(4))
    assert gate.try_pin(OTHER_PIN) == Opened()
    assert gate.is_code(first.text)
    assert first.text != code


@pytest.mark.parametrize("typed", ["", PIN, "0000-0000-0000-0000", "\ud800" * 16, "x" * 10_000])
def test_another_code_opens_nothing_and_takes_nothing_away(
    gate: PinGate, machine: Machine, typed: str
) -> None:
    lock(gate, machine)

    answer = gate.recover(typed, OTHER_PIN)

    assert answer == NotTheCode()
    assert gate.try_pin(OTHER_PIN) == Locked()


def test_a_weak_new_pin_does_not_use_the_code_up(folder: Path, machine: Machine) -> None:
    gate = gate_in(folder, machine)
    code = code_of_set(gate)

    with pytest.raises(KioskError, match="up or down") as told:
        gate.recover(code, "123456")

    assert "123456" not in str(told.value)
    assert gate.is_code(code)
    assert gate.try_pin(PIN) == Opened()


def test_who_knows_the_pin_changes_it_and_the_code_with_it(folder: Path, machine: Machine) -> None:
    gate = gate_in(folder, machine)
    code = code_of_set(gate)

    changed = gate.change(PIN, OTHER_PIN)

    assert isinstance(changed, NewCode)
    assert gate.try_pin(OTHER_PIN) == Opened()
    assert not gate.is_code(code)


def test_a_change_with_a_wrong_pin_is_a_try_like_any_other(gate: PinGate) -> None:
    answers = [gate.change(NOT_IT, OTHER_PIN) for _ in range(6)]

    assert answers[0] == NotRight(Ready(4))
    assert answers[4:] == [NotRight(Waiting(15)), Waiting(15)]


def test_a_first_pin_is_not_set_over_another(gate: PinGate) -> None:
    with pytest.raises(KioskError, match="is set here"):
        gate.set_first(OTHER_PIN)

    assert gate.try_pin(PIN) == Opened()


@pytest.mark.parametrize("was", ["locked", "broken", "nothing"])
def test_whoever_looks_after_the_machine_sets_it_anew(
    folder: Path, machine: Machine, was: str
) -> None:
    gate = gate_in(folder, machine)
    if was != "nothing":
        code_of_set(gate)
        lock(gate, machine)
    if was == "broken":
        gate.file.path.write_text("{", encoding="utf-8")

    made = gate.set_anew(OTHER_PIN)

    assert gate.try_pin(OTHER_PIN) == Opened()
    assert gate.is_code(made.text)
