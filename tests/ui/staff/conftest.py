"""An event night of thirty visits, and its page opened in a window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.staff.tonight import Tonight
from tests.staff.night import EVENT, Night, Table, played
from tests.ui.staff.desks import opened, staff_kit
from tests.ui.staff.evening_desks import Office
from tests.ui.staff.rooms import LOOK, SIX, Room


@pytest.fixture(scope="session")
def records(station, roads, tmp_path_factory) -> Path:
    """Thirty visits at one station, of which the first one began at six."""
    folder: Path = tmp_path_factory.mktemp("records")
    table = Table(station, folder, "1", SIX)
    played(Night(roads, ("en", "es", "so"), 7), (table, table))
    assert table.journal.close(60.0)
    return folder


@pytest.fixture
def room(station, records, qtbot, tmp_path) -> Iterator[Callable[..., Room]]:
    """Opens the page, at nine in the evening, with a journal that holds the evening or nothing."""
    offices: list[Office] = []

    def opens(event: str = EVENT, size: tuple[int, int] = (1106, 730), empty: bool = False) -> Room:
        office = Office(station, tmp_path if empty else records, SIX + timedelta(hours=3))
        office.journal.set_event(event)
        offices.append(office)
        kit = staff_kit(replace(LOOK, tight=size[1] <= 600))
        page, window = Tonight(office.desk(), kit), Sheet(kit)
        qtbot.addWidget(window)
        opened(window, size)
        window.set_content(page)
        return Room(office, page, window)

    yield opens
    for office in offices:
        office.journal.close()
