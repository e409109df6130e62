"""`kiosk staff`: how the PIN stands, setting it, changing it, opening its lock."""

import io
import os
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import COMMANDS
from kiosk.staff.pin import Locked, Ready
from kiosk.staff.pin_gate import Opened, PinGate
from tests.conftest import Call
from tests.staff.made import NOT_IT, OTHER_PIN, PIN, Machine, code_of_set, gate_in, try_wrongly

Kiosk = Callable[..., Call]

CODE = re.compile(r"Recovery code:  ((?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4})$", re.M)


@pytest.fixture
def machine() -> Machine:
    """A machine that has been running for a while."""
    return Machine()


@pytest.fixture
def gate(tmp_path: Path, machine: Machine) -> PinGate:
    """The gate of a station, no PIN set yet."""
    return gate_in(tmp_path / "records", machine)


@pytest.fixture
def call(
    kiosk: Kiosk, gate: PinGate, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str], Call]:
    """`kiosk staff ...` on that station, with those lines typed into it."""
    monkeypatch.setitem(COMMANDS, "staff", "The staff PIN")
    monkeypatch.setattr("kiosk.commands.staff.PinGate", lambda _folder: gate)

    def called(words: str, typed: str = "") -> Call:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return kiosk("staff", *words.split(), "--records", gate.folder)

    return called


Staff = Callable[..., Call]


def code_in(told: Call) -> str:
    found = CODE.search(told.out)
    assert found, told.out
    return found[1]


def lock(gate: PinGate, machine: Machine) -> None:
    while not isinstance(gate.standing(), Locked):
        machine.let_pass(10_000)
        try_wrongly(gate, 1)


def test_without_a_pin_it_says_how_to_set_one(call: Staff) -> None:
    told = call("")

    assert told.code == 1
    assert "No staff PIN is set" in told.err
    assert "kiosk staff set-pin" in told.err


def test_the_first_pin_is_asked_for_twice_and_comes_with_a_code(call: Staff, gate: PinGate) -> None:
    told = call("set-pin", f"{PIN}\n{PIN}\n")

    assert (told.code, told.err) == (0, "")
    assert "Write this code on paper now" in told.out
    assert "kiosk staff recover" in told.out
    assert gate.is_code(code_in(told))
    assert gate.try_pin(PIN) == Opened()
    assert PIN not in told.out


def test_it_tells_how_a_pin_stands_and_where_it_is_kept(
    call: Staff, gate: PinGate, machine: Machine
) -> None:
    code_of_set(gate)
    fresh = call("")
    try_wrongly(gate, 5)
    waiting = call("")
    lock(gate, machine)
    locked = call("")

    assert (fresh.code, waiting.code, locked.code) == (0, 1, 1)
    assert str(gate.file.path) in fresh.out
    assert "You have 5 tries before a wait." in fresh.out
    assert "Wait 15 seconds" in waiting.out
    assert "The PIN is locked" in locked.out


def test_another_pin_needs_the_one_before(call: Staff, gate: PinGate) -> None:
    code_of_set(gate)

    told = call("set-pin", f"{PIN}\n{OTHER_PIN}\n{OTHER_PIN}\n")

    assert told.code == 0
    assert gate.is_code(code_in(told))
    assert gate.try_pin(OTHER_PIN) == Opened()


def test_a_wrong_pin_before_a_change_is_counted_and_changes_nothing(
    call: Staff, gate: PinGate
) -> None:
    code_of_set(gate)

    told = call("set-pin", f"{NOT_IT}\n{OTHER_PIN}\n{OTHER_PIN}\n")

    assert told.code == 1
    assert "That is not the PIN. You have 4 tries before a wait." in told.out
    assert gate.standing() == Ready(4)
    assert gate.try_pin(PIN) == Opened()


