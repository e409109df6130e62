"""Set up: staff change the site file page by page, see what changes, save, and go back."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.records.journal import Journal
from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.staff.site_versions import earlier
from kiosk.station import Station
from kiosk.ui.staff.desk import Act, Desk, ReadAgain
from kiosk.ui.staff.setup import SetUp
from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.theme import TARGET, Look
from kiosk.ui.widgets.tile import TileButton
from tests.conftest import change
from tests.ui.finding import STAGES, button, buttons, shown, words_on
from tests.ui.staff.desks import staff_kit

Open = Callable[..., "Pages"]
TABLE = (
    "name,phone,days,hours\n"
    "Pine Ridge,555-0171,Mon-Fri,8:00-15:00\n"
    "Oak Park,555-0172,Mon-Fri,all day\n"
)


class Pages:
    """The set-up on a sheet, with what it asked of the desk."""

    def __init__(self, station: Station, path: Path, home: Path, size: tuple[int, int]) -> None:
        self.path, self.asked = path, list[Act]()
        desk = Desk(
            station=station,
            folders=replace(Folders.shipped(), site=path),
            records=home,
            journal=cast(Journal, cast(Any, None)),
            visit=lambda: None,
            act=self._act,
            now=lambda: datetime(2026, 5, 4, 18, 30, tzinfo=UTC),
            notices=lambda: (),
        )
        kit = staff_kit(Look(size=0, motion=False, tight=size[1] < 700))
        self.sheet = Sheet(kit)
        self.sheet.resize(*size)
        self.sheet.set_content(SetUp(desk, kit, home))
        self.sheet.show()
        self.sheet.activateWindow()

    def _act(self, act: Act) -> str:
        self.asked.append(act)
        return ""

    def press(self, *words: str) -> None:
        """Presses what has those words, or begins with them: a tile says its value, too."""
        for one in words:
            found = [
                b for b in buttons(self.sheet) if f"{b.accessibleName()}, ".startswith(f"{one}, ")
            ]
            assert len(found) == 1, f"{len(found)} say {one!r}: {words_on(self.sheet)}"
            found[0].click()
            self.sheet.setFocus()

    def type(self, text: str) -> None:
        """Puts that in the place of what is in the field, and takes it."""
        line = next(part for part in shown(self.sheet) if isinstance(part, QLineEdit))
        line.setText("")
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def says(self, words: str) -> bool:
        """Whether those words stand on the page."""
        return any(words in one for one in words_on(self.sheet))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def own(home: Path) -> Path:
    """A file of a school's own."""
    return Path(shutil.copy(Folders.shipped().site, home / "site.yaml"))


@pytest.fixture
def opens(qapp, station: Station, home: Path) -> Iterator[Open]:
    """Opens the set-up with a site file."""
    made: list[Pages] = []

    def opened(path: Path, size: tuple[int, int] = (1106, 730)) -> Pages:
        made.append(Pages(station, path, home, size))
        return made[-1]

    yield opened
    for pages in made:
        pages.sheet.close()
        pages.sheet.deleteLater()
    qapp.processEvents()


def test_a_phone_number_is_changed_seen_in_words_and_lines_and_saved(
    opens: Open, own: Path
) -> None:
    before = own.read_text(encoding="utf-8")
    pages = opens(own)

    pages.press("Schools", "Cedar Hill Middle School", "Phone")
    pages.type("555-0199")
    pages.press("See what changes")

    assert pages.says("Phone of Cedar Hill Middle School: 555-0142 -> 555-0199")
    assert pages.says("-  19      phone: 555-0142")
    assert own.read_text(encoding="utf-8") == before
    pages.press("Save")
    assert own.read_text(encoding="utf-8") == before.replace("555-0142", "555-0199")
    assert pages.asked == [ReadAgain()]
    assert pages.says("Saved, in ")


def test_staff_go_back_to_an_earlier_version_by_its_day(opens: Open, own: Path) -> None:
    before = own.read_bytes()
    pages = opens(own)
    pages.press("The parent portal", "Name of the portal")
    pages.type("Family Door")
    pages.press("See what changes", "Save", "All topics", "Go back to an earlier version")

    pages.press("Monday, 4 May 2026, 18:30")

    assert pages.says("Name of the portal: Family Door -> Family Window")
    pages.press("Save")
    assert own.read_bytes() == before
    assert [b"Family Door" in one.content() for one in earlier(own)] == [True]


