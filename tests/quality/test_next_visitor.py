"""Lines 8, 9 and 18: a station clears itself in time, and the next visitor finds nothing left."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.core.events import Chosen, LanguageChosen
from kiosk.ui.tour import picture_of_widget
from kiosk.ui.wishes import OpenPanel, SetSize, SetTheme
from tests.quality.live import Live
from tests.ui.finding import words_on

CANARY = "canary.4711@gmail.com"
ASKED = "Are you still there?"


def first_sight(live: Live) -> bytes:
    """The first screen, and the first page of a visit in the station's own language, as painted."""
    sights = [picture_of_widget(live.window)]
    live.go(())
    sights.append(picture_of_widget(live.window))
    live.controller.start_afresh()
    return b"".join(bytes(sight.constBits()) for sight in sights)


def use_it(live: Live, roads) -> None:
    """A family that changes all that can be changed, types an address and copies something."""
    live.go(roads.places["email/type_it"], "so")
    for wish in (SetSize(3), SetTheme("white_on_black")):
        live.wait(1)
        live.window.wished.emit(wish)
    live.wait(1)
    live.window.happened.emit(LanguageChosen("ar"))
    QTest.keyClicks(live.window.findChildren(QLineEdit)[-1], CANARY)
    QGuiApplication.clipboard().setText(CANARY)


def ways_to_leave(live: Live) -> dict[str, Callable[[], None]]:
    """How a visit can end, by what brings it about."""

    def alone() -> None:
        limits = live.limits
        live.wait(limits.ask_after_seconds)
        live.wait(limits.asking_seconds)

    return {
        "nobody answers": alone,
        "start over": live.controller.start_afresh,
        "a fault": live.controller.say_sorry,
    }


@pytest.mark.parametrize("how", ["nobody answers", "start over", "a fault"])
def test_the_next_visitor_sees_what_the_first_one_saw(live, roads, how):
    before = first_sight(live)
    use_it(live, roads)
    changed = picture_of_widget(live.window)

    ways_to_leave(live)[how]()
    live.wait(1)
    live.window.close_panel()
    after = first_sight(live)

    assert bytes(changed.constBits()) not in before
    assert after == before


def test_the_clipboard_and_the_selection_are_empty_for_the_next_visitor(live, roads):
    use_it(live, roads)

    live.controller.start_afresh()

    clipboard = QGuiApplication.clipboard()
    assert [clipboard.text(mode) for mode in QClipboard.Mode] == ["", "", ""]


def test_the_same_page_is_empty_for_the_next_visitor_and_nothing_can_be_undone(live, roads):
    use_it(live, roads)
    live.controller.start_afresh()

    live.go(roads.places["email/type_it"])
    line = live.window.findChildren(QLineEdit)[-1]

    assert (line.text(), line.isUndoAvailable(), line.isRedoAvailable()) == ("", False, False)
    assert live.controller.visit.language == "en"


def test_no_part_of_the_window_says_what_was_typed_when_the_visit_is_over(live, roads):
    use_it(live, roads)
    during = _said(live.window)

    live.controller.start_afresh()
    live.wait(1)

    assert CANARY in during
    assert CANARY not in _said(live.window)


def _said(window: QWidget) -> str:
    said = [window, *window.findChildren(QWidget)]
    told = [QAccessible.queryAccessibleInterface(part) for part in said]
    return " ".join(one.text(kind) for one in told if one for kind in QAccessible.Text)


def test_the_shipped_station_asks_and_clears_within_the_bounds(live):
    limits = live.limits

    assert 120 <= limits.ask_after_seconds <= 300
    assert 20 <= limits.asking_seconds <= 45
    assert limits.last_page_seconds == 30


def test_it_asks_with_a_countdown_and_then_clears(live, roads):
    live.go(roads.places["email/type_it"])
    live.wait(live.limits.ask_after_seconds - 2)
    early = ASKED in words_on(live.window)
    live.wait(2)
    asked = ASKED in words_on(live.window)
    counts = []
    for _ in range(live.limits.asking_seconds - 1):
        live.wait(1)
        counts += [words for words in words_on(live.window) if "second" in words]
    live.wait(1)

    assert (early, asked) == (False, True)
    assert len(set(counts)) >= live.limits.asking_seconds - 2
    assert live.controller.visit is None


def test_every_last_page_clears_itself_after_thirty_seconds(live, roads):
    for (code, place), road in roads.ends.items():
        live.go(road)
        ended = live.controller.visit is not None and live.controller.visit.ended

        live.wait(28)
        stays = live.controller.visit is not None
        live.wait(2)

        assert (bool(ended), stays) == (True, True), (code, place)
        assert live.controller.visit is None, (code, place)


def test_an_open_panel_keeps_nobody_from_being_asked(live):
    live.go((Chosen("parent"),))
    live.window.wished.emit(OpenPanel("size"))

    live.wait(live.limits.ask_after_seconds)

    assert ASKED in words_on(live.window)
