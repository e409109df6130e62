"""What the window and the voice's process tell each other, one JSON object a line. Qt-free."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import get_args


@dataclass(frozen=True)
class Voice:
    """One voice of the machine. `locale` is as Qt names it ("en_US"); "C" where Qt knows none."""

    locale: str
    name: str


@dataclass(frozen=True)
class ListVoices:
    """Tell which voices there are."""


@dataclass(frozen=True)
class WarmUp:
    """Make ready to speak."""


@dataclass(frozen=True)
class Say:
    """Say a text. `rate` is in percent of the usual one; the pitch stays."""

    number: int
    text: str
    voice: Voice
    rate: int = 100


@dataclass(frozen=True)
class Play:
    """Play a recording; `rate` as in Say."""

    number: int
    file: str
    rate: int = 100


@dataclass(frozen=True)
class Hush:
    """Be silent at once."""


@dataclass(frozen=True)
class Began:
    """The line of that number can be heard now."""

    number: int


@dataclass(frozen=True)
class Ended:
    """The line of that number is over."""

    number: int


@dataclass(frozen=True)
class Broke:
    """The line of that number cannot be heard, and why, for staff."""

    number: int
    why: str


@dataclass(frozen=True)
class Listed:
    """The voices of the machine; `why` tells staff what stands in the way where there is none."""

    voices: tuple[Voice, ...] = field(default=())
    why: str = ""


Order = ListVoices | WarmUp | Say | Play | Hush
News = Began | Ended | Broke | Listed

_KINDS = {kind.__name__: kind for kind in (*get_args(Order), *get_args(News))}


def written(message: Order | News) -> bytes:
    """One line, its end included."""
    told = {"is": type(message).__name__, **asdict(message)}
    return json.dumps(told, ensure_ascii=True).encode("ascii") + b"\n"


def read_order(line: bytes) -> Order:
    """The order that a line holds. Raises ValueError where it holds none."""
    message = _read(line)
    if not isinstance(message, Order):
        raise ValueError("not an order")
    return message


def read_news(line: bytes) -> News:
    """The news that a line holds. Raises ValueError where it holds none."""
    message = _read(line)
    if not isinstance(message, News):
        raise ValueError("not news")
    return message


def _read(line: bytes) -> Order | News:
    told = json.loads(line)
    if not isinstance(told, dict):
        raise ValueError("not an object")
    kind = _KINDS.get(told.pop("is", ""))
    if kind is None:
        raise ValueError("of no known kind")
    try:
        message: Order | News = kind(**_with_voices(told))
    except TypeError as trouble:
        raise ValueError(str(trouble)) from None
    return message


def _with_voices(told: Mapping[str, object]) -> dict[str, object]:
    read = dict(told)
    if isinstance(told.get("voice"), dict):
        read["voice"] = _voice(told["voice"])
    if isinstance(told.get("voices"), list):
        read["voices"] = tuple(_voice(one) for one in read["voices"])  # type: ignore[attr-defined]
    return read


def _voice(told: object) -> Voice:
    if not isinstance(told, dict):
        raise ValueError("not a voice")
    return Voice(str(told.get("locale", "C")), str(told.get("name", "")))
