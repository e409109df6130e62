"""What flows mean, held against what the site knows: every problem, with its place.

Each pass is a module with a generator of things to say of one flow. These passes look for what must
be mended before a family meets it; `review` adds those that look for what is better mended.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from kiosk.core.errors import Problem
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide
from kiosk.core.lint import graph, kept_names, screens, ways
from kiosk.core.lint.ground import Art, Ground, ground_of
from kiosk.core.lint.naming import known_braces
from kiosk.core.lint.saying import Said
from kiosk.core.shape.reader import uncollected
from kiosk.core.shape.source import MOST_PROBLEMS, and_more

__all__ = ["PROBLEMS", "Art", "known_braces", "problems_of", "said_of"]

Pass = Callable[[Ground, Flow], Iterator[Said]]

PROBLEMS: tuple[Pass, ...] = (
    ways.problems,
    graph.problems,
    screens.problems,
    kept_names.problems,
)
# While a way leads nowhere or a list is not there, nobody can tell what is kept on which road.
_BLURS = frozenset({*(f"K{number}" for number in range(201, 212)), "K221", "K226"})
_BLURRED = frozenset({"K229", "K230"})


def problems_of(guide: Guide, files: Mapping[str, str], art: Art) -> list[Problem]:
    """Every problem of every flow of the guide; `files` names the file of each flow."""
    with uncollected():
        return said_of(ground_of(guide, art), files, PROBLEMS)


def said_of(ground: Ground, files: Mapping[str, str], passes: Iterable[Pass]) -> list[Problem]:
    """All that the passes say of each flow, or the first thousand things."""
    found: list[Problem] = []
    for name, flow in ground.guide.flows.items():
        said = (one for look in passes for one in look(ground, flow))
        found += [one.problem(files[name]) for one in islice(said, MOST_PROBLEMS)]
        if next(said, None):
            found.append(and_more(files[name]))
    if any(problem.code in _BLURS for problem in found):
        return [problem for problem in found if problem.code not in _BLURRED]
    return found
