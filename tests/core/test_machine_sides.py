"""Help, broken checks and visits cut short: the page beneath stays, and nothing leaks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Event,
    LeftAlone,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept
from kiosk.core.machine import advance, begin
from tests.core.made import after
from tests.core.made_tour import CANARY, CHECKS, PARTS, TOUR

GuideOf = Callable[..., Guide]


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    return guide_of(TOUR, **PARTS)


def test_back_from_a_last_page_takes_the_end_back_too(guide: Guide) -> None:
    ended = after(guide, "bye")

    back = advance(guide, ended, WentBack())

    assert ended.ended == "DONE"
    assert (back.ended, back.now) == ("", begin(guide).now)


def test_help_lies_on_top_of_the_page_and_gives_it_back(guide: Guide) -> None:
    asked = after(guide, "form")

    helped = advance(guide, asked, AskedHelp())
    back = advance(guide, helped, Chosen("back"))

    assert [frame.place for frame in helped.now.stack] == ["tour/form", "help/call"]
    assert replace(back.now, turns=asked.now.turns) == asked.now
    assert (helped.trail[-1].by, helped.trouble) == ("help", "")


def test_back_after_help_leads_to_the_page_before_and_not_to_help_again(guide: Guide) -> None:
    asked = after(guide, "form", AskedHelp(), "back")

    back = advance(guide, asked, WentBack())

    assert asked.place == "tour/form"
    assert back.place == "tour/who"


def test_back_after_help_goes_on_from_the_page_that_was_left(guide: Guide) -> None:
    asked = after(guide, "form", AskedHelp(), "back", AskedHelp(), "back")

    back = advance(guide, asked, WentBack())

    assert asked.place == "tour/form"
    assert back.now == begin(guide).now
    assert back.before == ()


def test_a_flow_that_begins_with_help_goes_on_after_it(guide_of: GuideOf) -> None:
    text = (
        "flow: first\nversion: 1\nstart: a\nscreens:\n"
        "  a: {run: help, after: {back: b}}\n  b: {tell: Bye, end: DONE}\n"
    )
    visit = begin(guide_of(text))

    gone_on = advance(guide_of(text), visit, Chosen("back"))

    assert visit.place == "help/call"
    assert gone_on.ended == "DONE"


def test_back_closes_help_as_well(guide: Guide) -> None:
    asked = after(guide, "form", Typed("ab"))
    helped = advance(guide, asked, AskedHelp())

    back = advance(guide, helped, WentBack())

    assert back.now == asked.now


def test_help_on_a_last_page_is_not_the_last_page_until_it_is_closed(guide: Guide) -> None:
    helped = after(guide, "bye", AskedHelp())
    back = advance(guide, helped, Chosen("back"))

    assert (helped.place, helped.ended) == ("help/call", "")
    assert (back.place, back.ended) == ("tour/bye", "DONE")


def test_where_nobody_can_help_the_visit_ends_there(guide: Guide) -> None:
    visit = after(guide, "form", AskedHelp(), "nobody")

    assert (visit.place, visit.ended) == ("help/nobody", "X_HELP")


@pytest.mark.parametrize(
    ("events", "trouble"),
    [
        (("form", Typed("boom")), "judged (ValueError)"),
        (("breaks",), "breaks (KeyError)"),
        (("form", Typed("liar")), "also"),
    ],
)
def test_a_check_that_breaks_leads_to_the_desk_and_tells_its_name_only(
    guide: Guide, events: tuple[Event | str, ...], trouble: str
) -> None:
    before = after(guide, *events[:-1])

    visit = after(guide, *events)

    assert (visit.place, visit.trouble) == ("help/call", trouble)
    assert visit.trail[-1].by == "broke"
    assert visit.before[-1] == before.now
    assert CANARY not in repr(visit)


def test_a_broken_check_is_forgotten_once_the_visit_goes_on(guide: Guide) -> None:
    broken = after(guide, "breaks")

    back = advance(guide, broken, Chosen("back"))

    assert (back.place, back.trouble) == ("tour/who", "")


def test_a_visit_whose_first_page_breaks_begins_at_the_desk(guide_of: GuideOf) -> None:
    text = (
        "flow: first\nversion: 1\nstart: a\nscreens:\n"
        "  a: {decide: [{if: breaks, go: b}, b]}\n  b: {tell: Bye, end: DONE}\n"
    )

    visit = begin(guide_of(text, checks=CHECKS))

    assert (visit.place, visit.trouble) == ("help/call", "breaks (KeyError)")
    assert (visit.before, visit.trail) == ((), ())


@pytest.mark.parametrize(("event", "code"), [(Stopped(), "X_STOP"), (LeftAlone(), "X_TIMEOUT")])
def test_a_visit_that_is_cut_short_forgets_all_that_was_said(
    guide: Guide, event: Event, code: str
) -> None:
    said = after(guide, "form", Typed(CANARY), "form", Typed("ab"))

    ended = advance(guide, said, event)

    assert (ended.ended, ended.place) == (code, "tour/form")
    assert (ended.now.kept, ended.drafts, ended.before) == (Kept(), Kept(), ())
    assert CANARY.upper() not in repr(ended).upper()
