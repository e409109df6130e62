"""All that there is to say of flows: every problem, and all advice."""

from collections.abc import Iterator, Mapping

from kiosk.core.errors import Problem
from kiosk.core.guide import Guide
from kiosk.core.lint import loose, reading, roads, translating
from kiosk.core.lint.ground import Art, ground_of
from kiosk.core.lint.problems import PROBLEMS, said_of
from kiosk.core.lint.saying import Said
from kiosk.core.texts import Text

_ADVICE = (loose.advice, roads.advice, reading.advice, translating.advice)


def advice_on(text: Text) -> Iterator[Said]:
    """All advice on one text that stands in no flow, such as a step of a mail card."""
    yield from reading.advice_on(text)
    yield from translating.advice_on(text)


def findings_of(guide: Guide, files: Mapping[str, str], art: Art) -> list[Problem]:
    """Every problem and all advice on every flow of the guide; `files` names the file of each."""
    return said_of(ground_of(guide, art), files, (*PROBLEMS, *_ADVICE))
