"""What can happen to a visit: a touch, a typed text, a clock that ran out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chosen:
    """An answer was touched; `answer` is its id."""

    answer: str


@dataclass(frozen=True)
class Typed:
    """A text was typed and handed in. Never a password."""

    text: str


@dataclass(frozen=True)
class Picked:
    """One or more options of a list were picked; their ids, in the order of the list."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Confirmed:
    """The field judged what was typed into it and is content; what was typed stays there."""


@dataclass(frozen=True)
class Elapsed:
    """The time of a waiting page is over."""


@dataclass(frozen=True)
class WentBack:
    """Back was touched."""


@dataclass(frozen=True)
class AskedHelp:
    """Help was asked for."""


@dataclass(frozen=True)
class LanguageChosen:
    """Another language was chosen; `language` is its code, such as "so"."""

    language: str


@dataclass(frozen=True)
class Stopped:
    """The family chose to start over or to leave; the visit ends with X_STOP."""


@dataclass(frozen=True)
class LeftAlone:
    """Nobody was there any more; the visit ends with X_TIMEOUT."""


Event = (
    Chosen
    | Typed
    | Picked
    | Confirmed
    | Elapsed
    | WentBack
    | AskedHelp
    | LanguageChosen
    | Stopped
    | LeftAlone
)
