"""What holds for any script of events, in random flows as in the shipped ones."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kiosk.core.events import AskedHelp, Elapsed, LeftAlone, Stopped, WentBack
from kiosk.core.flow import Decide, End, Return, Run
from kiosk.core.guide import Guide
from kiosk.core.machine import advance
from kiosk.core.showing import view_of
from kiosk.core.stepping import MOST_STEPS
from kiosk.core.visit import LEFT_ALONE, STOPPED, Visit
from kiosk.core.words import ENGLISH
from kiosk.station import Station
from tests.oracles.happenings import SCRIPTS, SEEDS, Happened, random_visits, visits_of
from tests.oracles.random_flows import Fate

Visits = tuple[Guide, list[Happened]]

a_few = settings(max_examples=60, deadline=None)
many = settings(max_examples=3_000, deadline=None)


def steps_of(visit: Visit) -> int:
    """How often any screen was entered, or refused, up to that moment."""
    return sum(int(str(count)) for _, count in visit.now.turns.pairs)


def stands_well(guide: Guide, visit: Visit) -> None:
    """The visit stands on a screen that a family sees, with the flows under way beneath it."""
    *below, top = [guide.screen(frame.flow, frame.screen) for frame in visit.now.stack]
    assert not isinstance(top, Run | Decide)
    assert not isinstance(top, Return) or not below
    for frame, screen, above in zip(visit.now.stack, below, visit.now.stack[1:], strict=False):
        runs = isinstance(screen, Run) and screen.run == above.flow
        assert runs or above.flow == guide.help, frame
    cut_short = visit.ended in (STOPPED, LEFT_ALONE)
    assert cut_short or bool(visit.ended) == isinstance(top, End | Return)


def every_page_is_sound(guide: Guide, happened: list[Happened]) -> None:
    for one in happened:
        stands_well(guide, one.after)
        assert view_of(guide, one.after, ENGLISH).page.place == one.after.place
        assert steps_of(one.after) - steps_of(one.before) <= MOST_STEPS + 1


def back_restores_the_moment(happened: list[Happened], guide: Guide) -> None:
    for one in happened:
        if len(one.after.before) > len(one.before.before):
            back = advance(guide, one.after, WentBack())
            asked = isinstance(one.event, AskedHelp)
            assert back.now == (one.before.now if asked else replace(one.before.now, refusal=None))
            assert back.before == one.before.before


def left_alone_ends(happened: list[Happened], guide: Guide) -> None:
    for one in happened:
        left = advance(guide, one.after, LeftAlone())
        assert left.ended == (one.after.ended or LEFT_ALONE)
        assert one.after.ended or not (left.now.kept.pairs or left.before or left.drafts.pairs)


def the_end_is_the_end(happened: list[Happened], guide: Guide) -> None:
    for one in happened:
        if one.after.ended:
            assert advance(guide, one.after, Elapsed()) is one.after
            assert advance(guide, one.after, Stopped()) is one.after


def the_trail_tells_each_move(happened: list[Happened]) -> None:
    for one in happened:
        told = one.after.trail[len(one.before.trail) :]
        assert one.after.trail[: len(one.before.trail)] == one.before.trail
        assert [step.place for step in told] == ([one.before.place] if told else [])
        assert told or one.after.now == one.before.now


def holds(visits: Visits) -> None:
    """All of the above."""
    guide, happened = visits
    every_page_is_sound(guide, happened)
    back_restores_the_moment(happened, guide)
    left_alone_ends(happened, guide)
    the_end_is_the_end(happened, guide)
    the_trail_tells_each_move(happened)


@given(SEEDS, SCRIPTS)
@a_few
def test_any_script_keeps_a_random_flow_sound(seed: int, script: list[int]) -> None:
    visits = random_visits(seed, script)

    trouble = {one.after.trouble for one in visits[1]}

    assert trouble == {""}
    holds(visits)


@given(script=SCRIPTS)
@a_few
def test_any_script_keeps_the_shipped_flows_sound(station: Station, script: list[int]) -> None:
    guide = station.guide

    happened = visits_of(guide, Fate(0), script)

    holds((guide, happened))


@pytest.mark.sweep
@given(SEEDS, SCRIPTS)
@many
def test_many_scripts_keep_random_flows_sound(seed: int, script: list[int]) -> None:
    visits = random_visits(seed, script)

    trouble = {one.after.trouble for one in visits[1]}

    assert trouble == {""}
    holds(visits)
