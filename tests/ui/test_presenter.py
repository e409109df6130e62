"""Before a room: keys lead through every scene, and by accident nothing is typed or left."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from kiosk.demo.presenting import Show, begin_presenting, title_of
from kiosk.ui.practice.typed_out import TypedLine, TypedOutBody
from kiosk.ui.presenter import Hall
from kiosk.ui.presenter_app import Stage
from kiosk.ui.presenter_pointer import PointerRing
from kiosk.ui.theme import Look
from kiosk.ui.widgets.keyboard import Keyboard
from tests.demo.shows import PASSWORD, WORDS, shipped_show
from tests.ui.conftest import FakeClock
from tests.ui.finding import button, touch, words_on
from tests.ui.samples import HOUSE

Key = Qt.Key
PAUSE = "We go on in a moment"
LEAVE = "Leave the presentation?"
Opened = Callable[..., Stage]


@pytest.fixture(scope="module")
def show() -> Show:
    """The shipped show."""
    return shipped_show()


@pytest.fixture
def stage(qapp, show: Show, clock: FakeClock) -> Iterator[Opened]:
    """Opens presentations of the shipped show; all are closed and gone when the test ends."""
    opened: list[Stage] = []

    def opens(*, alone: bool = False, language: str = "", motion: bool = False) -> Stage:
        house = replace(HOUSE, words=WORDS, touch_keyboard=False)
        begun = begin_presenting(show, language, alone=alone)
        stage = Stage(show, begun, Hall(house, Look(motion=motion), clock), full_screen=False)
        stage.open()
        stage.window.resize(1366, 768)
        opened.append(stage)
        qapp.processEvents()
        return stage

    yield opens
    for one in opened:
        one.close()
        one.deleteLater()
    qapp.processEvents()


def press(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(stage.window.windowHandle(), key)
        QApplication.processEvents()


def said(stage: Stage) -> str:
    return " ".join(words_on(stage.window))


def number_of(show: Show, name: str) -> int:
    return [slide.id for slide in show.order.slides].index(name)


def go_to(stage: Stage, show: Show, name: str) -> None:
    press(stage, Key.Key_Home, *[Key.Key_Right] * number_of(show, name))


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_PageDown, Key.Key_Space, Key.Key_Return])
def test_one_key_leads_through_the_whole_order_and_shows_each_title(
    stage: Opened, show: Show, key: Qt.Key
) -> None:
    shown = stage()

    for number in range(len(show.order.slides)):
        assert title_of(show, number, "en") in said(shown), show.order.slides[number].id
        press(shown, key)

    assert shown.presenter.now.slide == len(show.order.slides) - 1


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageUp, Key.Key_Backspace, Key.Key_Up])
def test_one_key_leads_all_the_way_back(stage: Opened, show: Show, key: Qt.Key) -> None:
    shown = stage()
    press(shown, Key.Key_End)

    for number in reversed(range(len(show.order.slides))):
        assert title_of(show, number, "en") in said(shown)
        press(shown, key)

    assert shown.presenter.now.slide == 0


def test_a_number_jumps_and_a_held_key_or_one_beside_ctrl_does_nothing(stage: Opened) -> None:
    shown = stage()
    handle = shown.window.windowHandle()
    plain = Qt.KeyboardModifier.NoModifier

    press(shown, Key.Key_5)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, plain, "", True)
    QApplication.sendEvent(handle, held)
    QTest.keyClick(handle, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert shown.presenter.now.slide == 4


def test_on_no_slide_is_there_anything_to_type_into(stage: Opened, show: Show) -> None:
    shown = stage()
    fields = (QLineEdit, QTextEdit, QPlainTextEdit, Keyboard)

    for _ in show.order.slides:
        assert not [found for kind in fields for found in shown.window.findChildren(kind)]
        before = said(shown)
        for key in (Key.Key_X, Key.Key_Tab, Key.Key_Delete, Key.Key_At, Key.Key_F10):
            press(shown, key)
        assert said(shown) == before
        press(shown, Key.Key_Right)


def test_keys_press_no_button_of_the_page_even_where_one_has_the_focus(
    stage: Opened, show: Show
) -> None:
    shown = stage()
    button(shown.window, "Start with the email").setFocus()

    press(shown, Key.Key_Space)

    assert shown.presenter.now.slide == 1
    assert shown.presenter.now.touched is None


def test_the_password_types_itself_letter_by_letter_and_its_rules_tick(
    stage: Opened, show: Show
) -> None:
    shown = stage(motion=True)
    go_to(shown, show, "password")
    body = shown.window.findChild(TypedOutBody)
    line = shown.window.findChild(TypedLine)
    assert body is not None
    assert line is not None
    assert line.text() == ""

    typed = []
    for _ in PASSWORD:
        body.type_one()
        typed.append(line.text())

    assert typed == [PASSWORD[:count] for count in range(1, len(PASSWORD) + 1)]
    assert line.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not [timer for timer in body.findChildren(QTimer) if timer.isActive()]


def test_signing_in_with_it_can_be_touched_and_leads_to_the_grades(
    stage: Opened, show: Show, clock: FakeClock
) -> None:
    shown = stage()
    go_to(shown, show, "password")
    clock.now += 1

    touch(shown.window, "Sign in")

    assert "This is what you will see" in said(shown)


def test_a_pause_hides_the_page_and_any_key_of_the_order_brings_the_same_one_back(
    stage: Opened,
) -> None:
    shown = stage()
    press(shown, Key.Key_3)
    title = said(shown)

    for key, back in ((Key.Key_B, Key.Key_B), (Key.Key_Period, Key.Key_Right)):
        press(shown, key)
        assert PAUSE in said(shown)
        press(shown, back)
        assert PAUSE not in said(shown)

    assert said(shown) == title


def test_a_touch_on_the_pause_screen_reaches_nothing_under_it(
    stage: Opened, clock: FakeClock
) -> None:
    shown = stage()
    press(shown, Key.Key_B)
    clock.now += 1
    handle = shown.window.windowHandle()

    for x in range(100, 1300, 60):
        for y in range(60, 760, 60):
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    assert shown.presenter.now.paused
    assert shown.presenter.now.touched is None


def test_esc_asks_and_only_esc_again_leaves(qtbot, stage: Opened) -> None:
    shown = stage()

    press(shown, Key.Key_Escape)
    assert LEAVE in said(shown)
    press(shown, Key.Key_F5)
    assert LEAVE not in said(shown)
    press(shown, Key.Key_Escape)

    with qtbot.waitSignal(shown.left, timeout=1000):
        press(shown, Key.Key_Escape)


def test_leaving_can_be_touched_too_and_so_can_staying(qtbot, stage: Opened) -> None:
    shown = stage()
    press(shown, Key.Key_Escape)
    touch(shown.window, "Stay")
    assert not shown.presenter.now.asking
    press(shown, Key.Key_Escape)

    with qtbot.waitSignal(shown.left, timeout=1000):
        touch(shown.window, "Leave")


def test_the_keys_are_told_and_go_again(stage: Opened) -> None:
    shown = stage()

    QTest.keyClick(shown.window.windowHandle(), Key.Key_Question)
    QApplication.processEvents()

    assert "Swap the two screens" in said(shown)
    press(shown, Key.Key_Right)
    assert "Swap the two screens" not in said(shown)
    assert shown.presenter.now.slide == 0


def test_the_notes_stand_in_the_corner_when_asked_for_with_the_time_and_the_next_title(
    stage: Opened, show: Show, clock: FakeClock
) -> None:
    shown = stage()
    notes = show.order.slides[1].notes
    press(shown, Key.Key_Right)
    assert notes not in said(shown)

    press(shown, Key.Key_N)
    clock.now += 65
    shown.presenter.tick()

    assert notes in said(shown)
    assert f"Scene 2 of {len(show.order.slides)} · 1:05" in said(shown)
    assert f"Next: {title_of(show, 2, 'en')}" in said(shown)
    press(shown, Key.Key_N)
    assert notes not in said(shown)


def test_the_next_language_mirrors_the_page_where_it_is_read_so(stage: Opened, show: Show) -> None:
    shown = stage()
    press(shown, Key.Key_4, Key.Key_L, Key.Key_L)

    frame = shown.window.page()

    assert frame is not None
    assert frame.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert shown.presenter.now.slide == 3
    press(shown, Key.Key_L)
    assert title_of(show, 3, "en") in said(shown)


def test_the_loop_shows_each_scene_for_its_time_and_begins_again(
    stage: Opened, show: Show, clock: FakeClock
) -> None:
    shown = stage(alone=True)

    seen = []
    for _ in range(len(show.order.slides) + 1):
        seen.append(shown.presenter.now.slide)
        clock.now += 11.5
        shown.presenter.tick()
        assert shown.presenter.now.slide == seen[-1]
        clock.now += 0.6
        shown.presenter.tick()

    assert seen == [*range(len(show.order.slides)), 0]


@pytest.mark.parametrize("by", ["key", "touch"])
def test_any_key_or_touch_stops_the_loop_for_good(stage: Opened, clock: FakeClock, by: str) -> None:
    shown = stage(alone=True)
    clock.now += 5
    handle = shown.window.windowHandle()

    if by == "key":
        QTest.keyClick(handle, Key.Key_X)
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    clock.now += 1000
    shown.presenter.tick()

    assert shown.presenter.now.slide == 0
    assert not shown.presenter.now.alone


def test_a_touch_plays_on_the_page_and_the_next_key_goes_on_in_the_order(
    stage: Opened, show: Show, clock: FakeClock
) -> None:
    shown = stage()
    clock.now += 1

    touch(shown.window, "Show me the grades")
    assert "This is what you will see" in said(shown)
    press(shown, Key.Key_Right)

    assert title_of(show, 1, "en") in said(shown)


def test_the_second_tap_of_two_reaches_nothing(stage: Opened, clock: FakeClock) -> None:
    shown = stage()
    clock.now += 1
    touch(shown.window, "Show me the grades")
    before = said(shown)
    clock.now += 0.2

    touch(shown.window, "Maya Example")

    assert said(shown) == before
    clock.now += 0.4
    touch(shown.window, "Maya Example")
    assert said(shown) != before


def test_a_text_size_that_is_touched_stays_for_the_scenes_that_follow(
    stage: Opened, show: Show, clock: FakeClock
) -> None:
    shown = stage()
    words = "Start with the email"
    before = button(shown.window, words).sizeHint().width()
    clock.now += 1

    touch(shown.window, "Text size")
    touch(shown.window, "Large")
    press(shown, Key.Key_Right, Key.Key_Left)

    assert button(shown.window, words).sizeHint().width() > before


def test_the_ring_follows_the_mouse_and_goes_when_it_is_still(
    stage: Opened, clock: FakeClock
) -> None:
    shown = stage()
    ring = shown.window.findChild(PointerRing)
    assert ring is not None
    assert ring.isHidden()

    QTest.mouseMove(shown.window.windowHandle(), QPoint(400, 300))
    QApplication.processEvents()

    assert ring.isVisible()
    assert (ring.geometry().center() - QPoint(400, 300)).manhattanLength() <= 1
    clock.now += 2.9
    shown.presenter.tick()
    assert ring.isVisible()
    clock.now += 0.2
    shown.presenter.tick()
    assert ring.isHidden()
    assert shown.window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_more_pages_through_a_tall_page_and_begins_again(stage: Opened, show: Show) -> None:
    shown = stage()
    go_to(shown, show, "class")
    frame = shown.window.page()
    assert frame is not None

    shares = []
    for _ in range(8):
        shares.append(frame.scrolled("demo/course"))
        press(shown, Key.Key_M)

    end = shares.index(max(shares))
    assert shares[0] == 0.0
    assert shares[: end + 1] == sorted(shares[: end + 1])
    assert shares[end + 1] == 0.0


def test_what_a_scene_marks_is_in_sight(stage: Opened, show: Show) -> None:
    shown = stage()
    go_to(shown, show, "missing_work")

    frame = shown.window.page()

    assert frame is not None
    assert frame.scrolled("demo/course") > 0


def test_nothing_of_a_presentation_is_written_anywhere(
    stage: Opened, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    shown = stage()

    press(shown, *[Key.Key_Right] * len(show.order.slides), Key.Key_Escape, Key.Key_Escape)

    assert list(tmp_path.rglob("*")) == []
    assert QGuiApplication.clipboard().text() == ""
