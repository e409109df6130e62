"""The command line: names the commands, and hands the rest of the line to the one called.

Each command is a module of `kiosk.commands` with `add_arguments(parser)` and `run(wanted)`; only
the one that was called is read in, so that the kiosk starts quickly.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from types import TracebackType

from kiosk.core.errors import KioskError

COMMANDS = {
    "run": "Open the kiosk (the same as no command at all)",
    "walk": "Walk through a flow in the terminal, by hand or by a file of answers",
    "check": "Tell every problem of flows, site files, rule sets and mail cards",
    "try": "Try one check: its outcome, and the words a family would read",
    "draw": "Draw a flow as a picture, for people or for other programs",
    "paths": "Write the fewest visits that cover every answer, outcome and end of a flow",
    "schema": "Write the schemas that tell an editor what a file may say",
    "words": "Tell how far each language has come; a translator's tools",
    "preview": "Show a screen while its flow is edited; it follows each save",
    "tour": "Paint a picture of every screen into a folder",
    "demo": "Show the practice student to a room, scene by scene",
    "reminder": "Write a reminder to look at the portal, as a calendar file",
    "staff": "Set the PIN of the staff area, or open it when it is locked",
    "journal": "Count visits, write them as tables, or delete old ones",
    "follow-ups": "Families who may be called: make the key, count, open, delete",
    "doctor": "Tell whether this station is ready, and what to do if not",
}

_HELP = """\
usage: kiosk [COMMAND] [OPTIONS]

Walks families, step by step, into their school's parent portal.

Without a command the kiosk opens: full screen, or in the terminal where there
is no screen. These options go with it:
  --site PATH   the school's site file (default: a made-up example)
  --flow NAME   the flow to begin with (default: setup)
  --window      in a window instead of the full screen

Commands:
{commands}

'kiosk COMMAND --help' tells more. 'kiosk --version' tells the version.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. 0 when it did its work, 1 when something is to mend, 2 for a wrong call."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] in (["-h"], ["--help"]):
        sys.stdout.write(_help())
        return 0
    if given[:1] == ["--version"]:
        sys.stdout.write(f"kiosk {_version()}\n")
        return 0
    sys.excepthook = _own_up
    name, rest = (given[0], given[1:]) if given[:1] and given[0] in COMMANDS else ("run", given)
    try:
        return _call(name, rest)
    except KioskError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _own_up(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A bug of ours, told in a sentence that can be passed on; it holds nothing that was typed."""
    from kiosk.faultline import place_of

    sys.stderr.write(
        f"Something broke inside the kiosk. It is not your doing. Please tell the people who look "
        f"after it: {kind.__name__} at {place_of(trace)}.\n"
    )


def _call(name: str, rest: list[str]) -> int:
    module = importlib.import_module(f"kiosk.commands.{_MODULES.get(name, name)}")
    about = COMMANDS[name]
    parser = argparse.ArgumentParser(prog=f"kiosk {name}", description=f"{about}.")
    if name == "run" and rest[:1] and not rest[0].startswith("-"):
        parser.error(f"there is no command '{rest[0]}'; there are: {', '.join(COMMANDS)}")
    module.add_arguments(parser)
    code: int = module.run(parser.parse_args(rest))
    return code


_MODULES = {"try": "try_out", "follow-ups": "follow_ups"}


def _help() -> str:
    rows = [f"  {name:<11}{about}" for name, about in COMMANDS.items()]
    return _HELP.format(commands="\n".join(rows))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("portal-kiosk")
    except PackageNotFoundError:
        return "(a checkout)"
