"""The portable part of a flow, as one statechart: what `scxml` and `xstate` write down.

Portable, so that any statechart engine shows the same pages for the same events:

- a screen is a state; the flow of a `run` screen is a compound state, unfolded where it is run;
- an event bears the name that the trail uses: an answer's id, `typed`, `refused.OUTCOME`, `picked`,
  `confirmed`, `time`;
- a guard is a boolean that is set from outside before each event: whether a check has an outcome;
- a screen that goes on by itself has transitions without an event;
- a transition to its own screen leaves and enters it again; a refusal that only says something has
  no target and leaves nothing;
- entering and leaving a page is told, so that an engine can count and compare;
- `for_each` is a compound state that asks `has_next_item` before each turn.

Outside, because no engine would do it alike, or none could: Back (it restores what was kept; the
history of statecharts restores a screen alone), help on top of a page, stopping and being left
alone, languages, what is kept, typed and picked, the length of a wait, a check that breaks and the
limit of automatic steps. Nothing here is parallel, and there is no script.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.conditions import OK, Plain
from kiosk.core.errors import KioskError
from kiosk.core.flow import Form, Pick, Run, Screen, Wait
from kiosk.core.guide import Guide
from kiosk.core.visit import Frame

Kind = Literal["seen", "passed", "inside"]


class NotPortable(KioskError):
    """The flow cannot be unfolded into a statechart; says why."""


@dataclass(frozen=True)
class Guard:
    """A condition that is set from outside. `variable` is its name in any engine.

    It stands for "the check `check` of the kept value `of`, with these parameters, has the outcome
    `is_`"; with `for_each`, for "that list has an item that the state `loop` did not take yet".
    """

    variable: str
    check: str = ""
    of: str = ""
    with_: Mapping[str, Plain] = field(default_factory=dict)
    is_: str = OK
    for_each: str = ""
    loop: str = ""


@dataclass(frozen=True)
class Transition:
    """One way on. Without `event` it is taken by itself; without `target` nothing is left."""

    event: str
    target: str
    guard: Guard | None = None
    reenters: bool = False


@dataclass(frozen=True)
class State:
    """One state. `id` is unique and made of the screens on the way to it: email.type_it.

    A family sees the "seen" ones, never those that are "passed"; "inside" stands another flow.
    `place` is flow/screen, `title` its question or message.
    """

    id: str
    kind: Kind
    place: str
    title: str = ""
    final: bool = False
    transitions: tuple[Transition, ...] = ()
    initial: str = ""
    states: tuple["State", ...] = ()

    @property
    def key(self) -> str:
        """Its name among its siblings."""
        return self.id.rpartition(".")[2]


@dataclass(frozen=True)
class Statechart:
    """A flow with all that it runs, unfolded. `initial` and each target are ids of states."""

    name: str
    about: str
    initial: str
    states: tuple[State, ...]
    guards: tuple[Guard, ...]

    def every_state(self) -> Iterator[State]:
        """Each state once, an outer one before those inside it."""
        waiting = list(reversed(self.states))
        while waiting:
            state = waiting.pop()
            yield state
            waiting.extend(reversed(state.states))


def state_id(guide: Guide, stack: tuple[Frame, ...]) -> str:
    """The id of the state on which a visit with that stack stands."""
    parts: list[str] = []
    for below, frame in zip((None, *stack), stack, strict=False):
        if below and _is_loop(guide.screen(below.flow, below.screen)):
            parts.append("item")
        parts.append(token(frame.screen))
    return ".".join(parts)


def answer_event(screen: Screen, answer: str) -> str:
    """The event of an answer: its id, told apart where the screen has an own event of that name."""
    return f"answer.{token(answer)}" if answer in _own_events(screen) else token(answer)


def trail_event(by: str) -> str:
    """The event of what the trail calls `typed`, `refused.OUTCOME`, `picked` and so on."""
    head, dot, outcome = by.partition(".")
    return f"{head}.{token(outcome)}" if dot else head


def token(name: str) -> str:
    """An author's name as a word that every engine takes; two names never become the same."""
    safe = re.sub(r"_(?=x)|[^A-Za-z0-9_]", _escaped, name)
    return re.sub(r"^(?=[0-9]|$)", "_x_", safe)


def _escaped(sign: "re.Match[str]") -> str:
    return f"_x{ord(sign.group()):x}_"


def _own_events(screen: Screen) -> tuple[str, ...]:
    match screen:
        case Form():
            return ("typed", "confirmed", "refused")
        case Pick():
            return ("picked",)
        case Wait():
            return ("time",)
        case _:
            return ()


def _is_loop(screen: Screen) -> bool:
    return isinstance(screen, Run) and bool(screen.for_each)