def test_a_locked_pin_is_not_asked_for(call: Staff, gate: PinGate, machine: Machine) -> None:
    code_of_set(gate)
    lock(gate, machine)

    told = call("set-pin", f"{PIN}\n{OTHER_PIN}\n{OTHER_PIN}\n")

    assert told.code == 1
    assert "The recovery code opens it" in told.out
    assert "kiosk staff recover" in told.out
    assert gate.standing() == Locked()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Nothing was typed, so nothing was changed."),
        (f"{PIN}\n", "Nothing was typed, so nothing was changed."),
        ("123456\n123456\n", "Nothing was changed. Its digits are all the same, or run"),
        (f"{PIN}\n{OTHER_PIN}\n", "Nothing was changed. The two were not the same."),
        ("\n\n", "Nothing was changed. A PIN has 6 digits or more"),
    ],
    ids=["nothing", "once", "weak", "two", "empty"],
)
def test_a_pin_that_cannot_be_set_is_told_and_not_repeated(
    call: Staff, gate: PinGate, typed: str, said: str
) -> None:
    told = call("set-pin", typed)

    assert told.code == 1
    assert said in told.err
    assert not any(word in told.out + told.err for word in typed.split())
    assert not gate.is_set()


def test_the_code_opens_a_lock_and_a_new_code_follows(
    call: Staff, gate: PinGate, machine: Machine
) -> None:
    code = code_of_set(gate)
    lock(gate, machine)

    told = call("recover", f"{code.lower()}\n{OTHER_PIN}\n{OTHER_PIN}\n")
    again = call("recover", f"{code}\n{PIN}\n{PIN}\n")

    assert (told.code, again.code) == (0, 1)
    assert code_in(told) != code
    assert "That is not the recovery code" in again.out
    assert gate.try_pin(OTHER_PIN) == Opened()


def test_anew_asks_for_nothing_that_is_lost(call: Staff, gate: PinGate, machine: Machine) -> None:
    code_of_set(gate)
    lock(gate, machine)
    gate.file.path.write_text("{broken", encoding="utf-8")

    without = call("set-pin", f"{PIN}\n{PIN}\n")
    anew = call("set-pin --anew", f"{OTHER_PIN}\n{OTHER_PIN}\n")

    assert (without.code, anew.code) == (1, 0)
    assert "kiosk staff set-pin --anew" in without.err
    assert gate.try_pin(OTHER_PIN) == Opened()


def test_what_is_not_text_is_told(
    call: Staff, gate: PinGate, monkeypatch: pytest.MonkeyPatch, kiosk: Kiosk
) -> None:
    raw = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8")
    call("")
    monkeypatch.setattr(sys, "stdin", raw)

    told = kiosk("staff", "set-pin")

    assert told.code == 1
    assert "not text, so nothing was changed" in told.err
    assert not gate.is_set()


@pytest.mark.parametrize("words", ["", "set-pin", "recover"])
def test_help_tells_what_it_does(call: Staff, words: str) -> None:
    told = call(f"{words} --help")

    assert told.code == 0
    assert "recovery code" in told.out or "after fifteen the PIN is locked" in told.out
    assert "--records DIR" in told.out


def seen_until(terminal: int, seen: str, ending: str) -> str:
    """What stands on the terminal, once it ends so."""
    while not seen.endswith(ending):
        assert select.select([terminal], [], [], 30)[0], seen
        seen += os.read(terminal, 1024).decode()
    return seen


def test_at_a_terminal_no_pin_is_seen_and_a_weak_one_is_asked_for_again(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    here, there = pty.openpty()
    program = (
        "import argparse, sys; from kiosk.commands import staff;"
        "parser = argparse.ArgumentParser(); staff.add_arguments(parser);"
        "sys.exit(staff.run(parser.parse_args()))"
    )
    words = [sys.executable, "-c", program, "set-pin", "--records", str(tmp_path / "records")]
    with subprocess.Popen(  # noqa: S603 - our own program
        words,
        stdin=there,
        stdout=there,
        stderr=there,
        start_new_session=True,
        cwd=Path(__file__).resolve().parents[2],
    ) as child:
        os.close(there)
        seen = ""
        for prompt, typed in (
            ("or more: ", "123456"),
            ("Choose others.\r\nA new PIN, 6 digits or more: ", PIN),
            ("once more: ", PIN),
        ):
            seen = seen_until(here, seen, prompt)
            os.write(here, f"{typed}\n".encode())
        seen = seen_until(here, seen, "kiosk staff recover\r\n")
        code = child.wait(20)
    os.close(here)

    assert code == 0
    assert "123456" not in seen
    assert PIN not in seen
    assert PinGate(tmp_path / "records").try_pin(PIN) == Opened()
