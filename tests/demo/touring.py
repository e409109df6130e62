"""What the tests of the practice stand on: its world, its pages, and every page there is."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from kiosk.core.events import AskedHelp, Chosen, Confirmed, Elapsed, Event
from kiosk.core.scenes import CourseRow, MailFolder, MailLine, Press, WorkRow
from kiosk.core.view import RuleLine, Tile
from kiosk.core.words import ENGLISH, Words
from kiosk.demo.practice import Practice, begin_practice, practise
from kiosk.demo.reading import read_world, shipped_demo
from kiosk.demo.showing import Given, Shown, page_of
from kiosk.demo.world import SCENARIOS, World
from kiosk.resources import flows_dir
from kiosk.site.reading import read_site

SITE = read_site(flows_dir() / "site.example.yaml")
TODAY = date(2026, 3, 11)
GIVEN = Given(
    rules=lambda words: (RuleLine("length", "12 letters or more"),),
    day=lambda language, day: day.isoformat(),
    sender=SITE.portal.sender,
)


class Marked:
    """A catalogue in which each sentence says its own context, such as "<demo.go_on>"."""

    def pgettext(self, context: str, message: str) -> str:
        """The context."""
        return f"<{context}>"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The context."""
        return f"<{context}>"


MARKED = Words("xx", "Marked", book=Marked())


def world_on(today: date = TODAY) -> World:
    """The shipped world on that day."""
    return read_world(shipped_demo(), SITE, today)[0]


def shown(world: World, practice: Practice, words: Words = ENGLISH) -> Shown:
    """The page on which the practice stands."""
    return page_of(world, practice, words, GIVEN)


def things_in(value: Any) -> Iterator[Any]:
    """A value and everything in it: parts of dataclasses, items of rows."""
    yield value
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from things_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from things_in(item)


def ids_on(page: Shown) -> list[str]:
    """Everything that can be touched on a page."""
    touchable = (Tile, Press, MailFolder, MailLine, CourseRow)
    found = [thing.id for thing in things_in(page) if isinstance(thing, touchable)]
    return found + [row.term for row in things_in(page) if isinstance(row, WorkRow) and row.term]


def every_practice(world: World) -> dict[Practice, Practice]:
    """A practice on every page in every state, each without its way back, and with it."""
    found: dict[Practice, Practice] = {}
    ahead = [begin_practice(world, scenario) for scenario in SCENARIOS]
    while ahead:
        here = ahead.pop()
        bare = _bare(here)
        if bare in found or here.ended:
            continue
        found[bare] = here
        ahead += [practise(world, here, event) for event in events_on(shown(world, here))]
    return found


def events_on(page: Shown) -> list[Event]:
    """All that can happen on a page and goes further."""
    return [AskedHelp(), Elapsed(), Confirmed(), *(Chosen(one) for one in set(ids_on(page)))]


def _bare(practice: Practice) -> Practice:
    """The practice without what its page does not show."""
    there = practice.place
    return dataclasses.replace(
        practice,
        before=(),
        mail=practice.mail if there == "mail" else "",
        term=practice.term if there == "term" else "",
        course=practice.course if there in ("course", "letter") else "",
        student=practice.student if there in ("home", "course", "letter") else "",
        letter=practice.letter if there == "letter" else "",
        handed_in=practice.handed_in and there == "lesson",
        lesson=practice.lesson if there == "lesson" else 0,
        folder=practice.folder if there in ("mailbox", "mail") else "",
        unspammed=practice.unspammed if there in ("mailbox", "mail") else (),
    )
