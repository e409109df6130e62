"""What goes home on paper: a slip with what is done and what is next, and a card to write on.

Pure content, nothing drawn. None of a family's own words is in it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.core import view
from kiosk.core.codes import Code
from kiosk.core.guide import Guide
from kiosk.core.phrases import Phrases, phrases_in
from kiosk.core.showing import view_of
from kiosk.core.view import StoneState
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH, Words
from kiosk.handoff.discreet import discreet
from kiosk.site.shapes import School, Site

PRINTED = ("portal", "next", "ticket")
"""The codes that a slip has room for, in this order."""


@dataclass(frozen=True)
class Said:
    """A text in the family's language, and in English for the office where that is another."""

    own: str
    english: str = ""


@dataclass(frozen=True)
class SlipStone:
    """One of the five steps. `id` is that of its icon, stone_ID."""

    id: str
    name: Said
    state: StoneState


@dataclass(frozen=True)
class Step:
    """What is next: who does it, what, by when. Of a page's own steps, only what is known."""

    what: Said
    who: Said = Said("")
    when: Said = Said("")


@dataclass(frozen=True)
class SlipCode:
    """A code to scan and what it does. The line of a ticket is large: one types it."""

    name: str
    code: Code
    caption: Said


@dataclass(frozen=True)
class Office:
    """How to reach the school."""

    title: Said
    school: str
    phone: str
    address: str
    hours: Said


@dataclass(frozen=True)
class Slip:
    """One page to take home. `made` is the local time of the station."""

    language: str
    right_to_left: bool
    made: datetime
    heading: Said
    title: Said
    says: tuple[Said, ...]
    so_far: Said
    stones: tuple[SlipStone, ...]
    next: Said
    steps: tuple[Step, ...]
    scan: Said
    codes: tuple[SlipCode, ...]
    office: Office
    private: Said


@dataclass(frozen=True)
class PaperCard:
    """A card with blank lines for a user name and a password, which the kiosk never fills in."""

    language: str
    right_to_left: bool
    made: datetime
    heading: Said
    advice: tuple[Said, ...]
    title: Said
    user: Said
    password: Said
    portal_name: str
    portal: Code
    office: Office


@dataclass(frozen=True)
class Slips:
    """Makes what one station gives on paper. Times and codes are handed in."""

    guide: Guide
    site: Site

    def slip(self, visit: Visit, words: Words, codes: Mapping[str, Code], now: datetime) -> Slip:
        """The slip of a visit: of its last page, or of the one on which it waits.

        `codes` are made for this visit, by name; those of other names than PRINTED are left out.
        """
        both = _Both(words)
        own, english = self._view(visit, words), self._view(visit, ENGLISH)
        return Slip(
            language=words.language,
            right_to_left=words.right_to_left,
            made=now,
            heading=both.phrase(lambda one: one.slip_heading),
            title=_said(own.page.title, english.page.title),
            says=_pairs(own.page.says, english.page.says),
            so_far=both.phrase(lambda one: one.slip_so_far),
            stones=tuple(_stones(own, english)),
            next=both.phrase(lambda one: one.who_does_what),
            steps=tuple(_steps(own.body, english.body)),
            scan=both.phrase(lambda one: one.slip_scan),
            codes=tuple(both.codes(codes)),
            office=both.office(self.site.school_here()),
            private=both.phrase(lambda one: one.slip_private),
        )

    def card(self, words: Words, portal: Code, now: datetime) -> PaperCard:
        """The card to write on. `portal` opens the portal, and is its address to type."""
        both = _Both(words)
        return PaperCard(
            language=words.language,
            right_to_left=words.right_to_left,
            made=now,
            heading=both.phrase(lambda one: one.card_heading),
            advice=(
                both.phrase(lambda one: one.card_fold),
                both.phrase(lambda one: one.card_write),
                both.phrase(lambda one: one.card_keep),
            ),
            title=both.phrase(lambda one: one.card_title),
            user=both.phrase(lambda one: one.card_user),
            password=both.phrase(lambda one: one.card_password),
            portal_name=self.site.portal.name,
            portal=portal,
            office=both.office(self.site.school_here()),
        )

    def _view(self, visit: Visit, words: Words) -> view.View:
        bare = discreet(self.guide, visit, phrases_in(words).your_email)
        return view_of(self.guide, bare, words)


@dataclass(frozen=True)
class _Both:
    """The family's language beside English."""

    words: Words

    def phrase(self, chosen: Callable[[Phrases], str]) -> Said:
        return _said(chosen(phrases_in(self.words)), chosen(Phrases()))

    def codes(self, codes: Mapping[str, Code]) -> Iterator[SlipCode]:
        captions = {
            "portal": self.phrase(lambda one: one.slip_portal),
            "next": self.phrase(lambda one: one.slip_next),
            "ticket": self.phrase(lambda one: one.slip_ticket),
        }
        for name in PRINTED:
            if name in codes:
                yield SlipCode(name, codes[name], captions[name])

    def office(self, school: School) -> Office:
        hours = school.office.as_fact()
        return Office(
            title=self.phrase(lambda one: one.slip_office),
            school=school.name,
            phone=school.phone,
            address=school.address,
            hours=_said(self.words.shown(hours), ENGLISH.shown(hours)),
        )


def _said(own: str, english: str) -> Said:
    return Said(own, "" if own == english else english)


def _pairs(own: tuple[str, ...], english: tuple[str, ...]) -> tuple[Said, ...]:
    return tuple(_said(*pair) for pair in zip(own, english, strict=True))


def _stones(own: view.View, english: view.View) -> Iterator[SlipStone]:
    for one, other in zip(own.page.stones, english.page.stones, strict=True):
        yield SlipStone(one.id, _said(one.name, other.name), one.state)


def _steps(own: view.Body, english: view.Body) -> Iterator[Step]:
    match own, english:
        case view.End(), view.End():
            for one, other in zip(own.todo, english.todo, strict=True):
                who, when = _said(one.who, other.who), _said(one.when, other.when)
                yield Step(_said(one.what, other.what), who, when)
        case view.Choice(), view.Choice():
            yield from (Step(what) for what in _pairs(own.steps, english.steps))
