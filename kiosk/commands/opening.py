"""What most commands begin with: the options --site and --flows, and the folders they name."""

import argparse
from pathlib import Path

from kiosk.resources import Folders


def add_site(parser: argparse.ArgumentParser) -> None:
    """The options that name the site file, the folder of flows, and the folder of catalogues."""
    parser.add_argument(
        "--site", type=Path, metavar="PATH", help="the school's site file (default: the example)"
    )
    add_flows(parser)
    add_words(parser)


def add_words(parser: argparse.ArgumentParser) -> None:
    """The option that names the folder of catalogues."""
    parser.add_argument(
        "--words", type=Path, metavar="DIR", help="a folder of catalogues (default: the shipped)"
    )


def add_flows(parser: argparse.ArgumentParser) -> None:
    """The option that names the folder of flows."""
    parser.add_argument(
        "--flows",
        type=Path,
        metavar="DIR",
        help="a folder of flows (default: the shipped)",
    )


def tell_more(parser: argparse.ArgumentParser, about: str) -> None:
    """Puts paragraphs under what a command is for in --help; their lines stay as they are."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "\n\n".join(filter(None, (parser.description, about)))


def folders_of(wanted: argparse.Namespace) -> Folders:
    """The shipped folders, with those that the options name."""
    shipped = Folders.shipped()
    return Folders(
        getattr(wanted, "site", None) or shipped.site,
        wanted.flows or shipped.flows,
        wanted.words or shipped.words,
    )
