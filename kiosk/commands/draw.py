"""Draws a flow: as a picture, as text for diagram programs, or for other state machines."""

import argparse
import sys
from pathlib import Path

from kiosk.clock import local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.errors import KioskError
from kiosk.core.guide import Guide
from kiosk.drawing.as_json import json_of
from kiosk.drawing.charting import chart_of
from kiosk.drawing.counts import read_counts
from kiosk.drawing.dot import dot_of
from kiosk.drawing.mermaid import mermaid_of
from kiosk.drawing.scxml import scxml_of
from kiosk.drawing.svg import svg_of
from kiosk.drawing.tally import Tally, tally_of
from kiosk.drawing.xstate import xstate_of
from kiosk.resources import read_text
from kiosk.station import open_station

PICTURES = {"svg": svg_of, "mermaid": mermaid_of, "dot": dot_of, "json": json_of}
MACHINES = {"scxml": scxml_of, "xstate": xstate_of}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The flow, the form, and where to write."""
    parser.add_argument("flow", help="the name of the flow, such as setup")
    parser.add_argument(
        "--as",
        dest="form",
        choices=[*PICTURES, *MACHINES],
        default="svg",
        help="a picture (svg, the default), text for diagram programs, or for state machines",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write into this file")
    parser.add_argument(
        "--counts",
        type=Path,
        metavar="FILE",
        help="a CSV file with the columns flow,screen,by,count: how often each way was taken",
    )
    parser.add_argument(
        "--unfold", action="store_true", help="draw the flows that it runs, too, not one box each"
    )
    add_site(parser)


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when the drawing is written. Raises KioskError for a flow or a file that is not so."""
    guide = open_station(folders_of(wanted), local_time).guide
    text = _machine(guide, wanted) if wanted.form in MACHINES else _picture(guide, wanted)
    if wanted.output is None:
        sys.stdout.write(text)
    else:
        _write(wanted.output, text)
    return 0


def _picture(guide: Guide, wanted: argparse.Namespace) -> str:
    chart = chart_of(guide, wanted.flow, unfold=wanted.unfold)
    return PICTURES[wanted.form](chart, _tally(guide, wanted))


def _tally(guide: Guide, wanted: argparse.Namespace) -> Tally | None:
    if wanted.counts is None:
        return None
    counts = read_counts(read_text(wanted.counts), str(wanted.counts))
    return tally_of(guide, chart_of(guide, wanted.flow, unfold=wanted.unfold), counts)


def _machine(guide: Guide, wanted: argparse.Namespace) -> str:
    """A state machine holds every flow that it runs anyway, and no counts."""
    if wanted.counts is not None or wanted.unfold:
        raise KioskError(f"--counts and --unfold are for pictures, not for {wanted.form}.")
    chart_of(guide, wanted.flow)
    return MACHINES[wanted.form](guide, wanted.flow)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as trouble:
        raise KioskError(f"{path} cannot be written: {trouble.strerror}.") from None
    sys.stdout.write(f"{path} is written.\n")
