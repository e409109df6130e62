"""Tells every problem of flows, site files, rule sets and mail cards, and all advice."""

import argparse
import sys
from pathlib import Path

from kiosk.commands.check_files import findings_in
from kiosk.commands.check_formats import FORMATS, counts
from kiosk.commands.opening import add_site, folders_of
from kiosk.resources import Folders, flows_dir, yaml_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to check, and how to tell it."""
    add_site(parser)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a flow, a site file or a folder"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for people (the default), json for programs, sarif for editors, github for "
        "notes beside the lines of a pull request",
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 1 where something must be mended; 0 where all is sound, or there is only advice."""
    shipped = folders_of(wanted)
    paths: list[Path] = wanted.paths
    found = findings_in(paths, shipped)
    _tell(FORMATS[wanted.format](found))
    errors, _ = counts(found)
    if wanted.format == "text" and not errors:
        _tell(f"{_what(paths, shipped)} sound.")
    return 1 if errors else 0


def _tell(text: str) -> None:
    """Writes to a terminal or a pipe of any encoding, which may lack a letter of the author's."""
    encoding = sys.stdout.encoding or "utf-8"
    if text:
        sys.stdout.write(f"{text.encode(encoding, 'backslashreplace').decode(encoding)}\n")


def _what(paths: list[Path], shipped: Folders) -> str:
    if paths:
        names = ", ".join(str(path) for path in paths)
        return f"{names} are" if len(paths) > 1 else f"{names} is"
    flows = len([path for path in yaml_files(shipped.flows) if not path.name.startswith("site.")])
    rules = len(list(yaml_files(flows_dir() / "rules")))
    return f"{flows} flows, {rules} rule sets, the mail cards and the site file are"
