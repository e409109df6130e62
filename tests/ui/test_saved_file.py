"""A saved file is noticed, whichever way its editor saves, and told once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from kiosk.ui.saved_file import SavedFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with something in it."""
    path = tmp_path / "x.yaml"
    path.write_text("one", encoding="utf-8")
    return path


def replaced(path: Path, text: str) -> None:
    """Saves as careful editors do: a new file, put in the place of the old one."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def test_writing_into_the_file_after_it_was_replaced_is_noticed(qtbot, qapp, path: Path) -> None:
    file = SavedFile(path, qapp)
    with qtbot.waitSignal(file.saved):
        replaced(path, "two")

    with qtbot.waitSignal(file.saved) as noticed:
        path.write_text("three", encoding="utf-8")

    assert noticed.signal_triggered
    file.deleteLater()


def test_a_file_that_was_away_for_a_while_is_noticed_when_it_is_back(
    qtbot, qapp, path: Path
) -> None:
    file = SavedFile(path, qapp)
    quiet = file.findChild(QTimer)
    assert quiet is not None
    with qtbot.waitSignal(quiet.timeout):
        path.unlink()

    with qtbot.waitSignal(file.saved) as noticed:
        path.write_text("two", encoding="utf-8")

    assert noticed.signal_triggered
    file.deleteLater()


def test_a_file_saved_without_a_change_is_not_told(qtbot, qapp, path: Path) -> None:
    file = SavedFile(path, qapp)
    told: list[str] = []
    file.saved.connect(lambda: told.append(path.read_text(encoding="utf-8")))
    quiet = file.findChild(QTimer)
    assert quiet is not None

    with qtbot.waitSignal(quiet.timeout):
        replaced(path, "one")
    with qtbot.waitSignal(file.saved):
        path.write_text("two", encoding="utf-8")

    assert told == ["two"]
    file.deleteLater()


def test_a_file_beside_it_is_noticed_a_new_one_too(qtbot, qapp, path: Path) -> None:
    file = SavedFile(path, qapp)
    beside = path.with_name("y.yaml")

    with qtbot.waitSignal(file.saved):
        beside.write_text("one", encoding="utf-8")
    with qtbot.waitSignal(file.saved) as noticed:
        beside.write_text("two", encoding="utf-8")

    assert noticed.signal_triggered
    file.deleteLater()


def test_a_file_that_stays_away_is_told_to_be_gone_and_told_when_it_is_back(
    qtbot, qapp, path: Path
) -> None:
    file = SavedFile(path, qapp)

    with qtbot.waitSignal(file.gone):
        path.unlink()
    with qtbot.waitSignal(file.saved) as noticed:
        path.write_text("one", encoding="utf-8")

    assert noticed.signal_triggered
    file.deleteLater()
