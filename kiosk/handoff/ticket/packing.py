"""A page of a visit as one number, as small as can be, and back.

Not the road is written, which has no longest, but what it has come to: which of all pages, which
ids are picked, how far the loops are. Each is a digit of its own base, the page first; what comes
last and is nothing costs nothing.
"""

from dataclasses import dataclass, field
from math import comb

from kiosk.core.flow import Run
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept, Value
from kiosk.core.lint.known import surely_kept
from kiosk.core.lint.naming import asked_by, shown_by
from kiosk.core.saved.origins import origins_of
from kiosk.core.visit import Frame, Loop, Moment
from kiosk.handoff.ticket.carrying import words_of
from kiosk.handoff.ticket.plan import Listed, Plan


class Unpackable(Exception):
    """This page cannot be written as a number of this plan, or this number is no page of it."""


# Writing


@dataclass
class _Digits:
    """Digits, each of its own base, the first the lowest."""

    rows: list[tuple[int, int]] = field(default_factory=list)

    def put(self, digit: int, base: int) -> None:
        if not 0 <= digit < base:
            raise Unpackable
        self.rows.append((digit, base))

    def number(self) -> int:
        number = 0
        for digit, base in reversed(self.rows):
            number = number * base + digit
        return number


def packed(plan: Plan, language: str, page: Moment) -> int:
    """The page as a number, 0 or more. Raises Unpackable where it cannot be told in full."""
    digits = _Digits()
    places = tuple((frame.flow, frame.screen) for frame in page.stack)
    digits.put(_index(plan.pages, places), len(plan.pages))
    spoken = plan.languages.index(language) if language in plan.languages else 0
    digits.put(spoken, len(plan.languages))
    for row in plan.listed:
        _put_ids(digits, row, page.kept.value(row.name))
    for frame in page.stack:
        _put_loop(digits, plan.guide, frame)
    number = digits.number()
    if not _tells_all(plan, page, unpacked(plan, number)[1]):
        raise Unpackable
    return number


def _put_loop(digits: _Digits, guide: Guide, frame: Frame) -> None:
    screen = guide.screen(frame.flow, frame.screen)
    if frame.loop and isinstance(screen, Run):
        words = guide.flows[screen.run].returns()
        digits.put(frame.loop.at, len(frame.loop.items))
        for word in frame.loop.results:
            digits.put(_index(words, word), len(words))


def _put_ids(digits: _Digits, row: Listed, value: Value | None) -> None:
    count = len(row.ids)
    base = count + 1 + bool(row.most)
    match value:
        case None:
            digits.put(0, base)
        case str():
            digits.put(1 + _index(row.ids, value), base)
        case _ if row.most and len(value):
            digits.put(count + 1, base)
            digits.put(len(value) - 1, row.most)
            places = tuple(_index(row.ids, one) for one in value)
            digits.put(_rank(count, places), comb(count, len(value)))
        case _:
            raise Unpackable


def _rank(count: int, places: tuple[int, ...]) -> int:
    """The number of that choice among all choices of as many places, which rise."""
    return sum(comb(place, n + 1) for n, place in enumerate(places))


def _index(row: tuple[object, ...], one: object) -> int:
    if one not in row:
        raise Unpackable
    return row.index(one)


def _tells_all(plan: Plan, page: Moment, again: Moment) -> bool:
    """Whether the page comes out again with every id that it, or a page after it, asks for.

    What a family typed is asked again; what only the screen reads that made it was read there.
    """
    here = page.stack[-1]
    surely = surely_kept(plan.guide).get((here.flow, here.screen), frozenset())
    typed = words_of(origins_of(plan.guide))
    needed = {name for name in surely - typed if name in page.kept and _is_read(plan.guide, name)}
    ids = {row.name for row in plan.listed} | needed
    same = all(page.kept.value(name) == again.kept.value(name) for name in ids)
    return same and page.stack == again.stack


def _is_read(guide: Guide, name: str) -> bool:
    """Whether some screen asks for that name that is not the one which keeps it."""
    return any(
        name in {one.name for one in (*asked_by(screen), *shown_by(screen))}
        for flow in guide.flows.values()
        for screen in flow.screens.values()
        if not (isinstance(screen, Run) and screen.save == name)
    )


# Reading


@dataclass
class _Number:
    """A number that its digits are taken from, the lowest first."""

    rest: int

    def take(self, base: int) -> int:
        if base < 1:
            raise Unpackable
        self.rest, digit = divmod(self.rest, base)
        return digit


def unpacked(plan: Plan, number: int) -> tuple[str, Moment]:
    """The language and the page that were written as this number. Raises Unpackable."""
    digits = _Number(number)
    places = plan.pages[digits.take(len(plan.pages))]
    language = plan.languages[digits.take(len(plan.languages))]
    kept = Kept()
    for row in plan.listed:
        value = _take_ids(digits, row)
        kept = kept if value is None else kept.put(row.name, value)
    frames = []
    for flow, screen in places:
        frame, kept = _framed(plan.guide, digits, Frame(flow, screen), kept)
        frames.append(frame)
    if digits.rest:
        raise Unpackable
    return language, Moment(tuple(frames), kept)


def _take_ids(digits: _Number, row: Listed) -> Value | None:
    count = len(row.ids)
    digit = digits.take(count + 1 + bool(row.most))
    if digit <= count:
        return row.ids[digit - 1] if digit else None
    size = digits.take(row.most) + 1
    rank = digits.take(comb(count, size))
    return tuple(row.ids[place] for place in _unranked(count, size, rank))


def _unranked(count: int, size: int, rank: int) -> tuple[int, ...]:
    """The choice of that number: what `_rank` counts, taken apart from its highest place down."""
    places: list[int] = []
    for place in reversed(range(count)):
        left = size - len(places)
        if left and comb(place, left) <= rank:
            places.append(place)
            rank -= comb(place, left)
    return tuple(reversed(places))


def _framed(guide: Guide, digits: _Number, frame: Frame, kept: Kept) -> tuple[Frame, Kept]:
    """The frame with its loop as far as it was, and what is kept with the item at hand."""
    screen = guide.screen(frame.flow, frame.screen)
    if not isinstance(screen, Run) or not screen.for_each:
        return frame, kept
    items = kept.many(screen.for_each)
    at = digits.take(len(items))
    words = guide.flows[screen.run].returns()
    results = tuple(words[digits.take(len(words))] for _ in range(at))
    loop = Loop(items, at, results)
    return Frame(frame.flow, frame.screen, loop), kept.put(screen.item, items[at])
