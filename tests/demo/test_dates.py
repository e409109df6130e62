"""The year of the practice moves with the calendar: never old, never ahead, always school days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.demo.dates import SchoolDay, date_of, last_school_day, school_day
from kiosk.demo.grades import percent_of, standing_of
from kiosk.demo.world import Student, World
from tests.demo.touring import world_on

TODAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31))
FRIDAY, SATURDAY, SUNDAY = date(2026, 3, 13), date(2026, 3, 14), date(2026, 3, 15)


@settings(max_examples=400, deadline=None)
@given(today=TODAYS)
def test_on_any_day_nothing_has_a_grade_before_its_teacher_entered_it(today: date) -> None:
    world = world_on(today)

    works = [
        (work, one) for student in world.students for one in student.courses for work in one.works
    ]

    for work, course in works:
        assert course.updated < today
        assert (work.state == "ahead") == (work.due > course.updated)
        assert work.got is None or work.due < today
        assert work.due <= today + timedelta(days=7)


@settings(max_examples=100, deadline=None)
@given(today=TODAYS)
def test_on_any_day_each_student_has_new_grades_and_work_ahead(today: date) -> None:
    world = world_on(today)

    for student in world.students:
        works = [work for course in student.courses for work in course.works]
        fresh = [one for one in works if one.got is not None and one.due >= today - timedelta(7)]
        assert len(fresh) >= 3
        assert any(work.due > today for work in works)


@settings(max_examples=100, deadline=None)
@given(today=TODAYS)
def test_on_any_day_all_that_has_a_date_is_on_a_school_day_of_the_past(today: date) -> None:
    world = world_on(today)

    days = [one.day for student in world.students for one in student.attendance]
    days += [one.day for student in world.students for one in student.assessments]
    updated = [course.updated for student in world.students for course in student.courses]
    due = [work.due for one in world.students for course in one.courses for work in course.works]

    assert max(days) <= today
    assert max(days) >= today - timedelta(days=14)
    assert {day.weekday() for day in (*days, *updated, *due)} <= set(range(5))


@pytest.mark.parametrize("ahead", range(7))
def test_on_each_day_of_the_week_the_grades_stand_as_they_should(ahead: int) -> None:
    world = world_on(date(2026, 3, 9) + timedelta(days=ahead))

    for student in world.students:
        standings = letters_of(world, student)
        assert standings.count("E") == 1
        assert standings.count("D") == 1
        assert set(standings) <= {"A", "B", "E", "D", "C"}
        trouble = student.courses[standings.index("E")]
        assert sum(work.state == "missing" for work in trouble.works) >= 3


def letters_of(world: World, student: Student) -> list[str]:
    """The letter of each class."""
    grades = (standing_of(world.scale, percent_of(one.works)) for one in student.courses)
    return [grade.letter if grade else "" for grade in grades]


def test_the_class_in_trouble_would_be_all_right_with_its_missing_work() -> None:
    world = world_on()

    for student in world.students:
        at = letters_of(world, student).index("E")
        handed_in = [work for work in student.courses[at].works if work.state != "missing"]
        grade = standing_of(world.scale, percent_of(handed_in))
        assert grade is not None
        assert grade.band == "good"


def test_one_teacher_of_each_student_has_not_entered_grades_for_two_weeks() -> None:
    world = world_on()

    for student in world.students:
        old = [one for one in student.courses if world.today - one.updated >= timedelta(days=14)]
        assert len(old) == 1
        assert sum(work.state == "ahead" for work in old[0].works) >= 3


def test_a_day_of_the_year_is_the_same_weekday_near_today() -> None:
    found = date_of(SchoolDay(29, 4), now_week=30, today=SUNDAY)

    assert found == date(2026, 3, 6)


@pytest.mark.parametrize("written", ["0 Mon", "41 Mon", "3 Sun", "3 tue", "Tue 3", "3Tue", "", "x"])
def test_what_is_no_day_of_school_is_none(written: str) -> None:
    assert school_day(written) is None


def test_a_day_of_school_is_read() -> None:
    assert school_day(" 40 Fri ") == SchoolDay(40, 4)


@pytest.mark.parametrize("day", [FRIDAY, SATURDAY, SUNDAY])
def test_a_weekend_falls_back_on_its_friday(day: date) -> None:
    assert last_school_day(day) == FRIDAY
