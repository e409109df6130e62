"""A guide: all that a visit at one station goes by. The flows, the checks, and the site's facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.core.codes import CodeMakers
from kiosk.core.conditions import Check
from kiosk.core.flow import Flow, Screen
from kiosk.core.manner import Fact


@dataclass(frozen=True)
class Option:
    """One thing that a site knows by name and a family may pick: a school, a mail provider, a day.

    `facts` are words for braces in sentences while it is the item at hand: {school_phone}.
    """

    id: str
    name: Fact
    detail: str = ""
    icon: str = ""
    context: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class Card:
    """The steps of one errand at one mail provider, such as where its spam folder is.

    `context` is the messages' context, empty where they are names that are not translated;
    `reviewed` tells whether a person has checked the steps.
    """

    provider: str
    errand: str
    steps: tuple[str, ...]
    context: str
    reviewed: bool = False


@dataclass(frozen=True)
class Rule:
    """One rule of the password rule set as an English sentence; braces stand for `numbers`.

    `many` is the sentence for more than one, where `text` is the one for one.
    """

    id: str
    text: str
    numbers: Mapping[str, Fact] = field(default_factory=dict)
    many: str = ""


@dataclass(frozen=True)
class Guide:
    """What a visit goes by. `waits` are in seconds; `facts` fill the braces of sentences.

    The flow `help` is put on top of any page; `home` is walked beside a visit, and is what a family
    takes home. `codes` make the QR codes that pages show.
    """

    flows: Mapping[str, Flow]
    start: str
    checks: Mapping[str, Check]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    cards: tuple[Card, ...] = ()
    rules: tuple[Rule, ...] = ()
    waits: Mapping[str, int] = field(default_factory=dict)
    help: str = "help"
    home: str = "take_home"
    codes: CodeMakers = field(default_factory=dict)

    def screen(self, flow: str, screen: str) -> Screen:
        """The screen of that name in that flow."""
        return self.flows[flow].screens[screen]

    def option(self, of: str, chosen: str) -> Option | None:
        """The option of that id in that list, or None."""
        return next((option for option in self.options.get(of, ()) if option.id == chosen), None)

    def card(self, provider: str, errand: str) -> Card | None:
        """That provider's card for the errand, or the one of any other provider."""
        cards = {card.provider: card for card in self.cards if card.errand == errand}
        return cards.get(provider) or cards.get("other")
