"""The window: panels, double taps, closing, focus, and pages that do not pile up."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.core.events import AskedHelp, Chosen, LanguageChosen, WentBack
from kiosk.ui.theme import THEMES, Look
from kiosk.ui.tour import picture_of_widget
from kiosk.ui.widgets.content import Content
from kiosk.ui.widgets.press import Press
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.scroll import Scroll
from kiosk.ui.window import Window
from kiosk.ui.wishes import ClosePanel, OpenPanel, SetSize, SetTheme, StartOver, StillHere
from tests.ui.finding import button, buttons, shown, touch, touch_at, words_on
from tests.ui.samples import QUESTION, SAMPLES, TWO_ANSWERS, many_languages, mirrored

CLOSERS = [
    (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    *((getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier) for key in "QWPOSN"),
    *(
        (key, Qt.KeyboardModifier.NoModifier)
        for key in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_F1,
            Qt.Key.Key_F5,
            Qt.Key.Key_F10,
            Qt.Key.Key_F11,
            Qt.Key.Key_Menu,
            Qt.Key.Key_Print,
        )
    ),
]


@pytest.fixture
def heard(open_window):
    """A window on a page, and all that it reports."""
    window = open_window(house=many_languages())
    window.show_view(TWO_ANSWERS)
    reports: list[object] = []
    window.happened.connect(reports.append)
    window.wished.connect(reports.append)
    return window, reports


@pytest.mark.parametrize(
    ("words", "report"),
    [
        ("Yes, it came", Chosen("yes")),
        ("Back", WentBack()),
        ("Ask for help", AskedHelp()),
        ("Start over", OpenPanel("start_over")),
        ("Text size", OpenPanel("size")),
        ("Contrast", OpenPanel("contrast")),
        ("Language: English", OpenPanel("language")),
    ],
)
def test_each_touch_gives_one_report(heard, words, report):
    window, reports = heard

    touch(window, words)

    assert reports == [report]


@pytest.mark.parametrize(
    ("panel", "words", "report"),
    [
        ("language", "Soomaali", LanguageChosen("so")),
        ("language", "Close", ClosePanel()),
        ("size", "Largest", SetSize(3)),
        ("contrast", "White on black", SetTheme("white_on_black")),
        ("start_over", "Yes, start over", StartOver()),
        ("start_over", "No, stay here", ClosePanel()),
    ],
)
def test_a_panel_reports_what_is_wanted(heard, panel, words, report):
    window, reports = heard
    window.open_panel(panel)

    touch(window, words)

    assert reports == [report]


def test_what_is_chosen_now_is_marked_in_its_panel(heard):
    window, _ = heard

    window.open_panel("size")

    picked = [one.accessibleName() for one in buttons(window) if one.isChecked()]
    assert picked == ["Normal"]


def test_a_touch_beside_a_panel_does_nothing(heard):
    window, reports = heard
    under = button(window, "Ask for help")
    at = under.mapTo(window, under.rect().center())
    window.open_panel("size")

    touch_at(window, at)

    assert reports == []


def test_under_a_panel_nothing_is_reached_by_tab(heard):
    window, _ = heard
    window.open_panel("size")
    wanted = {"Small", "Normal", "Large", "Largest", "Close"}

    reached = set()
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(window.focusWidget().accessibleName())

    assert reached - {"How big should the words be?"} == wanted


def test_a_panel_that_closes_gives_the_focus_back(heard):
    window, _ = heard
    button(window, "Text size").setFocus(Qt.FocusReason.TabFocusReason)
    window.open_panel("size")

    window.close_panel()

    assert window.focusWidget().accessibleName() == "Text size"


def test_somebody_who_is_still_there_says_so(heard):
    window, reports = heard
    window.ask_still_there(30)

    touch(window, "Yes, I am here")

    assert reports == [StillHere()]


def test_the_seconds_that_are_left_are_counted_in_one_panel(heard):
    window, _ = heard

    window.ask_still_there(30)
    panels = len(shown(window))
    window.ask_still_there(29)

    assert "29 seconds left" in words_on(window)
    assert len(shown(window)) == panels


def test_behind_the_shield_a_touch_presses_nothing(heard):
    window, reports = heard
    window.shield(True)

    touch(window, "Yes, it came")
    held_off = list(reports)
    window.shield(False)
    touch(window, "Yes, it came")

    assert (held_off, reports) == ([], [Chosen("yes")])


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_paints_another_page(open_window, theme):
    window = open_window(look=Look(theme=theme, motion=False))
    other = open_window(look=Look(theme="warm" if theme != "warm" else "low_glare", motion=False))

    for one in (window, other):
        one.show_view(QUESTION)

    assert picture_of_widget(window) != picture_of_widget(other)


def test_a_new_look_holds_from_the_next_view_on(open_window):
    window = open_window((1024, 600))
    window.show_view(QUESTION)
    before = window.findChild(Content).title.height()

    window.set_look(Look(size=3, motion=False))
    window.show_view(QUESTION)

    assert window.findChild(Content).title.height() > before


def test_a_window_that_becomes_active_marks_no_title(open_window, qapp):
    window = open_window()
    other = open_window()
    window.show_view(QUESTION)

    window.activateWindow()
    qapp.processEvents()

    assert window.isActiveWindow()
    assert not other.isActiveWindow()
    assert window.findChild(Content).title.hasFocus()
    assert not window.findChild(Content).title.ring


def test_the_focus_goes_to_the_next_title_and_stops_nowhere(heard):
    window, _ = heard
    button(window, "Yes, it came").setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[object] = []
    window.windowHandle().focusObjectChanged.connect(stops.append)

    window.show_view(QUESTION)

    assert [stop for stop in stops if isinstance(stop, Press)] == []
    assert stops[-1] is window.findChild(Content).title


def test_a_page_slides_in_and_comes_to_rest(open_window, qtbot):
    window = open_window(look=Look(motion=True))
    window.show_view(QUESTION)
    content = window.findChild(Content)
    qtbot.waitUntil(lambda: content.x() == 0)
    at_rest = picture_of_widget(window)
    window.show_view(QUESTION)
    began = window.findChild(Content).x()

    qtbot.waitUntil(lambda: window.findChild(Content).x() == 0, timeout=1000)

    assert began > 0
    assert picture_of_widget(window) == at_rest


def test_a_mark_comes_to_rest_where_its_words_do(open_window, qtbot):
    window = open_window(look=Look(motion=True))
    window.show_view(QUESTION)
    title = window.findChild(Content).title
    window.page().mark(title.text())

    qtbot.waitUntil(lambda: window.findChild(Content).x() == 0)

    mark = window.findChild(ReadingMark)
    words = title.mapTo(mark.parentWidget(), QPoint(0, 0)).x()
    assert 0 < words - mark.x() < 20


@pytest.mark.parametrize(
    ("turn", "forward", "side"), [(0, True, 1), (0, False, -1), (1, True, -1), (1, False, 1)]
)
def test_a_page_comes_from_where_one_reads_on(open_window, turn, forward, side):
    window = open_window(look=Look(motion=True))

    window.show_view(mirrored(QUESTION) if turn else QUESTION, forward)

    assert window.findChild(Content).x() * side > 0


def test_without_motion_a_page_is_there_at_once(open_window):
    window = open_window(look=Look(motion=False))

    window.show_view(QUESTION)

    assert window.findChild(Content).x() == 0


def test_full_screen_is_not_closed_by_the_window_manager(open_window):
    window = open_window(full_screen=True)

    closed = window.close()

    assert not closed
    assert window.isVisible()


def test_full_screen_closes_when_the_machine_asks(open_window):
    window = open_window(full_screen=True)

    window.may_close()

    assert window.close()


@pytest.mark.parametrize(("key", "with_key"), CLOSERS)
def test_no_key_breaks_out(heard, key, with_key):
    window, reports = heard
    before = words_on(window)

    QTest.keyClick(window.windowHandle(), key, with_key)

    assert window.isVisible()
    assert (reports, words_on(window)) == ([], before)


def test_a_right_click_opens_nothing(heard, qapp):
    window, reports = heard

    at = window.rect().center()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.RightButton, none, at)

    assert qapp.activePopupWidget() is None
    assert reports == []


def test_nothing_is_said_by_tooltips(heard):
    window, _ = heard

    said = [part.toolTip() for part in shown(window) if part.toolTip()]

    assert said == []


def test_three_thousand_pages_do_not_pile_up(open_window, qapp):
    window = open_window((1024, 600))
    pages = (QUESTION, TWO_ANSWERS, SAMPLES["done"])

    def after(count: int) -> int:
        for number in range(count):
            window.show_view(pages[number % len(pages)])
            if number % 50 == 0:
                qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete, as the event loop does
        qapp.processEvents()
        qapp.sendPostedEvents(None, 52)
        return len(window.findChildren(QObject))

    first = after(30)
    last = after(3000)

    assert last == first


def test_twenty_thousand_void_calls_lose_no_reference_to_none(open_window):
    window = open_window((200, 100))
    before = sys.getrefcount(None)

    for _ in range(20_000):
        window.update()

    lost = before - sys.getrefcount(None)
    assert abs(lost) < 200


def test_the_same_page_is_painted_the_same_twice(open_window):
    pictures: list[QImage] = []

    for _ in range(2):
        window = open_window()
        window.show_view(QUESTION)
        pictures.append(picture_of_widget(window))

    assert pictures[0] == pictures[1]


def test_a_page_in_another_language_or_size_is_scrolled_as_far(open_window):
    window = open_window((1024, 600), Look(size=3, motion=False))
    window.show_view(SAMPLES["steps"])
    while "More" in words_on(window):
        touch(window, "More")

    window.show_view(mirrored(SAMPLES["steps"]))
    turned = _ends(window)
    window.set_look(Look(size=2, motion=False))
    window.show_view(mirrored(SAMPLES["steps"]))
    smaller = _ends(window)
    window.show_view(replace(QUESTION, page=replace(QUESTION.page, place="sample/other")))

    assert (turned, smaller) == ((False, True), (False, True))
    assert _ends(window)[0]


def _ends(window: Window) -> tuple[bool, bool]:
    """Whether the top of the page shows, and whether its end does."""
    scroll = window.findChild(Scroll)
    assert scroll is not None
    return scroll.at_start(), scroll.at_end()
