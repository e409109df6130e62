"""What a family takes home, walked in the window beside its own visit, which is never touched."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from kiosk.core.events import Event
from kiosk.core.guide import Guide
from kiosk.core.machine import advance
from kiosk.core.showing import view_of
from kiosk.core.view import View
from kiosk.core.visit import Visit
from kiosk.core.words import Words

if TYPE_CHECKING:
    from kiosk.homeward import CameBack, Homeward


class Doer(Protocol):
    """Does what pages ask for."""

    def do(self, deed: str, asked: Visit, visit: Visit, words: Words) -> bool:
        """Does the deed of that name. `asked` is the page's visit, `visit` the family's own. False
        where it could not be done."""

    def forget(self) -> None:
        """Forgets the family: another one comes."""


class TakingHome:
    """Holds one such walk, or none."""

    def __init__(
        self, homeward: "Callable[[], Homeward]", words: Mapping[str, Words], doer: Doer
    ) -> None:
        self._homeward = homeward
        self._words = words
        self._doer = doer
        self._at: tuple[Guide, Visit] | None = None
        self._language = ""

    @property
    def under_way(self) -> bool:
        """Whether a family is taking something home now."""
        return self._at is not None

    def begin(self, visit: Visit | None, language: str) -> None:
        """Begins beside that visit; without one there is nothing to take home."""
        if visit is not None:
            self._at = self._homeward().begin(visit, language)
            self._language = language

    def end(self) -> None:
        """Forgets all of it, and the family."""
        self._at = None
        self._doer.forget()

    def happened(self, event: Event) -> bool:
        """Takes it further; gives whether the page changed. It may end with that."""
        if self._at is None:
            return False
        guide, visit = self._at
        after = advance(guide, visit, event)
        self._at = None if after.ended else (guide, after)
        self._language = after.language
        return after is not visit

    def in_its_language(self, visit: Visit) -> Visit:
        """The visit, in the language that was chosen last; the very same one if none was."""
        if visit.language == self._language:
            return visit
        return replace(visit, language=self._language)

    def page(self) -> View:
        """The page to show. There must be one."""
        if self._at is None:
            raise LookupError("nothing is being taken home")
        guide, visit = self._at
        return view_of(guide, visit, self._words_of(visit))

    def come_back(self, text: str) -> "CameBack | None":
        """The visit of that ticket, or None where nobody can go on with it."""
        return self._homeward().come_back(text)

    def do(self, deed: str, visit: Visit) -> bool:
        """Does what the page asks for. `visit` is the family's own."""
        beside = self._at[1] if self._at else visit
        return self._doer.do(deed, beside, visit, self._words_of(beside))

    def _words_of(self, visit: Visit) -> Words:
        return self._words.get(visit.language) or next(iter(self._words.values()))
