"""The kiosk on the accessibility bus of a real desktop, walked by role and name alone."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from kiosk.clock import local_time
from kiosk.resources import Folders
from kiosk.station import open_station
from tests.atspi.plan import plan_of

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing() -> list[str]:
    """The Debian packages that are not here."""
    found = {
        "xvfb": shutil.which("Xvfb"),
        "dbus": shutil.which("dbus-run-session"),
        "at-spi2-core": any(Path(one).exists() for one in LAUNCHERS),
        "python3-gi gir1.2-atspi-2.0": _has_bindings(),
    }
    return [package for package, there in found.items() if not there]


def _has_bindings() -> bool:
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True).returncode == 0  # noqa: S603 - the system's own


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of its own, which nobody sees; its name."""
    packages = missing()
    if packages:
        pytest.skip(f"no screen reader can be tried here without: {' '.join(packages)}")
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:  # noqa: S603
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


@pytest.fixture
def folders(flows: Path) -> Folders:
    """The shipped flows, at a station that speaks English only."""
    site = flows / "site.example.yaml"
    text = site.read_text(encoding="utf-8")
    site.write_text(re.sub(r"(?m)^languages: .*$", "languages: [en]", text), encoding="utf-8")
    return Folders(site, flows)


def walked(screen: str, folders: Folders, plan: Path) -> dict[str, Any]:
    """What a visitor with a screen reader found on that plan."""
    home, report = plan.parent, plan.with_name("report.json")
    places = {f"XDG_{name}_HOME": str(home) for name in ("CACHE", "STATE", "DATA", "CONFIG")}
    settings = {"DISPLAY": screen, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    wanted = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    kiosk = [sys.executable, "-m", "kiosk", "run"]
    files = ["--site", str(folders.site), "--flows", str(folders.flows)]
    reader = [SYSTEM_PYTHON, "-m", "tests.atspi.reader", str(plan), str(report)]
    done = subprocess.run(  # noqa: S603 - our own programs
        ["dbus-run-session", "--", *reader, *kiosk, *files],  # noqa: S607 - wherever it is
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        cwd=ROOT,
        env={**os.environ, **places, **settings, **wanted},
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(report.read_text(encoding="utf-8")))


def test_a_visitor_who_cannot_see_comes_to_an_end(
    screen: str, folders: Folders, tmp_path: Path
) -> None:
    steps = plan_of(open_station(folders, local_time))
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps([asdict(step) for step in steps]), encoding="utf-8")

    found = walked(screen, folders, plan)

    assert found["faults"] == []
    assert found["pages"] == [step.name for step in steps]
