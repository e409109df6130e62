"""The command line: the one place where a command is chosen and the parts are put together."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.core.errors import KioskError

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. 0 when it did its work, 1 when something is to mend, 2 for a wrong call."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    wanted = parser.parse_args(given if _names_command(given) else ["run", *given])
    command: Command = wanted.command
    try:
        return command(wanted)
    except KioskError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _names_command(given: list[str]) -> bool:
    return bool(given) and (given[0] in _COMMANDS or given[0] in ("-h", "--help", "--version"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk",
        description="Walks families, step by step, into their school's parent portal.",
        epilog="Without a command the kiosk opens: full screen, or in the terminal where there is "
        "no screen. 'kiosk COMMAND --help' tells more.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (about, add_arguments) in _COMMANDS.items():
        add_arguments(commands.add_parser(name, help=about, description=f"{about}."))
    return parser


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("portal-kiosk")
    except PackageNotFoundError:
        return "(a checkout)"


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--site", type=Path, metavar="PATH", help="the school's site file (default: the example)"
    )


def _run(parser: argparse.ArgumentParser) -> None:
    from kiosk.commands.run import run

    _site(parser)
    parser.add_argument("--flow", metavar="NAME", default="setup", help="the flow to begin with")
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    parser.add_argument(
        "--exit-after-first-page", action="store_true", help="leave once the first page is painted"
    )
    parser.set_defaults(command=run)


def _walk(parser: argparse.ArgumentParser) -> None:
    from kiosk.commands.walk import walk

    _site(parser)
    parser.add_argument("flow", nargs="?", default="setup", help="the flow (default: setup)")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="play this file of answers, one line a page"
    )
    parser.set_defaults(command=walk)


def _check(parser: argparse.ArgumentParser) -> None:
    from kiosk.commands.check import check

    _site(parser)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a flow, a site file or a folder"
    )
    parser.set_defaults(command=check)


def _try(parser: argparse.ArgumentParser) -> None:
    from kiosk.commands.try_out import try_out

    _site(parser)
    parser.add_argument("check", help="email, password, or the name of a check; 'list' names all")
    parser.add_argument("value", nargs="?", help="what to try (a password comes on standard input)")
    parser.add_argument("--rules", metavar="ID", help="the password rule set to try")
    parser.add_argument(
        "--with", dest="params", action="append", metavar="NAME=VALUE", help="a check's parameter"
    )
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    parser.set_defaults(command=try_out)


def _tour(parser: argparse.ArgumentParser) -> None:
    from kiosk.commands.tour import SIZES, STAGES, THEMES, tour

    _site(parser)
    parser.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR")
    parser.add_argument("--stage", choices=STAGES, default=STAGES[0], help="width by height")
    parser.add_argument("--size", choices=SIZES, default=SIZES[1], help="the size of the text")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="the colours")
    parser.add_argument("--only", metavar="PART", default="", help="screens with PART in the name")
    parser.set_defaults(command=tour)


def _doctor(parser: argparse.ArgumentParser) -> None:
    from kiosk.commands.doctor import doctor

    _site(parser)
    parser.set_defaults(command=doctor)


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "run": ("Open the kiosk (the same as no command at all)", _run),
    "walk": ("Walk through a flow in the terminal, by hand or by a file of answers", _walk),
    "check": ("Tell every problem of flows, site files, rule sets and mail cards", _check),
    "try": ("Try one check: its outcome, and the words a family would read", _try),
    "tour": ("Paint a picture of every screen into a folder", _tour),
    "doctor": ("Tell whether this station is ready, and what to do if not", _doctor),
}
