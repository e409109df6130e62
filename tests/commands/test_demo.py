"""The command that presents: what it shows, what it refuses, and that it leaves nothing behind."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.clock import OFFICES_OPEN
from kiosk.commands.demo import show_of
from kiosk.core.errors import FilesNotSound
from kiosk.demo.reading import shipped_demo
from kiosk.resources import Folders, flows_dir, read_text
from kiosk.station import Station, open_station
from tests.conftest import Call, change

Kiosk = Callable[..., Call]
ORDER = "password: Made-Up-1\nscenes:\n  - {scene: one, page: why, notes: a}\n"


@pytest.fixture
def own(tmp_path: Path) -> Station:
    """A station with a folder of its own for the practice, which holds the shipped files."""
    shutil.copytree(shipped_demo(), tmp_path / "practice")
    site = tmp_path / "site.yaml"
    shutil.copy(flows_dir() / "site.example.yaml", site)
    change(site, "\ndemo:", "\ndemo:\n  folder: practice")
    return open_station(Folders(site, flows_dir()), lambda: OFFICES_OPEN)


def test_the_shipped_order_is_shown_where_no_other_is_named(station: Station) -> None:
    show, notices = show_of(station, "spam")

    assert len(show.order.slides) > 18
    assert notices == ()
    assert list(show.words) == list(station.words)


def test_an_order_that_is_named_is_shown(station: Station, tmp_path: Path) -> None:
    path = tmp_path / "our_evening.yaml"
    path.write_text(ORDER, encoding="utf-8")

    show, _ = show_of(station, "spam", path)

    assert [slide.id for slide in show.order.slides] == ["one"]


def test_a_district_s_own_order_stands_beside_its_data(own: Station, tmp_path: Path) -> None:
    (tmp_path / "practice" / "order.yaml").write_text(ORDER, encoding="utf-8")

    show, _ = show_of(own, "spam")

    assert [slide.id for slide in show.order.slides] == ["one"]


def test_an_order_of_somebody_s_own_that_cannot_be_played_is_refused_with_its_line(
    own: Station, tmp_path: Path
) -> None:
    change(tmp_path / "practice" / "order.yaml", "touch: [spam]", "touch: [spma]")
    line = 1 + read_text(tmp_path / "practice" / "order.yaml").partition("[spma]")[0].count("\n")

    with pytest.raises(FilesNotSound) as refused:
        show_of(own, "spam")

    assert f"order.yaml:{line}:13: K114 on the page 'mailbox' there is no 'spma'" in str(
        refused.value
    )


def test_of_the_shipped_order_only_what_a_district_s_data_have_is_shown_and_the_rest_is_told(
    own: Station, tmp_path: Path
) -> None:
    (tmp_path / "practice" / "order.yaml").unlink()
    words = tmp_path / "practice" / "words.yaml"
    change(words, "  - id: missing_work\n", "  - id: about_work\n")

    show, notices = show_of(own, "spam")

    names = [slide.id for slide in show.order.slides]
    assert names[-3:] == ["how_often", "plan", "thanks"]
    assert any("there is no 'missing_work' to touch" in notice.message for notice in notices)


def test_the_made_up_password_gives_way_to_one_that_the_portal_would_take(
    own: Station, tmp_path: Path
) -> None:
    order = tmp_path / "practice" / "order.yaml"
    change(order, "password: Purple-Kettle-4-Snow", "password: short")

    show, _ = show_of(own, "spam")

    assert show.password != "short"  # noqa: S105 - made up
    assert all(tick.met for tick in own.judge(show.password, ()))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--language", "xx"], 1, "This station has no words for 'xx'; it has: en, es"),
        (["--seconds", "1"], 2, "write 2 or more, not '1'"),
        (["--seconds", "soon"], 2, "write 2 or more, not 'soon'"),
        (["--scenario", "late_"], 2, "invalid choice: 'late_'"),
        (["--order", "gone.yaml"], 1, "gone.yaml is not there."),
    ],
)
def test_what_cannot_be_meant_is_told_in_a_sentence(
    kiosk: Kiosk, words: list[str], code: int, said: str
) -> None:
    call = kiosk("demo", *words)

    assert (call.code, call.out) == (code, "")
    assert said in call.err


def test_without_a_screen_it_says_where_to_call_it(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    call = kiosk("demo")

    assert call.code == 1
    assert "There is no screen here." in call.err


def test_the_program_runs_till_it_is_asked_to_end_and_writes_nothing_of_its_own(
    tmp_path: Path,
) -> None:
    homes = ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
    ready = (
        "import signal, sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from kiosk.ui.presenter_app import Stage\n"
        "was = Stage.open\n"
        "def opened(stage):\n"
        "    was(stage)\n"
        "    QTimer.singleShot(0, stage, lambda: print('shown', flush=True))\n"
        "Stage.open = opened\n"
        "from kiosk.cli import main\n"
        "sys.exit(main(['demo', '--loop']))\n"
    )

    program = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", ready],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(homes, str(tmp_path))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "shown\n"
    program.send_signal(signal.SIGTERM)
    _, told = program.communicate(timeout=30)

    written = {
        path.relative_to(tmp_path).parts[:3] for path in tmp_path.rglob("*") if path.is_file()
    }
    assert (program.returncode, told) == (0, "")
    # The catalogues as machines read them: the same for every command, with nothing of a show.
    assert {parts[:2] for parts in written} <= {("portal-kiosk", "words")}
