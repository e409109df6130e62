"""Reads what staff may try on each page of a family: what is likely off, and three remedies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from kiosk.core.errors import FilesNotSound, Problem
from kiosk.core.flow import StoneId, Told
from kiosk.core.guide import Guide
from kiosk.core.marks import Marks
from kiosk.core.shape.guessing import guess
from kiosk.core.shape.reader import try_read
from kiosk.core.visit import Visit
from kiosk.core.words import placeholders
from kiosk.drawing.wording import spoken
from kiosk.resources import flows_dir, read_text

HOW_MANY = 3
NO_PAGE, LACKS = "K194", "K195"
_NOWHERE = Marks()


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """One thing to try, in one plain sentence.

    What ages has a `source`; `reviewed` then tells whether a person has checked it there.
    """

    shorthand: ClassVar[str] = "do"
    do: str
    source: str = ""
    reviewed: bool | None = None
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What is likely on some pages (flow/screen), or on all of a stepping stone without any of
    their own; without either it stands for every other page. `try` holds three remedies."""

    likely: str
    try_: tuple[Remedy, ...]
    screens: tuple[str, ...] = ()
    step: StoneId | None = None
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class RemedyFile:
    """The whole file."""

    remedies: tuple[Advice, ...]
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True)
class Remedies:
    """All advice, and which of it stands for a page."""

    rows: tuple[Advice, ...] = ()

    def at(self, guide: Guide, visit: Visit) -> Advice | None:
        """The advice for the page on which the visit stands: its own, else that of its stepping
        stone, else the one for any page."""
        step = _step_at(guide, visit)
        own = (one for one in self.rows if visit.place in one.screens)
        of_step = (one for one in self.rows if step and one.step == step)
        rest = (one for one in self.rows if not one.screens and one.step is None)
        return next((one for row in (own, of_step, rest) for one in row), None)


def remedies_file(flows: Path) -> Path:
    """The file beside those flows, or the one that comes with the kiosk."""
    own = flows / "staff" / "remedies.yaml"
    return own if own.is_file() else flows_dir() / "staff" / "remedies.yaml"


def read_remedies(path: Path, guide: Guide) -> Remedies:
    """The advice in that file; pages that these flows lack do no harm.

    Raises FilesNotSound with every other problem, or Missing.
    """
    text = read_text(path)
    problems = [one for one in problems_in(text, str(path), guide) if one.code != NO_PAGE]
    if problems:
        raise FilesNotSound(problems)
    value, _ = try_read(text, str(path), RemedyFile)
    return Remedies(value.remedies if value else ())


def problems_in(text: str, file: str, guide: Guide) -> list[Problem]:
    """Every problem of a file with that text, by line: its shape, pages that are not there, and
    what is missing."""
    value, problems = try_read(text, file, RemedyFile)
    if value is not None:
        problems = [*problems, *_of_pages(value, file, guide), *_of_rows(value, file, guide)]
    return problems


def told(guide: Guide, text: str) -> str:
    """A sentence of the file with the site's facts in it."""
    return spoken(text, guide.facts)


def _step_at(guide: Guide, visit: Visit) -> StoneId | None:
    here = visit.now.stack[-1]
    screen = guide.screen(here.flow, here.screen)
    if isinstance(screen, Told) and screen.step:
        return screen.step
    steps = (guide.flows[frame.flow].step for frame in reversed(visit.now.stack))
    return next((step for step in steps if step), None)


def _of_pages(value: RemedyFile, file: str, guide: Guide) -> Iterator[Problem]:
    known = [f"{flow}/{name}" for flow in guide.flows for name in guide.flows[flow].screens]
    taken: set[str] = set()
    for one in value.remedies:
        for n, place in enumerate(one.screens):
            key = f"screens.{n}"
            if place not in known:
                said = f"there is no screen '{place}'{guess(place, known)}"
                yield _problem(file, one.at, key, NO_PAGE, said)
            elif place in taken:
                yield _problem(file, one.at, key, NO_PAGE, f"'{place}' stands here twice")
            taken.add(place)


def _of_rows(value: RemedyFile, file: str, guide: Guide) -> Iterator[Problem]:
    if not any(not one.screens and one.step is None for one in value.remedies):
        said = "one entry has neither 'screens' nor 'step': it stands for every other page"
        yield _problem(file, value.at, "remedies", LACKS, said)
    for one in value.remedies:
        if len(one.try_) != HOW_MANY:
            said = f"give {HOW_MANY} things to try, not {len(one.try_)}"
            yield _problem(file, one.at, "try", LACKS, said)
        yield from _of_facts(one.likely, one.at, "likely", file, guide.facts)
        for remedy in one.try_:
            if bool(remedy.source) != (remedy.reviewed is not None):
                said = "'source' and 'reviewed' stand together, where a fact may age"
                yield _problem(file, remedy.at, "source", LACKS, said)
            yield from _of_facts(remedy.do, remedy.at, "do", file, guide.facts)


def _of_facts(
    text: str, marks: Marks, key: str, file: str, facts: Mapping[str, object]
) -> Iterator[Problem]:
    for name in placeholders(text):
        if name not in facts:
            yield _problem(file, marks, key, LACKS, f"the site has no fact '{{{name}}}'")


def _problem(file: str, marks: Marks, key: str, code: str, message: str) -> Problem:
    place = marks.of(key)
    return Problem(file, place.line, place.column, code, message)
