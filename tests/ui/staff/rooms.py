"""The page of an event night in a window, with the office behind its desk."""

from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.staff.tonight import Tonight
from kiosk.ui.theme import Look
from tests.ui.finding import words_on
from tests.ui.staff.evening_desks import Office

SIX = datetime(2026, 11, 23, 18, tzinfo=UTC)
LOOK = Look(size=0, motion=False)


@dataclass
class Room:
    """The page in a window, and the office behind its desk."""

    office: Office
    page: Tonight
    window: Sheet

    def reads(self, said: str, qtbot) -> None:
        """Waits until the page says so."""
        qtbot.waitUntil(lambda: any(said in words for words in words_on(self.window)))


def settled(room: Room, qtbot) -> Room:
    """The room, once its page has read the journal."""
    room.reads("30 Started", qtbot)
    return room
