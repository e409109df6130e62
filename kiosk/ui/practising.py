"""The practice under way in the window, beside the family's own visit, which it never touches."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.core.events import Event
from kiosk.core.scenes import SceneView
from kiosk.core.view import Choice, View
from kiosk.core.visit import Visit

if TYPE_CHECKING:
    # The demo is read in when the first family asks for it.
    from kiosk.demo.opening import Demo
    from kiosk.demo.practice import Practice

Shown = View | SceneView


class Practising:
    """Holds one practice, or none."""

    def __init__(self, demo: "Callable[[], Demo]") -> None:
        """`demo` is asked once, and again only after it could not be opened."""
        self._open = demo
        self._opened: Demo | None = None
        self._practice: Practice | None = None
        self._language = ""

    @property
    def under_way(self) -> bool:
        """Whether a family is practising now."""
        return self._practice is not None

    def begin(self, visit: Visit | None, language: str) -> None:
        """Begins with what fits the page on which the visit stands; without one, with the usual."""
        from kiosk.demo.practice import begin_practice
        from kiosk.demo.world import scenario_at

        scenario = scenario_at(visit.place if visit else "")
        self._practice = begin_practice(self._demo().world, scenario, language)
        self._language = language

    def end(self) -> None:
        """Forgets the practice and all that was touched in it."""
        self._practice = None

    def happened(self, event: Event) -> bool:
        """Takes the practice further; gives whether the page changed. It may end with that."""
        if self._practice is None:
            return False
        from kiosk.demo.practice import practise

        after = practise(self._demo().world, self._practice, event)
        changed = after is not self._practice
        self._practice, self._language = (None if after.ended else after), after.language
        return changed

    def in_its_language(self, visit: Visit) -> Visit:
        """The visit, in the language that was chosen last; the very same one if none was."""
        if visit.language == self._language:
            return visit
        return replace(visit, language=self._language)

    def page(self) -> Shown:
        """The page on which the practice stands. There must be one under way."""
        from kiosk.demo.showing import page_of

        if self._practice is None:
            raise LookupError("no practice is under way")
        demo = self._demo()
        words = demo.words.get(self._practice.language) or next(iter(demo.words.values()))
        return page_of(demo.world, self._practice, words, demo.given)

    def _demo(self) -> "Demo":
        if self._opened is None:
            self._opened = self._open()
        return self._opened


def as_read(shown: Shown) -> View:
    """The page as it is read aloud: of a mailbox or a portal its title and its sentences."""
    if isinstance(shown, View):
        return shown
    return View(shown.page, Choice(()), shown.language, shown.right_to_left)
