"""The language of flows: what an author may write, as frozen dataclasses.

One file is one `Flow`; its `screens` are of eight kinds, told apart by the key in `mark`. A family
sees the first five; the machine passes through the last three by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from kiosk.core.conditions import OK, Plain
from kiosk.core.marks import Marks

StoneId = Literal["email", "record", "reply", "password", "in"]
STONES: tuple[StoneId, ...] = ("email", "record", "reply", "password", "in")

_NOWHERE = Marks()


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way on: go there, if the named check gives that outcome (always, without `if`)."""

    shorthand: ClassVar[str] = "go"
    go: str
    if_: str = ""
    of: str = ""
    with_: Mapping[str, Plain] = field(default_factory=dict)
    is_: str = OK
    keep: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Something a family may touch. `set` copies one kept value to another name; what the station
    lacks of `needs` leaves the answer out."""

    id: str
    text: str
    go: tuple[Way, ...]
    icon: str = ""
    set_: Mapping[str, str] = field(default_factory=dict)
    restart: str = ""
    needs: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Handler:
    """What a refused value leads to: a sentence beside the field, or another screen."""

    shorthand: ClassVar[str] = "say"
    say: str = ""
    go: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Must:
    """A check that a typed or picked value must pass.

    `when` handles outcomes by name, `else` all that are not named. `keep` is the name under which
    the check's better value is kept; the name of the field itself replaces what was typed.
    """

    must: str
    with_: Mapping[str, Plain] = field(default_factory=dict)
    when: Mapping[str, Handler] = field(default_factory=dict)
    else_: Handler | None = None
    keep: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What every screen that a family sees may say: a question or a message, and a picture.

    `does` names what the kiosk does once when a family comes here.
    """

    ask: str = ""
    tell: str = ""
    say: tuple[str, ...] = ()
    picture: str = ""
    does: str = ""
    step: StoneId | None = None
    well_done: str = ""
    note: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)

    @property
    def title(self) -> str:
        """The question or the message."""
        return self.ask or self.tell


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A mail provider's card: that of the family's own provider, or of the one named."""

    shorthand: ClassVar[str] = "errand"
    errand: str
    provider: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Question(Told):
    """A question or a message with answers; `steps` are numbered before them.

    `card` puts in the steps of the family's mail provider for that errand; `show` names a kept
    text to show huge, and `beside` a second one to compare it with; `code` names a QR code for the
    family's phone.
    """

    mark: ClassVar[str] = "answers"
    answers: tuple[Answer, ...]
    steps: tuple[str, ...] = ()
    card: Wanted | None = None
    show: str = ""
    beside: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """What is typed, and the name under which it is kept. A password is never kept.

    Without a `button` of its own it has the window's "Next"."""

    kind: Literal["email", "name", "phone", "ticket", "password"]
    save: str = ""
    label: str = ""
    hint: str = ""
    button: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Form(Told):
    """One field to type into, the checks of what is typed, and other ways out."""

    mark: ClassVar[str] = "field"
    field: Field
    next: tuple[Way, ...]
    checks: tuple[Must, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Picking:
    """A list that the site knows, such as its schools, and how many may be picked of it."""

    of: str
    save: str
    at_least: int = 1
    at_most: int = 1
    search: str = ""
    button: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Pick(Told):
    """Something to pick from a list that the site knows."""

    mark: ClassVar[str] = "pick"
    pick: Picking
    next: tuple[Way, ...]
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Clock:
    """How long a family waits on a page: the site's wait of that name, or some minutes."""

    shorthand: ClassVar[str] = "for"
    for_: str = ""
    minutes: int = 0
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Wait(Told):
    """A page with a clock. When the time is over the visit goes on by itself."""

    mark: ClassVar[str] = "wait"
    wait: Clock
    answers: tuple[Answer, ...]
    next: tuple[Way, ...]


@dataclass(frozen=True, kw_only=True)
class Errand:
    """One line of "what happens next": who does what, by when."""

    who: str
    what: str
    when: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class End(Told):
    """The last page of a visit. `end` is its code; the tone says whether it is a happy one."""

    mark: ClassVar[str] = "end"
    end: str
    tone: Literal["done", "later", "office"] = "later"
    todo: tuple[Errand, ...] = ()
    button: str = ""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Runs another flow, once or for each kept item, and goes on by what it returned.

    `after` maps each of the other flow's returns to a way on; with `for_each` the returns are kept
    under `save` as a row instead, and `next` goes on.
    """

    mark: ClassVar[str] = "run"
    run: str
    for_each: str = ""
    item: str = ""
    save: str = ""
    after: Mapping[str, tuple[Way, ...]] = field(default_factory=dict)
    next: tuple[Way, ...] = ()
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Decide:
    """Goes on by itself, by what is known."""

    mark: ClassVar[str] = "decide"
    decide: tuple[Way, ...]
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Return:
    """Gives the visit back to the flow that ran this one, with one word."""

    mark: ClassVar[str] = "return"
    return_: str
    at: Marks = field(default=_NOWHERE, compare=False)


Seen = End | Wait | Pick | Form | Question
Passed = Run | Decide | Return
Screen = End | Run | Decide | Return | Wait | Pick | Form | Question


@dataclass(frozen=True, kw_only=True)
class Flow:
    """One file of screens. `step` is the stepping stone its screens stand on."""

    flow: str
    version: int
    start: str
    screens: Mapping[str, Screen]
    step: StoneId | None = None
    about: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)

    def returns(self) -> tuple[str, ...]:
        """Every word that this flow can return, in order, each once."""
        words = [screen.return_ for screen in self.screens.values() if isinstance(screen, Return)]
        return tuple(dict.fromkeys(words))
