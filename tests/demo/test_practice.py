"""The practice takes any event: it never raises, always has a page, and Back is exact."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

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
from kiosk.demo.practice import Practice, begin_practice, mail_in, practise
from kiosk.demo.showing import Shown
from kiosk.demo.world import SCENARIOS, Scenario
from tests.demo.touring import events_on, every_practice, ids_on, shown, world_on

WORLD = world_on()
EVERY_ID = sorted(
    {one for practice in every_practice(WORLD) for one in ids_on(shown(WORLD, practice))}
)
ANY_EVENT = st.one_of(
    st.builds(Chosen, st.sampled_from([*EVERY_ID, "", "nothing of the kind"])),
    st.builds(Typed, st.text(max_size=5)),
    st.builds(Picked, st.just(())),
    st.sampled_from([AskedHelp(), Confirmed(), Elapsed()]),
)


class AnyPractice(RuleBasedStateMachine):
    """One practice, to which anything happens, in any order."""

    practice: Practice

    @initialize(scenario=st.sampled_from(SCENARIOS))
    def begins(self, scenario: Scenario) -> None:
        self.practice = begin_practice(WORLD, scenario)

    @rule(event=ANY_EVENT)
    def anything_happens(self, event: Event) -> None:
        self.happens(event)

    @precondition(lambda self: self.practice.place != "password")
    @rule(data=st.data())
    def something_on_the_page_is_touched(self, data: st.DataObject) -> None:
        page = shown(WORLD, self.practice)
        self.happens(data.draw(st.sampled_from([Chosen(one) for one in sorted(ids_on(page))])))

    @rule(language=st.sampled_from(["so", "ar", "xx"]))
    def another_language_keeps_the_rest(self, language: str) -> None:
        after = practise(WORLD, self.practice, LanguageChosen(language))

        assert replace(after, language=self.practice.language) == self.practice
        self.practice = after

    @rule()
    def back_is_touched(self) -> None:
        after = practise(WORLD, self.practice, WentBack())

        assert after.ended == (not self.practice.before)
        self.goes_on(after)

    @rule(event=st.sampled_from([Stopped(), LeftAlone(), Chosen("leave")]))
    @precondition(lambda self: len(self.practice.before) > 5)
    def it_ends(self, event: Event) -> None:
        assert practise(WORLD, self.practice, event).ended
        self.practice = begin_practice(WORLD, self.practice.scenario)

    def happens(self, event: Event) -> None:
        """Takes it further; from a new page, Back restores the exact practice before."""
        before = self.practice
        after = practise(WORLD, before, event)
        if after == before:
            assert after is before
        if len(after.before) > len(before.before):
            back = practise(WORLD, after, WentBack())
            assert back == replace(before, arrived=after.arrived)
        self.goes_on(after)

    def goes_on(self, after: Practice) -> None:
        """A practice that ended begins anew."""
        self.practice = begin_practice(WORLD, after.scenario) if after.ended else after

    @invariant()
    def there_is_a_page_with_something_to_do(self) -> None:
        page = shown(WORLD, self.practice)
        assert page.page.title
        assert ids_on(page) or self.practice.place == "password"


TestAnyPractice = AnyPractice.TestCase
TestAnyPractice.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)

PORTAL = ["go_on", "!password", "science", "missing", "go_on", "teacher", "send", "go_on"]
ON = ["every_week"]
LESSON = [
    *("go_on", "!password", "lesson", "go_on", "hand_in"),
    *("go_on", "go_on", "go_on", "go_on", "go_on", "how_to_help", "send", "go_on", "no_plan"),
]
WALKS: dict[Scenario, list[str]] = {
    "here": ["start", "cousin", "to_list", "reply", "link", *LESSON],
    "spam": [
        *("start", "library", "to_list", "spam", "reply", "not_spam", "link"),
        *("go_on", "!password", "maya", *PORTAL[2:], *ON),
    ],
    "late": ["start", "look", "<", "!elapsed", "reply", "link", *LESSON],
    "expired": [
        *("start", "reply_of_last_week", "link", "again", "reply", "link"),
        *("go_on", "!password", "maya", *PORTAL[2:], "every_two_weeks"),
    ],
    "impostor": ["start", "not_the_school", "link", "go_on", "reply", "link", *LESSON],
}


def play(practice: Practice, told: str) -> Practice:
    """One step of a walk: an id that must be on the page, or !what happens, or < for Back."""
    page = shown(WORLD, practice)
    happens: dict[str, Event] = {"!password": Confirmed(), "!elapsed": Elapsed(), "<": WentBack()}
    assert told in happens or told in ids_on(page), (told, practice.place, ids_on(page))
    after = practise(WORLD, practice, happens.get(told, Chosen(told)))
    assert after != practice, (told, practice.place)
    return after


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_each_scenario_is_walked_from_its_first_page_to_the_end(scenario: Scenario) -> None:
    practice = begin_practice(WORLD, scenario)

    for told in WALKS[scenario]:
        practice = play(practice, told)

    assert practice.place == "done"
    assert practise(WORLD, practice, Chosen("leave")).ended


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_from_every_page_of_a_scenario_the_practice_can_be_finished(scenario: Scenario) -> None:
    every = [one for one in every_practice(WORLD).values() if one.scenario == scenario]
    ways = {one.place: places_after(one) for one in every}
    for one in every:
        ways[one.place] |= places_after(one)

    ends = {"done"}
    for _ in ways:
        ends |= {place for place, to in ways.items() if to & ends}

    assert ends >= set(ways)


def places_after(practice: Practice) -> set[str]:
    """Where something on that page leads to."""
    page: Shown = shown(WORLD, practice)
    events = [*events_on(page), WentBack()]
    return {str(practise(WORLD, practice, event).place) for event in events}


def test_mail_that_is_marked_as_not_spam_lies_in_the_inbox_whatever_it_is() -> None:
    practice = begin_practice(WORLD, "spam")

    for told in ("start", "spam", "prize", "not_spam"):
        practice = play(practice, told)

    assert "prize" in [mail.id for mail in mail_in(WORLD, practice, "inbox")]
    assert "prize" not in [mail.id for mail in mail_in(WORLD, practice, "spam")]


def test_the_reply_comes_late_and_stays_when_the_family_goes_back() -> None:
    practice = play(begin_practice(WORLD, "late"), "start")
    empty = play(practice, "look")
    assert "reply" not in ids_on(shown(WORLD, empty))

    there = play(play(empty, "<"), "!elapsed")

    assert "reply" in ids_on(shown(WORLD, there))
    assert "reply" in ids_on(shown(WORLD, play(play(there, "<"), "look")))


def test_a_new_link_is_asked_for_and_back_undoes_it() -> None:
    practice = begin_practice(WORLD, "expired")
    for told in ("start", "reply_of_last_week", "link"):
        practice = play(practice, told)

    renewed = play(practice, "again")

    assert "reply" in ids_on(shown(WORLD, renewed))
    assert play(renewed, "<") == practice


def test_the_lesson_begins_anew_each_time() -> None:
    practice = begin_practice(WORLD, "here")
    for told in ("grades", "lesson", "go_on", "hand_in", "<", "<"):
        practice = play(practice, told)

    again = play(play(practice, "lesson"), "go_on")

    assert (again.lesson, again.handed_in) == (1, False)


def test_everything_that_happens_on_any_page_leaves_a_practice_with_a_page() -> None:
    for practice in every_practice(WORLD).values():
        for event in (*events_on(shown(WORLD, practice)), Typed("x"), WentBack()):
            after = practise(WORLD, practice, event)
            assert after.ended or shown(WORLD, after).page.title
