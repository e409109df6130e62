"""What is under way at the window: a family's visit, and a practice that may lie over it."""

import logging
from collections.abc import Mapping
from typing import Literal

from kiosk.core.events import Event
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.ui.practising import Practising, Shown

Turn = Literal["stays", "goes_on", "comes_back", "leaves"]
_log = logging.getLogger(__name__)


class UnderWay:
    """Holds one visit or none, and at most one practice over it, which never touches the visit."""

    def __init__(
        self, guide: Guide, words: Mapping[str, Words], practising: Practising | None
    ) -> None:
        self._guide = guide
        self._words = words
        self._practising = practising
        self.visit: Visit | None = None

    @property
    def practises(self) -> bool:
        """Whether the page is one of the practice."""
        return self._practising is not None and self._practising.under_way

    @property
    def is_anything(self) -> bool:
        """Whether a page stands there at all, and not the first screen."""
        return self.visit is not None or self.practises

    @property
    def on_last_page(self) -> bool:
        """Whether the visit has ended and its last page is to be seen."""
        return self.visit is not None and bool(self.visit.ended) and not self.practises

    def words(self, language: str) -> Words:
        """The words of that language, or of the station's own."""
        return self._words.get(language) or next(iter(self._words.values()))

    def wipe(self) -> None:
        """Forgets all of it."""
        self.visit = None
        if self._practising is not None:
            self._practising.end()

    def begin(self, language: str) -> None:
        """Begins a visit."""
        self.visit = begin(self._guide, language)

    def look_around(self, language: str) -> bool:
        """Begins to practise, in the visit's language if there is one; False where one cannot."""
        if self._practising is None:
            return False
        self._practising.begin(self.visit, self.visit.language if self.visit else language)
        return True

    def remember(self, unsent: str) -> None:
        """Keeps a half-typed address for when the visit's page is seen again."""
        if self.visit is not None and unsent and not self.practises:
            self.visit = self.visit.with_draft(unsent)

    def happened(self, event: Event) -> Turn:
        """Takes the practice further, or else the visit.

        "comes_back": the practice is over, and the visit's own page is there again. "leaves": it is
        over, and there is no visit beneath.
        """
        if self._practising is None or not self._practising.under_way:
            return "goes_on" if self._advance(event) else "stays"
        if not self._practising.happened(event):
            return "stays"
        if self._practising.under_way:
            return "goes_on"
        if self.visit is None:
            return "leaves"
        self.visit = self._practising.in_its_language(self.visit)
        return "comes_back"

    def _advance(self, event: Event) -> bool:
        if self.visit is None:
            return False
        after = advance(self._guide, self.visit, event)
        if after is self.visit:
            return False
        if after.trouble and after.trouble != self.visit.trouble:
            _log.error("the check %s broke; the family was sent to ask for help", after.trouble)
        self.visit = after
        return True

    def page(self) -> Shown | None:
        """The page to show, or None for the first screen."""
        if self._practising is not None and self._practising.under_way:
            return self._practising.page()
        if self.visit is None:
            return None
        return view_of(self._guide, self.visit, self.words(self.visit.language))
