"""Line 7: where the focus is can always be seen: a ring of 2 pixels or more, never under keys."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.core.view import Form, Password, View
from kiosk.resources import assets_dir
from kiosk.ui.fonts import Fonts
from kiosk.ui.theme import SIZES, THEMES, Look, Role, Theme
from kiosk.ui.tour import picture_of_widget
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.press import Press
from kiosk.ui.window import Window
from tests.ui.clipping import settle
from tests.ui.finding import STAGES, place_of, seen_place, shown

LEAST = 2
MOST_STOPS = 60
FOCUS = (Role.focus, Role.stage_focus)


def ring_px(picture: QImage, at: QRect, ring: QColor) -> int:
    """How many pixels of that colour follow each other from the upper edge inwards, at the best
    of a few columns, within the upper quarter."""
    columns = [at.left() + at.width() * part // 8 for part in range(1, 8)]
    depth = max(at.height() // 4, 8)
    return max(_run(picture, QPoint(x, at.top()), depth, ring) for x in columns)


def _run(picture: QImage, top: QPoint, depth: int, ring: QColor) -> int:
    longest = run = 0
    for down in range(depth):
        same = picture.pixelColor(top + QPoint(0, down)) == ring
        run = run + 1 if same else 0
        longest = max(longest, run)
    return longest


@pytest.mark.parametrize("name", THEMES)
def test_the_ring_of_all_that_is_reached_by_tab_is_two_pixels_or_more(opened, some, name):
    window = opened("laptop", 1, name)
    theme = Theme(Look(theme=name), Fonts(assets_dir() / "fonts"))
    colors = [theme.color(role) for role in FOCUS]

    thin, seen = [], 0
    for view in some["en"][::6]:
        window.show_view(view)
        for _ in range(12):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
            held = _framed(window.focusWidget())
            if not isinstance(held, Press | FieldBox) or isinstance(held, KeyButton):
                continue
            picture, at = picture_of_widget(window), place_of(held, window)
            widest = max(ring_px(picture, at, color) for color in colors)
            seen += 1
            if widest < LEAST:
                thin.append((view.page.place, held.accessibleName(), widest))

    assert thin == []
    assert seen > 40


def _framed(held: QWidget | None) -> QWidget | None:
    return held.parentWidget() if isinstance(held, QLineEdit) else held


def under_the_keys(window: Window) -> list[str]:
    """What can hold the focus, is none of the keys, and lies in the keyboard's place."""
    keyboards = [part for part in shown(window) if isinstance(part, Keyboard)]
    others = [
        part
        for part in shown(window)
        if isinstance(part, Press | FieldBox) and not isinstance(part, KeyButton)
    ]
    return [
        part.accessibleName()
        for keyboard in keyboards
        for part in others
        if not keyboard.isAncestorOf(part)
        and seen_place(part, window).intersects(seen_place(keyboard, window))
    ]


def _typed_into(views: list[View]) -> list[View]:
    return [view for view in views if isinstance(view.body, Form | Password)]


def _hidden(window: Window, views: list[View]) -> list[tuple[str, list[str]]]:
    found = []
    for view in _typed_into(views):
        window.show_view(view)
        settle()
        if not any(isinstance(part, Keyboard) for part in shown(window)):
            found.append((view.page.place, ["no keyboard at all"]))
        found.append((view.page.place, under_the_keys(window)))
    return [(place, names) for place, names in found if names]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("size", [1, 3])
def test_nothing_that_holds_the_focus_lies_under_the_keys_of_the_screen(opened, some, stage, size):
    window = opened(stage, size)

    off = [one for views in some.values() for one in _hidden(window, views)]

    assert off == []


@pytest.mark.sweep
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_under_the_keys_on_any_page_in_any_language(opened, pages, stage, size):
    window = opened(stage, size)

    off = [one for views in pages.values() for one in _hidden(window, views)]

    assert off == []
