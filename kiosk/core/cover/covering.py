"""Finds few visits that together give every answer, meet every outcome and reach every end.

From where a visit stands it goes on to the nearest thing that is not covered yet. What ends a visit
comes last, or when it is long: so one visit does what many short ones would.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.core.cover.roaming import Path, Walker
from kiosk.core.cover.watching import KINDS, Goal, Kind
from kiosk.core.guide import Guide
from kiosk.core.leading import musts_of


@dataclass(frozen=True)
class Uncovered:
    """A goal that no visit met, and why."""

    goal: Goal
    why: str


@dataclass(frozen=True)
class Cover:
    """The visits in the order they were found, all goals, and those that are not covered.

    `endings` is how many answers always end a visit: no cover has fewer visits than that.
    """

    paths: tuple[Path, ...]
    goals: frozenset[Goal]
    uncovered: tuple[Uncovered, ...]
    endings: int

    def counts(self) -> dict[Kind, tuple[int, int]]:
        """Of each kind of goal, how many are covered, and how many there are."""
        return {
            kind: (
                sum(goal.kind == kind for goal in self.goals)
                - sum(one.goal.kind == kind for one in self.uncovered),
                sum(goal.kind == kind for goal in self.goals),
            )
            for kind in KINDS
        }

    def steps(self) -> int:
        """The events of all visits."""
        return sum(len(path.events) for path in self.paths)


def cover(guides: Mapping[str, Guide]) -> Cover:
    """Covers the flow that all the guides start with, each under circumstances of its own, such as
    office hours, by their name.

    What the first circumstances leave open is looked for under the next, and what is open then is
    looked for once more with every example of each check.
    """
    met: set[Goal] = set()
    paths: list[Path] = []
    walkers: list[Walker] = []
    for thorough in (False, True):
        for under, guide in guides.items():
            walker = Walker(guide, met, thorough)
            if not met.issuperset(walker.watched.goals):
                walkers.append(walker)
                paths += walker.paths(under)
    goals = frozenset(goal for walker in walkers for goal in walker.watched.goals)
    seen = {goal.place for goal in met} | {place for path in paths for place in path.places}
    guide = next(iter(guides.values()))
    uncovered = tuple(Uncovered(goal, _why(guide, goal, seen)) for goal in sorted(goals - met))
    return Cover(_needed(paths), goals, uncovered, _endings(walkers))


def _needed(paths: list[Path]) -> tuple[Path, ...]:
    """The visits without those that the others make up for, the shortest of which go first."""
    often = Counter(goal for path in paths for goal in path.met)
    kept = list(paths)
    for path in sorted(paths, key=lambda path: len(path.events)):
        if all(often[goal] > 1 for goal in path.met):
            often.subtract(path.met)
            kept.remove(path)
    return tuple(kept)


def _endings(walkers: list[Walker]) -> int:
    """How many answers ended a visit whenever they were tried."""
    ended = {goal for walker in walkers for goal in walker.answers(ending=True)}
    return len(ended.difference(*(walker.answers(ending=False) for walker in walkers)))


def _why(guide: Guide, goal: Goal, seen: set[str]) -> str:
    if goal.place not in seen:
        return "no visit comes to this screen"
    flow, _, name = goal.place.partition("/")
    asked, _, outcome = goal.what.rpartition(" = ")
    if asked not in [must.must for must in musts_of(guide.screen(flow, name))]:
        return "no visit that was tried comes to it"
    if outcome not in [example.outcome for example in guide.checks[asked].examples]:
        return f"the check {asked} has no example of it"
    return f"no example of the check {asked} comes to it here"
