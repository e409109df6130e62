"""The pages of the practice student, as a screen must show them: a mailbox, grades, a letter.

What stands on the portal's own pages stands there twice where the family reads another language:
in the portal's English, which it will meet at home, and in its own words.
"""

from dataclasses import dataclass
from typing import Literal

from kiosk.core.view import Page, RuleLine

MailLook = Literal["plain", "tabs", "cards"]
Band = Literal["good", "warn", "bad", "none"]


@dataclass(frozen=True)
class Twice:
    """Words of the portal, and the same in the family's language; `own` is empty in English."""

    english: str
    own: str = ""


@dataclass(frozen=True)
class MailFolder:
    """A folder or a tab of the mailbox; touching it gives Chosen(id). `unread` counts new mail."""

    id: str
    name: Twice
    icon: str
    unread: int = 0
    open: bool = False


@dataclass(frozen=True)
class MailLine:
    """One message in a list; touching it gives Chosen(id)."""

    id: str
    sender: str
    subject: str
    when: str
    unread: bool = False


@dataclass(frozen=True)
class Mailbox:
    """A list of messages in one folder, in the manner of a usual mail program.

    `owner` is the address of the one whose mailbox it is.
    """

    look: MailLook
    owner: str
    folders: tuple[MailFolder, ...]
    lines: tuple[MailLine, ...]
    nothing: str = ""


@dataclass(frozen=True)
class Mail:
    """One open message. `link` is the one to touch in it; `does` are the buttons above it.

    Each gives Chosen with its id; `paragraphs` are the mail's own English, `own` what it says in
    the family's language.
    """

    look: MailLook
    owner: str
    sender: str
    address: str
    subject: str
    when: str
    paragraphs: tuple[str, ...]
    own: str
    link: "Press | None"
    does: tuple["Press", ...]


@dataclass(frozen=True)
class Press:
    """Something to touch on such a page, in the portal's or the mail program's words."""

    id: str
    name: Twice
    icon: str = ""


@dataclass(frozen=True)
class Standing:
    """How a grade stands: colour, letter, word. Never the colour alone."""

    band: Band
    letter: str
    word: Twice


@dataclass(frozen=True)
class CourseRow:
    """One class: touching it gives Chosen(id). `percent`: 0 to 100, -1 where nothing counts yet."""

    id: str
    name: str
    teacher: str
    percent: int
    standing: Standing
    missing: Twice | None = None


@dataclass(frozen=True)
class Line:
    """One line of a small table: a day of school missed, a test."""

    name: Twice
    value: Twice
    when: str = ""
    band: Band = "none"


@dataclass(frozen=True)
class PortalBar:
    """The bar over the portal's pages: its name, and its colour such as "#1F5AA6"."""

    name: str
    color: str


@dataclass(frozen=True)
class Report:
    """The student's page: who it is, the classes, attendance, tests. `terms` explain a word."""

    portal: PortalBar
    student: str
    year: Twice
    students: tuple[Press, ...]
    courses: tuple[CourseRow, ...]
    attendance: tuple[Line, ...]
    tests: tuple[Line, ...]
    heads: tuple[Twice, Twice, Twice]
    terms: tuple[Press, ...]
    answers: tuple[Press, ...]


@dataclass(frozen=True)
class WorkRow:
    """One piece of work; touching its word gives Chosen(term), where it has a word to explain."""

    title: str
    when: str
    points: str
    standing: Standing
    term: str = ""


@dataclass(frozen=True)
class Sheet:
    """One class: its grade, its teacher (Chosen("teacher")), and its work, new to old."""

    portal: PortalBar
    course: CourseRow
    teacher: Press
    updated: Twice
    works: tuple[WorkRow, ...]
    answers: tuple[Press, ...]


@dataclass(frozen=True)
class ChartPoint:
    """One point of the line: when, and how the grade stood then, 0 to 100."""

    name: str
    percent: int
    standing: Standing


@dataclass(frozen=True)
class Chart:
    """How one grade moved, moment by moment. Touching "hand_in" may add the last one."""

    points: tuple[ChartPoint, ...]
    caption: str
    answers: tuple[Press, ...]


@dataclass(frozen=True)
class Letter:
    """A first message to a teacher, ready to send: plain English, the family's words beside it."""

    to: str
    choices: tuple[Press, ...]
    chosen: str
    english: str
    own: str
    answers: tuple[Press, ...]


@dataclass(frozen=True)
class TypedOut:
    """A made-up password that types itself before a room, its rules ticking; nobody can type here.

    Its button gives Confirmed(), as that of a real field does.
    """

    label: str
    text: str
    rules: tuple[RuleLine, ...]
    personal: tuple[str, ...]
    button: str


Scene = Mailbox | Mail | Report | Sheet | Chart | Letter | TypedOut


@dataclass(frozen=True)
class SceneView:
    """One page of the practice student, whole: the frame's part and the scene."""

    page: Page
    body: Scene
    language: str
    right_to_left: bool = False
