"""Whether a window can be shown is told by the environment, without opening one."""

import io
import sys

import pytest

from kiosk.desktop import (
    LIBRARIES,
    XCB_LIBRARIES,
    has_screen,
    has_terminal,
    missing_packages,
    uses_x11,
)

NO_SERVER = ":4711"  # a display on which no X server listens

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks about X11")


class Terminal(io.StringIO):
    """A stream behind which a person sits."""

    def isatty(self) -> bool:
        return True


@on_linux
@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": NO_SERVER}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": NO_SERVER}, True),
    ],
)
def test_a_screen_is_where_the_environment_names_one_that_answers(
    environment: dict[str, str], there: bool
) -> None:
    assert has_screen(environment) is there


@pytest.mark.parametrize(
    ("environment", "x11"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, False),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}, False),
    ],
)
def test_qt_speaks_to_an_x_server_unless_it_is_told_otherwise(
    environment: dict[str, str], x11: bool
) -> None:
    assert uses_x11(environment) is x11


@on_linux
def test_what_is_missing_is_named_as_packages_that_can_be_installed() -> None:
    without = set(missing_packages(with_screen=False))
    with_screen = set(missing_packages(with_screen=True))

    assert without <= set(LIBRARIES.values())
    assert without <= with_screen <= set(LIBRARIES.values()) | set(XCB_LIBRARIES.values())


def test_a_missing_library_is_told_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(LIBRARIES, "libnobody-has-this.so.9", "libnobody9")

    missing = missing_packages(with_screen=False)

    assert "libnobody9" in missing


def test_other_systems_bring_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(LIBRARIES, "libnobody-has-this.so.9", "libnobody9")

    assert missing_packages(with_screen=True) == ()
    assert has_screen({}) is True


@pytest.mark.parametrize(
    ("reads", "writes", "there"),
    [
        (Terminal(), Terminal(), True),
        (Terminal(), io.StringIO(), False),
        (io.StringIO(), Terminal(), False),
        (None, Terminal(), False),
    ],
)
def test_a_person_sits_at_a_terminal_that_is_read_and_written(
    monkeypatch: pytest.MonkeyPatch,
    reads: io.StringIO | None,
    writes: io.StringIO,
    there: bool,
) -> None:
    monkeypatch.setattr(sys, "stdin", reads)
    monkeypatch.setattr(sys, "stdout", writes)

    found = has_terminal()

    assert found is there
