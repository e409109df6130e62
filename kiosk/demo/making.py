"""Makes the world of the practice from its files, for one day: what lies ahead has no grade yet."""

from collections.abc import Mapping
from datetime import date, timedelta

from kiosk.core.words import fill
from kiosk.demo.dates import SchoolDay, date_of, last_school_day, school_day
from kiosk.demo.shapes import CourseEntry, MailEntry, StudentFile, WordsFile, WorkEntry
from kiosk.demo.sound_mail import age_of
from kiosk.demo.world import (
    Absence,
    Assessment,
    Course,
    FirstLetter,
    Grade,
    LessonPage,
    Message,
    Said,
    Student,
    Term,
    Work,
)

_SHOWN_AHEAD = timedelta(days=7)


def student_of(file: StudentFile, words: WordsFile, today: date) -> Student:
    """The student on that day. The file must be sound beside the words."""
    names = {course.id: course.name for course in file.courses}
    levels = {level.id: level for level in words.levels}
    now = file.now.week
    absences = [
        Absence(_date(one.day, now, today), one.kind, names.get(one.course, ""))
        for one in file.attendance
    ]
    tests = [
        Assessment(
            title=test.title,
            day=_date(test.day, now, today),
            score=test.score,
            band=levels[test.level].band,
            word=Said(f"demo/words.level.{test.level}", levels[test.level].word),
        )
        for test in file.tests
    ]
    return Student(
        id=file.student,
        name=file.name,
        year=Said(f"demo/students.{file.student}.year", file.year),
        school=file.school,
        courses=tuple(_course(course, now, today) for course in file.courses),
        attendance=tuple(sorted((a for a in absences if a.day <= today), key=lambda a: a.day)),
        assessments=tuple(sorted((t for t in tests if t.day < today), key=lambda t: t.day)),
    )


def _date(written: str, now: int, today: date) -> date:
    return date_of(school_day(written) or SchoolDay(1, 0), now, today)


def _course(entry: CourseEntry, now: int, today: date) -> Course:
    updated = last_school_day(today - timedelta(days=entry.entered_days_ago))
    works = [_work(one, _date(one.due, now, today), updated) for one in entry.works]
    shown = (work for work in works if work.due <= today + _SHOWN_AHEAD)
    return Course(
        id=entry.id,
        name=entry.name,
        teacher=entry.teacher,
        updated=updated,
        works=tuple(sorted(shown, key=lambda work: work.due)),
    )


def _work(entry: WorkEntry, due: date, updated: date) -> Work:
    """The work as it stands after the teacher last entered grades."""
    if due > updated:
        return Work(entry.title, due, entry.points, None, "ahead")
    return Work(entry.title, due, entry.points, entry.got, entry.is_ or "graded")


def message_of(entry: MailEntry, facts: Mapping[str, str]) -> Message:
    """One mail with the site's facts in it."""
    return Message(
        id=entry.id,
        kind=entry.kind,
        folder=entry.folder,
        sender=fill(entry.sender, facts),
        address=fill(entry.address, facts),
        subject=fill(entry.subject, facts),
        paragraphs=tuple(fill(text, facts) for text in entry.text),
        link=fill(entry.link, facts),
        age_minutes=age_of(entry),
        own=Said(f"demo/mail.{entry.id}", entry.own),
    )


def terms_of(words: WordsFile) -> tuple[Term, ...]:
    """The words of the portal, explained."""
    return tuple(
        Term(
            id=one.id,
            word=Said(f"demo/words.term.{one.id}.word", one.word),
            means=Said(f"demo/words.term.{one.id}.means", one.means),
        )
        for one in words.terms
    )


def letters_of(words: WordsFile) -> tuple[FirstLetter, ...]:
    """The first messages to a teacher."""
    return tuple(
        FirstLetter(
            id=one.id,
            about=Said(f"demo/words.letter.{one.id}.about", one.about),
            text=Said(f"demo/words.letter.{one.id}.text", one.text),
        )
        for one in words.letters
    )


def scale_of(words: WordsFile) -> tuple[Grade, ...]:
    """The letters of the scale."""
    return tuple(
        Grade(one.letter, one.from_, one.band, Said(f"demo/words.scale.{one.letter}", one.word))
        for one in words.scale
    )


def lesson_of(words: WordsFile) -> tuple[LessonPage, ...]:
    """The pages of the lesson."""
    return tuple(
        LessonPage(
            id=one.id,
            title=Said(f"demo/words.lesson.{one.id}.title", one.title),
            says=tuple(
                Said(f"demo/words.lesson.{one.id}.say.{number}", say)
                for number, say in enumerate(one.say)
            ),
            picture=one.picture,
            shows=one.shows,
        )
        for one in words.lesson
    )


def opening_of(words: WordsFile, today: date) -> tuple[Work, ...]:
    """The two works of the lesson's chart: the first one, and one that comes late."""
    first, late = words.opening
    start = last_school_day(today - timedelta(weeks=2))
    return (
        Work(first.title, start, first.points, first.got, "graded"),
        Work(late.title, start + timedelta(weeks=1), late.points, late.got, "late"),
    )
