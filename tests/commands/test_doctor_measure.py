"""`kiosk doctor --measure` where it cannot measure: it says so and changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Call

Kiosk = Callable[..., Call]


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a screen."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_there_is_nothing_to_measure(kiosk: Kiosk, flows: Path) -> None:
    site = flows / "site.example.yaml"
    before = site.read_bytes()

    call = kiosk("doctor", "--measure", "--site", site)

    assert call.code == 1
    assert call.err == "There is no screen here to measure.\n"
    assert site.read_bytes() == before


def test_a_file_that_is_not_sound_is_told_before_anybody_measures(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("site: a\n", encoding="utf-8")

    call = kiosk("doctor", "--measure", "--site", site)

    assert call.code == 1
    assert "K113" in call.err
