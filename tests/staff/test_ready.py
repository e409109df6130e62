"""What the doctor finds: a colour, a sentence, and what to do for each part of a station."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kiosk.core.machine import begin
from kiosk.handoff.ticket.key import Key, write_key
from kiosk.records.follow_up_folder import FOLDER, file_name
from kiosk.records.journal import At, open_journal, setting_of
from kiosk.records.journal_file import NAME
from kiosk.records.journal_ids import ids_of
from kiosk.resources import Folders
from kiosk.site.shapes import CallBack, Printing
from kiosk.staff import ready, ready_records
from kiosk.staff.pin_file import PinFile
from kiosk.staff.ready import Finding, Review, as_text, summary, worst_first
from kiosk.staff.ready_looking import (
    Premises,
    languages_here,
    may_write,
    paper_here,
    records_here,
    station_here,
)
from kiosk.staff.ready_records import Calls, Paper
from kiosk.station import Station
from tests.staff.made import Machine, code_of_set, gate_in

NOW = datetime(2027, 1, 12, 17, 30, tzinfo=UTC)
GREEN = Finding("green", "Fonts")
AMBER = Finding("amber", "No staff PIN is set", "Set one.", ("here",))
RED = Finding("red", "The disk is nearly full", "Make room.")
MEGABYTE = 1 << 20


@pytest.fixture
def here(station: Station, tmp_path: Path) -> Premises:
    """The shipped station, with nothing kept yet."""
    return Premises(station, Folders.shipped(), tmp_path / "records", NOW)


def about(findings: Iterable[Finding], words: str) -> Finding:
    """The one finding that says this."""
    all_of_them = tuple(findings)
    found = [one for one in all_of_them if words in one.what]
    assert len(found) == 1, [one.what for one in all_of_them]
    return found[0]


def test_what_is_to_mend_comes_first_and_decides_the_sum(here):
    findings = (GREEN, AMBER, RED, GREEN)

    ordered = worst_first(findings)

    assert [one.colour for one in ordered] == ["red", "amber", "green", "green"]
    assert summary(findings) == "Not ready yet: 1 thing to mend before families come."
    assert summary((GREEN, AMBER, AMBER)).startswith("Families can come. 2 things to look at")
    assert summary((GREEN,)) == "This station is ready."


def test_the_sheet_says_each_colour_as_a_word_and_what_to_do():
    findings = (GREEN, AMBER, RED)

    sheet = as_text(findings, "Portal Kiosk")

    assert sheet.startswith("Portal Kiosk\n\nNot ready yet")
    assert "[Mend this] The disk is nearly full\n    What to do: Make room.\n" in sheet
    assert "[Look at this] No staff PIN is set\n    - here\n    What to do: Set one." in sheet
    assert sheet.endswith("[Ready] Fonts\n")


@pytest.mark.parametrize(
    ("free", "colour"),
    [(99 * MEGABYTE, "red"), (100 * MEGABYTE, "amber"), (1024 * MEGABYTE, "green")],
)
def test_a_disk_is_full_before_it_is_full(free, colour):
    assert ready.of_disk(free).colour == colour


@pytest.mark.parametrize(
    ("newest", "last_visit", "colour"),
    [
        (None, None, "green"),
        (NOW - timedelta(days=400), NOW - timedelta(hours=1), "green"),
        (NOW + timedelta(hours=20), None, "green"),  # a file from another zone
        (NOW + timedelta(days=2), None, "red"),
        (NOW - timedelta(days=30), NOW + timedelta(days=2), "red"),
        (NOW - timedelta(days=3 * 365), NOW - timedelta(days=1), "green"),
        (NOW - timedelta(days=3 * 365), NOW - timedelta(days=800), "amber"),
    ],
)
def test_a_clock_is_held_against_the_newest_file_and_the_last_visit(newest, last_visit, colour):
    found = ready.of_clock(NOW, newest, last_visit)

    assert found.colour == colour
    assert "January 12, 2027, 17:30" in found.what


def test_a_machine_in_another_zone_than_its_school_is_told_with_both_times():
    in_seattle = NOW.astimezone(timezone(timedelta(hours=-8)))

    wrong = ready.of_zone("America/Los_Angeles", NOW)
    right = ready.of_zone("America/Los_Angeles", in_seattle)

    assert (wrong.colour, right.colour) == ("amber", "green")
    assert "17:30" in wrong.what
    assert "09:30" in wrong.what


def test_a_language_is_told_as_drafts_or_as_hidden_and_never_as_both():
    reviews = [
        Review("Spanish", 0, 900),
        Review("Somali", 12, 900),
        Review("Oromo", 900, 900),
        Review("Tigrinya", 900, 900, hidden=True),
    ]

    drafts, hidden = ready.of_languages(reviews)

    assert drafts.items == ("Somali (12)", "Oromo")
    assert hidden.items == ("Tigrinya",)
    assert [one.colour for one in ready.of_languages(reviews[:1])] == ["green"]


def test_listen_names_the_languages_in_which_it_is_silent():
    spoken, silent = ready.of_voices({"Somali": "Record it."}, 3)

    assert (spoken.colour, silent.colour) == ("green", "amber")
    assert (silent.items, silent.todo) == (("Somali",), "Record it.")
    assert list(ready.of_voices({}, 0)) == []


def test_a_screen_with_the_usual_number_was_measured_by_nobody():
    assert ready.of_screen(3.9, 3.9, (1920, 1080)).colour == "amber"
    assert ready.of_screen(4.4, 3.9, (1920, 1080)).colour == "green"


def test_advice_on_flows_is_counted():
    assert ready.of_flows(9, "own", 0).colour == "green"
    assert "1 piece of advice" in ready.of_flows(9, "own", 1).what


def test_fonts_that_are_gone_are_named():
    assert ready.of_fonts(("A.ttf",), 3) == Finding(
        "red", "Fonts are missing: A.ttf", "Install the kiosk again."
    )


def test_a_practice_with_a_mistake_names_it():
    assert ready.of_practice(("words.yaml:3:1",)).items == ("words.yaml:3:1",)
    assert ready.of_practice(()).colour == "green"


@pytest.mark.parametrize(
    ("paper", "colour", "words"),
    [
        (Paper(asked=False), "green", "Nothing is printed"),
        (Paper(True, printer="Office"), "green", "printer Office"),
        (Paper(True, folder="/slips", open=True), "green", "saved"),
        (Paper(True, folder="/slips"), "red", "cannot be written"),
        (Paper(True), "red", "There is no printer"),
        (Paper(True, wanted_printer="Desk"), "red", "printer Desk is not known"),
        (Paper(True, "", "/slips", True, "Desk"), "green", "saved"),
    ],
)
def test_paper_is_told_by_where_a_page_would_go(paper, colour, words):
    found = ready_records.of_paper(paper)

    assert found.colour == colour
    assert words in found.what


def test_the_key_of_the_example_opens_nothing():
    own = list(ready_records.of_calls(Calls("mine", "example", 0, 0)))
    example = list(ready_records.of_calls(Calls("example", "example", 0, 0)))
    none = list(ready_records.of_calls(Calls("", "example", 0, 0)))

    assert [one.colour for one in (*own, *example, *none)] == ["green", "amber", "green"]
    assert "Nobody can open what families leave" in example[0].what


def test_calls_that_wait_and_calls_past_their_day_are_told_apart():
    found = list(ready_records.of_calls(Calls("mine", "example", 3, 1)))

    assert about(found, "wait for a call: 3").colour == "amber"
    assert about(found, "not deleted: 1 call").todo.endswith("kiosk follow-ups purge")


def test_the_shipped_station_is_looked_over(here):
    found = list(station_here(here))

    assert about(found, "Site file").colour == "green"
    assert about(found, "made-up example").colour == "amber"
    cards = about(found, "mail cards")
    assert (cards.colour, "gmail" in cards.items) == ("amber", True)
    assert about(found, "flows, rules 'sps-source-current'").colour == "green"


def test_the_languages_of_the_shipped_station_wait_for_speakers(here):
    (found,) = languages_here(here)

    assert found.colour == "amber"
    assert "Somali" in found.items


def test_languages_that_are_hidden_are_named(here):
    site = replace(here.station.site, languages=("en", "es"), only_reviewed=True)
    station = replace(here.station, site=site, words={"en": here.station.words["en"]})

    (found,) = languages_here(replace(here, station=station))

    assert found.what == "1 language not offered, for want of a review"
    assert found.items == ("Spanish",)


def test_a_new_station_says_what_it_lacks_and_makes_nothing(here):
    found = list(records_here(here, ()))

    assert about(found, "No staff PIN is set").colour == "amber"
    assert about(found, "No come-back ticket").todo.startswith("Their key is made when")
    assert about(found, "the key is the example's").colour == "amber"
    assert about(found, "journal is sound (0 visits)").colour == "green"
    assert not here.records.exists()


def test_a_station_that_is_set_up_says_so(here):
    code_of_set(gate_in(here.records, Machine()))
    write_key(here.records / "ticket.key", Key(b"k" * 32))
    own = replace(here.station.site, call_back=CallBack(key="mine"))

    found = list(records_here(replace(here, station=replace(here.station, site=own)), ()))

    assert about(found, "The staff PIN is set").colour == "green"
    assert about(found, "recovery code").todo.startswith("Is its paper in the office?")
    assert about(found, "tickets can be given").colour == "green"
    assert about(found, "under a key of your own").colour == "green"


def test_two_copies_of_a_ticket_key_have_the_same_letters(here, tmp_path):
    other = replace(here, records=tmp_path / "other")
    third = replace(here, records=tmp_path / "third")
    for place, key in ((here, b"a"), (other, b"a"), (third, b"b")):
        place.records.mkdir()
        write_key(place.records / "ticket.key", Key(key * 32))

    said = [about(records_here(one, ()), "key's letters").what for one in (here, other, third)]

    assert said[0] == said[1] != said[2]
    assert "616161" not in said[0]


def test_a_ticket_key_that_is_damaged_is_told(here):
    here.records.mkdir()
    (here.records / "ticket.key").write_text("ticket-key-1 0 0\n", encoding="ascii")

    found = about(records_here(here, ()), "No come-back ticket")

    assert "is damaged" in found.todo


def test_a_pin_that_cannot_be_read_is_to_mend(here):
    here.records.mkdir()
    PinFile(here.records).path.write_text("{}", encoding="ascii")

    found = about(records_here(here, ()), "The staff PIN cannot be read")

    assert found.colour == "red"
    assert "set-pin --anew" in found.todo


def test_a_locked_pin_is_told():
    (found,) = ready_records.of_pin(there=True, trouble="", locked=True)

    assert (found.colour, found.todo) == ("red", "Open it with the recovery code.")


def test_calls_are_counted_by_their_day(here):
    folder = here.records / FOLDER
    folder.mkdir(parents=True)
    for day in (date(2027, 1, 11), date(2027, 2, 1), date(2027, 2, 2)):
        (folder / file_name(day, bytes(16))).touch()

    found = list(records_here(here, ()))

    assert about(found, "wait for a call: 2")
    assert about(found, "not deleted: 1 call")


def test_a_clock_before_the_last_visit_is_found_by_the_journal(here, station):
    ids = ids_of(station.guide, station.words)
    setting = setting_of(station.guide, "1")
    journal = open_journal(here.records, setting, ids, NOW.date(), lambda: "0a")
    late = NOW.replace(year=2090)  # after every file of this checkout
    journal.note(None, begin(station.guide), At(late + timedelta(days=30), 0.0))
    assert journal.close()

    found = list(records_here(replace(here, now=late), ()))

    assert "before the last visit" in about(found, "The clock says").what
    assert about(found, "journal is sound (1 visit)")


def test_what_the_journal_has_to_say_is_passed_on(here):
    here.records.mkdir()
    (here.records / NAME).write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)

    found = about(records_here(here, ("The disk is full.",)), "journal of visits has something")

    assert found.items[0] == "The disk is full."
    assert "cannot be read" in found.items[1]


def test_paper_is_looked_for_where_the_site_file_says(here, tmp_path):
    (tmp_path / "file").touch()

    def found(printing: Printing | None, printer: str = "") -> Finding:
        site = replace(here.station.site, printing=printing)
        return paper_here(replace(here.station, site=site), printer)

    assert found(None).what == "Nothing is printed at this station"
    assert found(Printing(folder=str(tmp_path / "new" / "slips"))).colour == "green"
    assert found(Printing(folder=str(tmp_path / "file" / "slips"))).colour == "red"
    assert found(Printing(printer="Desk"), "Desk").colour == "green"
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()

    assert may_write(tmp_path / "not" / "there" / "yet")
    assert not may_write(tmp_path / "file")
