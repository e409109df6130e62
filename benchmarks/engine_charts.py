"""The same chart for every engine: flows of ten pages each, run one after the other, with guards.

On each page "on" leads to the next page if a guard is open, "again" enters the page anew, and
"away" leaves the flow for another one. Each engine gets the chart in the form that it builds from
the fastest; ours is read from the authors' YAML, with every line and column.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Protocol

from kiosk.core.conditions import OK, Check, Verdict
from kiosk.core.events import Chosen
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.shape.reader import read_file

PAGES = 10
EVENTS = ("on", "again", "away")
EVENTS_A_VISIT = 40


@dataclass(frozen=True)
class Job:
    """How large the chart is. A page is (flow, page), both counted from 0."""

    flows: int

    @property
    def screens(self) -> int:
        """How many pages there are."""
        return self.flows * PAGES

    def pages(self) -> Iterator[tuple[int, int]]:
        """Every page."""
        return ((flow, page) for flow in range(self.flows) for page in range(PAGES))

    def away(self, flow: int) -> int:
        """The flow that comes after that one."""
        return (7 * flow + 3) % self.flows


class Engine(Protocol):
    """A chart that was built and stands on its first page."""

    def play(self, events: Sequence[str]) -> None:
        """Lets that happen."""

    def page(self) -> str:
        """The page it stands on: f0_s0."""


class Ours:
    """Our machine, with visits as they are: after 40 events the next family comes."""

    def __init__(self, job: Job) -> None:
        after = "\n".join(
            f"  f{n}: {{run: flow{n}, after: {{away: f{job.away(n)}}}}}" for n in range(job.flows)
        )
        outer = f"flow: outer\nversion: 1\nstart: f0\nscreens:\n{after}\n"
        texts = [outer, *(_flow_text(n) for n in range(job.flows))]
        flows = [read_file(text, "job.yaml", Flow) for text in texts]
        is_open = Check("open", "always", (OK, "no"), lambda value, situation: Verdict(OK), ())
        self._guide = Guide({flow.flow: flow for flow in flows}, "outer", {"open": is_open})
        self._visit = begin(self._guide)
        self._events = {event: Chosen(event) for event in EVENTS}

    def play(self, events: Sequence[str]) -> None:
        guide, known, visit = self._guide, self._events, self._visit
        for n, event in enumerate(events, 1):
            visit = advance(guide, visit, known[event])
            if not n % EVENTS_A_VISIT:
                visit = begin(guide)
        self._visit = visit

    def play_one_visit(self, events: Sequence[str]) -> None:
        """The same, as one visit that never ends."""
        visit = begin(self._guide)
        for event in events:
            visit = advance(self._guide, visit, self._events[event])

    def page(self) -> str:
        return "_".join(frame.screen for frame in self._visit.now.stack)


def _flow_text(flow: int) -> str:
    lines = [f"flow: flow{flow}", "version: 1", "start: s0", "screens:", "  away: {return: away}"]
    for page in range(PAGES):
        lines += [
            f"  s{page}:",
            f"    ask: Is this page number {page}?",
            "    answers:",
            "      - id: on",
            "        text: Go on",
            f"        go: [{{if: open, go: s{(page + 1) % PAGES}}}, {{go: away}}]",
            f"      - {{id: again, text: Once more, go: s{page}}}",
            "      - {id: away, text: Something else, go: away}",
        ]
    return "\n".join(lines)


class Transitions:
    """transitions: its hierarchical machine, which is the one that knows states inside states."""

    def __init__(self, job: Job) -> None:
        from transitions.extensions import HierarchicalMachine

        moves: list[dict[str, Any]] = []
        for flow, page in job.pages():
            here, following = f"f{flow}_s{page}", f"f{flow}_s{(page + 1) % PAGES}"
            moves += [
                {"trigger": "on", "source": here, "dest": following, "conditions": _is_open},
                {"trigger": "again", "source": here, "dest": here},
                {"trigger": "away", "source": here, "dest": f"f{job.away(flow)}"},
            ]
        pages = [f"s{page}" for page in range(PAGES)]
        states = [
            {"name": f"f{flow}", "initial": "s0", "children": pages} for flow in range(job.flows)
        ]
        logging.getLogger("transitions").setLevel(logging.ERROR)
        self._machine = HierarchicalMachine(
            states=states, transitions=moves, initial="f0", auto_transitions=False
        )

    def play(self, events: Sequence[str]) -> None:
        trigger = self._machine.trigger
        for event in events:
            trigger(event)

    def page(self) -> str:
        return str(self._machine.state)


class FlatTransitions:
    """transitions: its plain machine. It knows no flow inside a flow; each page is a state."""

    def __init__(self, job: Job) -> None:
        from transitions import Machine

        moves: list[dict[str, Any]] = []
        for flow, page in job.pages():
            here, following = f"f{flow}_s{page}", f"f{flow}_s{(page + 1) % PAGES}"
            moves += [
                {"trigger": "on", "source": here, "dest": following, "conditions": _is_open},
                {"trigger": "again", "source": here, "dest": here},
                {"trigger": "away", "source": here, "dest": f"f{job.away(flow)}_s0"},
            ]
        states = [f"f{flow}_s{page}" for flow, page in job.pages()]
        logging.getLogger("transitions").setLevel(logging.ERROR)
        self._machine = Machine(
            states=states, transitions=moves, initial="f0_s0", auto_transitions=False
        )

    def play(self, events: Sequence[str]) -> None:
        trigger = self._machine.trigger
        for event in events:
            trigger(event)

    def page(self) -> str:
        return str(self._machine.state)


def _is_open(*_: object) -> bool:
    return True


def is_here(module: str) -> bool:
    """Whether an engine is installed."""
    return find_spec(module) is not None
