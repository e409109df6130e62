"""Reads the practice's files into a world; for what a district's lack, the shipped ones stand in.

A folder holds `words.yaml`, `mail.yaml`, and one file for each student. A family never meets a
mistake in them: it is told beside the world, with its line, and the shipped part is shown.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.lint.saying import Said
from kiosk.core.shape.reader import Reading, read_all
from kiosk.demo.making import (
    lesson_of,
    letters_of,
    message_of,
    opening_of,
    scale_of,
    student_of,
    terms_of,
)
from kiosk.demo.shapes import MailFile, StudentFile, WordsFile
from kiosk.demo.sound_mail import of_mail
from kiosk.demo.sound_students import beside_words, of_student
from kiosk.demo.sound_words import of_words
from kiosk.demo.world import PortalLook, World
from kiosk.resources import assets_dir, flows_dir, read_text, yaml_files
from kiosk.site.shapes import Site

T = TypeVar("T")
WORDS, MAIL = "words.yaml", "mail.yaml"
_SCENES = re.compile(r"^scenes:", re.MULTILINE)


@dataclass(frozen=True)
class DemoFiles:
    """What was read of one folder and is sound; `problems` tell of the rest.

    What is None, or not among the students, is not to be had.
    """

    words: WordsFile | None
    mail: MailFile | None
    students: tuple[StudentFile, ...]
    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]


def shipped_demo() -> Path:
    """The folder of the shipped practice."""
    return flows_dir() / "demo"


def demo_folder(site: Site) -> Path:
    """The folder that the site file names, or the shipped one."""
    return Path(site.demo.folder) if site.demo.folder else shipped_demo()


def read_world(folder: Path, site: Site, today: date) -> tuple[World, tuple[Problem, ...]]:
    """The world of the practice on that day, and what is amiss with the files of that folder.

    Raises FilesNotSound or Missing only where the shipped practice itself was damaged.
    """
    shipped = read_demo(shipped_demo(), site)
    if shipped.problems or shipped.words is None or shipped.mail is None:
        raise FilesNotSound(shipped.problems)
    own = shipped if folder == shipped_demo() else read_demo(folder, site)
    words, students = _fitting(own, shipped.words, shipped.students)
    mail = own.mail or shipped.mail
    facts = facts_in_mail(site)
    world = World(
        today=today,
        students=tuple(student_of(one, words, today) for one in students),
        mail=tuple(message_of(one, facts) for one in mail.mail),
        terms=terms_of(words),
        letters=letters_of(words),
        scale=scale_of(words),
        lesson=lesson_of(words),
        opening=opening_of(words, today),
        look=PortalLook(site.portal.name, site.demo.portal_color, site.demo.mail_look),
        user_name=mail.mailbox,
    )
    return world, own.problems


def read_demo(folder: Path, site: Site) -> DemoFiles:
    """The files of one folder, each held against what it must be, and beside the others."""
    words = _read(folder / WORDS, WordsFile, lambda file: of_words(file, _pictures()))
    mail = _read(folder / MAIL, MailFile, lambda file: of_mail(file, facts_in_mail(site)))
    students = {path: _read(path, StudentFile, of_student) for path in _student_files(folder)}
    problems = [*words.problems, *mail.problems]
    problems += [problem for one in students.values() for problem in one.problems]
    if not students:
        problems.append(_gone(folder, "no file of a student"))
    read = {path: one.value for path, one in students.items() if one.value is not None}
    beside = words.value or _shipped_words(folder, site)
    fitting, off = _beside(read, beside)
    advice = [*words.advice, *mail.advice]
    advice += [one for student in students.values() for one in student.advice]
    return DemoFiles(
        words=words.value,
        mail=mail.value,
        students=fitting,
        problems=tuple(sorted([*problems, *off])),
        advice=tuple(sorted(advice)),
    )


def demo_files(folder: Path) -> list[Path]:
    """The files of a folder that belong to the practice: words, mail, students."""
    return [path for path in (folder / WORDS, folder / MAIL) if path.exists()] + _student_files(
        folder
    )


def facts_in_mail(site: Site) -> dict[str, str]:
    """What a practice mail may name in braces."""
    return {
        "portal": site.portal.name,
        "portal_address": site.portal.address,
        "district": site.district,
        "sender": site.portal.sender,
        "link_hours": str(site.waits.link_hours),
    }


def _fitting(
    own: DemoFiles, words: WordsFile, students: tuple[StudentFile, ...]
) -> tuple[WordsFile, tuple[StudentFile, ...]]:
    """Words and students that belong together, the district's own first, then the shipped ones."""
    for spoken in (own.words or words, words):
        for some in (own.students, students):
            fit = tuple(one for one in some if not any(beside_words(one, spoken)))
            if fit:
                return spoken, fit
    return words, students


def _shipped_words(folder: Path, site: Site) -> WordsFile:
    """The words beside which students are looked at where a folder has none of its own."""
    words = None if folder == shipped_demo() else read_demo(shipped_demo(), site).words
    if words is None:
        raise Missing("The words of the practice student are missing. Install the kiosk again.")
    return words


def _beside(
    read: Mapping[Path, StudentFile], words: WordsFile
) -> tuple[tuple[StudentFile, ...], list[Problem]]:
    """The students that fit the words and each other, and why the others do not."""
    fitting: dict[str, Path] = {}
    off: list[Problem] = []
    for path, student in read.items():
        said = list(beside_words(student, words))
        if student.student in fitting:
            also = f"'{student.student}' is also the student in {fitting[student.student].name}"
            said.append(Said(student.at, "student", "K173", also))
        off += [one.problem(str(path)) for one in said]
        if not said:
            fitting[student.student] = path
    return tuple(read[path] for path in fitting.values()), off


def _student_files(folder: Path) -> list[Path]:
    """Every file of a folder but for the words, the mail and a speaker's running order."""
    others = (path for path in yaml_files(folder) if path.name not in (WORDS, MAIL))
    return [path for path in others if not _SCENES.search(_text_of(path) or "")]


def _text_of(path: Path) -> str | None:
    try:
        return read_text(path)
    except Missing:
        return None


def _read(path: Path, kind: type[T], meaning: Callable[[T], Iterable[Said]]) -> Reading[T]:
    """The file, if it is sound, or why it is not."""
    if not path.exists():
        return Reading(None, [_gone(path.parent, f"no {path.name}")])
    text = _text_of(path)
    if text is None:
        said = "this cannot be read as text: save the file as UTF-8"
        return Reading(None, [Problem(str(path), 0, 0, "K109", said)])
    reading = read_all(text, str(path), kind)
    problems = list(reading.problems)
    if reading.value is not None:
        problems += [said.problem(str(path)) for said in meaning(reading.value)]
    return Reading(None if problems else reading.value, problems, reading.advice)


def _gone(folder: Path, what: str) -> Problem:
    said = f"there is {what} in this folder: the shipped one stands in"
    return Problem(str(folder), 0, 0, "K170", said)


def _pictures() -> frozenset[str]:
    return frozenset(path.stem for path in (assets_dir() / "pictures").glob("*.svg"))
