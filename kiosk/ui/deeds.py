"""What a page does once when a family comes to it: it prints, or keeps a call it asked for."""

from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.homeward import Homeward
from kiosk.ui.recording import Recording


class Deeds:
    """Those of one station."""

    def __init__(self, homeward: Homeward, recording: Recording) -> None:
        self._homeward = homeward
        self._recording = recording

    def do(self, deed: str, asked: Visit, visit: Visit, words: Words) -> bool:
        """Does the deed of that name. `asked` is the visit of the page, `visit` the family's own.

        False where it could not be done: somebody has to help.
        """
        match deed:
            case "keep_follow_up":
                return self._homeward.keep_follow_up(asked, visit)
            case "note_ticket":
                self._recording.journal.ticket(*self._homeward.ticket_of(visit))
                return True
            case _:
                return False
