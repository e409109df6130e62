"""Line 15: what is refused is told in words right beside it, and the focus goes there."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kiosk.core.view import Form, Pick, View
from kiosk.ui.theme import SIZES
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.window import Window
from tests.ui.clipping import settle
from tests.ui.finding import STAGES, place_of, shown

NEAR_MM = 12.0


def refused(views: list[View]) -> list[View]:
    """The pages on which something was refused."""
    return [view for view in views if getattr(view.body, "refusal", "")]


def amiss(window: Window, view: View, near: float) -> list[str]:
    """What is amiss on a page that refuses: words unseen or far away, focus elsewhere, silence."""
    window.show_view(view)
    settle()
    words = getattr(view.body, "refusal", "")
    told = [part for part in shown(window) if isinstance(part, QLabel) and part.text() == words]
    if len(told) != 1:
        return [f"the words stand there {len(told)} times"]
    held = window.focusWidget()
    return [
        *(["the words are out of sight"] if not _whole(told[0]) else []),
        *(_of_field(held, told[0], window, near) if isinstance(view.body, Form) else []),
        *(_of_list(held) if isinstance(view.body, Pick) else []),
    ]


def _whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect().height() >= part.height()


def _of_field(held: QWidget | None, told: QLabel, window: Window, near: float) -> list[str]:
    if not isinstance(held, QLineEdit):
        return ["the focus is not in the field"]
    box = held.parentWidget()
    assert isinstance(box, FieldBox)
    said = QAccessible.queryAccessibleInterface(held).text(QAccessible.Text.Description)
    return [
        *([] if said == told.text() else ["a screen reader is not told"]),
        *([] if _apart(place_of(told, window), place_of(box, window)) <= near else ["far away"]),
    ]


def _apart(one: QRect, other: QRect) -> int:
    return max(one.top() - other.bottom(), other.top() - one.bottom(), 0)


def _of_list(held: QWidget | None) -> list[str]:
    return [] if held is not None and held.accessibleName() else ["the focus is nowhere"]


def _all(window: Window, views: list[View]) -> list[str]:
    near = NEAR_MM * 3.9
    return [
        f"{view.page.place} in {view.language}: {what}"
        for view in refused(views)
        for what in amiss(window, view, near)
    ]


@pytest.mark.parametrize(("stage", "size"), [("laptop", 1), ("small", 3)])
def test_every_refusal_stands_beside_its_field_and_is_told(opened, pages, stage, size):
    window = opened(stage, size)

    off = [what for code in ("en", "ar", "am") for what in _all(window, pages[code])]

    assert len(refused(pages["en"])) >= 3
    assert off == []


@pytest.mark.sweep
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_refusal_in_every_language_stands_beside_its_field(opened, pages, stage, size):
    window = opened(stage, size)

    off = [what for views in pages.values() for what in _all(window, views)]

    assert off == []


def test_a_refusal_that_is_not_told_is_found(opened, pages):
    window = opened("laptop", 1)
    view = next(view for view in refused(pages["en"]) if isinstance(view.body, Form))
    sound = amiss(window, view, 60)

    line = window.focusWidget()
    line.setAccessibleDescription("")
    words = getattr(view.body, "refusal", "")
    told = next(part for part in window.findChildren(QLabel) if part.text() == words)

    assert sound == []
    assert _of_field(line, told, window, 60) == ["a screen reader is not told"]
