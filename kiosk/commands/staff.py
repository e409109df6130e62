"""Sets the PIN that keeps families out of the staff area, and opens it again when it is locked."""

import argparse
import sys
from collections.abc import Callable, Mapping
from getpass import getpass
from pathlib import Path

from kiosk.commands.opening import tell_more
from kiosk.core.errors import KioskError
from kiosk.resources import records_dir
from kiosk.staff.pin import Locked, Ready, Standing
from kiosk.staff.pin_gate import NewCode, NotTheCode, Opened, PinGate, weakness_of
from kiosk.staff.pin_words import told_answer, told_standing
from kiosk.staff.weak_pins import FEWEST_DIGITS, pin_in

_ABOUT = """\
The staff area of this station, and leaving its full screen, need a PIN: six
digits or more. After five wrong tries there is a wait of 15 seconds, after each
further one a wait twice as long, and after fifteen the PIN is locked. Switching
the machine off and on, or setting its clock, makes no wait shorter.

Without WHAT it tells how the PIN stands: exit 0 when it can be used, else 1.
Run it as the user that runs the kiosk: the PIN belongs to that user's station.
"""

_SET_PIN = """\
Asks for a new PIN twice; it is not shown while it is typed. Where a PIN is set
already, that one is asked for first. At the end a recovery code is shown, this
once: write it down.

--anew asks for no earlier PIN. It is for whoever looks after this machine, when
the PIN and the code are lost, or the file of the PIN is damaged.

Where the keyboard is not a terminal, each answer is a line of standard input.
"""

_RECOVER = """\
Opens a locked or forgotten PIN: asks for the recovery code, then for a new PIN
twice. The code is used up with that, and a new one is shown: write it down.
"""

_WHAT_TO_DO_WITH_IT = """\
The staff PIN of this station is set.

    Recovery code:  {code}

Write this code on paper now, and lock the paper away in the school office. It is
shown only this once, and an earlier code no longer counts. When the PIN is
forgotten or locked, this code opens it, once:
    kiosk staff recover
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the PIN; without one of these, how it stands."""
    tell_more(parser, _ABOUT)
    _add_folder(parser, records_dir())
    does = parser.add_subparsers(dest="do", metavar="WHAT", title="what to do")
    setting = does.add_parser("set-pin", help="set the PIN, or another one")
    tell_more(setting, _SET_PIN)
    _add_folder(setting, argparse.SUPPRESS)
    setting.add_argument(
        "--anew", action="store_true", help="ask for no earlier PIN; the one before is gone"
    )
    recover = does.add_parser("recover", help="open a locked or forgotten PIN with its code")
    tell_more(recover, _RECOVER)
    _add_folder(recover, argparse.SUPPRESS)


def _add_folder(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--records",
        type=Path,
        default=default,
        metavar="DIR",
        help="the folder of this station's records (default: this user's own)",
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the PIN can be used or was set; 1 when it is not."""
    does: Mapping[str | None, Callable[[argparse.Namespace, PinGate], int]] = {
        None: _tell_state,
        "set-pin": _set_pin,
        "recover": _recover,
    }
    return does[wanted.do](wanted, PinGate(wanted.records))


def _tell_state(_wanted: argparse.Namespace, gate: PinGate) -> int:
    now = gate.standing()
    sys.stdout.write(f"The staff PIN of this station is set, in {gate.file.path}\n")
    return _said(told_standing(now), isinstance(now, Ready))


def _set_pin(wanted: argparse.Namespace, gate: PinGate) -> int:
    if wanted.anew:
        return _shown(gate.set_anew(_new_pin()))
    if not gate.is_set():
        return _shown(gate.set_first(_new_pin()))
    now: Standing = gate.standing()
    if not isinstance(now, Ready):
        return _said(told_standing(now) + _how_to_open(now), False)
    old = _asked("The PIN that is set now: ", hidden=True)
    answer = gate.try_pin(old)
    if not isinstance(answer, Opened):
        return _said(told_answer(answer), False)
    changed = gate.change(old, _new_pin())
    return _shown(changed) if isinstance(changed, NewCode) else _said(told_answer(changed), False)


def _recover(_wanted: argparse.Namespace, gate: PinGate) -> int:
    gate.standing()
    code = _asked("The recovery code of this station: ", hidden=False)
    if not gate.is_code(code):
        return _said(told_answer(NotTheCode()), False)
    opened = gate.recover(code, _new_pin())
    return _shown(opened) if isinstance(opened, NewCode) else _said(told_answer(opened), False)


def _new_pin() -> str:
    """Asks until it is good; where nobody can be asked again, once."""
    while True:
        new = _asked(f"A new PIN, {FEWEST_DIGITS} digits or more: ", hidden=True)
        off = weakness_of(new)
        if not off and pin_in(_asked("The same once more: ", hidden=True)) != pin_in(new):
            off = "The two were not the same. Type the PIN twice."
        if not off:
            return new
        if not sys.stdin.isatty():
            raise KioskError(f"Nothing was changed. {off}")
        sys.stdout.write(f"{off}\n")


def _asked(prompt: str, *, hidden: bool) -> str:
    """A line from whoever sits there, unseen where it is a PIN; or from a pipe."""
    try:
        return getpass(prompt) if hidden and sys.stdin.isatty() else _line(prompt)
    except EOFError:
        raise KioskError("Nothing was typed, so nothing was changed.") from None
    except UnicodeDecodeError:
        raise KioskError("What was typed is not text, so nothing was changed.") from None


def _line(prompt: str) -> str:
    sys.stdout.write(prompt if sys.stdin.isatty() else "")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _how_to_open(now: Standing) -> str:
    return " Type: kiosk staff recover" if isinstance(now, Locked) else ""


def _shown(new: NewCode) -> int:
    sys.stdout.write(f"\n{_WHAT_TO_DO_WITH_IT.format(code=new.text)}")
    return 0


def _said(sentence: str, well: bool) -> int:
    sys.stdout.write(f"{sentence}\n")
    return 0 if well else 1
