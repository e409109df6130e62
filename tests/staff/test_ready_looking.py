"""The doctor looks at a station: files, records, PIN and keys. It changes nothing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
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
from kiosk.staff.pin_file import PinFile
from kiosk.staff.ready import Finding
from kiosk.staff.ready_looking import (
    Premises,
    languages_here,
    may_write,
    paper_here,
    records_here,
    station_here,
)
from kiosk.station import Station
from tests.staff.made import Machine, code_of_set, gate_in

NOW = datetime(2027, 1, 12, 17, 30, tzinfo=UTC)


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
