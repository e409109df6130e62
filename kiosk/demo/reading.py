"""Reads the practice's files into a world. What a district's own lack, the shipped ones stand in for.

A folder holds `words.yaml`, `mail.yaml`, and one file for each student. A family never meets a
mistake in them: it is told beside the world, with its line, and the shipped part is shown.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.lint.saying import Said
from kiosk.core.shape.reader import try_read
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
from kiosk.site import Site

T = TypeVar("T")
WORDS, MAIL = "words.yaml", "mail.yaml"


@dataclass(frozen=True)
class DemoFiles:
    """What was read of one folder and is sound; `problems` tell of the rest. None: not to be had.

    `files` names the file of each student.
    """

    words: WordsFile | None
    mail: MailFile | None
    students: tuple[StudentFile, ...]
    files: Mapping[str, Path]
    problems: tuple[Problem, ...]


def shipped_demo() -> Path:
    """The folder of the shipped practice."""
    return flows_dir() / "demo"


def demo_folder(site_file: Path, site: Site) -> Path:
    """The folder that the site file names, beside itself, or the shipped one."""
    return site_file.parent / site.demo.folder if site.demo.folder else shipped_demo()


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
    words, in_words = _read(folder / WORDS, WordsFile, lambda file: of_words(file, _pictures()))
    mail, in_mail = _read(folder / MAIL, MailFile, lambda file: of_mail(file, facts_in_mail(site)))
    students, files, problems = _students(folder)
    problems = [*in_words, *in_mail, *problems]
    if not students and not files:
        problems.append(_gone(folder, "no file of a student"))
    beside = words or _shipped_words(folder, site)
    fitting = []
    for student in students:
        off = [one.problem(str(files[student.student])) for one in beside_words(student, beside)]
        problems += off
        fitting += [] if off else [student]
    return DemoFiles(words, mail, tuple(fitting), files, tuple(sorted(problems)))


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


def _students(folder: Path) -> tuple[list[StudentFile], dict[str, Path], list[Problem]]:
    """The students of a folder, the file of each, and every problem of each file for itself."""
    students: list[StudentFile] = []
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in yaml_files(folder):
        if path.name in (WORDS, MAIL):
            continue
        student, found = _read(path, StudentFile, of_student)
        problems += found
        name = student.student if student else path.name
        if student and name in files:
            place = student.at.of("student")
            said = f"'{name}' is also the student in {files[name].name}"
            problems.append(Problem(str(path), place.line, place.column, "K173", said))
            continue
        files[name] = path
        students += [student] if student else []
    return students, files, problems


def _read(
    path: Path, kind: type[T], meaning: Callable[[T], Iterable[Said]]
) -> tuple[T | None, list[Problem]]:
    """The file, if it is sound, or why it is not."""
    if not path.exists():
        return None, [_gone(path.parent, f"no {path.name}")]
    try:
        text = read_text(path)
    except Missing as trouble:
        return None, [Problem(str(path), 0, 0, "K109", str(trouble))]
    file, problems = try_read(text, str(path), kind)
    if file is not None:
        problems = [*problems, *(said.problem(str(path)) for said in meaning(file))]
    return (None if problems else file), problems


def _gone(folder: Path, what: str) -> Problem:
    said = f"there is {what} in this folder: the shipped one stands in"
    return Problem(str(folder), 0, 0, "K170", said)


def _pictures() -> frozenset[str]:
    return frozenset(path.stem for path in (assets_dir() / "pictures").glob("*.svg"))
