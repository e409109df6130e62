"""Nobody gets out of the kiosk, by keys, taps, long presses, dragging or pasting, on any page."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

import kiosk
from tests.quality.live import Live
from tests.ui.finding import shown
from tests.ui.test_window import CLOSERS

TAPS = 1_000
TAPS_IN_THE_SWEEP = 20_000
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MORE_CLOSERS = [
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Meta, NONE),
    (Qt.Key.Key_Super_L, NONE),
    (Qt.Key.Key_F2, ALT),
    (Qt.Key.Key_F10, SHIFT),
    (Qt.Key.Key_U, CONTROL | SHIFT),
    (Qt.Key.Key_I, CONTROL | SHIFT),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_Insert, SHIFT),
    (Qt.Key.Key_Delete, CONTROL | ALT),
    (Qt.Key.Key_Print, NONE),
]
KEYS = [
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_A,
    Qt.Key.Key_Escape,
]
BUTTONS = (
    *[Qt.MouseButton.LeftButton] * 8,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
PLACES = (
    "setup/who",
    "email/type_it",
    "email/read_back",
    "email/whose_mail",
    "account/practice",
    "record/pick_two",
)
# What would open a window or a program of its own.
SHUT = (
    "QFileDialog",
    "QMessageBox",
    "QInputDialog",
    "QColorDialog",
    "QDesktopServices",
    "QMenu",
    "QToolTip",
    "setToolTip",
    "setOpenExternalLinks",
    "QWebEngine",
)


def out(live: Live) -> list[str]:
    """Whatever is open beside the one window, or has taken its place."""
    return [
        type(one).__name__
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and one is not live.window
    ] + ([] if live.window.isVisible() else ["the window is gone"])


def at_random(live: Live, count: int) -> set[str]:
    """So many taps and keys at random places; gives the pages that came. It is the same each
    time, and stops at the first thing that breaks out."""
    chance = random.Random(4711)  # noqa: S311 - taps, not secrets
    handle = live.window.windowHandle()
    came = set()
    for number in range(count):
        live.wait(1)
        if chance.random() < 0.8:
            at = QPoint(
                chance.randrange(live.window.width()), chance.randrange(live.window.height())
            )
            QTest.mouseClick(handle, chance.choice(BUTTONS), NONE, at)
        else:
            QTest.keyClick(handle, chance.choice(KEYS), NONE)
        visit = live.controller.visit
        came.add(visit.place if visit else "the first screen")
        assert out(live) == [], f"tap {number} on {came}"
    return came


def test_a_thousand_taps_and_keys_at_random_stay_in_the_kiosk(live):
    came = at_random(live, TAPS)

    assert len(came) >= 8
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.sweep
def test_twenty_thousand_taps_and_keys_at_random_stay_in_the_kiosk(live):
    came = at_random(live, TAPS_IN_THE_SWEEP)

    assert len(came) >= 20


def test_no_key_breaks_out_of_any_kind_of_page(live, roads):
    handle = live.window.windowHandle()

    for place in PLACES:
        live.go(roads.places[place])
        before = live.controller.visit
        for key, held in (*CLOSERS, *MORE_CLOSERS):
            QTest.keyClick(handle, key, held)
            assert out(live) == [], (place, key)
        assert live.controller.visit is before, place


def test_shift_five_times_and_a_long_press_open_nothing(live, roads):
    live.go(roads.places["email/type_it"])
    handle = live.window.windowHandle()
    middle = live.window.rect().center()

    for _ in range(5):
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, NONE, middle)
    live.wait(5)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NONE, middle)

    assert out(live) == []
    assert live.controller.visit is not None


def test_no_part_of_any_page_has_a_menu_a_tooltip_or_a_link(opened, pages):
    window = opened("laptop", 1)
    off = []

    for view in pages["en"]:
        window.show_view(view)
        for part in shown(window):
            asked = QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, QPoint(2, 2), part.mapToGlobal(QPoint(2, 2))
            )
            QApplication.sendEvent(part, asked)
            if QApplication.activePopupWidget() or part.findChildren(QMenu):
                off.append((view.page.place, type(part).__name__, "a menu"))
            if part.toolTip() or part.whatsThis() or part.statusTip():
                off.append((view.page.place, type(part).__name__, "a tip"))
            if isinstance(part, QLabel) and _is_linked(part):
                off.append((view.page.place, part.text(), "a link"))

    assert off == []


def _is_linked(label: QLabel) -> bool:
    plain = label.textFormat() == Qt.TextFormat.PlainText
    return label.openExternalLinks() or (not plain and "<" in label.text())


def test_nothing_can_be_dropped_on_any_page(opened, pages):
    window = opened("laptop", 1)
    carried = QMimeData()
    carried.setText("dropped")
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    taken = []

    for view in pages["en"]:
        window.show_view(view)
        for part in (window, *shown(window)):
            comes = QDragEnterEvent(QPoint(2, 2), copy, carried, left, NONE)
            comes.ignore()
            drops = QDropEvent(QPointF(2, 2), copy, carried, left, NONE)
            if part.acceptDrops():
                QApplication.sendEvent(part, comes)
                QApplication.sendEvent(part, drops)
                taken.append((view.page.place, type(part).__name__))

    assert taken == []


def test_nothing_is_pasted_into_any_field(opened, pages):
    window = opened("laptop", 1)
    QGuiApplication.clipboard().setText("pasted")
    fields = 0

    for view in pages["en"]:
        window.show_view(view)
        for line in window.findChildren(QLineEdit):
            fields += 1
            line.setFocus()
            for key, held in ((Qt.Key.Key_V, CONTROL), (Qt.Key.Key_Insert, SHIFT)):
                QTest.keyClick(line, key, held)
            QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
            assert "pasted" not in line.text(), view.page.place

    QGuiApplication.clipboard().clear()
    assert fields > 5


def test_no_part_of_the_window_can_open_a_dialog_a_menu_or_another_program():
    sources = sorted((Path(kiosk.__file__).parent / "ui").rglob("*.py"))

    found = [
        (path.name, word) for path in sources for word in SHUT if word in path.read_text("utf-8")
    ]

    assert len(sources) > 50
    assert found == []


def test_what_breaks_out_is_found(live):
    stray = QLabel("a window of its own")
    stray.show()

    found = out(live)

    stray.close()
    stray.deleteLater()
    assert found == ["QLabel"]
