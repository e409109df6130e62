"""Writes the JSON Schemas of the files that a school or an author edits, for their editors."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from kiosk.checks.mail_providers import Provider
from kiosk.checks.password_rules import RuleSet
from kiosk.core.errors import KioskError
from kiosk.core.flow import Flow
from kiosk.core.shape.schema import schema_of
from kiosk.demo.order import OrderFile
from kiosk.demo.shapes import MailFile, StudentFile, WordsFile
from kiosk.site.shapes import Site
from kiosk.staff.remedies import RemedyFile

KINDS: dict[str, tuple[Any, str]] = {
    "flow": (Flow, "A flow"),
    "site": (Site, "A site file"),
    "rules": (RuleSet, "A password rule set"),
    "mail": (Provider, "A mail provider's cards"),
    "student": (StudentFile, "A practice student"),
    "mailbox": (MailFile, "The practice mailbox"),
    "order": (OrderFile, "A running order for a presentation"),
    "practice": (WordsFile, "The words of the practice student"),
    "remedies": (RemedyFile, "What staff may try beside a family"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The kind of file, and the folder to write into."""
    parser.add_argument(
        "kind",
        nargs="?",
        choices=[*KINDS],
        metavar="KIND",
        help=f"{', '.join(KINDS)} (default: each of them)",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write KIND.json into this folder"
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when all is written. Raises KioskError for a folder that cannot be written to."""
    kinds = [wanted.kind] if wanted.kind else [*KINDS]
    if wanted.output is not None:
        for kind in kinds:
            _write(wanted.output / f"{kind}.json", schema_text(kind))
    elif len(kinds) == 1:
        sys.stdout.write(schema_text(kinds[0]))
    else:
        raise KioskError(f"Name one of {', '.join(kinds)}, or a folder for all with -o.")
    return 0


def schema_text(kind: str) -> str:
    """The schema of one of `KINDS`, as its file holds it."""
    described, title = KINDS[kind]
    return json.dumps(schema_of(described, title), indent=1, ensure_ascii=False) + "\n"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as trouble:
        raise KioskError(f"{path} cannot be written: {trouble.strerror}.") from None
    sys.stdout.write(f"{path} is written.\n")
