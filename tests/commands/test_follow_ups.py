"""`kiosk follow-ups`: a key is made, the list is told, opened elsewhere, and deleted."""

import csv
import stat
from collections.abc import Callable
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.records.key_file import key_file_text, private_key_in
from kiosk.records.sealing import public_key
from tests.conftest import Call
from tests.records.follow_up_samples import FAR, OTHER_KEY, SCHOOL_KEY, put

Kiosk = Callable[..., Call]

PASSPHRASE = "four plain little words"  # noqa: S105 - made up
PAST = date(2026, 12, 1)


class Terminal(StringIO):
    """Somebody who types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def nobody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts lines before the command: from a pipe, or typed unseen at a terminal."""

    def put_lines(*lines: str, terminal: bool = False) -> None:
        left = list(lines)
        text = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr("sys.stdin", (Terminal if terminal else StringIO)(text))
        monkeypatch.setattr("kiosk.commands.follow_ups_key.getpass", lambda _: left.pop(0))

    return put_lines


@pytest.fixture(autouse=True)
def on_a_day_in_january(monkeypatch: pytest.MonkeyPatch) -> None:
    day = datetime.fromisoformat("2027-01-20T09:00-08:00")
    monkeypatch.setattr("kiosk.commands.follow_ups.local_time", lambda: day)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which a family waits, and one is past its date."""
    put(tmp_path / "follow-ups", asked_at=datetime.fromisoformat("2026-11-23T18:30-08:00"))
    put(tmp_path / "follow-ups", name="Past", delete_by=PAST)
    return tmp_path / "follow-ups"


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """The school's private key, without a passphrase."""
    path = tmp_path / "school.key"
    path.write_text(key_file_text(SCHOOL_KEY, None, bytes), encoding="ascii")
    return path


