"""Opens the sealed follow-ups of one or more folders, and writes them as a table."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from nacl.public import PrivateKey

from kiosk.commands.follow_ups_key import counted, passphrase_for, write_new
from kiosk.language.languages import LANGUAGES
from kiosk.language.spreadsheet import shielded
from kiosk.records.follow_up_folder import Waiting, others_in, waiting_in
from kiosk.records.follow_ups import SEALED_SIZE, FollowUp, opened_follow_up
from kiosk.records.key_file import private_key_in
from kiosk.records.sealing import Unreadable
from kiosk.resources import read_text

HEADS = (
    "name",
    "reach",
    "number_or_address",
    "language",
    "school",
    "stopped_at",
    "asked_on",
    "delete_by",
    "record",
)
_ONE, _MANY = "record was", "records were"
_LEFT_OUT: Mapping[str, str] = {
    "past": "past the date by which the school promised to delete: kiosk follow-ups purge",
    "another key": "sealed to another key: open with the key of that time or that school",
    "damaged": "changed or damaged on the way: copy the folder again",
    "cut short": "cut short or added to: copy the folder again",
    "foreign": "no sealed follow-up, whatever the name says",
    "newer": "written by a newer kiosk: install that one here, too",
    "unreadable": "not readable by this user",
    "other": "under a name that no station gives, so not looked at",
}


@dataclass(frozen=True)
class Exported:
    """What was done, in sentences; whether there was nothing that could not be opened."""

    told: str
    all_well: bool


def exported(folders: Sequence[Path], key_file: Path, file: Path, today: date) -> Exported:
    """Writes the table of what could be opened; no file where that is nothing.

    A record that lies in two folders is one. Raises KioskError where the key does not open, or the
    table is there already or cannot be written.
    """
    records = {one.path.name: one for folder in folders for one in waiting_in(folder)}
    if not records:
        return Exported(f"No follow-up lies in {_listed(folders)}.", all_well=True)
    key = private_key_in(read_text(key_file), str(key_file), lambda: passphrase_for(key_file))
    read = {name: _opened(one, key, today) for name, one in sorted(records.items())}
    found = {name: one for name, one in read.items() if isinstance(one, FollowUp)}
    left_out = Counter(one for one in read.values() if isinstance(one, str))
    left_out["other"] = sum(others_in(folder) for folder in folders)
    if found:
        write_new(file, table_of(found).encode("utf-8"))
    lines = [_done(len(found), file), *_reasons(left_out)]
    broken = left_out.total() - left_out["past"] - left_out["other"]
    return Exported("\n".join(lines), all_well=bool(found) or not broken)


def _opened(record: Waiting, key: PrivateKey, today: date) -> FollowUp | str:
    """What the family left, or the reason why it is left out."""
    try:
        with record.path.open("rb") as file:
            sealed = file.read(SEALED_SIZE + 1)
    except OSError:
        return "unreadable"
    told = opened_follow_up(sealed, key)
    if isinstance(told, Unreadable):
        return told.why
    # A name can be changed, what is sealed cannot: the earlier of the two dates is kept.
    past = record.is_past(today) or Waiting(record.path, told.delete_by).is_past(today)
    return "past" if past else told


def table_of(follow_ups: Mapping[str, FollowUp]) -> str:
    """The follow-ups, by the names of their records, as CSV for a spreadsheet."""
    written = StringIO(newline="")
    rows = csv.writer(written, quoting=csv.QUOTE_ALL)
    rows.writerow(HEADS)
    for name, one in follow_ups.items():
        rows.writerow(shielded(cell) for cell in _cells(name, one))
    return f"\ufeff{written.getvalue()}"


def _cells(name: str, one: FollowUp) -> tuple[str, ...]:
    known = LANGUAGES.get(one.language)
    return (
        one.name,
        one.reach,
        one.value,
        known.english if known else one.language,
        one.school,
        one.stopped,
        one.asked_at.date().isoformat(),
        one.delete_by.isoformat(),
        name,
    )


def _done(count: int, file: Path) -> str:
    if not count:
        return "No follow-up could be opened, and no table was written."
    said = counted(count, "family is", "families are")
    return (
        f"{said} in {file}, for anyone to read who has the file. Keep it where only those who\n"
        "call can reach it, and delete it when they have called."
    )


def _reasons(left_out: Counter[str]) -> Iterator[str]:
    for why, sentence in _LEFT_OUT.items():
        if left_out[why]:
            yield f"Left out: {counted(left_out[why], _ONE, _MANY)} {sentence}."


def _listed(folders: Sequence[Path]) -> str:
    return ", ".join(str(folder) for folder in folders)
