"""The names under which flows keep something, and what asks for them again."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.core.flow import Flow, Form, Pick, Question, Run, Screen
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of, musts_of, ways_of
from kiosk.core.marks import Marks
from kiosk.core.texts import texts_of
from kiosk.core.words import placeholders

# What pages look up by themselves: the practice field, and the mail provider's cards.
LOOKED_UP = frozenset({"email", "schools", "provider"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a flow: the thing and its key."""

    name: str
    marks: Marks
    key: str


def kept_by(screen: Screen) -> Iterator[Name]:
    """Every name under which that screen keeps something."""
    yield from (Name(must.keep, must.at, "keep") for must in musts_of(screen) if must.keep)
    ways = (way for row in ways_of(screen) for way in row)
    yield from (Name(way.keep, way.at, "keep") for way in ways if way.keep)
    for answer in answers_of(screen):
        yield from (Name(name, answer.at, "set") for name in answer.set_)
    match screen:
        case Form() if screen.field.save:
            yield Name(screen.field.save, screen.field.at, "save")
        case Pick():
            yield Name(screen.pick.save, screen.pick.at, "save")
        case Run():
            yield from (
                Name(getattr(screen, key), screen.at, key)
                for key in ("item", "save")
                if getattr(screen, key)
            )


def asked_by(screen: Screen) -> Iterator[Name]:
    """Every name that the screen's ways and answers ask for."""
    ways = (way for row in ways_of(screen) for way in row)
    yield from (Name(way.of, way.at, "of") for way in ways if way.of)
    for answer in answers_of(screen):
        yield from (Name(source, answer.at, "set") for source in answer.set_.values())
    if isinstance(screen, Run) and screen.for_each:
        yield Name(screen.for_each, screen.at, "for_each")


def shown_by(screen: Screen) -> Iterator[Name]:
    """Every name that the page shows: in braces, or large."""
    for text in texts_of(screen):
        yield from (Name(name, text.marks, text.key) for name in placeholders(text.text))
    if isinstance(screen, Question):
        for key in ("show", "beside"):
            if getattr(screen, key):
                yield Name(getattr(screen, key), screen.at, key)


def kept_names(guide: Guide) -> frozenset[str]:
    """Every name under which some flow keeps something."""
    return frozenset(one.name for screen in _screens(guide) for one in kept_by(screen))


def used_names(guide: Guide) -> frozenset[str]:
    """Every name that something asks for or shows."""
    screens = list(_screens(guide))
    asked = {one.name for screen in screens for one in asked_by(screen)}
    return LOOKED_UP.union(asked, (one.name for screen in screens for one in shown_by(screen)))


def row_names(guide: Guide) -> frozenset[str]:
    """The names under which more than one value can stand: braces cannot show those."""
    found = set()
    for screen in _screens(guide):
        if isinstance(screen, Pick) and screen.pick.at_most > 1:
            found.add(screen.pick.save)
        elif isinstance(screen, Run) and screen.save:
            found.add(screen.save)
    return frozenset(found)


def known_braces(guide: Guide) -> frozenset[str]:
    """Every name that may stand in braces: site facts, options' facts, and what flows keep."""
    options = (option for options in guide.options.values() for option in options)
    facts = (name for option in options for name in option.facts)
    return frozenset(guide.facts).union(facts, kept_names(guide))


def _screens(guide: Guide) -> Iterator[Screen]:
    flows: Iterator[Flow] = iter(guide.flows.values())
    return (screen for flow in flows for screen in flow.screens.values())