def rows_in(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


# Keys


def key_in(path: Path, passphrase: str = PASSPHRASE) -> PrivateKey:
    return private_key_in(path.read_text("ascii"), path.name, lambda: passphrase)


def test_a_key_from_a_pipe_is_locked_and_its_public_half_is_told(
    kiosk: Kiosk, typed: Callable[..., None], tmp_path: Path
) -> None:
    path = tmp_path / "school.key"
    typed(PASSPHRASE)

    call = kiosk("follow-ups", "keygen", "-o", path)

    assert (call.code, call.err) == (0, "")
    (told,) = [line for line in call.out.splitlines() if line.startswith("  key: ")]
    public = public_key(told.split('"')[1])
    assert bytes(public) == bytes(key_in(path).public_key)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert PASSPHRASE not in call.out + path.read_text("ascii")


def test_at_a_terminal_the_passphrase_is_asked_for_twice(
    kiosk: Kiosk, typed: Callable[..., None], tmp_path: Path
) -> None:
    typed(PASSPHRASE, PASSPHRASE, terminal=True)

    call = kiosk("follow-ups", "keygen", "-o", tmp_path / "school.key")

    assert call.code == 0
    key_in(tmp_path / "school.key")


def test_two_passphrases_that_differ_write_nothing(
    kiosk: Kiosk, typed: Callable[..., None], tmp_path: Path
) -> None:
    typed(PASSPHRASE, f"{PASSPHRASE}!", terminal=True)

    call = kiosk("follow-ups", "keygen", "-o", tmp_path / "school.key")

    assert (call.code, call.err[:26]) == (1, "The two were not the same.")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("lines", [(), ("short",)])
def test_a_passphrase_that_is_short_or_missing_writes_nothing(
    kiosk: Kiosk, typed: Callable[..., None], tmp_path: Path, lines: tuple[str, ...]
) -> None:
    typed(*lines)

    call = kiosk("follow-ups", "keygen", "-o", tmp_path / "school.key")

    assert (call.code, call.err[:31]) == (1, "A passphrase needs 12 letters o")
    assert [*tmp_path.iterdir()] == []


def test_a_key_is_never_written_over_another(kiosk: Kiosk, key_file: Path) -> None:
    before = key_file.read_bytes()

    call = kiosk("follow-ups", "keygen", "--no-passphrase", "-o", key_file)

    assert call.code == 1
    assert "is there already and may open a list" in call.err
    assert key_file.read_bytes() == before


def test_a_key_without_a_passphrase_says_so(kiosk: Kiosk, tmp_path: Path) -> None:
    call = kiosk("follow-ups", "keygen", "--no-passphrase", "-o", tmp_path / "school.key")

    assert (call.code, call.err) == (0, "")
    assert "it has no passphrase" in call.out


def test_a_folder_that_is_not_there_gets_no_key(kiosk: Kiosk, tmp_path: Path) -> None:
    call = kiosk("follow-ups", "keygen", "--no-passphrase", "-o", tmp_path / "gone" / "school.key")

    assert call.code == 1
    assert "is not there. Make it" in call.err
    assert [*tmp_path.iterdir()] == []


# Who waits


def test_without_a_word_more_it_tells_who_waits_by_date_and_opens_none(
    kiosk: Kiosk, folder: Path
) -> None:
    put(folder, OTHER_KEY, delete_by=date(2027, 1, 21))
    (folder / "notes.txt").write_text("mine", encoding="utf-8")

    call = kiosk("follow-ups", "--from", folder.parent)

    assert (call.code, call.err) == (0, "")
    assert call.out.splitlines() == [
        f"2 families wait for a call, in {folder}",
        "  1 until 2027-01-21",
        f"  1 until {FAR}",
        f"1 record is past its date. Delete with: kiosk follow-ups purge --from {folder.parent}",
        "1 other file lies there, and no station wrote such a name.",
    ]


def test_the_station_s_own_folder_is_looked_into_where_none_is_named(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    call = kiosk("follow-ups")

    own = tmp_path / "portal-kiosk" / "follow-ups"
    assert (call.code, call.out) == (0, f"No family waits for a call, in {own}\n")
    assert not own.exists()


def test_a_folder_that_is_none_is_told(kiosk: Kiosk, key_file: Path) -> None:
    call = kiosk("follow-ups", "--from", key_file)

    assert (call.code, call.out) == (1, "")
    assert "is not a folder" in call.err


# Export


@pytest.fixture
def export(kiosk: Kiosk, folder: Path, key_file: Path, tmp_path: Path) -> Callable[..., Call]:
    """Exports the folder into table.csv."""

    def called(*sources: Path, key: Path = key_file) -> Call:
        table = tmp_path / "table.csv"
        wanted = sources or (folder,)
        return kiosk("follow-ups", "export", "--key", key, "--from", *wanted, "-o", table)

    return called


def test_a_family_comes_out_as_it_went_in_and_a_past_one_is_left_out(
    export: Callable[..., Call], folder: Path, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    call = export()

    assert (call.code, call.err) == (0, "")
    (row,) = rows_in(tmp_path / "table.csv")
    assert row.pop("record") in before
    assert row == {
        "name": "Hodan",
        "reach": "phone",
        "number_or_address": "206 555 0142",
        "language": "Somali",
        "school": "cedar_hill",
        "stopped_at": "X_LATER",
        "asked_on": "2026-11-23",
        "delete_by": "2999-01-31",
    }
    assert call.out.startswith("1 family is in ")
    assert "Left out: 1 record was past the date" in call.out
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_table_is_for_this_user_alone_and_a_spreadsheet_knows_its_letters(
    export: Callable[..., Call], folder: Path, tmp_path: Path
) -> None:
    put(folder, name="ሰላም Nguyễn")

    export()

    table = tmp_path / "table.csv"
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    assert {row["name"] for row in rows_in(table)} == {"Hodan", "ሰላም Nguyễn"}


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\uff1d"])
def test_no_cell_is_taken_for_a_sum(
    export: Callable[..., Call], folder: Path, tmp_path: Path, begins: str
) -> None:
    evil = f'{begins}HYPERLINK("x";"y"),more'
    put(folder, name=evil[:40], value=evil, language=evil, school=evil, stopped=evil)

    export()

    cells = [cell for row in rows_in(tmp_path / "table.csv") for cell in row.values()]
    assert cells.count(f"'{evil}") == 5
    assert [cell for cell in cells if cell.startswith(begins)] == []


def test_a_number_with_a_plus_gets_the_mark_and_the_help_tells_so(
    export: Callable[..., Call], kiosk: Kiosk, folder: Path, tmp_path: Path
) -> None:
    put(folder, value="+1 206 555 0100")

    export()

    values = {row["number_or_address"] for row in rows_in(tmp_path / "table.csv")}
    assert "'+1 206 555 0100" in values
    assert "'+1 206 555 0100" in kiosk("follow-ups", "export", "--help").out


def test_what_cannot_be_opened_is_counted_and_the_rest_comes_out(
    export: Callable[..., Call], folder: Path, tmp_path: Path
) -> None:
    put(folder, OTHER_KEY)
    cut, turned, foreign = put(folder), put(folder), put(folder)
    cut.write_bytes(cut.read_bytes()[:-1])
    turned.write_bytes(turned.read_bytes()[:-1] + b"\0")
    foreign.write_bytes(b"a picture")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")

    call = export()

    assert call.code == 0
    assert len(rows_in(tmp_path / "table.csv")) == 1
    said = [line.partition(" was ")[2] for line in call.out.splitlines() if "Left out" in line]
    assert [" ".join(reason.split()[:4]) for reason in said] == [
        "past the date by",
        "sealed to another key:",
        "changed or damaged on",
        "cut short or added",
        "no sealed follow-up, whatever",
        "under a name that",
    ]


def test_a_later_date_in_the_name_does_not_prolong_what_was_promised(
    export: Callable[..., Call], folder: Path, tmp_path: Path
) -> None:
    past = next(folder.glob(f"{PAST}_*"))
    past.rename(past.with_name(past.name.replace(str(PAST), "2999-12-31")))

    call = export()

    assert "Left out: 1 record was past the date" in call.out
    assert [row["name"] for row in rows_in(tmp_path / "table.csv")] == ["Hodan"]


def test_two_stations_make_one_table_and_a_folder_copied_twice_counts_once(
    export: Callable[..., Call], folder: Path, tmp_path: Path
) -> None:
    put(tmp_path / "two", name="Amina")

    call = export(folder, tmp_path / "two", folder.parent)

    assert call.code == 0
    assert [row["name"] for row in rows_in(tmp_path / "table.csv")] == ["Hodan", "Amina"]


def test_another_key_opens_nothing_and_writes_no_table(
    export: Callable[..., Call], tmp_path: Path
) -> None:
    other = tmp_path / "other.key"
    other.write_text(key_file_text(OTHER_KEY, None, bytes), encoding="ascii")

    call = export(key=other)

    assert call.code == 1
    assert "No follow-up could be opened, and no table was written." in call.out
    assert "2 records were sealed to another key" in call.out
    assert not (tmp_path / "table.csv").exists()


def test_a_locked_key_asks_for_its_passphrase_and_another_one_is_told(
    export: Callable[..., Call], typed: Callable[..., None], tmp_path: Path
) -> None:
    locked = tmp_path / "locked.key"
    locked.write_text(key_file_text(SCHOOL_KEY, PASSPHRASE, bytes), encoding="ascii")

    typed("not these words at all")
    refused = export(key=locked)
    typed(PASSPHRASE, terminal=True)
    taken = export(key=locked)

    assert (refused.code, refused.out) == (1, "")
    assert "This passphrase does not open it." in refused.err
    assert taken.code == 0


def test_a_table_is_never_written_over_another(export: Callable[..., Call], tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("my notes of the calls", encoding="utf-8")

    call = export()

    assert call.code == 1
    assert "is there already" in call.err
    assert (tmp_path / "table.csv").read_text(encoding="utf-8") == "my notes of the calls"


def test_an_empty_folder_is_no_trouble_and_asks_for_no_passphrase(
    export: Callable[..., Call], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()

    call = export(tmp_path / "empty")

    assert (call.code, call.out) == (0, f"No follow-up lies in {tmp_path / 'empty'}.\n")


def test_a_table_without_a_name_is_named_after_the_day(
    kiosk: Kiosk, folder: Path, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    kiosk("follow-ups", "export", "--key", key_file, "--from", folder)

    assert len(rows_in(tmp_path / "follow-ups-2027-01-20.csv")) == 1


# Deleting


def test_purge_deletes_what_is_past_and_tells_how_many(kiosk: Kiosk, folder: Path) -> None:
    call = kiosk("follow-ups", "purge", "--from", folder)

    assert (call.code, call.out) == (0, "1 record was deleted.\n")
    assert [path.name[:10] for path in folder.iterdir()] == [str(FAR)]


@pytest.mark.parametrize("answer", ["", "no", "y"])
def test_purge_all_asks_first_and_anything_but_yes_keeps_all(
    kiosk: Kiosk, folder: Path, typed: Callable[..., None], answer: str
) -> None:
    typed(answer)

    call = kiosk("follow-ups", "purge", "--all", "--from", folder)

    assert call.code == 1
    assert call.out.endswith("Type yes: Nothing was deleted.\n")
    assert len([*folder.iterdir()]) == 2


@pytest.mark.parametrize("word", ["yes", " Yes "])
def test_purge_all_deletes_all_after_a_yes(
    kiosk: Kiosk, folder: Path, typed: Callable[..., None], word: str
) -> None:
    typed(word)

    call = kiosk("follow-ups", "purge", "--all", "--from", folder)

    assert call.code == 0
    assert call.out.endswith("2 records were deleted.\n")
    assert [*folder.iterdir()] == []


def test_purge_all_with_yes_does_not_ask(kiosk: Kiosk, folder: Path) -> None:
    call = kiosk("follow-ups", "purge", "--all", "--yes", "--from", folder)

    assert (call.code, call.out) == (0, "2 records were deleted.\n")


def test_one_record_is_deleted_by_the_name_in_the_table(
    kiosk: Kiosk, export: Callable[..., Call], folder: Path, tmp_path: Path
) -> None:
    export()
    (row,) = rows_in(tmp_path / "table.csv")

    call = kiosk("follow-ups", "purge", "--record", row["record"], "--from", folder)
    again = kiosk("follow-ups", "purge", "--record", row["record"], "--from", folder)

    assert (call.code, call.out) == (0, "1 record was deleted.\n")
    assert (again.code, again.out) == (1, "")
    assert [path.name[:10] for path in folder.iterdir()] == [str(PAST)]


@pytest.mark.parametrize("name", ["../school.key", "school.key", "notes.txt"])
def test_nothing_but_a_record_can_be_deleted(
    kiosk: Kiosk, folder: Path, key_file: Path, name: str
) -> None:
    call = kiosk("follow-ups", "purge", "--record", name, "--from", folder)

    assert call.code == 1
    assert "It may be deleted already." in call.err
    assert key_file.exists()
