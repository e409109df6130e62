"""The page on which staff measure the screen: what is drawn, and what it gives."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui.measure import CARD_MM, LEAST, MOST, Measure
from tests.ui.finding import button


@pytest.fixture
def page(qtbot):
    page = Measure(4.0)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    page.setFocus()
    return page


def heard(page: Measure) -> list[object]:
    given: list[object] = []
    page.done.connect(given.append)
    return given


def test_the_card_has_the_shape_of_a_bank_card_at_any_size(page):
    for _ in range(30):
        card = page.card()
        assert card.width() / card.height() == pytest.approx(CARD_MM[0] / CARD_MM[1], rel=0.005)
        page.grow(10)


def test_a_card_drawn_too_small_is_made_larger_until_it_fits(page):
    given = heard(page)

    for _ in range(3):
        QTest.mouseClick(button(page, "Larger"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(page, "Smaller"), Qt.MouseButton.LeftButton)
    wide = page.card().width()
    QTest.mouseClick(button(page, "It fits"), Qt.MouseButton.LeftButton)

    assert wide == round(4.0 * CARD_MM[0]) + 2
    assert given == [round(wide / CARD_MM[0], 2)]


def test_arrows_change_the_card_and_enter_keeps_it(page):
    given = heard(page)

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(page.focusWidget() or page, key)
    QTest.keyClick(page, Qt.Key.Key_Return)

    assert given == [round((round(4.0 * CARD_MM[0]) + 11) / CARD_MM[0], 2)]


def test_arrows_change_the_card_also_from_a_button(page):
    before = page.card().width()
    larger = button(page, "Larger")
    larger.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(larger, Qt.Key.Key_Left)

    assert page.card().width() == before - 1
    assert larger.hasFocus()


def test_the_left_edge_stays_where_the_real_card_lies(page):
    before = page.card()

    page.grow(25)

    assert page.card().left() == before.left()
    assert abs(page.card().center().y() - before.center().y()) <= 1


@pytest.mark.parametrize(("pixels", "end"), [(-9000, LEAST), (9000, MOST)])
def test_no_screen_is_denser_or_coarser_than_a_site_file_takes(page, pixels, end):
    page.grow(pixels)

    assert page.density() == pytest.approx(end, abs=0.006)
    assert LEAST <= page.density() <= MOST


def test_who_leaves_gives_no_result(page):
    given = heard(page)

    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert given == [None]