@pytest.mark.parametrize(
    ("way", "typed", "said"),
    [
        (("The parent portal", "Address the portal writes from"), "us", "Write the address the"),
        (("Waits", "Seconds to answer that"), "5", "Choose 20 to 45 seconds"),
        (("Waits", "Days that a come-back ticket is good"), "many", "Write a whole number"),
        (("Schools", "Eastview High School", "Office hours"), "8-15", "Write hours like"),
        (("Schools", "Add a school"), "Eastview High School", "There is a school 'Eastview High"),
        (("Schools", "Add a school"), "", "Type the school's name."),
        (
            ("Who may call back", "Public key for families who may be called"),
            "QUtwb6zA9nnkN7Z8UTXU0Kv19S3icKzx9gVYAG5KokbsZa9Y",
            "Write the public key that 'kiosk follow-ups keygen' told",
        ),
        (("At home and around", "Time zone"), "Mars", "Write a time zone like"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field_and_not_taken(
    opens: Open, own: Path, way: tuple[str, ...], typed: str, said: str
) -> None:
    pages = opens(own)

    pages.press(*way)
    pages.type(typed)

    assert pages.says(said)
    pages.press("See what changes")
    assert pages.says("Nothing is changed.")


def test_a_table_with_a_bad_row_gives_nothing_until_staff_take_the_sound_rows(
    opens: Open, own: Path, home: Path
) -> None:
    (home / "ours.csv").write_text(TABLE)
    pages = opens(own)

    pages.press("Schools", "Take schools from a table", "ours.csv")

    assert pages.says("Row 3: 'all day' are not hours like 7:30-15:30, in 24 hours")
    pages.press("Take the sound row only", "See what changes", "Save")
    assert [one.name for one in read_site(own).schools][7:] == ["Pine Ridge"]


def test_a_school_is_added_by_its_name_and_then_mended(opens: Open, own: Path) -> None:
    pages = opens(own)

    pages.press("Schools", "Add a school")
    pages.type("Oak Park")
    pages.press("Phone")
    pages.type("555-0172")
    pages.press("See what changes", "Save")

    oak = read_site(own).schools[-1]
    assert (oak.id, oak.name, oak.phone) == ("oak_park", "Oak Park", "555-0172")


def test_the_keyboard_on_the_screen_types_into_the_field(opens: Open, own: Path) -> None:
    pages = opens(own)
    pages.press("Event names", "Add an event")

    for key in "fall":
        button(pages.sheet, key).click()
    pages.press("Take this")

    assert pages.says("fall, Touch to take it out")


def test_a_made_up_password_is_judged_by_the_rules_that_are_chosen(opens: Open, own: Path) -> None:
    pages = opens(own)
    pages.press("Password rules", "Try a made-up password")
    line = next(part for part in shown(pages.sheet) if isinstance(part, QLineEdit))

    QTest.keyClicks(line, "river spoon")
    not_yet = pages.says("The kiosk would not take this one yet.")
    QTest.keyClicks(line, " yellow")

    assert not_yet
    assert pages.says("The kiosk would take this one.")
    pages.press("See what changes")
    assert pages.says("Nothing is changed.")


def test_another_rule_set_is_chosen_from_those_that_there_are(opens: Open, own: Path) -> None:
    pages = opens(own)

    pages.press("Password rules", "Rules: The Source, Seattle Public Schools")
    pages.press("NIST SP 800-63B-4")
    pages.press("See what changes", "Save")

    assert read_site(own).portal.rules == "nist-800-63b-4"


def test_languages_are_turned_on_and_off_and_staff_see_what_is_hidden(
    opens: Open, own: Path
) -> None:
    pages = opens(own)

    pages.press("Languages", "Français", "Show reviewed languages only", "Yes")

    assert pages.says("No sentence of these is reviewed, so families read English instead: Spanish")
    pages.press("See what changes", "Save")
    assert "fr" not in read_site(own).languages
    assert read_site(own).only_reviewed


def test_the_screen_is_measured_with_a_bank_card(opens: Open, own: Path) -> None:
    pages = opens(own)
    pages.press("Size of the screen", "Measure with a bank card")

    pages.press("Larger", "It fits")

    assert pages.says("Measure with a bank card, 3.91 pixels on a millimeter")
    assert not [one for one in buttons(pages.sheet) if one.accessibleName() == "Larger"]


def test_events_are_added_and_taken_out(opens: Open, own: Path) -> None:
    pages = opens(own)

    pages.press("Event names", "Family Portal Night", "Add an event")
    pages.type("Fall Evening")
    pages.press("See what changes", "Save")

    assert [one.name for one in read_site(own).events] == ["Fall Evening"]


def test_what_is_not_offered_is_taken_out_as_a_whole(opens: Open, own: Path) -> None:
    pages = opens(own)

    pages.press(
        "Printing", "Do not print", "All topics", "Who may call back", "Do not offer a call"
    )
    pages.press("See what changes", "Save")

    assert (read_site(own).printing, read_site(own).call_back) == (None, None)


def test_changes_that_are_thrown_away_leave_the_file_and_the_pages_as_they_were(
    opens: Open, own: Path
) -> None:
    pages = opens(own)
    pages.press("Event names", "Family Portal Night", "See what changes")

    pages.press("Throw these changes away", "All topics")

    assert pages.says("Event names, Family Portal Night")


def test_a_station_with_the_example_makes_a_file_of_its_own_first(opens: Open, home: Path) -> None:
    example = Folders.shipped().site
    before = example.read_bytes()
    pages = opens(example)
    pages.type("../odd")
    odd = pages.says("Use letters, digits, - and _")

    pages.type("lakeside")

    own = home / "portal-kiosk" / "lakeside.yaml"
    assert odd
    assert own.read_bytes() == example.read_bytes() == before
    pages.press("Event names", "Family Portal Night", "See what changes", "Save")
    assert read_site(own).events == ()
    assert pages.says(f"start the kiosk with: kiosk --site {own}")
    assert (example.read_bytes(), pages.asked) == (before, [])


def test_a_file_that_was_made_before_is_gone_on_with(opens: Open, home: Path) -> None:
    folder = home / "portal-kiosk"
    folder.mkdir()
    shutil.copy(Folders.shipped().site, folder / "ours.yaml")
    pages = opens(Folders.shipped().site)

    pages.type("ours")
    taken = pages.says("already. Choose another name.")
    pages.press("Go on with ours.yaml")

    assert taken
    assert pages.says("What this school sets")


def test_a_file_broken_by_hand_shows_every_line_and_the_last_sound_version(
    opens: Open, own: Path
) -> None:
    pages = opens(own)
    pages.press("Event names", "Family Portal Night", "See what changes", "Save")
    sound = own.read_bytes()
    change(change(own, "sender:", "sendr:"), "district:", "distrikt:")

    pages = opens(own)

    assert pages.says("Line 5: unknown key 'distrikt'; did you mean 'district'?")
    assert pages.says("Line 11: unknown key 'sendr'; did you mean 'sender'?")
    pages.press("See what the last sound version changes", "Save")
    assert own.read_bytes() == sound
    assert any(b"sendr" in one.content() for one in earlier(own))


def test_a_broken_file_without_a_version_is_left_alone(opens: Open, own: Path) -> None:
    own.write_text("site: [", encoding="utf-8")

    pages = opens(own)

    assert pages.says("No sound version is kept.")
    assert buttons(pages.sheet) == []


def test_a_file_that_is_gone_is_said(opens: Open, home: Path) -> None:
    pages = opens(home / "site.yaml")

    assert pages.says("is not there any more")


def test_somebody_elses_change_is_not_written_over(opens: Open, own: Path) -> None:
    pages = opens(own)
    pages.press("Event names", "Family Portal Night", "See what changes")
    change(own, "555-0142", "555-0777")

    pages.press("Save")

    assert pages.says("Somebody else has changed this file meanwhile.")
    assert "555-0777" in own.read_text(encoding="utf-8")


@pytest.mark.parametrize("stage", STAGES)
def test_every_topic_has_large_buttons_with_names_and_nothing_sideways(
    opens: Open, own: Path, stage: str
) -> None:
    wide, high = STAGES[stage]
    pages = opens(own, (wide - 260, high - 40))
    tiles = [one.accessibleName() for one in buttons(pages.sheet) if isinstance(one, TileButton)]

    for tile in tiles:
        pages.press(tile.partition(",")[0] if "," in tile else tile)

        for one in buttons(pages.sheet):
            least = staff_kit().theme.px(TARGET)
            assert one.accessibleName()
            assert min(one.width(), one.height()) >= least, (tile, one.accessibleName())
            assert one.mapTo(pages.sheet, one.rect().topRight()).x() <= pages.sheet.width()
        pages.press("All topics")
    assert len(tiles) == 10


def test_a_page_that_is_left_is_gone_for_good(opens: Open, own: Path, qapp) -> None:
    pages = opens(own)
    pages.press("Waits", "All topics")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    before = len(pages.sheet.findChildren(QWidget))

    for _ in range(5):
        pages.press("Waits", "All topics")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert len(pages.sheet.findChildren(QWidget)) == before


def test_all_is_reached_and_pressed_by_keyboard(opens: Open, own: Path, qapp) -> None:
    pages = opens(own)
    wanted = button(pages.sheet, "Event names, Family Portal Night")

    for _ in range(20):
        if wanted.hasFocus():
            break
        QTest.keyClick(pages.sheet.focusWidget() or pages.sheet, Qt.Key.Key_Tab)
    QTest.keyClick(wanted, Qt.Key.Key_Return)

    assert pages.says("Touch to take it out")
