"""A visit is a value: where a family is, what it said, and every moment it can go back to."""

from dataclasses import dataclass, field, replace

from kiosk.core.kept import Kept, Value

# The ends that are no screen of a flow.
STOPPED = "X_STOP"
LEFT_ALONE = "X_TIMEOUT"


@dataclass(frozen=True, slots=True)
class Loop:
    """A flow that is run for each item: the items, which one is at hand, what the others gave."""

    items: tuple[str, ...]
    at: int = 0
    results: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One flow under way and the screen it stands on; `loop` belongs to a screen that runs one."""

    flow: str
    screen: str
    loop: Loop | None = None

    @property
    def place(self) -> str:
        """The name of the screen among all flows: flow/screen."""
        return f"{self.flow}/{self.screen}"


@dataclass(frozen=True, slots=True)
class Moment:
    """All that Back restores: the flows under way, what is kept, and a refusal if one was given.

    `turns` counts how often each place was entered, or refused what was typed; `ended` is the code
    of the end, `trouble` the name of a check that broke.
    """

    stack: tuple[Frame, ...]
    kept: Kept = field(default_factory=Kept)
    turns: Kept = field(default_factory=Kept)
    refusal: tuple[str, str] | None = None
    ended: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the trail: the place that was left and what made it so, both as ids."""

    place: str
    by: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One family's visit.

    `drafts` is what was typed or picked on each place, so that a page seen again shows it. It
    outlives Back; everything else is restored exactly.
    """

    now: Moment
    language: str = "en"
    before: tuple[Moment, ...] = ()
    drafts: Kept = field(default_factory=Kept)
    trail: tuple[Step, ...] = ()

    @property
    def place(self) -> str:
        """Where the visit is: flow/screen."""
        return self.now.stack[-1].place

    @property
    def ended(self) -> str:
        """The code of the end that was reached, or an empty text."""
        return self.now.ended

    @property
    def trouble(self) -> str:
        """The name of the check that broke and led to this page, or an empty text."""
        return self.now.trouble

    def with_draft(self, draft: Value) -> "Visit":
        """The same visit, remembering what was put in on this place."""
        return replace(self, drafts=self.drafts.put(self.place, draft))
