"""What pages do once: a slip, a card, a ticket that is taken down, a call that is kept."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from sqlite3 import connect
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject

from kiosk.core.sample_visit import visit_at
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH
from kiosk.handoff.ticket.key import new_key
from kiosk.homeward import Homeward
from kiosk.records.follow_up_folder import waiting_in
from kiosk.resources import assets_dir
from kiosk.site.shapes import Printing
from kiosk.station import Station
from kiosk.ui.deeds import Deeds
from kiosk.ui.paper.printing import Paper
from kiosk.ui.recording import Recording

EVENING = datetime(2026, 11, 23, 18, 0, tzinfo=ZoneInfo("America/Los_Angeles"))
NO_PRINTER = Printing(printer="a printer that is not there")


@pytest.fixture
def recording(qapp, station: Station, tmp_path: Path) -> Iterator[Recording]:
    parent = QObject()
    made = Recording(station, tmp_path, parent)
    yield made
    made.end()
    parent.deleteLater()


@pytest.fixture
def deeds_of(recording: Recording, station: Station, tmp_path: Path) -> Callable[[Printing], Deeds]:
    numbers = count()

    def made(printing: Printing) -> Deeds:
        homeward = Homeward(
            station,
            lambda: EVENING,
            lambda size: next(numbers).to_bytes(size, "big"),
            tmp_path,
            new_key(lambda size: b"k" * size),
        )
        paper = Paper(printing, tmp_path, assets_dir())
        return Deeds(homeward, recording, lambda: paper)

    return made


@pytest.fixture
def visit(station: Station) -> Visit:
    """A visit that ended: the reply has not come yet."""
    at = visit_at(station.guide, "reply", "later")
    return replace(at, now=replace(at.now, ended="X_LATER"))


@pytest.fixture
def asked(station: Station) -> Visit:
    """A family that wishes to be called."""
    return visit_at(replace(station.guide, start="take_home"), "take_home", "kept")


@pytest.mark.parametrize("deed", ["print_slip", "print_card"])
def test_a_page_is_saved_where_the_staff_find_it(deeds_of, visit, tmp_path, deed: str) -> None:
    deeds = deeds_of(Printing(folder="slips"))

    done = deeds.do(deed, visit, visit, ENGLISH)

    assert done
    assert [path.read_bytes()[:5] for path in (tmp_path / "slips").iterdir()] == [b"%PDF-"]


@pytest.mark.parametrize("deed", ["print_slip", "print_card", "something else"])
def test_what_cannot_be_done_is_told(deeds_of, visit, deed: str) -> None:
    assert not deeds_of(NO_PRINTER).do(deed, visit, visit, ENGLISH)


def test_whoever_mends_a_wish_to_be_called_is_called_once(
    deeds_of, visit, asked, tmp_path: Path
) -> None:
    deeds = deeds_of(NO_PRINTER)

    done = [deeds.do("keep_follow_up", asked, visit, ENGLISH) for _ in range(3)]

    assert done == [True, True, True]
    assert len(list(waiting_in(tmp_path / "follow-ups"))) == 1


def test_the_next_family_s_wish_takes_no_other_one_s_place(
    deeds_of, visit, asked, tmp_path: Path
) -> None:
    deeds = deeds_of(NO_PRINTER)
    deeds.do("keep_follow_up", asked, visit, ENGLISH)
    deeds.forget()

    deeds.do("keep_follow_up", asked, visit, ENGLISH)

    assert len(list(waiting_in(tmp_path / "follow-ups"))) == 2


def test_a_ticket_is_taken_down_by_its_last_letters_alone(
    deeds_of, recording: Recording, visit, tmp_path: Path
) -> None:
    recording.note(None, visit)

    done = deeds_of(NO_PRINTER).do("note_ticket", visit, visit, ENGLISH)

    recording.end()
    with closing(connect(tmp_path / "journal.sqlite")) as journal:
        letters = [code for (code,) in journal.execute("SELECT code FROM tickets")]
    assert done
    assert [len(code) for code in letters] == [5]
