"""What is under way at the window: a family's visit, and what may lie over it.

That is a practice, or the pages to take something home.
"""

import logging
from collections.abc import Mapping
from typing import Literal, Protocol

from kiosk.core.events import Event, LeftAlone, Stopped, Typed
from kiosk.core.flow import Form
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.ui.practising import Practising, Shown
from kiosk.ui.taking_home import TakingHome


class Recorder(Protocol):
    """Hears of what happens to visits, as ids alone."""

    def note(self, before: Visit | None, after: Visit | None) -> None:
        """A visit changed. None: there was none, or it is wiped."""

    def came_back(self, letters: str) -> None:
        """A family goes on with the ticket that ends in those letters."""


class Nobody:
    """Hears nothing."""

    def note(self, before: Visit | None, after: Visit | None) -> None:
        """Nothing is taken down."""

    def came_back(self, letters: str) -> None:
        """Nothing is taken down."""


NOBODY = Nobody()

Turn = Literal["stays", "goes_on", "comes_back", "leaves"]
_log = logging.getLogger(__name__)


class Beside(Protocol):
    """Pages of their own, that lie over a visit and never touch it."""

    @property
    def under_way(self) -> bool:
        """Whether its page is shown."""

    def begin(self, visit: Visit | None, language: str) -> None:
        """Begins over that visit, or over none."""

    def end(self) -> None:
        """Forgets all of it."""

    def happened(self, event: Event) -> bool:
        """Takes it further; gives whether the page changed. It may end with that."""

    def in_its_language(self, visit: Visit) -> Visit:
        """The visit, in the language that was chosen last."""

    def page(self) -> Shown:
        """The page to show."""


class UnderWay:
    """Holds one visit or none, and at most one practice, or one walk to take something home.

    `seconds_left` is what is left of the wait of a visit that goes on with a ticket, until the page
    is shown.
    """

    def __init__(
        self,
        guide: Guide,
        words: Mapping[str, Words],
        practising: Practising | None,
        taking_home: TakingHome | None = None,
        recorder: Recorder = NOBODY,
    ) -> None:
        self._recorder = recorder
        self.seconds_left: float | None = None
        self._guide = guide
        self._words = words
        self._practising = practising
        self._taking_home = taking_home
        self.visit: Visit | None = None

    @property
    def _beside(self) -> Beside | None:
        """What lies over the visit now."""
        both = (self._practising, self._taking_home)
        return next((one for one in both if one is not None and one.under_way), None)

    @property
    def is_anything(self) -> bool:
        """Whether a page stands there at all, and not the first screen."""
        return self.visit is not None or self._beside is not None

    @property
    def on_last_page(self) -> bool:
        """Whether the visit has ended and its last page is to be seen."""
        return self.visit is not None and bool(self.visit.ended) and self._beside is None

    def words(self, language: str) -> Words:
        """The words of that language, or of the station's own."""
        return self._words.get(language) or next(iter(self._words.values()))

    def wipe(self, because: Stopped | LeftAlone | None = None) -> None:
        """Forgets all of it. `because` tells why a visit is over that has not come to an end."""
        if self.visit is not None:
            if because is not None:
                self._advance(because)
            self._recorder.note(self.visit, None)
        self.visit = None
        self.end_beside()

    def end_beside(self) -> None:
        """Forgets what lies over the visit."""
        for one in (self._practising, self._taking_home):
            if one is not None:
                one.end()

    def begin(self, language: str) -> None:
        """Begins a visit."""
        self.take_up(begin(self._guide, language))

    def take_up(self, visit: Visit) -> None:
        """Goes on with that visit."""
        self._recorder.note(self.visit, visit)
        self.visit = visit

    def look_around(self, language: str) -> bool:
        """Begins to practise, in the visit's language if there is one; False where one cannot."""
        if self._practising is None or self._beside is not None:
            return False
        self._practising.begin(self.visit, self.visit.language if self.visit else language)
        return True

    def take_home(self) -> bool:
        """Begins to take something home from the visit; False where one cannot."""
        if self._taking_home is None or self.visit is None or self._beside is not None:
            return False
        self._taking_home.begin(self.visit, self.visit.language)
        return True

    def do(self, deed: str) -> bool:
        """Does what a page asks for that has just come; False where it could not be done."""
        if self._taking_home is None or self.visit is None:
            return False
        return self._taking_home.do(deed, self.visit)

    def remember(self, unsent: str) -> None:
        """Keeps a half-typed address for when the visit's page is seen again."""
        if self.visit is not None and unsent and self._beside is None:
            self.visit = self.visit.with_draft(unsent)

    def happened(self, event: Event) -> Turn:
        """Takes what lies over the visit further, or else the visit.

        "comes_back": the visit's own page is there again. "leaves": what lay over it is over, and
        there is no visit beneath.
        """
        beside = self._beside
        if beside is None:
            return "goes_on" if self._advance(event) else "stays"
        if not beside.happened(event):
            return "stays"
        if beside.under_way:
            return "goes_on"
        if self.visit is None:
            return "leaves"
        in_its_language = beside.in_its_language(self.visit)
        if in_its_language is not self.visit:
            self.take_up(in_its_language)
        return "comes_back"

    def come_back(self, text: str) -> bool:
        """Goes on with the visit of that ticket, typed or scanned; False where that cannot be."""
        back = self._taking_home.come_back(text) if self._taking_home else None
        if back is None:
            return False
        self._recorder.came_back(back.letters)
        self.seconds_left = back.left
        self.take_up(back.visit)
        return True

    def left_of(self, seconds: float) -> float:
        """What is left of a wait of so many seconds: less, for one who waited at home."""
        left, self.seconds_left = self.seconds_left, None
        return seconds if left is None else min(max(left, 0.0), seconds)

    def _is_ticket(self, event: Event) -> bool:
        if self.visit is None or not isinstance(event, Typed):
            return False
        here = self.visit.now.stack[-1]
        screen = self._guide.screen(here.flow, here.screen)
        return isinstance(screen, Form) and screen.field.kind == "ticket"

    def _advance(self, event: Event) -> bool:
        if self.visit is None:
            return False
        if isinstance(event, Typed) and self._is_ticket(event) and self.come_back(event.text):
            return True
        after = advance(self._guide, self.visit, event)
        if after is self.visit:
            return False
        if after.trouble and after.trouble != self.visit.trouble:
            _log.error("the check %s broke; the family was sent to ask for help", after.trouble)
        self.take_up(after)
        return True

    def page(self) -> Shown | None:
        """The page to show, or None for the first screen."""
        beside = self._beside
        if beside is not None:
            return beside.page()
        if self.visit is None:
            return None
        return view_of(self._guide, self.visit, self.words(self.visit.language))
