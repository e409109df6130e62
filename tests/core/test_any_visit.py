"""Whatever a family does, in any order, a visit through the shipped flows stays sound."""

from dataclasses import fields, is_dataclass, replace
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kiosk.core.cover.roads import events_at
from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.flow import Decide, Return, Run
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.stepping import MOST_STEPS
from kiosk.core.visit import Moment
from kiosk.core.words import ENGLISH
from kiosk.station import Station

CANARY = "Canary-of-a-family-7!"

NAMES = ["have", "none", "yes", "next", "back", "", "who", CANARY]
TEXTS = st.sampled_from(["ana@gmail.com", "ana@gmial.com", "ana@", "{email}", CANARY]) | st.text()
SCHOOLS = st.lists(st.sampled_from(["cedar_hill", "juniper", "gmail", "nowhere"]), max_size=4)
ANY_EVENT = (
    st.sampled_from(NAMES).map(Chosen)
    | TEXTS.map(Typed)
    | SCHOOLS.map(tuple).map(Picked)
    | st.sampled_from([Confirmed(), Elapsed(), AskedHelp(), LanguageChosen("so")])
)


class AnyVisit(RuleBasedStateMachine):
    """Plays a visit, and beside it a plain pile of the moments that Back must bring again."""

    guide: ClassVar[Guide]

    def __init__(self) -> None:
        super().__init__()
        self.visit = begin(self.guide)
        self.pile: list[Moment] = []

    @rule(data=st.data())
    def something_that_the_page_offers(self, data: st.DataObject) -> None:
        fitting = list(events_at(self.guide, self.visit)) or [WentBack()]
        self._happens(data.draw(st.sampled_from(fitting)))

    @rule(event=ANY_EVENT)
    def something_that_may_not_fit(self, event: Event) -> None:
        self._happens(event)

    @rule()
    def help_is_asked_for(self) -> None:
        self._happens(AskedHelp())

    @rule()
    def back(self) -> None:
        self._happens(WentBack())

    @rule(event=st.sampled_from([Stopped(), LeftAlone()]))
    def the_visit_is_cut_short_and_another_begins(self, event: Event) -> None:
        self._happens(event)
        assert self.visit.ended
        self.visit, self.pile = begin(self.guide, self.visit.language), []

    def _happens(self, event: Event) -> None:
        before = self.visit
        after = advance(self.guide, before, event)
        if isinstance(event, LanguageChosen):
            assert after == replace(before, language=event.language)
        elif after == before:
            assert after is before
        elif isinstance(event, WentBack):
            assert after.now == self.pile.pop()
        elif isinstance(event, Stopped | LeftAlone):
            self.pile = []
        elif self._in_help(before.now) and not self._in_help(after.now):
            self.pile = self.pile[: self._before_help()]
        elif after.now.refusal is None:
            self.pile.append(_left(before.now, event))
            if self._is_help(before.now) and not self._is_help(after.now):
                self._forget_the_help()
        assert _turns(after.now) <= _turns(before.now) + MOST_STEPS + 1
        self.visit = after

    def _before_help(self) -> int:
        """How many moments lie before the page that help was asked for on."""
        pages = [number for number, now in enumerate(self.pile) if not self._in_help(now)]
        return pages[-1]

    def _in_help(self, now: Moment) -> bool:
        return now.stack[-1].flow == self.guide.help

    @invariant()
    def it_stands_on_a_page_for_a_family(self) -> None:
        flow, _, screen = self.visit.place.partition("/")
        assert not isinstance(self.guide.flows[flow].screens[screen], Run | Decide | Return)

    def _is_help(self, moment: Moment) -> bool:
        return moment.stack[-1].flow == self.guide.help

    def _forget_the_help(self) -> None:
        while self._is_help(self.pile[-1]):
            self.pile.pop()
        self.pile.pop()

    @invariant()
    def back_would_bring_each_moment_again(self) -> None:
        assert list(self.visit.before) == self.pile

    @invariant()
    def the_page_can_be_shown_whole(self) -> None:
        view = view_of(self.guide, self.visit, ENGLISH)
        assert view.page.title
        assert view.page.can_go_back == bool(self.pile)
        kept = {str(value) for _, value in self.visit.now.kept.pairs}
        assert not [text for text in texts_in(view) if "{" in text and not kept & {text}]

    @invariant()
    def no_check_breaks_on_what_a_family_types(self) -> None:
        assert self.visit.trouble == ""


def _left(now: Moment, event: Event) -> Moment:
    """What Back brings again: a refusal is gone, but where help was laid over the page."""
    return now if isinstance(event, AskedHelp) else replace(now, refusal=None)


def _turns(now: Moment) -> int:
    return sum(int(now.turns.text(place)) for place in now.turns)


def texts_in(value: object) -> list[str]:
    """Every text anywhere in a view, but for what a family typed itself."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts_in(one)]
    if is_dataclass(value):
        parts = [field.name for field in fields(value) if field.name not in ("draft", "groups")]
        return [text for part in parts for text in texts_in(getattr(value, part))]
    return []


@pytest.mark.parametrize("office", ["open", "closed"])
def test_any_visit_stays_sound(office: str, station: Station, closed_station: Station) -> None:
    class Here(AnyVisit):
        guide = (station if office == "open" else closed_station).guide

    often = settings(max_examples=30, stateful_step_count=40, deadline=None)

    run_state_machine_as_test(Here, settings=often)


def test_what_is_typed_where_a_password_is_asked_never_enters_the_visit(station: Station) -> None:
    script = ("parent", "new", "have")
    visit = begin(station.guide)
    for answer in script:
        visit = advance(station.guide, visit, Chosen(answer))
    events: list[Event] = [Typed("ana@gmail.com")]
    events += [Chosen(answer) for answer in ("me", "right", "opens", "one")]
    events += [Picked(("cedar_hill",))]
    events += [Chosen(answer) for answer in ("has", "sent", "found", "opens", "next")]
    for event in events:
        visit = advance(station.guide, visit, event)

    typed = advance(station.guide, visit, Typed(CANARY))
    confirmed = advance(station.guide, visit, Confirmed())

    assert visit.place == "account/practice"
    assert typed is visit
    assert confirmed.place == "account/save_it"
    assert CANARY not in repr(confirmed)
