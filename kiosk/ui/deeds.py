"""What a page does once when a family comes to it: it prints, or keeps a call it asked for."""

from collections.abc import Callable
from pathlib import Path

from kiosk.core.codes import Code
from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.homeward import Homeward
from kiosk.records.follow_up_folder import delete
from kiosk.ui.paper.outcome import Printed, Saved
from kiosk.ui.paper.printing import Paper
from kiosk.ui.recording import Recording

_ON_PAPER = ("portal", "next", "ticket")


class Deeds:
    """Those of one station. `paper` is asked for when the first page is to be printed."""

    def __init__(
        self, homeward: Homeward, recording: Recording, paper: Callable[[], Paper]
    ) -> None:
        self._homeward = homeward
        self._recording = recording
        self._paper = paper
        self._kept: Path | None = None

    def do(self, deed: str, asked: Visit, visit: Visit, words: Words) -> bool:
        """Does the deed of that name. `asked` is the visit of the page, `visit` the family's own.

        False where it could not be done: somebody has to help.
        """
        match deed:
            case "keep_follow_up":
                return self._keep_follow_up(asked, visit)
            case "note_ticket":
                return self._note_ticket(visit)
            case "print_slip":
                return self.print_slip(visit, words)
            case "print_card":
                return self._print_card(visit, words)
            case _:
                return False

    def forget(self) -> None:
        """Forgets the family: another one comes."""
        self._kept = None

    def print_slip(self, visit: Visit, words: Words) -> bool:
        """Prints what the family did and what is next, or saves it for the staff."""
        makers = self._homeward.codes(visit)
        codes = {name: makers[name](visit, words) for name in _ON_PAPER}
        there = {name: code for name, code in codes.items() if isinstance(code, Code)}
        slip = self._homeward.slips().slip(visit, words, there, self._homeward.now())
        if "ticket" in there:
            self._note_ticket(visit)
        self._recording.gave("slip")
        return isinstance(self._paper().print_slip(slip), Printed | Saved)

    def _print_card(self, visit: Visit, words: Words) -> bool:
        portal = self._homeward.codes(visit)["portal"](visit, words)
        if not isinstance(portal, Code):
            return False
        card = self._homeward.slips().card(words, portal, self._homeward.now())
        self._recording.gave("card")
        return isinstance(self._paper().print_card(card), Printed | Saved)

    def _keep_follow_up(self, asked: Visit, visit: Visit) -> bool:
        """Keeps what the family said last: whoever went back and mended it is called once."""
        kept = self._homeward.keep_follow_up(asked, visit)
        if kept is None:
            return False
        if self._kept is None:
            self._recording.gave("follow_up")
        else:
            delete([self._kept])
        self._kept = kept
        return True

    def _note_ticket(self, visit: Visit) -> bool:
        self._recording.journal.ticket(*self._homeward.ticket_of(visit))
        return True
