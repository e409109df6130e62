"""The list of families who may be called: make its key, tell how many wait, open it, delete it."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.clock import local_time
from kiosk.commands.follow_ups_key import asked_line, counted, made_key
from kiosk.commands.follow_ups_table import exported
from kiosk.commands.opening import tell_more
from kiosk.core.errors import Missing
from kiosk.records.follow_up_folder import (
    FOLDER,
    Purged,
    Waiting,
    delete,
    others_in,
    purge,
    waiting_in,
)
from kiosk.resources import records_dir

_ABOUT = """\
A family that cannot go on today may leave a first name and a number or address,
so that the school can call. The station seals it to the school's public key: it
can add to the list and cannot read it. Whoever holds the private key opens the
list on another computer.

  kiosk follow-ups          how many wait, by date; opens none
  kiosk follow-ups keygen   once, on the computer of whoever will call
  kiosk follow-ups export   there too, to read the list
  kiosk follow-ups purge    on the station, to delete what is past its date
"""
_KEYGEN = """\
Makes a private key, which opens the list, and a public one, which seals it. The
private key goes into a file that only you may read, locked with a passphrase:
asked for twice, unseen, or taken from the first line of a pipe. The public key
is written here, as the lines for the site file.
"""
_EXPORT = """\
Opens the sealed records with the private key and writes a table (CSV) that a
spreadsheet opens. Records past their date, and such as cannot be opened, are
counted and left out; no record is changed or deleted.

A spreadsheet takes a text that begins with = + - or @ for a sum, and might run
it. So such a text gets the mark ' before it: +1 206 555 0100 is written as
'+1 206 555 0100. Leave the mark out when you call.
"""
_PURGE = """\
Deletes the records whose date has come; the kiosk does so by itself, too. No key
is needed, and what is deleted is gone.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the list; without one of these, how many wait."""
    tell_more(parser, _ABOUT)
    _add_folder(parser, None)
    does = parser.add_subparsers(dest="do", metavar="WHAT", title="what to do")
    keygen = does.add_parser("keygen", help="make the pair of keys, once for the school")
    tell_more(keygen, _KEYGEN)
    keygen.add_argument(
        "-o",
        dest="file",
        type=Path,
        default=Path("follow-ups.key"),
        metavar="FILE",
        help="where the private key goes (default: follow-ups.key); never over another file",
    )
    keygen.add_argument(
        "--no-passphrase", action="store_true", help="then whoever has the file has the key"
    )
    _add_export(does.add_parser("export", help="open the list, and write it as a table (CSV)"))
    away = does.add_parser("purge", help="delete what is past its date, or more")
    tell_more(away, _PURGE)
    _add_folder(away, argparse.SUPPRESS)
    away.add_argument("--all", action="store_true", help="delete every record, after a question")
    away.add_argument(
        "--record", metavar="NAME", help="delete this one; its name stands in the exported table"
    )
    away.add_argument("--yes", action="store_true", help="do not ask before --all")


def _add_export(export: argparse.ArgumentParser) -> None:
    tell_more(export, _EXPORT)
    export.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="the private key of 'keygen'"
    )
    export.add_argument(
        "--from",
        dest="sources",
        type=Path,
        nargs="+",
        required=True,
        metavar="FOLDER",
        help="one or more folders of records, copied from the stations",
    )
    export.add_argument(
        "-o",
        dest="file",
        type=Path,
        metavar="CSV",
        help="default: follow-ups-DATE.csv; never over another file",
    )


def _add_folder(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        default=default,
        metavar="FOLDER",
        help="the folder of the records (default: this station's)",
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when it is done; 1 when nothing could be opened, or something was not deleted."""
    does: Mapping[str | None, Callable[[argparse.Namespace], int]] = {
        None: _waiting,
        "keygen": _keygen,
        "export": _export,
        "purge": _purge,
    }
    return does[wanted.do](wanted)


def _keygen(wanted: argparse.Namespace) -> int:
    sys.stdout.write(f"{made_key(wanted.file, locked=not wanted.no_passphrase)}\n")
    return 0


def _export(wanted: argparse.Namespace) -> int:
    today = local_time().date()
    file = wanted.file or Path(f"follow-ups-{today.isoformat()}.csv")
    done = exported([_folder(source) for source in wanted.sources], wanted.key, file, today)
    sys.stdout.write(f"{done.told}\n")
    return 0 if done.all_well else 1


def _waiting(wanted: argparse.Namespace) -> int:
    folder, today = _folder(wanted.source), local_time().date()
    found, others = waiting_in(folder), others_in(folder)
    past = sum(one.is_past(today) for one in found)
    by_day = Counter(one.delete_by for one in found if not one.is_past(today))
    said = counted(by_day.total(), "family waits for a call", "families wait for a call")
    head = f"{said}, in {folder}" if by_day else f"No family waits for a call, in {folder}"
    lines = [head, *(f"  {by_day[day]} until {day}" for day in sorted(by_day))]
    if past:
        said = counted(past, "record is past its date", "records are past their date")
        lines.append(f"{said}. Delete with: kiosk follow-ups purge{_named(wanted)}")
    if others:
        said = counted(others, "other file lies", "other files lie")
        lines.append(f"{said} there, and no station wrote such a name.")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _purge(wanted: argparse.Namespace) -> int:
    folder, today = _folder(wanted.source), local_time().date()
    found = waiting_in(folder)
    if wanted.record:
        return _told(delete(one.path for one in _one_named(found, wanted.record, folder)))
    if not wanted.all:
        return _told(purge(folder, today))
    if found and not wanted.yes and not _agreed(len(found), folder):
        sys.stdout.write("Nothing was deleted.\n")
        return 1
    done, swept = delete(one.path for one in found), purge(folder, today)
    return _told(Purged(done.removed + swept.removed, stuck=max(done.stuck, swept.stuck)))


def _one_named(found: tuple[Waiting, ...], name: str, folder: Path) -> list[Waiting]:
    named = [one for one in found if one.path.name == name]
    if not named:
        raise Missing(f"{folder} has no record {name}. It may be deleted already.")
    return named


def _agreed(count: int, folder: Path) -> bool:
    said = counted(count, "record", "records")
    question = f"Delete {said} in {folder}? They cannot be brought back. Type yes: "
    return asked_line(question).strip().lower() == "yes"


def _told(done: Purged) -> int:
    sys.stdout.write(f"{counted(done.removed, 'record was', 'records were')} deleted.\n")
    if done.stuck:
        said = "could not be deleted. Call this as the user who runs the kiosk."
        sys.stdout.write(f"{done.stuck} {said}\n")
    return 1 if done.stuck else 0


def _folder(source: Path | None) -> Path:
    """The folder named, or the one in it where the sealed records lie."""
    if source is None:
        return records_dir() / FOLDER
    if not source.is_dir():
        raise Missing(f"{source} is not a folder. Name the one that holds the records.")
    inner = source / FOLDER
    return inner if inner.is_dir() else source


def _named(wanted: argparse.Namespace) -> str:
    return f" --from {wanted.source}" if wanted.source else ""
