"""A password never leaves its field: not by copying, not by a reader, not when the page goes."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.ui.screens.password import PasswordBody
from kiosk.ui.widgets.password_line import PasswordLine
from tests.ui.bodies import opened
from tests.ui.samples_bodies import PASSWORD, kit_for, page

CANARY = "yellow-Canary 47 spoon"
GOOD = "river yellow spoon"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("shows", [False, True])
def test_a_password_cannot_be_copied_cut_or_brought_back(open_window, shows):
    shown = opened(open_window, page("password"))
    shown.body.findChildren(PasswordLine)[0].show_letters(shows)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("as before")

    QTest.keyClicks(shown.line, CANARY)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        QTest.keyClick(shown.line, key, CONTROL)
    shown.line.setText("")
    QTest.keyClick(shown.line, Qt.Key.Key_Z, CONTROL)

    assert clipboard.text() == "as before"
    assert clipboard.text(QClipboard.Mode.Selection) == ""
    assert shown.line.text() == ""


@pytest.mark.parametrize("shows", [False, True])
def test_a_screen_reader_is_never_told_the_letters(open_window, shows):
    shown = opened(open_window, page("password"))
    shown.body.findChildren(PasswordLine)[0].show_letters(shows)
    QTest.keyClicks(shown.line, CANARY)

    said = QAccessible.queryAccessibleInterface(shown.line)
    everything = "".join(said.text(kind) for kind in QAccessible.Text)

    assert said.state().passwordEdit
    assert said.text(QAccessible.Text.Name) == "Your password"
    assert not any(part in everything for part in ("Canary", "yellow", "spoon"))


def test_nothing_of_a_password_is_left_when_its_page_goes(open_window, qapp):
    shown = opened(open_window, page("password"))
    heard: list[str] = []
    shown.window.happened.connect(lambda event: heard.append(repr(event)))
    line = shown.line
    QTest.keyClicks(line, CANARY)
    shown.press("Show")
    QTest.keyClick(line, Qt.Key.Key_Return)

    shown.window.show_view(page("wait"))
    text_after = line.text()
    _let_go(qapp)

    assert heard == ["Confirmed()"]
    assert text_after == ""
    assert not [word for word in _all_words(qapp) if "Canary" in word]


def test_a_field_that_goes_without_being_hidden_is_emptied_too(qapp):
    body = PasswordBody(PASSWORD, kit_for())
    line = body.findChildren(PasswordLine)[0]
    emptied: list[bool] = []
    line.textChanged.connect(lambda text: emptied.append(not text))
    line.setText(CANARY)

    body.deleteLater()
    _let_go(qapp)

    assert emptied[-1]


def _let_go(qapp: QApplication) -> None:
    """Lets everything that is to be deleted be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


def _all_words(qapp: QApplication) -> list[str]:
    """Every text in every property of every object alive, what a reader hears, the clipboards."""
    words = [repr(qapp.clipboard().text(mode)) for mode in QClipboard.Mode]
    for top in qapp.allWidgets():
        for thing in (top, *top.findChildren(QObject)):
            words += [repr(value) for value in _properties(thing)]
        said = QAccessible.queryAccessibleInterface(top)
        if said is not None:
            words += [said.text(kind) for kind in QAccessible.Text]
    return words


def _properties(thing: QObject) -> list[object]:
    about = thing.metaObject()
    declared = [about.property(number) for number in range(about.propertyCount())]
    names = [str(each.name()) for each in declared if "QString" in str(each.typeName())]
    return [thing.property(name) for name in names]


def test_the_search_of_the_canary_test_would_find_a_canary(qapp, qtbot):
    holder = QWidget()
    QLineEdit(CANARY, holder)
    qtbot.addWidget(holder)

    found = [word for word in _all_words(qapp) if "Canary" in word]

    assert found
