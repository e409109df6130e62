"""What a screen must show, with every word looked up and filled in. Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.codes import Code, Weeks

StoneState = Literal["done", "here", "ahead"]
Tone = Literal["done", "later", "office"]


@dataclass(frozen=True)
class Stone:
    """One of the five stepping stones at the top: Email, School record, Reply, Password, In."""

    id: str
    name: str
    state: StoneState


@dataclass(frozen=True)
class Page:
    """What every page has. `place` is flow/screen; `picture` names a file in assets/pictures.

    A page of the practice student has a `banner` that says so. `offer_practice`: the family has to
    wait, or cannot go on today, and may look around with that student meanwhile. `offer_home`: it
    may take something home. `does` names what the kiosk does once when this page comes.
    """

    place: str
    title: str
    says: tuple[str, ...] = ()
    picture: str = ""
    stones: tuple[Stone, ...] = ()
    progress: str = ""
    can_go_back: bool = True
    offer_help: bool = False
    well_done: str = ""
    banner: str = ""
    offer_practice: bool = False
    offer_home: bool = False
    does: str = ""


@dataclass(frozen=True)
class Tile:
    """An answer to touch. `icon` names a file in assets/icons, or is empty."""

    id: str
    text: str
    icon: str = ""


@dataclass(frozen=True)
class Choice:
    """A question or a message with answers, and before them numbered steps, or a code, if any."""

    answers: tuple[Tile, ...]
    steps: tuple[str, ...] = ()
    code: Code | Weeks | None = None


@dataclass(frozen=True)
class ReadBack:
    """A text shown huge for the eye to check, with answers under it.

    `groups` are its pieces in reading order (always left to right): name, "@", domain. `other` is
    a second text in the same pieces to compare with, empty where there is none.
    """

    groups: tuple[str, ...]
    answers: tuple[Tile, ...]
    other: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One field to type into; `draft` is what was typed here before."""

    kind: Literal["email", "name", "phone", "ticket"]
    label: str
    button: str
    draft: str = ""
    hint: str = ""
    refusal: str = ""
    answers: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class PickOption:
    """One row or tile of a list to pick from."""

    id: str
    name: str
    detail: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Pick:
    """A list to pick from. With `at_most` 1 a touch picks and goes on; otherwise a button does.

    `answers` stand beside the list ("I do not see it"). `draft` holds the ids picked before.
    """

    options: tuple[PickOption, ...]
    at_least: int
    at_most: int
    button: str
    search: str
    draft: tuple[str, ...] = ()
    refusal: str = ""
    answers: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class RuleLine:
    """One rule of the school's password rule set, in words."""

    id: str
    text: str


@dataclass(frozen=True)
class Password:
    """A place to practise a password. `personal` are the words that may not stand in it."""

    label: str
    rules: tuple[RuleLine, ...]
    personal: tuple[str, ...]
    button: str
    idea: str = ""
    answers: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class Tick:
    """How one rule stands for what is in the password field now; `to_go` counts what it lacks."""

    id: str
    met: bool
    to_go: int = 0


@dataclass(frozen=True)
class Wait:
    """A clock, and answers. `seconds` until it runs out; `clock` names it across pages.

    With a `speed` of more than 1 the clock runs so many times as fast: for practice.
    """

    clock: str
    seconds: int
    answers: tuple[Tile, ...]
    speed: int = 1


@dataclass(frozen=True)
class Todo:
    """What happens next: who does what, by when."""

    who: str
    what: str
    when: str = ""


@dataclass(frozen=True)
class End:
    """The last page: its code, its tone, and who does what by when."""

    code: str
    tone: Tone
    todo: tuple[Todo, ...]
    button: str


Body = Choice | ReadBack | Form | Pick | Password | Wait | End


@dataclass(frozen=True)
class View:
    """One page, whole: the frame's part and the part of its kind.

    `sources` tells of a shown text which message it is, for those without a value filled in.
    """

    page: Page
    body: Body
    language: str
    right_to_left: bool = False
    sources: Mapping[str, str] = field(default_factory=dict, compare=False)
