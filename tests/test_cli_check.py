"""The command `check`: what is off, where, and with which exit code."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.resources import flows_dir
from tests.conftest import Call, change

Kiosk = Callable[..., Call]

PLACED = re.compile(r".+:\d+:\d+: K\d{3} \S")


def test_the_shipped_files_are_sound(kiosk: Kiosk) -> None:
    count = len([path for path in flows_dir().glob("*.yaml") if path.stem != "site.example"])

    call = kiosk("check")

    assert (call.code, call.err) == (0, "")
    assert call.out.startswith(f"{count} flows, ")
    assert call.out.endswith(" sound.\n")


@pytest.mark.parametrize(
    "name",
    ["setup.yaml", "site.example.yaml", "rules/summit.yaml", "providers/gmail.yaml", "rules",
     "providers", ""],
)  # fmt: skip
def test_any_shipped_file_or_folder_can_be_checked_by_itself(kiosk: Kiosk, name: str) -> None:
    path = flows_dir() / name

    call = kiosk("check", path)

    assert call == Call(0, f"{path} is sound.\n", "")


def test_more_than_one_file_can_be_checked(kiosk: Kiosk) -> None:
    setup, email = flows_dir() / "setup.yaml", flows_dir() / "email.yaml"

    call = kiosk("check", setup, email)

    assert call == Call(0, f"{setup}, {email} are sound.\n", "")


@pytest.mark.parametrize(
    ("name", "was", "is_now", "line"),
    [
        ("help.yaml", "go: back}", "go: bakc}", 15),
        ("help.yaml", "start: call", "strat: call", 5),
        ("help.yaml", "version: 1", "version: 1: 2", 4),
        ("site.example.yaml", "rules: sps", "rules: xps", 14),
        ("site.example.yaml", "Mon-Fri", "Mo-Fr", 22),
    ],
)
def test_a_broken_file_is_told_by_line_and_column_with_exit_1(  # noqa: PLR0913 - one slip a row
    kiosk: Kiosk, flows: Path, name: str, was: str, is_now: str, line: int
) -> None:
    path = change(flows / name, was, is_now)

    call = kiosk("check", path)

    *told, last = call.out.splitlines()
    assert (call.code, call.err) == (1, "")
    assert all(PLACED.match(one) for one in told)
    assert any(one.startswith(f"{path}:{line}:") for one in told)
    assert " to mend." in last


def test_all_problems_of_a_folder_are_told_at_once(kiosk: Kiosk, flows: Path) -> None:
    change(flows / "help.yaml", "picture: ask_staff", "picture: ask_stuff")
    change(flows / "reply.yaml", "picture: inbox", "picture: inbx")

    call = kiosk("check", flows)

    assert call.code == 1
    assert call.out.count("K218") == 2
    assert call.out.endswith("2 to mend.\n")


def test_a_file_is_not_blamed_for_its_neighbours(kiosk: Kiosk, flows: Path) -> None:
    change(flows / "help.yaml", "picture: ask_staff", "picture: ask_stuff")

    call = kiosk("check", flows / "reply.yaml")

    assert call.code == 0


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\x00\x01",
        b"caf\xe9\n",
        b"- a\n- b\n",
        b"[" * 100_000,
        b"flow: {flow: {flow: x}}\n",
        b"id: x\nname: X\nsource: Z\nmin_length: 0\n",
        b"provider: x\n",
    ],
)
def test_any_file_that_is_no_file_of_ours_is_told_with_its_places(
    kiosk: Kiosk, tmp_path: Path, written: bytes
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(written)

    call = kiosk("check", path)

    *told, last = call.out.splitlines()
    assert (call.code, call.err) == (1, "")
    assert all(PLACED.match(one) and one.startswith(f"{path}:") for one in told)
    assert " to mend." in last


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("x.yml", b"flow: x\n", "x.yml would never be read. Give it a name that ends in .yaml."),
        ("x.txt", b"flow: x\n", " holds no file that ends in .yaml."),
    ],
)
def test_what_cannot_be_checked_says_so_instead_of_being_called_sound(
    kiosk: Kiosk, tmp_path: Path, name: str, written: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(written)
    path = tmp_path if name == "x.txt" else tmp_path / name

    call = kiosk("check", path)

    assert (call.code, call.out) == (1, "")
    assert said in call.err


def test_a_card_tried_out_in_a_folder_of_its_own_is_told_its_own_problems(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    path = tmp_path / "gmail.yaml"
    shutil.copy(flows_dir() / "providers" / "gmail.yaml", path)
    sound = kiosk("check", path)

    change(path, "errand: spam", "errand: spma")
    call = kiosk("check", path)

    assert sound.code == 0
    assert call.code == 1
    assert f"{path}:10:13: K114 'errand' must be one of: spam" in call.out
