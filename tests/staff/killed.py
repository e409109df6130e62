"""Kills a child of its own, with SIGKILL, at one line after the other of what the gate does.

    python killed.py FOLDER wrong|right|recover CODE

FOLDER holds a PIN that was set. Before each child the file is put back as it was. Writes a row for
each as JSON: the line's number, whether the child was killed there, what it had told by then
("looked": the PIN was being looked at; "answered"), and the tries that the file counts after it.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from kiosk.staff import pin_gate
from kiosk.staff.pin_gate import PinGate
from kiosk.staff.pin_hash import fits
from tests.staff.made import NOT_IT, OTHER_PIN, PIN, Machine, gate_in

_WATCHED = ("kiosk/staff/", "kiosk/records/")
_DOES: dict[str, Callable[[PinGate, str], object]] = {
    "wrong": lambda gate, _code: gate.try_pin(NOT_IT),
    "right": lambda gate, _code: gate.try_pin(PIN),
    "recover": lambda gate, code: gate.recover(code, OTHER_PIN),
}


def killing_at(line: int, tell: Callable[[str], None]) -> Callable[..., Any]:
    """Watches each line of the gate, and kills this process before that one is done."""
    passed = 0

    def watch(frame: FrameType, event: str, _given: object) -> object:
        nonlocal passed
        path = frame.f_code.co_filename.replace(os.sep, "/")
        if not any(part in path for part in _WATCHED):
            return None
        if event == "call" and frame.f_code is fits.__code__:
            tell("looked")
        if event == "line":
            passed += 1
            if passed == line:
                os.kill(os.getpid(), signal.SIGKILL)
        return watch

    return watch


def killed_child(does: Callable[[], object], line: int) -> tuple[bool, list[str]]:
    """Runs it in a child that is killed at that line; whether it came so far, and what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "w", buffering=1) as tell:
            sys.settrace(killing_at(line, lambda word: print(word, file=tell)))
            does()
            sys.settrace(None)
            print("answered", file=tell)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        words = told.read().split()
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise SystemExit("the child broke by itself")
    return os.WIFSIGNALED(status), words


def good(typed: str) -> str:
    """In place of the long list of what many people use, which is slow to watch line by line."""
    return ""


def main(folder: Path, what: str, code: str) -> None:
    """Goes on until a child is done before its line comes."""
    pin_gate.weakness_of = good
    gate = gate_in(folder, Machine())
    before = gate.file.path.read_bytes()
    line, killed = 0, True
    while killed:
        line += 1
        gate.file.path.write_bytes(before)
        killed, told = killed_child(lambda: _DOES[what](gate, code), line)
        after = gate.file.read()
        row = {"line": line, "killed": killed, "told": told, "tries": after.tries}
        row |= {"old": fits(after.pin, PIN), "new": fits(after.pin, OTHER_PIN)}
        sys.stdout.write(f"{json.dumps(row)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
