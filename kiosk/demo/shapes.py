"""What may stand in the files of flows/demo, as dataclasses: the students, the mail, the words."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from kiosk.core.marks import Marks
from kiosk.core.scenes import Band
from kiosk.demo.world import FolderId, MailKind

_NOWHERE = Marks()


@dataclass(frozen=True, kw_only=True)
class Now:
    """Where in the school year it is always. `week` counts from 1, the first week of school."""

    week: int
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class WorkEntry:
    """One piece of work. `due` is a week of school and a day, such as "3 Tue".

    `got` is how many of the `points` were got. `is` says what else there is to say of it.
    """

    due: str
    title: str
    points: float
    got: float | None = None
    is_: Literal["late", "missing", "exempt"] | None = None
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class CourseEntry:
    """One class. `entered_days_ago`: so many days ago the teacher last entered grades."""

    id: str
    name: str
    teacher: str
    entered_days_ago: int = 1
    works: tuple[WorkEntry, ...]
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class AbsenceEntry:
    """A day not there, or late. `day` is such as "3 Tue"; `course` is the id of one class only."""

    day: str
    kind: Literal["absent", "excused", "late"]
    course: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class AssessmentEntry:
    """A test of the district or the state. `level` is the id of a level in words.yaml."""

    day: str
    title: str
    score: str
    level: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class StudentFile:
    """One made-up student. `student` is the id, `year` the grade that the student is in."""

    student: str
    name: str
    year: str
    school: str
    now: Now
    courses: tuple[CourseEntry, ...]
    attendance: tuple[AbsenceEntry, ...] = ()
    tests: tuple[AssessmentEntry, ...] = ()
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class MailEntry:
    """One mail. `own` says in simple words what it says; it is translated, the mail is not.

    `link` are the words on the button in it. How old it is: `minutes_ago` or `days_ago`.
    """

    id: str
    kind: MailKind = "other"
    folder: FolderId = "inbox"
    sender: str
    address: str
    subject: str
    text: tuple[str, ...]
    link: str = ""
    minutes_ago: int | None = None
    days_ago: int | None = None
    own: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class MailFile:
    """The practice mailbox. `mailbox` is the practice parent's address, which is the user name."""

    mailbox: str
    mail: tuple[MailEntry, ...]
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class TermEntry:
    """A word of the portal, and what it `means` in simple words."""

    id: str
    word: str
    means: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class LevelEntry:
    """How a test can go. `band` is the color: good is green, warn yellow, bad red."""

    id: str
    word: str
    band: Band
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class GradeEntry:
    """One letter of the scale. `from` is the lowest percent that gets it."""

    letter: str
    from_: float
    band: Band
    word: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class LetterEntry:
    """A first message to a teacher. `about` is on its button; braces may name who it is about."""

    id: str
    about: str
    text: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class LessonEntry:
    """One page of the lesson. `picture` is one of the kiosk's; `shows` is what is under the words.

    With `shows: chart` the page draws how the grade of `opening` moves.
    """

    id: str
    title: str
    say: tuple[str, ...]
    picture: str
    shows: Literal["words", "chart"] = "words"
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class OpeningEntry:
    """One of the two works in the lesson's chart: the first of a term, and one handed in late."""

    title: str
    points: float
    got: float
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class WordsFile:
    """The words of the practice. `opening` are the two works that the lesson's chart draws."""

    parts: ClassVar[tuple[str, ...]] = ("terms", "levels", "scale", "letters", "lesson", "opening")
    terms: tuple[TermEntry, ...]
    levels: tuple[LevelEntry, ...]
    scale: tuple[GradeEntry, ...]
    letters: tuple[LetterEntry, ...]
    lesson: tuple[LessonEntry, ...]
    opening: tuple[OpeningEntry, ...]
    at: Marks = field(default=_NOWHERE, compare=False)
