"""What a come-back ticket carries of a visit: pages and ids, and nothing that a family typed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from kiosk.core.flow import Decide, Return, Run
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept
from kiosk.core.machine import begin
from kiosk.core.saved.origins import Origin, origins_of
from kiosk.core.visit import Frame, Moment, Visit

MOST_PAGES = 4
"""The page to come back to, and earlier ones for a day on which the flows have changed."""


def carried(guide: Guide, visit: Visit) -> tuple[Moment, ...]:
    """The pages that a ticket leads to, one or more, the best one last.

    That is the page where the visit stands, or the last one before its end: there a family goes
    on. A page that was only put on top of it, such as help, is left out.
    """
    origins = origins_of(guide)
    moments = (begin(guide).now, *visit.before, visit.now)
    bare = [one for one in (_bare(guide, origins, moment) for moment in moments) if one]
    pages = [one for one, _ in groupby(bare)][-MOST_PAGES:]
    return tuple(pages) or (Moment((Frame(guide.start, guide.flows[guide.start].start),)),)


def _bare(guide: Guide, origins: Mapping[str, Origin], moment: Moment) -> Moment | None:
    """The moment without a family's words, or None where nobody can go on from it."""
    stack = tuple(_beneath(guide, moment.stack))
    loops = [frame.loop for frame in stack if frame.loop]
    known = {value for _, value in _ids(origins, moment.kept)}
    if moment.ended or not stack or stack[0].flow != guide.start:
        return None
    if not _is_page(guide, stack[-1]) or not all(_known(loop.items, known) for loop in loops):
        return None
    return Moment(stack, Kept(tuple(_ids(origins, moment.kept))))


def _beneath(guide: Guide, stack: tuple[Frame, ...]) -> Iterator[Frame]:
    """The stack up to the first page: what stands on a page was only put there for a while."""
    for frame in stack:
        yield frame
        if not isinstance(guide.screen(frame.flow, frame.screen), Run):
            return


def _is_page(guide: Guide, frame: Frame) -> bool:
    return not isinstance(guide.screen(frame.flow, frame.screen), Run | Decide | Return)


def _known(items: tuple[str, ...], known: set[str | tuple[str, ...]]) -> bool:
    return items in known or (len(items) == 1 and items[0] in known)


def _ids(origins: Mapping[str, Origin], kept: Kept) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """What is kept and is an id of the site's or the flows' own, whoever put it there."""
    for name, value in kept.pairs:
        origin = origins.get(name)
        if origin and _without_words(origin).allows(value):
            yield name, value


def _without_words(origin: Origin) -> Origin:
    typed = origin.words or origin.secret
    return replace(origin, words=False, blank=origin.blank and not typed)


def words_of(origins: Mapping[str, Origin]) -> frozenset[str]:
    """The names under which only a family's own words stand: none of them is in a ticket."""
    return frozenset(name for name, one in origins.items() if one.words and not one.listed)
