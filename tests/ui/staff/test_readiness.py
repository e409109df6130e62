"""Is it ready? The page says in words and shapes what the doctor finds, and puts it on paper."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage

from kiosk.site.shapes import Printing
from kiosk.staff.ready import WORDS, Colour
from kiosk.ui.staff import readiness
from kiosk.ui.staff.readiness import Readiness
from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.staff.state_mark import StateMark
from kiosk.ui.theme import TARGET, Look, Role
from kiosk.ui.voice.orders import Listed, Voice
from tests.staff.made import Machine, code_of_set, gate_in
from tests.ui.finding import STAGES, button, buttons, shown, touch, words_on
from tests.ui.staff.desks import opened, staff_kit
from tests.ui.staff.evening_desks import Office

NOON = datetime(2090, 1, 12, 12, tzinfo=UTC)
LOOK = Look(size=0, motion=False)


def voices() -> Listed:
    """A machine that speaks English alone."""
    return Listed((Voice("en_US", "English (America)"),))


def no_printer(_name: str) -> None:
    """A machine without a printer."""


class Opened:
    """The page in a window, and what stands on it once it has looked."""

    def __init__(self, office: Office, page: Readiness, window: Sheet) -> None:
        self.office, self.page, self.window = office, page, window

    def words(self) -> list[str]:
        """All words on the page."""
        return words_on(self.window)

    def said(self, words: str) -> str:
        """The one line that holds these words."""
        (line,) = (one for one in self.words() if words in one)
        return line


@pytest.fixture
def look(station, tmp_path, qtbot) -> Iterator[Callable[..., Opened]]:
    """Opens the page at a station whose files are in a folder of their own."""
    offices: list[Office] = []

    def opens(size: tuple[int, int] = (1106, 730), slips: Path = tmp_path / "slips") -> Opened:
        printing = Printing(folder=str(slips))
        of = replace(station, site=replace(station.site, printing=printing))
        office = Office(of, tmp_path / "records", NOON, notices=("The disk is full.",))
        offices.append(office)
        kit = staff_kit(replace(LOOK, tight=size[1] <= 600))
        page = Readiness(office.desk(), kit, voices, no_printer)
        window = Sheet(kit)
        qtbot.addWidget(window)
        opened(window, size)
        window.set_content(page)
        qtbot.waitUntil(lambda: button_there(window), timeout=10_000)
        return Opened(office, page, window)

    yield opens
    for office in offices:
        office.journal.close(60.0)


def button_there(window: Sheet) -> bool:
    """Whether the page can be printed: it has looked at everything."""
    return any(one.accessibleName() == readiness.PRINT for one in buttons(window))


def test_the_page_says_what_to_look_at_and_what_to_do(look):
    page = look()

    words = page.words()

    assert any(said.startswith("Families can come. ") for said in words)
    assert any(said.startswith("Look at this when there is time (") for said in words)
    assert any(said.startswith("Ready (") for said in words)
    assert "Nobody can open what families leave for a call: the key is the example's" in words
    assert page.said("kiosk follow-ups keygen")
    assert "The disk is full." in words


def test_each_finding_has_a_word_beside_its_colour(look):
    page = look()

    marks = [part for part in shown(page.window) if isinstance(part, StateMark)]

    assert {mark.text() for mark in marks} == {WORDS["amber"], WORDS["green"]}


@pytest.mark.parametrize("grey", [False, True])
def test_no_two_marks_have_the_same_shape(qtbot, grey):
    shapes = {}
    colours: tuple[Colour, ...] = ("green", "amber", "red")
    for colour in colours:
        mark = StateMark(colour, staff_kit(), 60)
        qtbot.addWidget(mark)
        image = mark.grab().toImage()
        kind = QImage.Format.Format_Mono if grey else QImage.Format.Format_RGB32
        shapes[colour] = outline(image.convertToFormat(kind))

    assert len(set(shapes.values())) == 3


def outline(image: QImage) -> tuple[int, ...]:
    """How far from the left side the first ink is, every few rows."""
    ground = image.pixelColor(0, 0)
    return tuple(
        next((x for x in range(60) if image.pixelColor(x, y) != ground), 60) // 6
        for y in range(4, 60, 8)
    )


def test_what_is_to_mend_stands_first(look):
    lost = Path(__file__) / "slips"

    page = look(slips=lost)

    words = page.words()
    assert any(said.startswith("Not ready yet: 1 thing to mend") for said in words)
    mend = words.index("Mend this before families come (1)")
    assert "cannot be written" in words[mend + 2]
    marks = [part.text() for part in shown(page.window) if isinstance(part, StateMark)]
    assert marks[0] == marks[1] == WORDS["red"]


def test_languages_in_which_listen_is_silent_are_named(look):
    page = look()

    words = page.words()
    line = words[words.index("Listen is silent in 14 languages: its button is not shown") + 1]
    assert line.startswith("Spanish · Somali")
    assert "English" not in line
    assert page.said("Listen works in 1 language")


def test_a_second_look_finds_what_was_set_since(look, qtbot):
    page = look()
    assert page.said("No staff PIN is set")

    code_of_set(gate_in(page.office.records, Machine()))
    touch(page.window, readiness.AGAIN)

    qtbot.waitUntil(lambda: "The staff PIN is set" in page.words(), timeout=10_000)


def test_the_page_is_saved_for_staff_to_print(look, tmp_path):
    page = look()

    touch(page.window, readiness.PRINT)

    (file,) = (tmp_path / "slips").glob("*.pdf")
    assert page.said(str(file))
    text = " ".join(" ".join(one.extract_text() for one in PdfReader(file).pages).split())
    assert "Families can come." in text
    assert "[Look at this] This is the made-up example district" in text
    assert "Cedar Hill Middle School, January 12, 2090, 12:00" in text


def test_a_page_that_cannot_be_saved_is_told(look):
    page = look(slips=Path(__file__) / "slips")

    touch(page.window, readiness.PRINT)

    assert page.said("The page could not be saved in ")


def test_nothing_can_be_printed_while_the_page_still_looks(station, qtbot, tmp_path):
    office = Office(station, tmp_path, NOON)

    page = Readiness(office.desk(), staff_kit(), voices, no_printer)
    qtbot.addWidget(page)
    opened(page)

    assert readiness.LOOKING in words_on(page)
    assert not button_there_on(page)
    office.journal.close(60.0)


def button_there_on(page: Readiness) -> bool:
    return any(one.accessibleName() == readiness.PRINT for one in buttons(page))


@pytest.mark.parametrize("size", STAGES.values(), ids=STAGES)
def test_every_target_is_large_enough_and_nothing_is_wider_than_the_page(look, size):
    page = look(size=size)
    least = page.page._kit.theme.px(TARGET)

    pressed = buttons(page.page)

    assert {one.accessibleName() for one in pressed} == {readiness.AGAIN, readiness.PRINT}
    assert all(min(one.width(), one.height()) >= least for one in pressed)
    for part in shown(page.page):
        assert part.mapTo(page.page, part.rect().topRight()).x() < page.page.width()


def test_the_marks_are_drawn_in_the_colours_of_the_theme(qtbot):
    kit = staff_kit()
    mark = StateMark("amber", kit, 60)
    qtbot.addWidget(mark)

    image = mark.grab().toImage()

    assert image.pixelColor(30, 52) == QColor(kit.theme.color(Role.warn))


def test_a_second_press_prints_the_page_as_it_is_now(look, tmp_path):
    page = look()
    button(page.window, readiness.PRINT).click()
    page.office.now = NOON.replace(minute=5)

    button(page.window, readiness.PRINT).click()

    assert len(list((tmp_path / "slips").glob("*.pdf"))) == 2
