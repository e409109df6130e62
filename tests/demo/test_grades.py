"""What a grade is: points got of points possible, and its letter."""

from datetime import date

import pytest

from kiosk.demo.grades import percent_of, standing_of
from kiosk.demo.world import Work, WorkState
from tests.demo.touring import world_on

DAY = date(2026, 3, 2)


def work(points: float, got: float | None, state: WorkState = "graded") -> Work:
    """One piece of work."""
    return Work("Work", DAY, points, got, state)


@pytest.mark.parametrize(
    ("works", "percent"),
    [
        ((), -1),
        ((work(10, None, "ahead"),), -1),
        ((work(10, None, "exempt"),), -1),
        ((work(10, 9),), 90),
        ((work(10, 9), work(10, None, "missing")), 45),
        ((work(10, 9), work(10, None, "exempt")), 90),
        ((work(10, 9), work(10, None, "ahead")), 90),
        ((work(10, 9), work(10, 7, "late")), 80),
        ((work(10, None, "missing"),), 0),
        ((work(3, 2.5),), 83),
    ],
)
def test_points_got_of_points_possible(works: tuple[Work, ...], percent: int) -> None:
    assert percent_of(works) == percent


@pytest.mark.parametrize(
    ("percent", "letter", "band"),
    [
        (100, "A", "good"),
        (90, "A", "good"),
        (89, "B", "good"),
        (79, "C", "good"),
        (70, "C", "good"),
        (69, "D", "warn"),
        (60, "D", "warn"),
        (59, "E", "bad"),
        (0, "E", "bad"),
    ],
)
def test_green_is_adequate_yellow_a_d_and_red_an_e(percent: int, letter: str, band: str) -> None:
    grade = standing_of(world_on().scale, percent)

    assert grade is not None
    assert (grade.letter, grade.band) == (letter, band)


def test_where_nothing_counts_yet_there_is_no_grade() -> None:
    assert standing_of(world_on().scale, -1) is None


def test_the_lesson_shows_95_then_60_then_88_percent() -> None:
    first, late = world_on().opening
    lost = Work(late.title, late.due, late.points, 0, "missing")

    moves = [percent_of(works) for works in ((first,), (first, lost), (first, late))]

    assert moves == [95, 60, 88]
