"""What a practice student's file means: days, points, names, and what it takes from words.yaml."""

from collections.abc import Iterator

from kiosk.core.lint.saying import Said
from kiosk.core.marks import Marks
from kiosk.demo.dates import LAST_WEEK, school_day
from kiosk.demo.shapes import CourseEntry, StudentFile, WordsFile, WorkEntry
from kiosk.demo.sound import of_braces, of_ids

_MOST_COURSES = 8
_MOST_DAYS = 60


def of_student(student: StudentFile) -> Iterator[Said]:
    """Every problem of the file for itself."""
    ids = [(student.student, student.at, "student")]
    yield from of_ids([*ids, *((one.id, one.at, "id") for one in student.courses)])
    yield from of_braces(student.year, (), student.at, "year")
    if not 1 <= student.now.week <= LAST_WEEK:
        yield Said(student.now.at, "week", "K171", f"a year has the weeks 1 to {LAST_WEEK}")
    if not 1 <= len(student.courses) <= _MOST_COURSES:
        said = f"name 1 to {_MOST_COURSES} classes"
        yield Said(student.at, "courses", "K179", said)
    for course in student.courses:
        yield from _of_course(course, student.now.week)
    for absence in student.attendance:
        yield from _of_day(absence.day, absence.at, "day")
    for test in student.tests:
        yield from _of_day(test.day, test.at, "day")


def beside_words(student: StudentFile, words: WordsFile) -> Iterator[Said]:
    """Every problem of the file beside those words: both are looked at on one page."""
    terms = {term.id for term in words.terms}
    ids = [(student.student, student.at, "student")]
    taken = of_ids([*ids, *((one.id, one.at, "id") for one in student.courses)], terms)
    yield from (said for said in taken if "already" in said.message)
    courses = [course.id for course in student.courses]
    for absence in student.attendance:
        if absence.course and absence.course not in courses:
            said = f"there is no class '{absence.course}'; there are: {', '.join(courses)}"
            yield Said(absence.at, "course", "K174", said)
    levels = [level.id for level in words.levels]
    for test in student.tests:
        if test.level not in levels:
            said = f"words.yaml has no level '{test.level}'; it has: {', '.join(levels)}"
            yield Said(test.at, "level", "K174", said)


def _of_course(course: CourseEntry, now: int) -> Iterator[Said]:
    if not 0 <= course.entered_days_ago <= _MOST_DAYS:
        said = f"write 0 to {_MOST_DAYS} days"
        yield Said(course.at, "entered_days_ago", "K171", said)
    if not course.works:
        yield Said(course.at, "works", "K179", "give one piece of work or more")
    for work in course.works:
        yield from _of_day(work.due, work.at, "due")
        yield from _of_points(work, now)


def _of_day(written: str, marks: Marks, key: str) -> Iterator[Said]:
    if school_day(written) is None:
        said = f"write a week from 1 to {LAST_WEEK} and a day of school, like 3 Tue"
        yield Said(marks, key, "K171", said)


def _of_points(work: WorkEntry, now: int) -> Iterator[Said]:
    day = school_day(work.due)
    if work.points <= 0:
        yield Said(work.at, "points", "K172", "points begin above 0")
    if work.is_ in ("missing", "exempt"):
        if work.got is not None:
            said = f"what is {work.is_} has nothing 'got': take one of the two away"
            yield Said(work.at, "got", "K172", said)
    elif work.got is None:
        if day is None or day.week <= now:
            said = "say what was 'got', or 'is: missing', or 'is: exempt'"
            yield Said(work.at, "", "K172", said)
    elif not 0 <= work.got <= work.points:
        yield Said(work.at, "got", "K172", f"choose 0 to {work.points:g}, the points there are")
