"""Line 14: whatever can hold the focus has a name, the right role and, if a field, its label."""

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from kiosk.core.view import View
from kiosk.ui.theme import SIZES
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.window import Window
from kiosk.ui.wishes import PanelName
from tests.ui.clipping import settle
from tests.ui.finding import STAGES, shown

_PRESSED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
}
_ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QAbstractButton, _PRESSED),
    (QLineEdit, {QAccessible.Role.EditableText}),
    (PickList, {QAccessible.Role.List}),
    (Keyboard, {QAccessible.Role.Grouping}),
    (QLabel, {QAccessible.Role.StaticText, QAccessible.Role.Heading}),
)


def amiss(window: QWidget) -> Iterator[str]:
    """What can hold the focus and has no name, a role of another kind, or no label."""
    for part in shown(window):
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus or not part.isEnabled():
            continue
        told = QAccessible.queryAccessibleInterface(part)
        name = told.text(QAccessible.Text.Name)
        if not name.strip():
            yield f"{type(part).__name__} has no name"
        if told.role() not in _roles_of(part):
            yield f"{name!r} is told as {told.role()}"
        if isinstance(part, QLineEdit) and not told.relations(QAccessible.RelationFlag.Label):
            yield f"{name!r} has no label"


def _roles_of(part: QWidget) -> set[QAccessible.Role]:
    return next((roles for kind, roles in _ROLES if isinstance(part, kind)), set())


def all_amiss(window: Window, views: list[View]) -> list[str]:
    """What is amiss on those pages and on every panel over the last one."""
    found = []
    for view in views:
        window.show_view(view)
        found += [f"{view.page.place} in {view.language}: {what}" for what in amiss(window)]
    for name in get_args(PanelName):
        window.open_panel(name)
        settle()
        found += [f"{name} in {views[-1].language}: {what}" for what in amiss(window)]
    window.ask_still_there(30)
    found += [f"still there in {views[-1].language}: {what}" for what in amiss(window)]
    window.close_panel()
    return found


def test_whatever_holds_the_focus_has_a_name_and_a_role_in_every_language(opened, some):
    window = opened("laptop", 1)
    window.show_attract()
    first_screen = list(amiss(window))

    found = [what for views in some.values() for what in all_amiss(window, views)]

    assert first_screen == []
    assert found == []


@pytest.mark.sweep
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_page_in_every_language_names_whatever_holds_the_focus(opened, pages, stage, size):
    window = opened(stage, size)

    found = [what for views in pages.values() for what in all_amiss(window, views)]

    assert found == []
    assert sum(map(len, pages.values())) > 100 * len(pages)


def test_a_thing_without_a_name_is_found(opened, pages):
    window = opened("laptop", 1)
    window.show_view(pages["en"][0])
    button = next(part for part in shown(window) if isinstance(part, QAbstractButton))

    button.setAccessibleName("")

    assert list(amiss(window)) == [f"{type(button).__name__} has no name"]
