"""A check: a question that a flow may ask by name, with every outcome declared and shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.core.kept import Kept, Value

Plain = str | int | bool | tuple[str, ...]

OK = "ok"


@dataclass(frozen=True)
class Verdict:
    """What a check found. `suggestion` is a better value, where the check knows one."""

    outcome: str
    suggestion: Value | None = None


@dataclass(frozen=True)
class Situation:
    """What a check may look at besides the value: what the visit kept, and its parameters."""

    kept: Kept = field(default_factory=Kept)
    params: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True)
class Example:
    """A value, the situation it stands in, and the outcome it must have: tests run every one."""

    value: Value
    outcome: str
    suggestion: Value | None = None
    situation: Situation = field(default_factory=Situation)


@dataclass(frozen=True)
class Check:
    """One question a flow may ask.

    `outcomes` are all it can answer, "ok" first; `params` are the names it takes, each with one
    line of what it means; `judge` gets the value ("" where there is none) and the situation, asks
    nothing else, and gives a verdict whose outcome is among `outcomes`.
    """

    name: str
    about: str
    outcomes: tuple[str, ...]
    judge: Callable[[Value, Situation], Verdict]
    examples: tuple[Example, ...]
    params: Mapping[str, str] = field(default_factory=dict)
