"""Nothing lies on anything else: boxes, labels and lines keep apart and inside the picture."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from time import process_time

import pytest

from kiosk.drawing.charting import chart_of
from kiosk.drawing.layout import Plan, Spot
from kiosk.drawing.routing import Point, Stroke
from kiosk.drawing.sheet import Sheet, sheet_of
from kiosk.drawing.svg import svg_of
from kiosk.drawing.tally import Tally
from kiosk.station import Station
from tests.drawing.samples import RUNNING, SHIPPED, all_sheets, big_guide

HAIR = 0.01
OPEN = [*((name, False) for name in SHIPPED), *((name, True) for name in RUNNING)]
MADE = [(12, 1), (25, 2), (40, 3), (70, 4), (110, 5)]


@pytest.fixture(scope="module")
def shipped(station: Station) -> dict[tuple[str, bool], Sheet]:
    """The sheets of the shipped flows, folded and drawn open."""
    return {
        (name, unfold): sheet_of(chart_of(station.guide, name, unfold=unfold), Tally())
        for name, unfold in OPEN
    }


@pytest.fixture(scope="module")
def made() -> dict[tuple[int, int], Sheet]:
    """The sheets of flows that chance made."""
    return {
        (screens, seed): sheet_of(chart_of(big_guide(screens, seed), "big"), Tally())
        for screens, seed in MADE
    }


@pytest.fixture
def plans(
    request: pytest.FixtureRequest,
    shipped: dict[tuple[str, bool], Sheet],
    made: dict[tuple[int, int], Sheet],
) -> list[Plan]:
    key = request.param
    sheet = shipped[key] if isinstance(key[0], str) else made[key]
    return [one.plan for one in all_sheets(sheet)]


every_plan = pytest.mark.parametrize("plans", [*OPEN, *MADE], indirect=True, ids=str)


def spots_of(plan: Plan) -> list[tuple[object, Spot]]:
    return [*plan.boxes.items(), *plan.labels.items()]


def overlap(one: Spot, other: Spot) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > HAIR and down > HAIR


def legs(strokes: tuple[Stroke, ...]) -> Iterator[tuple[Stroke, Point, Point]]:
    """Each straight part of each line, from its upper or left end to the other."""
    for stroke in strokes:
        for one, other in pairwise(stroke.points):
            first, last = sorted((one, other), key=lambda point: (point.y, point.x))
            yield stroke, first, last


def is_inside(point: Point, plan: Plan) -> bool:
    return -HAIR <= point.x <= plan.width + HAIR and -HAIR <= point.y <= plan.height + HAIR


def runs_through(first: Point, last: Point, spot: Spot) -> bool:
    left, right = min(first.x, last.x), max(first.x, last.x)
    return (
        left < spot.x + spot.width - HAIR
        and right > spot.x + HAIR
        and first.y < spot.y + spot.height - HAIR
        and last.y > spot.y + HAIR
    )


@every_plan
def test_no_two_boxes_or_labels_lie_on_one_another(plans: list[Plan]) -> None:
    spots = [(plan, name, spot) for plan in plans for name, spot in spots_of(plan)]

    on_another = [
        (name, other)
        for (plan, name, one), (beside, other, two) in combinations(spots, 2)
        if plan is beside and overlap(one, two)
    ]

    assert on_another == []


@every_plan
def test_everything_lies_inside_the_picture(plans: list[Plan]) -> None:
    corners = [
        (plan, name, Point(x, y))
        for plan in plans
        for name, spot in spots_of(plan)
        for x, y in ((spot.x, spot.y), (spot.x + spot.width, spot.y + spot.height))
    ]
    bends = [
        (plan, one.carries, point) for plan in plans for one in plan.strokes for point in one.points
    ]

    outside = [
        (name, point) for plan, name, point in (*corners, *bends) if not is_inside(point, plan)
    ]

    assert outside == []


@every_plan
def test_no_line_runs_through_a_box_or_a_label(plans: list[Plan]) -> None:
    parts = [(plan, leg) for plan in plans for leg in legs(plan.strokes)]

    through = [
        (stroke.carries, name)
        for plan, (stroke, first, last) in parts
        for name, spot in spots_of(plan)
        if runs_through(first, last, spot)
    ]

    assert through == []


@every_plan
def test_every_line_goes_down_or_sideways_and_never_up(plans: list[Plan]) -> None:
    parts = [
        (one, other) for plan in plans for s in plan.strokes for one, other in pairwise(s.points)
    ]

    odd = [
        (one, other)
        for one, other in parts
        if other.y < one.y or (one.x != other.x) is (one.y != other.y)
    ]

    assert [pair for pair in odd if abs(pair[0].x - pair[1].x) >= 1] == []


@pytest.mark.parametrize("plans", OPEN, indirect=True, ids=str)
def test_lines_of_two_nets_cross_but_never_run_along_one_another(plans: list[Plan]) -> None:
    parts = [(plan, *leg) for plan in plans for leg in legs(plan.strokes)]

    together = [
        (one.carries, two.carries)
        for (plan, one, a, b), (beside, two, c, d) in combinations(parts, 2)
        if plan is beside and one.net != two.net and along(a, b, c, d)
    ]

    assert together == []


def along(a: Point, b: Point, c: Point, d: Point) -> bool:
    upright = a.x == b.x and c.x == d.x and abs(a.x - c.x) < 3
    level = a.y == b.y and c.y == d.y and abs(a.y - c.y) < 3
    if upright:
        return min(b.y, d.y) - max(a.y, c.y) > 1
    return level and min(b.x, d.x) - max(a.x, c.x) > 1


@every_plan
def test_every_link_with_a_line_starts_at_its_source_and_ends_at_its_target(
    plans: list[Plan],
) -> None:
    ends = {
        (plan.width, stroke.points[-1].x, stroke.points[-1].y)
        for plan in plans
        for stroke in plan.strokes
        if stroke.arrow
    }
    arrows = [(plan, stroke) for plan in plans for stroke in plan.strokes if stroke.arrow]

    missed = [
        (stroke.carries, target)
        for plan, stroke in arrows
        for _, target in stroke.carries
        if not meets(stroke.points[-1], plan.boxes[target])
    ]

    assert missed == []
    assert len(ends) > 0


def meets(point: Point, spot: Spot) -> bool:
    return abs(point.y - spot.y) < HAIR and spot.x < point.x < spot.x + spot.width


def test_three_hundred_screens_are_drawn_in_less_than_two_seconds() -> None:
    chart = chart_of(big_guide(300, 8), "big")

    started = process_time()
    picture = svg_of(chart)
    took = process_time() - started

    assert len(picture) > 100_000
    assert took < 2
