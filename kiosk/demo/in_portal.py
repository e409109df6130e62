"""The portal of the practice: the student's page, one class, and the lesson about them."""

from dataclasses import replace

from kiosk.core.scenes import (
    Band,
    Chart,
    ChartPoint,
    CourseRow,
    Line,
    PortalBar,
    Press,
    Report,
    Scene,
    Sheet,
    Standing,
    Twice,
    WorkRow,
)
from kiosk.core.view import Body, Choice, Page, Tile
from kiosk.demo.grades import percent_of, standing_of
from kiosk.demo.telling import Teller
from kiosk.demo.world import Absence, Assessment, Course, Work

_RECENT = 6
_SHOWN = 12
_OF_DAYS: dict[str, Band] = {"absent": "bad", "excused": "none", "late": "warn"}
_OF_WORK: dict[str, Band] = {"missing": "bad", "exempt": "none", "late": "warn"}


def home_page(teller: Teller) -> tuple[Page, Report]:
    """The student's page: classes, attendance, tests."""
    phrases, student = teller.phrases, teller.student()
    body = Report(
        portal=_bar(teller),
        student=student.name,
        year=teller.twice(student.year),
        students=tuple(Press(one.id, Twice(one.name), "child") for one in teller.world.students),
        courses=tuple(_row(teller, course) for course in student.courses),
        attendance=tuple(_absence(teller, one) for one in student.attendance[-_RECENT:][::-1]),
        tests=tuple(_test(teller, one) for one in student.assessments[::-1]),
        heads=(
            teller.phrase_twice("classes"),
            teller.phrase_twice("attendance"),
            teller.phrase_twice("tests"),
        ),
        terms=tuple(Press(term.id, teller.twice(term.word)) for term in teller.world.terms),
        answers=(
            Press("lesson", Twice(phrases.to_lesson), "idea"),
            Press("end", Twice(phrases.to_end), "next"),
        ),
    )
    return Page("demo/home", phrases.home_title, (phrases.home_says,)), body


def _bar(teller: Teller) -> PortalBar:
    return PortalBar(teller.world.look.name, teller.world.look.color)


def _row(teller: Teller, course: Course) -> CourseRow:
    missing = sum(work.state == "missing" for work in course.works)
    return CourseRow(
        id=course.id,
        name=course.name,
        teacher=course.teacher,
        percent=percent_of(course.works),
        standing=_standing(teller, percent_of(course.works)),
        missing=teller.phrase_twice("missing_works", count=missing) if missing else None,
    )


def _standing(teller: Teller, percent: int) -> Standing:
    grade = standing_of(teller.world.scale, percent)
    if grade is None:
        return Standing("none", "", teller.phrase_twice("no_grade"))
    return Standing(grade.band, grade.letter, teller.twice(grade.word))


def _absence(teller: Teller, absence: Absence) -> Line:
    name = Twice(absence.course) if absence.course else Twice(teller.dated(absence.day))
    band = _OF_DAYS[absence.kind]
    return Line(name, teller.phrase_twice(absence.kind), teller.dated(absence.day), band)


def _test(teller: Teller, test: Assessment) -> Line:
    said = teller.twice(test.word)
    value = Twice(f"{test.score} \u00b7 {said.english}", said.own)
    return Line(Twice(test.title), value, teller.dated(test.day), test.band)


def course_page(teller: Teller) -> tuple[Page, Sheet]:
    """One class with all its work, the newest first."""
    return Page("demo/course", teller.course().name, (teller.phrases.sheet_says,)), _sheet(teller)


def _sheet(teller: Teller) -> Sheet:
    course = teller.course()
    return Sheet(
        portal=_bar(teller),
        course=_row(teller, course),
        teacher=Press("teacher", Twice(course.teacher), "teacher"),
        updated=teller.phrase_twice("updated", day=teller.dated(course.updated)),
        works=tuple(_work(teller, work) for work in course.works[: -_SHOWN - 1 : -1]),
        answers=(Press("home", Twice(teller.phrases.to_home), "back"),),
    )


def _work(teller: Teller, work: Work) -> WorkRow:
    terms = {term.id: term for term in teller.world.terms}
    when = teller.dated(work.due)
    if work.state in _OF_WORK and work.state in terms:
        standing = Standing(_OF_WORK[work.state], "", teller.twice(terms[work.state].word))
        return WorkRow(work.title, when, _points(teller, work), standing, work.state)
    percent = percent_of((work,))
    return WorkRow(work.title, when, _points(teller, work), _standing(teller, percent))


def _points(teller: Teller, work: Work) -> str:
    got = "\u2013" if work.got is None else f"{work.got:g}"
    return teller.words.shown(f"{got} / {work.points:g}")


def lesson_page(teller: Teller) -> tuple[Page, Body | Scene]:
    """One page of the lesson."""
    lesson = teller.world.lesson[teller.practice.lesson]
    page = Page(
        place=f"demo/lesson.{lesson.id}",
        title=teller.said(lesson.title),
        says=tuple(teller.said(say) for say in lesson.says),
        picture=lesson.picture,
    )
    if lesson.shows == "chart":
        return replace(page, picture=""), _chart(teller)  # it is a picture itself
    return page, Choice((Tile("go_on", teller.phrases.go_on, "next"),))


def _chart(teller: Teller) -> Chart:
    """The grade at the start of a term: one work, then a paper not handed in, then handed in."""
    phrases = teller.phrases
    first, late = teller.world.opening
    lost = Work(late.title, late.due, late.points, 0, "missing")
    moments = [(phrases.chart_start, (first,)), (phrases.chart_late, (first, lost))]
    if teller.practice.handed_in:
        moments.append((phrases.chart_handed_in, (first, late)))
    points = []
    for name, works in moments:
        percent = percent_of(works)
        points.append(ChartPoint(name, percent, _standing(teller, percent)))
    if teller.practice.handed_in:
        go_on = Press("go_on", Twice(phrases.go_on), "next")
        return Chart(tuple(points), phrases.chart_after, (go_on,))
    hand_in = Press("hand_in", Twice(phrases.hand_in), "paper")
    return Chart(tuple(points), phrases.chart_before, (hand_in,))
