"""The key of a site's tickets: made once, kept by its owner, and never shown."""

import os
import stat
import sys
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError, Missing
from kiosk.handoff.ticket.key import SIZE, Key, new_key, read_key, write_key
from kiosk.handoff.ticket.stamp import Stamp

KEY = Key(bytes(range(100, 132)))


def test_a_key_comes_back_from_its_file(tmp_path: Path) -> None:
    write_key(tmp_path / "ticket.key", KEY)

    again = read_key(tmp_path / "ticket.key")

    assert again == KEY


def test_a_new_key_is_what_chance_gives() -> None:
    asked: list[int] = []

    def chance(size: int) -> bytes:
        asked.append(size)
        return b"\7" * size

    assert new_key(chance).secret == b"\7" * 32
    assert asked == [SIZE]
    assert new_key(os.urandom) != new_key(os.urandom)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "ticket.key"

    write_key(path, KEY)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "ticket.key"
    write_key(path, KEY)

    with pytest.raises(KioskError, match="is there already"):
        write_key(path, new_key(os.urandom))

    assert read_key(path) == KEY


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="cannot be written"):
        write_key(tmp_path / "nowhere" / "ticket.key", KEY)


def test_no_key_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="Copy it from another station"):
        read_key(tmp_path / "ticket.key")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-20],
        lambda data: data[:40],
        lambda data: b"",
        lambda data: data + data,
        lambda data: data.replace(b"64656667", b"64656668"),
        lambda data: b"\xff" * 9_000,
        lambda data: b"\0" * 200,
    ],
    ids=["cut off", "only the notes", "empty", "twice", "one digit", "junk", "zeros"],
)
def test_a_damaged_key_is_told_and_not_shown(tmp_path: Path, spoil) -> None:
    path = tmp_path / "ticket.key"
    write_key(path, KEY)
    data = path.read_bytes()
    assert spoil(data) != data
    path.write_bytes(spoil(data))

    with pytest.raises(Missing, match="is damaged") as told:
        read_key(path)

    assert "6465" not in str(told.value)


def test_lines_that_end_as_on_windows_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "ticket.key"
    write_key(path, KEY)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert read_key(path) == KEY


def test_no_text_of_a_key_or_a_stamp_shows_its_bytes() -> None:
    stamp = Stamp("cedar_valley", KEY, days=30)

    shown = f"{KEY!r} {KEY} {stamp!r} {stamp} {vars(stamp)!r}"

    assert "secret" not in shown
    assert "defgh" not in shown
    assert "6465" not in shown


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_of_another_size_is_none(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Key(b"x" * size)


@pytest.mark.parametrize("days", [0, -1, 121])
def test_tickets_are_good_for_some_days_and_not_for_ever(days: int) -> None:
    with pytest.raises(ValueError, match="1 to 120 days"):
        Stamp("cedar_valley", KEY, days=days)


def test_a_signature_is_of_all_parts_and_of_where_each_ends() -> None:
    stamp = Stamp("cedar_valley", KEY, days=30)
    other = Stamp("maple_valley", KEY, days=30)

    signs = {
        stamp.sign(b"code", b"ab", b"c"),
        stamp.sign(b"code", b"a", b"bc"),
        stamp.sign(b"ticket", b"ab", b"c"),
        other.sign(b"code", b"ab", b"c"),
    }

    assert len(signs) == 4
