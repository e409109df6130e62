"""Two switches: which keys they are, that a held one counts once, and where they lead."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.core.events import Picked, Typed
from kiosk.resources import Folders, read_text
from kiosk.site.shapes import SWITCH_KEYS
from kiosk.ui.switches import Switches, keys_named
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.press import Press
from tests.ui.bodies import Opened, names_in, opened, rows_of
from tests.ui.finding import STAGES
from tests.ui.samples import many_languages
from tests.ui.samples_bodies import page

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def with_switches(open_window):
    """Opens a sample page whose window takes space for going on, and enter for pressing."""

    def opens(sample: str, stage: str = "laptop", **more: object) -> Opened:
        shown = opened(open_window, page(sample), STAGES[stage], **more)
        Switches(shown.window, "space", "enter").watch(shown.window.windowHandle())
        return shown

    return opens


def hit(shown: Opened, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(shown.window.windowHandle(), key)


def on(shown: Opened, times: int = 1) -> None:
    hit(shown, Qt.Key.Key_Space, times)


def press(shown: Opened, times: int = 1) -> None:
    hit(shown, Qt.Key.Key_Return, times)


def words_here(shown: Opened) -> str:
    held = shown.window.focusWidget()
    assert held is not None
    return held.accessibleName()


def test_every_key_of_the_site_file_is_a_key_of_its_own():
    keys = [key for name in SWITCH_KEYS for key in keys_named(name)]

    assert len(keys) == len(set(keys)) == len(SWITCH_KEYS) + 1  # Enter is on two places


def test_a_switch_that_is_held_down_counts_once(with_switches):
    shown = with_switches("wait")
    on(shown)
    here = shown.window.focusWidget()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, NONE, " ", autorep=True)

    for _ in range(5):
        QCoreApplication.sendEvent(shown.window.windowHandle(), held)

    assert shown.window.focusWidget() is here


def test_a_switch_types_nothing_into_a_field(with_switches):
    shown = with_switches("email")

    on(shown)

    assert shown.line.text() == ""
    assert isinstance(shown.window.focusWidget(), KeyButton)


def test_rows_come_first_and_then_the_keys_of_one_row(with_switches):
    shown = with_switches("email")

    on(shown, 2)  # the first row, the second one
    press(shown)
    on(shown, 2)  # a, s, d
    press(shown)

    assert shown.line.text() == "d"
    assert words_here(shown) == "q"


def test_after_the_last_key_of_a_row_comes_the_row_again(with_switches):
    shown = with_switches("email")
    on(shown)
    press(shown)

    on(shown, 10)
    press(shown)
    press(shown)

    assert shown.line.text() == "q"


def test_a_letter_taken_away_leaves_the_key_at_hand(with_switches):
    shown = with_switches("email")
    shown.line.setText("anna")

    on(shown, 2)
    press(shown)
    on(shown, 9)
    press(shown, 3)

    assert shown.line.text() == "a"


def test_after_the_last_row_comes_the_button(with_switches):
    shown = with_switches("email")

    on(shown, 5)
    press(shown)

    assert shown.events == [Typed("")]


def test_pressing_on_a_field_leads_to_its_keys(with_switches):
    shown = with_switches("email")

    press(shown)

    assert shown.events == []
    assert isinstance(shown.window.focusWidget(), KeyButton)


def test_a_row_that_is_looked_at_has_a_ring_of_its_own(with_switches):
    shown = with_switches("email")
    panel = shown.body.findChildren(Keyboard)[0]
    before = panel.grab().toImage()

    on(shown)
    first = panel.grab().toImage()
    on(shown)

    assert before != first != panel.grab().toImage()


def test_another_page_of_keys_begins_at_its_first_row(with_switches):
    shown = with_switches("email")

    on(shown, 3)
    press(shown, 2)  # the row, and on it the key to the numbers
    press(shown, 2)

    assert shown.line.text() == "1"


def test_a_list_is_gone_over_row_by_row_as_far_as_it_is_seen(with_switches):
    shown = with_switches("one_school")
    rows = rows_of(shown)
    while shown.window.focusWidget() is not rows:
        on(shown)
    names = names_in(shown)

    on(shown, 2)
    press(shown)
    third = rows.currentIndex().row()
    while shown.window.focusWidget() is rows:
        on(shown)

    assert third == 2
    assert len(shown.events) == 1
    assert isinstance(shown.events[0], Picked)
    assert rows.currentIndex().row() < len(names) - 1


def test_the_first_press_shows_where_one_is(open_window, qapp):
    window = open_window(STAGES["laptop"], house=many_languages())
    window.show_attract()
    assert QTest.qWaitForWindowActive(window)
    switches = Switches(window, "f7", "f8")
    begin = window.focusWidget()

    switches.step()
    same = window.focusWidget() is begin
    switches.step()

    assert isinstance(begin, Press)
    assert same
    assert window.focusWidget() is not begin


def test_every_other_key_stays_what_it_is(with_switches):
    shown = with_switches("email")

    QTest.keyClicks(shown.line, "ana")
    hit(shown, Qt.Key.Key_Tab)

    assert shown.line.text() == "ana"
    assert shown.window.focusWidget() is not shown.line


# A program of its own, for its window outlives no test: F8 is pressed a moment after the start, and
# again, for on a busy machine the first may come within the half second in which none counts.
PRESSES_F8 = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kiosk.clock import local_time
from kiosk.resources import Folders
from kiosk.station import front_of, open_station
from kiosk.ui.app import run_kiosk
from kiosk.ui.widgets.content import Content

opened = open_station(Folders(Path(sys.argv[1]), Folders.shipped().flows), local_time)

def press(more=4):
    (window,) = QApplication.topLevelWidgets()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F8)
    on_a_page = bool(window.findChildren(Content))
    if more and not on_a_page:
        QTimer.singleShot(600, lambda: press(more - 1))
        return
    sys.stdout.write("page" if on_a_page else "first screen")
    window.may_close()
    QApplication.exit()

def station():
    QTimer.singleShot(600, press)
    return opened

sys.exit(run_kiosk(front_of(opened), station, full_screen=True))
"""


@pytest.mark.parametrize(
    ("named", "shown"),
    [("  switches: {next: f7, press: f8}\n", "page"), ("", "first screen")],
)
def test_the_program_goes_by_the_switches_of_its_site_file(tmp_path, named, shown):
    site = tmp_path / "site.yaml"
    text = read_text(Folders.shipped().site)
    site.write_text(text.replace("\nstation:\n", f"\nstation:\n{named}"), encoding="utf-8")
    homes = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CACHE", "STATE", "DATA", "CONFIG")}

    program = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PRESSES_F8, str(site)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **homes, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )

    assert (program.returncode, program.stdout) == (0, shown), program.stderr
