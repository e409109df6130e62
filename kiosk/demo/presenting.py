"""A presentation as a value: which slide, in which language, what covers it. Keys take it further.

What a mouse or a finger touches is played as a family's touch would be; the next key of the order
goes on from the order, whatever was touched. So a speaker may show what the room asks for, and is
never lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.core.events import Event, LanguageChosen, WentBack
from kiosk.core.scenes import Mail, Report, SceneView, Sheet, TypedOut
from kiosk.core.view import Password, View
from kiosk.core.words import Words
from kiosk.demo.order import Order
from kiosk.demo.practice import Practice, practise
from kiosk.demo.showing import Given, Shown, page_of
from kiosk.demo.world import World

Move = Literal[
    "next", "back", "first", "last", "pause", "notes", "more", "language", "keys", "alone", "swap",
    "leave", "stay", "turn", "other",
]  # fmt: skip


@dataclass(frozen=True)
class Jump:
    """Go to that slide, from 0 on; one that is not there leaves all as it is."""

    slide: int


@dataclass(frozen=True)
class Touched:
    """Somebody touched the page."""

    event: Event


@dataclass(frozen=True)
class Show:
    """What a presentation goes by. `words` stand in the order in which L goes through them.

    With `every_language` each round of the loop speaks the next language. `password` is made up.
    """

    world: World
    given: Given
    words: Mapping[str, Words]
    order: Order
    password: str
    every_language: bool = False


@dataclass(frozen=True)
class Presenting:
    """Where a presentation stands. `touched` is what a touch has made of the slide, if any.

    Of `paused`, `keys` and `asking` (whether to leave) one at most covers the page. `alone`: it
    runs by itself. `swapped`: the notes are on the other screen. `left`: it is over.
    """

    slide: int = 0
    language: str = "en"
    touched: Practice | None = None
    paused: bool = False
    keys: bool = False
    asking: bool = False
    notes: bool = False
    swapped: bool = False
    alone: bool = False
    left: bool = False

    @property
    def covered(self) -> bool:
        """Whether something lies over the page."""
        return self.paused or self.keys or self.asking


def begin_presenting(show: Show, language: str = "", *, alone: bool = False) -> Presenting:
    """A presentation on its first slide, in that language or in the first."""
    known = language if language in show.words else next(iter(show.words))
    return Presenting(language=known, alone=alone)


def present(show: Show, now: Presenting, move: Move | Jump | Touched) -> Presenting:
    """The presentation after that. Never raises; what changes nothing gives an equal value.

    Whatever a person does stops what runs by itself; only "turn", its own step, does not.
    """
    if move == "turn":
        return _turned(show, now) if now.alone and not now.covered else now
    now = replace(now, alone=move == "alone" and not now.alone)
    if isinstance(move, Touched):
        return _after_touch(show, now, move.event)
    if isinstance(move, Jump):
        fits = 0 <= move.slide < len(show.order.slides)
        return _to(show, _bare(now), move.slide) if fits else now
    if now.covered and move in ("next", "back", "stay"):
        return _bare(now)
    return _step(show, now, move)


def _step(show: Show, now: Presenting, move: Move) -> Presenting:
    match move:
        case "next":
            return _to(show, now, now.slide + 1)
        case "back":
            return _to(show, now, now.slide if now.touched else now.slide - 1)
        case "first":
            return _to(show, _bare(now), 0)
        case "last":
            return _to(show, _bare(now), len(show.order.slides) - 1)
        case _:
            return _aside(show, now, move)


def _aside(show: Show, now: Presenting, move: Move) -> Presenting:
    """The moves that stay on the slide."""
    match move:
        case "pause":
            return replace(_bare(now), paused=not now.paused)
        case "keys":
            return replace(_bare(now), keys=not now.keys)
        case "leave":
            return replace(now, left=True) if now.asking else replace(_bare(now), asking=True)
        case "notes":
            return replace(now, notes=not now.notes)
        case "swap":
            return replace(now, swapped=not now.swapped)
        case "language":
            return replace(now, language=_next_language(show, now))
        case _:
            return now


def _bare(now: Presenting) -> Presenting:
    return replace(now, paused=False, keys=False, asking=False)


def _to(show: Show, now: Presenting, slide: int) -> Presenting:
    """That slide as the order has it, or the nearest there is."""
    return replace(now, slide=min(max(slide, 0), len(show.order.slides) - 1), touched=None)


def _turned(show: Show, now: Presenting) -> Presenting:
    if now.slide + 1 < len(show.order.slides):
        return _to(show, now, now.slide + 1)
    language = _next_language(show, now) if show.every_language else now.language
    return replace(_to(show, now, 0), language=language)


def _next_language(show: Show, now: Presenting) -> str:
    codes = list(show.words)
    return codes[(codes.index(now.language) + 1) % len(codes)]


def _after_touch(show: Show, now: Presenting, event: Event) -> Presenting:
    if isinstance(event, LanguageChosen):
        return replace(now, language=event.language) if event.language in show.words else now
    before = practice_at(show, now)
    after = practise(show.world, before, event)
    if after.ended:  # the page's own way out: back to the order, not out of the room
        return _to(show, now, now.slide - 1 if _steps_back(now, event) else now.slide)
    return now if after is before else replace(now, touched=after)


def _steps_back(now: Presenting, event: Event) -> bool:
    return isinstance(event, WentBack) and now.touched is None


def practice_at(show: Show, now: Presenting) -> Practice:
    """The practice that is shown."""
    return replace(now.touched or show.order.slides[now.slide].practice, language=now.language)


def page_at(show: Show, now: Presenting) -> Shown:
    """The page that is shown. Where a family would type a password, a made-up one types itself."""
    words = show.words[now.language]
    view = page_of(show.world, practice_at(show, now), words, show.given)
    if not isinstance(view, View) or not isinstance(view.body, Password):
        return view
    field = view.body
    body = TypedOut(field.label, show.password, field.rules, field.personal, field.button)
    return SceneView(view.page, body, view.language, view.right_to_left)


def words_to_mark(show: Show, now: Presenting) -> str:
    """What stands on the thing that the slide marks; empty where it marks nothing."""
    slide = show.order.slides[now.slide]
    if not slide.mark or now.touched is not None:
        return ""
    match page_at(show, now).body:
        case Sheet(works=works):
            return next((work.title for work in works if work.term == slide.mark), "")
        case Report(courses=courses):
            return next((course.name for course in courses if course.id == slide.mark), "")
        case Mail(link=link) if link is not None and link.id == slide.mark:
            return link.name.english
        case _:
            return ""


def title_of(show: Show, slide: int, language: str) -> str:
    """The title of a slide's page; empty past the last one."""
    if slide >= len(show.order.slides):
        return ""
    return page_at(show, Presenting(slide, language)).page.title
