"""The world of the practice student, read and dated: students, classes, mail, letters, words.

Every English text that a family reads in its own language has its message's context. Names of
people, classes and pieces of work, and the mails themselves, stay as they are.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kiosk.core.scenes import Band, MailLook

WorkState = Literal["graded", "late", "missing", "exempt", "ahead"]
FolderId = Literal["inbox", "spam", "promotions", "updates", "trash"]
MailKind = Literal["reply", "expired", "impostor", "other"]
Scenario = Literal["here", "spam", "late", "expired", "impostor"]
SCENARIOS: tuple[Scenario, ...] = ("here", "spam", "late", "expired", "impostor")


@dataclass(frozen=True)
class Said:
    """An English text to translate, and its message's context, such as "demo/words.missing"."""

    context: str
    english: str


@dataclass(frozen=True)
class Work:
    """One piece of work. `got` of `points`; None where there is no grade (yet)."""

    title: str
    due: date
    points: float
    got: float | None
    state: WorkState


@dataclass(frozen=True)
class Course:
    """One class. `updated`: when the teacher last entered grades; `works` from old to new."""

    id: str
    name: str
    teacher: str
    updated: date
    works: tuple[Work, ...]


@dataclass(frozen=True)
class Absence:
    """A day, or a part of one, that the student was not there, or came late."""

    day: date
    kind: Literal["absent", "excused", "late"]
    course: str = ""


@dataclass(frozen=True)
class Assessment:
    """A test that the district or the state gives, and how it went."""

    title: str
    day: date
    score: str
    band: Band
    word: Said


@dataclass(frozen=True)
class Student:
    """One made-up student, with a year of school behind."""

    id: str
    name: str
    year: Said
    school: str
    courses: tuple[Course, ...]
    attendance: tuple[Absence, ...]
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True)
class Message:
    """One mail. `age_minutes` is how old it is; `own` tells in a family's words what it says."""

    id: str
    kind: MailKind
    folder: FolderId
    sender: str
    address: str
    subject: str
    paragraphs: tuple[str, ...]
    link: str
    age_minutes: int
    own: Said


@dataclass(frozen=True)
class Term:
    """A word of the portal, and what it means."""

    id: str
    word: Said
    means: Said


@dataclass(frozen=True)
class FirstLetter:
    """A first message to a teacher: what it is for, and its plain English text."""

    id: str
    about: Said
    text: Said


@dataclass(frozen=True)
class Grade:
    """One letter of the scale: from how many percent on, what it means, and in a word."""

    letter: str
    from_percent: float
    band: Band
    word: Said


@dataclass(frozen=True)
class LessonPage:
    """One page of the lesson. `shows` is what stands under its words."""

    id: str
    title: Said
    says: tuple[Said, ...]
    picture: str
    shows: Literal["words", "chart", "sheet"] = "words"


@dataclass(frozen=True)
class PortalLook:
    """How the district's portal looks: its name, the colour of its bar, its mail program."""

    name: str
    color: str
    mail: MailLook


@dataclass(frozen=True)
class World:
    """All that the practice goes by. `today` is when it is practised; dates move with it.

    `opening` are the grades of a class at the start of a term for the lesson's chart, in percent:
    after the first work, with one late, and when that was handed in.
    """

    today: date
    students: tuple[Student, ...]
    mail: tuple[Message, ...]
    terms: tuple[Term, ...]
    letters: tuple[FirstLetter, ...]
    scale: tuple[Grade, ...]
    lesson: tuple[LessonPage, ...]
    opening: tuple[Work, ...]
    look: PortalLook
    user_name: str

    def student(self, name: str) -> Student:
        """The student with that id, or the first."""
        return next((one for one in self.students if one.id == name), self.students[0])


def scenario_at(place: str) -> Scenario:
    """The scenario that fits where a family's visit stands, such as "reply/wait"."""
    if place.startswith(("reply/wait", "record/")):
        return "late"
    if place.startswith("reply/expired"):
        return "expired"
    return "spam"
