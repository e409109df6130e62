"""The slip of the last sound start: true while nothing changed, and never trusted otherwise."""

import os
import shutil
from pathlib import Path

import pytest

from kiosk.front import Front, Tongue, read_slip, write_slip
from kiosk.resources import Folders

FRONT = Front(
    school="Cedar Hill Middle School",
    tongues=(
        Tongue(
            "en", "English", False, "Help your child", "See grades.", "Touch here", "Look first"
        ),
        Tongue("ar", "العربية", True, "ساعد طفلك", "اطلع على الدرجات.", "المس للبدء", "انظر أولا"),
    ),
    px_per_mm=3.9,
    touch_keyboard=True,
    mail_endings=("gmail.com", "example.org"),
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    shipped = Folders.shipped()
    flows = tmp_path / "flows"
    shutil.copytree(shipped.flows, flows)
    return Folders(flows / "site.example.yaml", flows)


def test_a_slip_gives_back_what_the_first_page_says(folders: Folders, tmp_path: Path) -> None:
    slip = tmp_path / "cache" / "front"

    write_slip(slip, folders, FRONT)

    assert read_slip(slip, folders) == FRONT


@pytest.mark.parametrize(
    "changed", ["email.yaml", "site.example.yaml", "rules/common_passwords.txt"]
)
def test_a_changed_file_makes_the_slip_void(folders: Folders, tmp_path: Path, changed: str) -> None:
    slip = tmp_path / "front"
    write_slip(slip, folders, FRONT)

    (folders.flows / changed).write_text("flow: broken", encoding="utf-8")

    assert read_slip(slip, folders) is None


def test_a_file_with_another_time_makes_the_slip_void(folders: Folders, tmp_path: Path) -> None:
    slip = tmp_path / "front"
    write_slip(slip, folders, FRONT)

    os.utime(folders.flows / "email.yaml", (1, 1))

    assert read_slip(slip, folders) is None


def test_a_new_file_makes_the_slip_void(folders: Folders, tmp_path: Path) -> None:
    slip = tmp_path / "front"
    write_slip(slip, folders, FRONT)

    (folders.flows / "more.yaml").write_text("", encoding="utf-8")

    assert read_slip(slip, folders) is None


@pytest.mark.parametrize("torn", [0, 1, 2, 3])
def test_a_torn_slip_is_as_good_as_none(folders: Folders, tmp_path: Path, torn: int) -> None:
    slip = tmp_path / "front"
    write_slip(slip, folders, FRONT)

    lines = slip.read_text(encoding="utf-8").splitlines()
    slip.write_text("\n".join(lines[:torn]), encoding="utf-8")

    assert read_slip(slip, folders) is None


def test_no_slip_and_no_site_file_are_no_front(folders: Folders, tmp_path: Path) -> None:
    gone = Folders(tmp_path / "gone.yaml", folders.flows)
    slip = tmp_path / "front"
    write_slip(slip, folders, FRONT)

    assert read_slip(tmp_path / "none", folders) is None
    assert read_slip(slip, gone) is None


def test_a_cache_that_cannot_be_written_stops_nothing(folders: Folders, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")

    write_slip(blocked / "front", folders, FRONT)

    assert read_slip(blocked / "front", folders) is None
