"""Every text of the practice's files that is translated: its context, its place, a note on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.core.marks import Marks
from kiosk.core.texts import Part, Text
from kiosk.demo.shapes import MailFile, StudentFile, WordsFile

_WORD = "A word of the portal, shown beside its English. Short."
_MEANS = "Explains that word of the portal to a family."
_GRADE = "Beside a grade, in a word or three: how the student does."
_LEVEL = "How a large test went."
_ABOUT = "On a button: what a ready message to a teacher is about."
_LETTER = (
    "A message to a teacher, which is sent in English. This is for the family to know what it says."
)
_TITLE = "The large words on a page that explains grades to a family."
_LESSON = "A sentence on a page that explains grades to a family."
_MAIL = "Says in simple words what an English email says."
_YEAR = "The grade that a student is in."


@dataclass(frozen=True)
class DemoText:
    """One text with the context of its message, and what a translator should know of it."""

    context: str
    text: Text
    note: str


def of_words(words: WordsFile) -> Iterator[DemoText]:
    """The texts of words.yaml."""
    for term in words.terms:
        at = f"demo/words.term.{term.id}"
        yield _text(f"{at}.word", "label", (term.word, term.at, "word"), _WORD)
        yield _text(f"{at}.means", "say", (term.means, term.at, "means"), _MEANS)
    for level in words.levels:
        at = f"demo/words.level.{level.id}"
        yield _text(at, "label", (level.word, level.at, "word"), _LEVEL)
    for grade in words.scale:
        at = f"demo/words.scale.{grade.letter}"
        yield _text(at, "label", (grade.word, grade.at, "word"), _GRADE)
    for letter in words.letters:
        at = f"demo/words.letter.{letter.id}"
        yield _text(f"{at}.about", "answer", (letter.about, letter.at, "about"), _ABOUT)
        yield _text(f"{at}.text", "letter", (letter.text, letter.at, "text"), _LETTER)
    yield from _of_lesson(words)


def _of_lesson(words: WordsFile) -> Iterator[DemoText]:
    for page in words.lesson:
        at = f"demo/words.lesson.{page.id}"
        yield _text(f"{at}.title", "title", (page.title, page.at, "title"), _TITLE)
        for number, say in enumerate(page.say):
            own = f"say.{number}"
            key = own if own in page.at.keys else "say"
            yield _text(f"{at}.{own}", "say", (say, page.at, key), _LESSON)


def of_mail(file: MailFile) -> Iterator[DemoText]:
    """The texts of mail.yaml: what each mail says, never the mail itself."""
    for mail in file.mail:
        yield _text(f"demo/mail.{mail.id}", "say", (mail.own, mail.at, "own"), _MAIL)


def of_student(student: StudentFile) -> Iterator[DemoText]:
    """The texts of a student's file: names and titles stay as the portal has them."""
    at = f"demo/students.{student.student}.year"
    yield _text(at, "label", (student.year, student.at, "year"), _YEAR)


def _text(context: str, part: Part, where: tuple[str, Marks, str], note: str) -> DemoText:
    text, marks, key = where
    return DemoText(context, Text(part, text, marks, key, context), note)
