"""All that there is to say of flows: every problem, and all advice."""

from collections.abc import Mapping

from kiosk.core import lint_loose, lint_reading, lint_roads, lint_words
from kiosk.core.errors import Problem
from kiosk.core.ground import Art, ground_of
from kiosk.core.guide import Guide
from kiosk.core.lint import PROBLEMS, said_of

_ADVICE = (lint_loose.advice, lint_roads.advice, lint_reading.advice, lint_words.advice)


def findings_of(guide: Guide, files: Mapping[str, str], art: Art) -> list[Problem]:
    """Every problem and all advice on every flow of the guide; `files` names the file of each."""
    return said_of(ground_of(guide, art), files, (*PROBLEMS, *_ADVICE))
