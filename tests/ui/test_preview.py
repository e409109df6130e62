"""The author's window shows what was saved, stays on the page, and tells what is off beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit

from kiosk.commands.preview import opener, screen_of
from kiosk.core.errors import FilesNotSound, KioskError, Missing
from kiosk.core.events import Chosen, WentBack
from kiosk.resources import Folders
from kiosk.ui.preview import Preview, Spot
from kiosk.ui.window import Window
from kiosk.ui.wishes import OpenPanel, SetSize, StartOver
from tests.conftest import change
from tests.ui.finding import words_on

WAS = "What is your email address?"
NOW = "Which address do you read?"
Opened = Callable[..., Preview]


@pytest.fixture
def preview(qapp, flows: Path) -> Iterator[Opened]:
    """Opens the preview of a screen of the copied flows; it is gone when the test ends."""
    opened: list[Preview] = []

    def opens(flow: str = "email", screen: str = "type_it") -> Preview:
        file, read = opener(Folders(flows / "site.example.yaml", flows), flow)
        shown = Preview(read, Spot(file, flow, screen))
        shown.show()
        opened.append(shown)
        return shown

    yield opens
    for shown in opened:
        shown.close()
        shown.deleteLater()
    qapp.processEvents()


def window_of(shown: Preview) -> Window:
    window = shown.findChild(Window)
    assert window is not None
    return window


def page(shown: Preview) -> str:
    return " ".join(words_on(window_of(shown)))


def beside(shown: Preview) -> str:
    panel = shown.findChild(QTextEdit)
    assert panel is not None
    return panel.toPlainText() if panel.isVisible() else ""


def test_the_page_is_shown_with_words_that_read_well(preview: Opened) -> None:
    shown = preview("one_school", "has_it")

    words = page(shown)

    assert "Cedar Hill" in words
    assert "{" not in words
    assert beside(shown) == ""


def test_a_saved_edit_is_shown_on_the_same_page(qtbot, preview: Opened, flows: Path) -> None:
    shown = preview()
    assert WAS in page(shown)

    change(flows / "email.yaml", WAS, NOW)

    qtbot.waitUntil(lambda: NOW in page(shown))
    assert shown.visit.place == "email/type_it"


def test_an_editor_that_puts_a_new_file_in_place_is_followed_each_time(
    qtbot, preview: Opened, flows: Path
) -> None:
    shown = preview()
    path = flows / "email.yaml"
    sound = path.read_text(encoding="utf-8")

    for words in (NOW, "And now?", "And in the end?"):
        new = flows / "email.yaml~"
        new.write_text(sound.replace(WAS, words), encoding="utf-8")
        new.replace(path)

        qtbot.waitUntil(lambda words=words: words in page(shown))


def test_a_broken_edit_leaves_the_last_good_page_and_is_told_by_line_until_it_is_mended(
    qtbot, preview: Opened, flows: Path
) -> None:
    shown = preview()
    path = flows / "email.yaml"
    line = path.read_text(encoding="utf-8").partition("checks:")[0].count("\n") + 1

    change(path, "checks:", "chekcs:")

    qtbot.waitUntil(lambda: beside(shown) != "")
    assert f"line {line}, column 5 · K112\nunknown key 'chekcs'" in beside(shown)
    assert "The page is the last good one." in beside(shown)
    assert WAS in page(shown)

    change(change(path, "chekcs:", "checks:"), WAS, NOW)

    qtbot.waitUntil(lambda: beside(shown) == "")
    assert NOW in page(shown)


def test_a_file_that_was_taken_away_is_told_until_it_is_back(
    qtbot, preview: Opened, flows: Path
) -> None:
    shown = preview()
    path = flows / "email.yaml"
    sound = path.read_text(encoding="utf-8")

    path.unlink()

    qtbot.waitUntil(lambda: "email.yaml is not there. Save it again" in beside(shown))
    assert WAS in page(shown)

    path.write_text(sound, encoding="utf-8")

    qtbot.waitUntil(lambda: beside(shown) == "")
    assert WAS in page(shown)


def test_a_problem_in_a_file_beside_it_is_told_with_its_name_until_that_one_is_saved(
    qtbot, preview: Opened, flows: Path
) -> None:
    shown = preview()
    other = flows / "reply.yaml"

    change(other, "start: ", "strat: ")

    qtbot.waitUntil(lambda: "reply.yaml line " in beside(shown))
    assert "email.yaml" not in beside(shown)

    change(other, "strat: ", "start: ")

    qtbot.waitUntil(lambda: beside(shown) == "")


def test_a_visit_that_was_played_on_stays_where_it_is(qtbot, preview: Opened, flows: Path) -> None:
    shown = preview("email", "have_one")
    window = window_of(shown)
    window.happened.emit(Chosen("unsure"))
    assert shown.visit.place == "email/look_on_phone"

    change(flows / "email.yaml", "  look_on_phone:\n    ask: ", "  look_on_phone:\n    ask: Now, ")

    qtbot.waitUntil(lambda: "Now, " in page(shown))
    window.happened.emit(WentBack())
    assert shown.visit.place == "email/have_one"


def test_a_page_that_an_edit_took_away_gives_way_to_the_first(
    qtbot, preview: Opened, flows: Path
) -> None:
    shown = preview("signed_in", "colours")
    path = flows / "signed_in.yaml"
    sound = path.read_text(encoding="utf-8")

    path.write_text(sound.replace("colours", "tints"), encoding="utf-8")

    qtbot.waitUntil(lambda: shown.visit.place == "signed_in/sign_in_again")
    assert beside(shown) == ""


def test_the_family_buttons_work_and_start_over_leads_to_the_page_that_was_asked_for(
    preview: Opened,
) -> None:
    shown = preview("email", "have_one")
    window = window_of(shown)
    window.happened.emit(Chosen("unsure"))

    window.wished.emit(OpenPanel("size"))
    window.wished.emit(SetSize(3))
    window.wished.emit(StartOver())

    assert shown.visit.place == "email/have_one"


def test_a_file_is_named_by_its_flow_or_by_its_path(flows: Path) -> None:
    folders = Folders(flows / "site.example.yaml", flows)

    by_name, read = opener(folders, "email")
    by_path, _ = opener(Folders.shipped(), str(flows / "email.yaml"))

    assert by_name == by_path == (flows / "email.yaml").resolve()
    assert screen_of(read(), "email", None) == "have_one"
    assert screen_of(read(), "email", "type_it") == "type_it"


def test_what_cannot_be_shown_is_told(flows: Path) -> None:
    folders = Folders(flows / "site.example.yaml", flows)
    _, read = opener(folders, "email")

    with pytest.raises(Missing, match=r"gone\.yaml is not there\. Name a flow"):
        opener(folders, "gone")
    with pytest.raises(
        KioskError, match=r"'email' shows no screen 'typ_it'\. It shows: have_one, "
    ):
        screen_of(read(), "email", "typ_it")
    change(flows / "email.yaml", "start: ", "strat: ")
    with pytest.raises(FilesNotSound):
        read()
