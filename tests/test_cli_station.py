"""The commands `doctor` and `tour`: whether a station is ready, and what its pages look like."""

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Call, change

Kiosk = Callable[..., Call]


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without a screen, with a home of its own."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.usefixtures("no_screen")
def test_the_doctor_looks_at_every_part_and_sums_up(kiosk: Kiosk) -> None:
    call = kiosk("doctor")

    ready = "[mend]" not in call.out
    assert call.code == (0 if ready else 1)
    assert call.out.endswith("This station is ready.\n" if ready else "then ask again.\n")
    for part in ("Python 3.", "System libraries", "Qt ", "Fonts (", "Site file ", " flows, "):
        assert part in call.out
    assert "made-up example district" in call.out


@pytest.mark.usefixtures("no_screen")
def test_the_doctor_says_what_to_do_about_an_unsound_site(kiosk: Kiosk, flows: Path) -> None:
    site = change(flows / "site.example.yaml", "rules: sps-source-current", "rules: sps")

    call = kiosk("doctor", "--site", site)

    assert call.code == 1
    assert f"[mend] {site} and the flows are not sound\n       {site}:14:3: K192" in call.out


@pytest.mark.usefixtures("no_screen")
def test_the_doctor_tells_a_folder_that_cannot_be_written(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))

    call = kiosk("doctor")

    assert call.code == 1
    assert "cannot be written" in call.out


def test_the_tour_paints_the_screens_that_are_asked_for(tmp_path: Path) -> None:
    words = ("tour", "-o", str(tmp_path), "--stage", "1024x600", "--only", "setup-who")

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kiosk", *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert str(tmp_path) in done.stdout
    head = (tmp_path / "setup-who.png").read_bytes()[:24]
    assert struct.unpack(">II", head[16:24]) == (1024, 600)
