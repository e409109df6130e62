"""Few visits cover a flow, each can be walked, and what is left open is told with its reason."""

from collections.abc import Callable
from itertools import accumulate

import pytest

from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.cover.covering import Cover, cover
from kiosk.core.cover.roaming import LONG, Path
from kiosk.core.cover.watching import Goal, Watched
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.machine import advance, begin
from tests.core.made_tour import PARTS, TOUR

GuideOf = Callable[..., Guide]

SHOP = """
flow: shop
version: 1
start: door
screens:
  door:
    ask: Come in?
    answers:
      - {id: look, text: Look around, go: inside}
      - {id: ring, text: Ring the bell, go: door}
      - {id: leave, text: Leave, go: away}
  inside:
    ask: Buy?
    answers:
      - {id: "yes", text: "Yes", go: [{if: shop_is_open, go: bought}, shut]}
      - {id: back, text: Back to the door, go: door}
  bought: {tell: Thank you, end: BOUGHT, tone: done}
  shut: {tell: Come back tomorrow, end: SHUT}
  away: {tell: Goodbye, end: AWAY}
"""
NO_WAY_OUT = """
flow: maze
version: 1
start: here
screens:
  here: {ask: Where?, answers: [{id: there, text: There, go: there}, {id: out, text: Out, go: out}]}
  there: {ask: And now?, answers: [{id: again, text: Again, go: there}]}
  out: {tell: Out, end: OUT}
"""
NEVER_SEEN = """
flow: hall
version: 1
start: hall
screens:
  hall: {ask: Out?, answers: [{id: out, text: Out, go: out}]}
  attic: {ask: Up here?, answers: [{id: down, text: Down, go: hall}]}
  out: {tell: Out, end: OUT}
"""


def opening(outcome: str) -> Check:
    """A check that finds the shop as it is."""

    def judge(value: Value, situation: Situation) -> Verdict:
        return Verdict(outcome)

    return Check("shop_is_open", "Open.", (OK, "closed"), judge, (Example("", outcome),))


@pytest.fixture
def shop(guide_of: GuideOf) -> Cover:
    """The cover of a shop that is open by day and closed by night."""
    day = guide_of(SHOP, checks=(opening(OK),))
    night = guide_of(SHOP, checks=(opening("closed"),))
    return cover({"day": day, "night": night})


def ways_of(found: Cover) -> list[tuple[str, str]]:
    return [(path.under, path.end) for path in found.paths]


def places_on(guide: Guide, path: Path) -> tuple[str, ...]:
    visits = accumulate(
        path.events, lambda visit, event: advance(guide, visit, event), initial=begin(guide)
    )
    return tuple(visit.place for visit in visits)


def open_goals(found: Cover) -> dict[tuple[str, str], str]:
    return {(one.goal.place, one.goal.what): one.why for one in found.uncovered}


def test_one_visit_does_what_goes_on_before_it_does_what_ends_it(shop):
    first = shop.paths[0]

    did = [getattr(event, "answer", "help") for event in first.events]

    assert did[-1] in ("yes", "leave")
    assert {"look", "ring", "back"} <= set(did)


def test_what_one_time_of_day_cannot_show_the_other_does(shop):
    assert set(ways_of(shop)) == {
        ("day", "BOUGHT"),
        ("day", "AWAY"),
        ("day", "X_HELP"),
        ("night", "SHUT"),
    }
    assert shop.uncovered == ()


def test_there_are_never_fewer_visits_than_answers_that_end_one(shop):
    assert shop.endings == 3
    assert len(shop.paths) >= shop.endings


def test_each_kind_of_goal_is_counted(shop):
    assert shop.counts() == {"answer": (7, 7), "outcome": (2, 2), "end": (4, 4)}
    assert shop.steps() == sum(len(path.events) for path in shop.paths)


def test_every_visit_can_be_walked_in_the_guide_itself(guide_of):
    guide = guide_of(TOUR, **PARTS)

    found = cover({"": guide})

    assert len(found.paths) > 1
    assert [places_on(guide, path) for path in found.paths] == [path.places for path in found.paths]


def test_all_that_examples_can_bring_about_is_covered_and_the_rest_has_a_reason(guide_of):
    found = cover({"": guide_of(TOUR, **PARTS)})

    assert open_goals(found) == {
        ("tour/form", "also = no"): "the check also has no example of it",
        ("tour/who", "breaks"): "no visit that was tried comes to it",
        ("tour/who", "breaks: breaks typed = ok"): "no visit that was tried comes to it",
        ("tour/who", "breaks: breaks typed = otherwise"): "no visit that was tried comes to it",
    }


def test_a_screen_that_no_road_leads_to_is_told(guide_of):
    found = cover({"": guide_of(NEVER_SEEN)})

    assert open_goals(found) == {("hall/attic", "down"): "no visit comes to this screen"}


def test_a_screen_that_never_ends_does_not_hold_up_the_search(guide_of):
    found = cover({"": guide_of(NO_WAY_OUT)})

    assert "OUT" in [path.end for path in found.paths]
    assert ("maze/there", "again") in open_goals(found)


def test_a_visit_that_is_long_enough_heads_for_its_end(guide_of):
    rooms = [
        f"  r{n}: {{ask: On?, answers: [{{id: go, text: Go, go: r{n + 1}}}]}}" for n in range(9)
    ]
    tile = "{{id: a{0}, text: Take {0}, go: r0}}"
    tiles = ", ".join(tile.format(n) for n in range(12))
    last = f"  r9: {{ask: On?, answers: [{tiles}, {{id: out, text: Out, go: out}}]}}"
    text = "\n".join(["flow: rooms\nversion: 1\nstart: r0\nscreens:", *rooms, last])
    guide = guide_of(f"{text}\n  out: {{tell: Out, end: OUT}}\n")

    found = cover({"": guide})

    assert found.uncovered == ()
    assert max(len(path.events) for path in found.paths) < LONG + 20
    assert len(found.paths) > 2


def test_no_visit_is_there_for_nothing(station, closed_station):
    found = cover({"open": station.guide, "closed": closed_station.guide})

    for path in found.paths:
        others = {goal for other in found.paths if other is not path for goal in other.met}
        assert path.met - others


def test_a_watched_guide_leads_where_the_guide_itself_does_and_notes_why(guide_of):
    watched = Watched(guide_of(SHOP, checks=(opening("closed"),)))
    path = next(
        path
        for path in cover({"": guide_of(SHOP, checks=(opening("closed"),))}).paths
        if path.end == "SHUT"
    )
    visit, met = watched.begin().visit, set[Goal]()

    for event in path.events:
        happened = watched.advance(visit, event)
        visit = happened.visit
        met |= happened.met

    assert visit.ended == "SHUT"
    assert Goal("outcome", "shop/inside", "yes: shop_is_open = otherwise") in met
    assert Goal("end", "shop/shut", "SHUT") in met
