"""Which pages and ids of a guide have which number: what a short code is written by."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.core.flow import Decide, End, Pick, Return, Run
from kiosk.core.guide import Guide
from kiosk.core.lint.naming import kept_by
from kiosk.core.saved.origins import origins_of
from kiosk.core.visit import Frame, Moment

Places = tuple[tuple[str, str], ...]

_MOST_PAGES = 4_096
_DEEPEST = 8


@dataclass(frozen=True)
class Listed:
    """A name under which ids of a list stand: one, or up to `most` of them together."""

    name: str
    ids: tuple[str, ...]
    most: int


@dataclass(frozen=True)
class Plan:
    """How pages of one guide are numbered. Two guides with the same print number them alike."""

    guide: Guide = field(repr=False)
    languages: tuple[str, ...]
    pages: tuple[Places, ...]
    listed: tuple[Listed, ...]

    def print(self) -> bytes:
        """32 bytes that change with all that the numbers stand for, and with no sentence."""
        text = f"plan 1\n{self!r}\n{_runs(self.guide)!r}"
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()

    def first(self) -> Moment | None:
        """The first page that no loop leads to, with nothing said yet, if there is any."""
        for page in self.pages:
            if not any(_loops(self.guide, *one) for one in page):
                return Moment(tuple(Frame(flow, screen) for flow, screen in page))
        return None


def plan_of(guide: Guide, languages: tuple[str, ...]) -> Plan:
    """The plan of this guide. Pages beyond some thousands, which no flow has, are left out."""
    pages = tuple(_pages(guide, guide.start, ()))[:_MOST_PAGES]
    return Plan(guide, languages, pages, tuple(_listed(guide)))


def _pages(guide: Guide, flow: str, below: Places) -> Iterator[Places]:
    for name, screen in guide.flows[flow].screens.items():
        stack = (*below, (flow, name))
        if isinstance(screen, Run):
            again = screen.run in {above for above, _ in stack}
            if not again and len(stack) < _DEEPEST and screen.run in guide.flows:
                yield from _pages(guide, screen.run, stack)
        elif not isinstance(screen, Decide | Return | End):
            yield stack


def _loops(guide: Guide, flow: str, screen: str) -> bool:
    one = guide.screen(flow, screen)
    return isinstance(one, Run) and bool(one.for_each)


def _listed(guide: Guide) -> Iterator[Listed]:
    screens = [one for flow in guide.flows.values() for one in flow.screens.values()]
    put = {name.name for one in screens if not isinstance(one, Run) for name in kept_by(one)}
    for name, origin in sorted(origins_of(guide).items()):
        if name in put and origin.listed:
            picks = [
                one.pick.at_most
                for one in screens
                if isinstance(one, Pick) and one.pick.save == name
            ]
            most = max(picks, default=len(origin.listed))
            few = min(most, len(origin.listed)) if most > 1 else 0
            yield Listed(name, _in_order(guide, origin.listed), few)


def _in_order(guide: Guide, ids: frozenset[str]) -> tuple[str, ...]:
    """The ids in the order of the site's lists, which is that of a family's picks."""
    every = [option.id for options in guide.options.values() for option in options]
    return tuple(dict.fromkeys(one for one in every if one in ids))


def _runs(guide: Guide) -> list[tuple[str, ...]]:
    """What the digits of loops stand for: the rows gone through, and the words of each round."""
    return [
        (flow.flow, name, one.for_each, one.item, *guide.flows[one.run].returns())
        for flow in guide.flows.values()
        for name, one in flow.screens.items()
        if isinstance(one, Run) and one.for_each
    ]
