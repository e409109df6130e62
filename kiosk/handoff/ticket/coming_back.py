"""How a family comes back to a page: what was decided is decided anew, what it typed asked again.

A ticket holds no address. Where the page needs one, the page that asks for it stands on top, and
when it is answered the family's own page is seen again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kiosk.core.flow import Decide, Form, Screen
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept
from kiosk.core.leading import musts_of, targets_of
from kiosk.core.lint.known import surely_kept
from kiosk.core.saved.fitting import fitted
from kiosk.core.saved.origins import Origin, origins_of
from kiosk.core.stepping import CheckBroke, enter
from kiosk.core.visit import Frame, Moment
from kiosk.handoff.ticket.carrying import words_of

_STANDS_IN = "?"


@dataclass(frozen=True)
class Back:
    """Where a visit goes on.

    `page` is the family's own page, `moment` the same or the one that asks for `asks` first, on top
    of it. `nearest` tells that the page is not the last one, but the nearest that there is today.
    """

    page: Moment
    moment: Moment
    asks: tuple[str, ...]
    nearest: bool


def come_back(guide: Guide, pages: tuple[Moment, ...], *, same: bool) -> Back | None:
    """The last of these pages that fits the guide, to go on from, or None where none does.

    `same`: the flows are those that the pages were left in.
    """
    road = _Road(guide, origins_of(guide), surely_kept(guide), same)
    for page in reversed(pages):
        found = road.fits(page)
        now = road.decided(found) if found else None
        asking = road.asking(now) if now else None
        if now and asking:
            return Back(now, asking, road.unsaid(now), page is not pages[-1])
    return None


@dataclass(frozen=True)
class _Road:
    guide: Guide
    origins: Mapping[str, Origin]
    known: Mapping[tuple[str, str], frozenset[str]]
    same: bool

    def fits(self, page: Moment) -> Moment | None:
        """The page as it is in the guide, if what is asked for again may be taken as known."""
        asked = self.unsaid(page)
        kept = page.kept
        for name in asked:
            kept = kept.put(name, _STANDS_IN)
        found = fitted(self.guide, self.origins, replace(page, kept=kept), same=self.same)
        if found is None or found.ended:
            return None
        return replace(found, kept=_without(found.kept, frozenset(asked)))

    def unsaid(self, page: Moment) -> tuple[str, ...]:
        """The names of what every road to that page has typed, and that is not known now."""
        here = page.stack[-1]
        surely = self.known.get((here.flow, here.screen), frozenset())
        return tuple(sorted(surely & words_of(self.origins) - set(page.kept)))

    def decided(self, page: Moment) -> Moment:
        """The page that a decision leads to today, where only a decision leads to that page: an
        office that was closed may be open now."""
        here = page.stack[-1]
        first = self._decision(here)
        if not first:
            return page
        try:
            now = enter(self.guide, page, first)
        except CheckBroke:
            return page
        beside = now.stack[:-1] == page.stack[:-1] and now.stack[-1].flow == here.flow
        return now if beside and not now.ended else page

    def _decision(self, here: Frame) -> str:
        """The first of the decisions in a row that are the only way to that page."""
        flow = self.guide.flows[here.flow]
        seen = [here.screen]
        while seen[-1] != flow.start:
            leading = [name for name, one in flow.screens.items() if _leads(one, seen[-1])]
            only = leading[0] if len(leading) == 1 else here.screen
            if only in seen or not self._goes_by_ids(flow.screens[only]):
                break
            seen.append(only)
        return seen[-1] if len(seen) > 1 else ""

    def _goes_by_ids(self, screen: Screen) -> bool:
        """Whether that is a decision which asks for nothing that a family typed."""
        words = words_of(self.origins)
        return isinstance(screen, Decide) and not any(way.of in words for way in screen.decide)

    def asking(self, page: Moment) -> Moment | None:
        """The page beneath those that ask for what it needs, or None where nothing asks for it."""
        frames: list[Frame] = []
        for name in self.unsaid(page):
            frame = self._form(page.stack, name)
            if frame is None:
                return None
            under_way = [one.flow for one in page.stack]
            if frame.flow in under_way:
                return self._earlier(page, under_way.index(frame.flow), frame)
            frames += [frame] if frame not in frames else []
        return replace(page, stack=(*page.stack, *frames))

    def _earlier(self, page: Moment, at: int, frame: Frame) -> Moment | None:
        """The page of a flow under way that asks: what comes after it is gone through anew."""
        stack = (*page.stack[:at], frame)
        gone = {_item(self.guide, one) for one in page.stack[at:]}
        now = replace(page, stack=stack, kept=_without(page.kept, gone))
        return now if page.stack == stack else self.asking(now)

    def _form(self, stack: tuple[Frame, ...], name: str) -> Frame | None:
        """The page where that is typed: in a flow under way, else in one that gives back."""
        forms = list(_forms(self.guide, name))
        under_way = {one.flow for one in stack}
        here = [frame for frame in forms if frame.flow in under_way]
        giving = [frame for frame in forms if self.guide.flows[frame.flow].returns()]
        return next(iter((*here, *giving)), None)


def _forms(guide: Guide, name: str) -> Iterator[Frame]:
    for flow in guide.flows.values():
        for screen, one in flow.screens.items():
            keeps = {must.keep for must in musts_of(one)}
            if isinstance(one, Form) and name in keeps | {one.field.save}:
                yield Frame(flow.flow, screen)


def _leads(screen: Screen, name: str) -> bool:
    return any(target == name for target, _ in targets_of(screen))


def _item(guide: Guide, frame: Frame) -> str:
    screen = guide.screen(frame.flow, frame.screen)
    return getattr(screen, "item", "") if frame.loop else ""


def _without(kept: Kept, names: frozenset[str] | set[str]) -> Kept:
    return Kept(tuple(pair for pair in kept.pairs if pair[0] not in names))
