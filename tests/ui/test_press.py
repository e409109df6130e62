"""Buttons and tiles: pressed and let go inside, by Enter or Space, once for a held key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.phrases import Phrases
from kiosk.resources import assets_dir
from kiosk.ui.art import Art
from kiosk.ui.fonts import Fonts
from kiosk.ui.kit import Kit
from kiosk.ui.theme import TARGET, Look, Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.press import Press
from kiosk.ui.widgets.tile import TileButton
from tests.ui.samples import hint, judge

LONG = "No, I do not have one, and I would like somebody to sit with me and make one now"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def kit(qapp) -> Kit:
    theme = Theme(Look(), Fonts(assets_dir() / "fonts"))
    return Kit(theme, Phrases(), Art(assets_dir(), theme), judge, hint)


@pytest.fixture
def two(qtbot, kit):
    page = QWidget()
    column = QVBoxLayout(page)
    tile = TileButton("Yes", kit, "yes")
    column.addWidget(tile)
    following = Button("Next", kit)
    column.addWidget(following)
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    following.setFocus()
    return page, tile


def presses(button: Press) -> list[bool]:
    seen: list[bool] = []
    button.clicked.connect(lambda: seen.append(True))
    return seen


def test_a_press_let_go_inside_counts_once(two):
    _, tile = two
    seen = presses(tile)

    QTest.mouseClick(tile, LEFT)

    assert len(seen) == 1


def test_a_press_let_go_outside_does_not_count(two):
    _, tile = two
    seen = presses(tile)

    QTest.mousePress(tile, LEFT)
    QTest.mouseMove(tile, QPoint(-30, -30))
    QTest.mouseRelease(tile, LEFT, pos=QPoint(-30, -30))

    assert seen == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_it(two, key):
    _, tile = two
    seen = presses(tile)

    QTest.keyClick(tile, key)

    assert len(seen) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_held_key_presses_once(qapp, two, key):
    _, tile = two
    seen = presses(tile)
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)

    QTest.keyPress(tile, key)
    for _ in range(5):
        qapp.sendEvent(tile, held)
    QTest.keyRelease(tile, key)

    assert len(seen) == 1


def test_arrows_go_from_one_to_the_next(two):
    page, tile = two
    tile.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(tile, Qt.Key.Key_Down)

    assert page.focusWidget().accessibleName() == "Next"


def test_the_ring_shows_to_those_who_came_by_key_and_not_after_a_touch(two):
    _, tile = two

    tile.setFocus(Qt.FocusReason.TabFocusReason)
    by_key = tile.ring_shows()
    QTest.mouseClick(tile, LEFT)
    by_touch = tile.ring_shows()

    assert (by_key, by_touch) == (True, False)


def test_the_ring_changes_what_is_painted(two):
    _, tile = two
    before = tile.grab().toImage()

    tile.setFocus(Qt.FocusReason.TabFocusReason)

    assert tile.grab().toImage() != before


def test_words_with_an_ampersand_make_no_shortcut(kit):
    tile = TileButton("Q&A", kit)

    name = tile.accessibleName()

    assert (name, tile.text(), tile.shortcut().isEmpty()) == ("Q&A", "", True)


def test_a_tile_grows_with_its_words_and_never_below_the_least_target(kit):
    short, long = TileButton("Yes", kit), TileButton(LONG, kit)

    heights = [tile.heightForWidth(400) for tile in (short, long)]

    assert heights[0] >= kit.theme.px(TARGET)
    assert heights[1] > 2 * kit.theme.font("label").pixelSize()


def test_a_long_word_breaks_rather_than_being_cut(kit):
    address = TileButton("averylongnamewithoutanyspace@averylongdomainname.example.org", kit)

    height = address.heightForWidth(300)

    assert height > 3 * kit.theme.font("label").pixelSize()


def test_a_button_is_never_narrower_than_its_longest_word(kit):
    button = Button("Ask for help", kit)

    narrow = button.minimumSizeHint().width()

    assert button.heightForWidth(narrow) >= 3 * kit.theme.font("label").pixelSize()


def test_a_detail_is_part_of_what_is_read_out(kit):
    tile = TileButton("Cedar Hill School", kit, detail="4411 Cedar Hill Road")

    name = tile.accessibleName()

    assert name == "Cedar Hill School, 4411 Cedar Hill Road"


def test_a_tick_box_stays_picked_and_looks_so(kit, qtbot):
    tile = TileButton("Maple School", kit, checkable=True)
    qtbot.addWidget(tile)
    tile.resize(500, 80)
    before = tile.grab().toImage()

    QTest.mouseClick(tile, LEFT)

    assert tile.isChecked()
    assert tile.grab().toImage() != before
