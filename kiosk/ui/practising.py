"""The practice under way in the window, beside the family's own visit, which it never touches."""

from collections.abc import Callable

from kiosk.core.events import Event
from kiosk.demo.opening import Demo
from kiosk.demo.practice import Practice, begin_practice, practise
from kiosk.demo.showing import Shown, page_of
from kiosk.demo.world import Scenario


class Practising:
    """Holds one practice, or none. The demo is opened when the first family asks for it."""

    def __init__(self, demo: Callable[[], Demo]) -> None:
        self._demo = demo
        self._practice: Practice | None = None

    @property
    def under_way(self) -> bool:
        """Whether a family is practising now."""
        return self._practice is not None

    def begin(self, scenario: Scenario, language: str) -> None:
        """Begins anew."""
        self._practice = begin_practice(self._demo().world, scenario, language)

    def end(self) -> None:
        """Forgets the practice and all that was touched in it."""
        self._practice = None

    def happened(self, event: Event) -> bool:
        """Takes the practice further; gives whether the page changed. It may end with that."""
        if self._practice is None:
            return False
        after = practise(self._demo().world, self._practice, event)
        changed = after is not self._practice
        self._practice = None if after.ended else after
        return changed

    def page(self) -> Shown:
        """The page on which the practice stands. There must be one under way."""
        assert self._practice is not None  # noqa: S101 - the caller asks `under_way` first
        demo = self._demo()
        words = demo.words.get(self._practice.language) or next(iter(demo.words.values()))
        return page_of(demo.world, self._practice, words, demo.given)

    def language(self) -> str:
        """The language of the practice, which a family may have changed in it."""
        return self._practice.language if self._practice else ""

