"""`whole_files`: a file is there whole or not at all, after trouble and after a power cut."""

import errno
import stat
from pathlib import Path

import pytest

from kiosk.records.whole_files import half_of, put_new, put_whole
from tests.records.disks import STEPS, ForgetfulDisk, TroubledDisk

BEFORE_THE_NAME = [step for step in STEPS if step not in ("make_folder", "sync_folder")]


def test_a_file_is_written_for_this_user_alone_in_a_folder_that_was_missing(tmp_path: Path) -> None:
    path = tmp_path / "records" / "kind" / "one"

    put_whole(path, b"content")

    assert path.read_bytes() == b"content"
    assert [one.name for one in path.parent.iterdir()] == ["one"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_takes_the_place_of_the_former_one_and_of_a_half_that_was_left(
    tmp_path: Path,
) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"a former and longer content")
    half_of(path).write_bytes(b"left by a write that was stopped long ago")

    put_whole(path, b"content")

    assert path.read_bytes() == b"content"
    assert [one.name for one in tmp_path.iterdir()] == ["one"]


@pytest.mark.parametrize("step", BEFORE_THE_NAME)
def test_trouble_at_a_step_leaves_the_former_file_and_nothing_else(
    tmp_path: Path, step: str
) -> None:
    path = tmp_path / "one"
    path.write_bytes(b"former")

    with pytest.raises(OSError, match="trouble"):
        put_whole(path, b"content" * 9, TroubledDisk(step, errno.ENOSPC))

    assert path.read_bytes() == b"former"
    assert [one.name for one in tmp_path.iterdir()] == ["one"]


def test_a_disk_that_takes_a_few_bytes_at_a_time_takes_them_all(tmp_path: Path) -> None:
    disk = TroubledDisk("none")

    put_whole(tmp_path / "one", b"content" * 99, disk)

    assert (tmp_path / "one").read_bytes() == b"content" * 99
    assert disk.written == len(b"content") * 99


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"former")

    with pytest.raises(FileExistsError):
        put_new(tmp_path / "one", b"content")

    assert (tmp_path / "one").read_bytes() == b"former"


def test_a_power_cut_at_any_step_leaves_the_whole_file_or_none(tmp_path: Path) -> None:
    path = tmp_path / "one"
    disk = ForgetfulDisk(watched=path)

    put_whole(path, b"a content of some length", disk)

    assert set(disk.left) == {None, b"a content of some length"}
    assert disk.sure == {path: 0}


def test_that_look_at_power_cuts_finds_a_write_that_is_not_brought_onto_the_disk(
    tmp_path: Path,
) -> None:
    path = tmp_path / "one"
    disk = ForgetfulDisk(watched=path, syncs=False)

    put_whole(path, b"a content of some length", disk)

    assert b"a conte" in disk.left
