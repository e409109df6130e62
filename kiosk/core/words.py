"""Looks up a family's words in one language, and fills in the values that stand in braces."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.core.manner import ENGLISH_MANNER, Fact, Manner

# A sentence with one of these in braces speaks of a number: other languages say it in other forms.
COUNTED = frozenset(
    {
        "count",
        "minutes",
        "reply_usual",
        "reply_longest",
        "record_usual",
        "link_hours",
        "ticket_days",
        "keep_days",
    }
)
_BRACES = re.compile(r"\{([^{}]*)\}")
_FROM_LEFT, _TO_HERE = "\u2066", "\u2069"
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z0-9]")


class Book(Protocol):
    """A catalogue, as the standard library's gettext reads one."""

    def pgettext(self, context: str, message: str) -> str:
        """The translation, or the message itself."""

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the translation that fits the number, or the English one."""


@dataclass(frozen=True)
class Sheet:
    """A catalogue on one sheet: (context, English) to the translation. Numbers have one form."""

    said: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def pgettext(self, context: str, message: str) -> str:
        """The translation, or the message itself."""
        return self.said.get((context, message), message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The translation of the first form, or the English one that fits the number."""
        return self.said.get((context, msgid1), msgid1 if n == 1 else msgid2)


@dataclass(frozen=True)
class Words:
    """One language: its code, its own name, its direction, its catalogue, its way with numbers.

    What is missing in the catalogue stays English.
    """

    language: str
    name: str
    right_to_left: bool = False
    book: Book = field(default_factory=Sheet)
    manner: Manner = ENGLISH_MANNER

    def of(self, context: str, english: str) -> str:
        """The sentence in this language, or the English one where no translation stands."""
        return self.book.pgettext(context, english)

    def of_number(self, context: str, one: str, many: str, number: int) -> str:
        """The same for a sentence that speaks of a number; `one` and `many` are its English."""
        return self.book.npgettext(context, one, many, number)

    def say(self, context: str, english: str, facts: Mapping[str, Fact], many: str = "") -> str:
        """The sentence with its facts filled in, in the form that fits the number in it, if any."""
        number = _number(many or english, facts, bool(many))
        if number is None:
            text = self.of(context, english)
        else:
            text = self.of_number(context, english, many or english, number)
        return fill(text, {name: self.shown(fact) for name, fact in facts.items()})

    def shown(self, fact: Fact) -> str:
        """A fact as it is written in this language; addresses and numbers stay left to right."""
        text = fact if isinstance(fact, str) else self.manner.written(fact)
        if self.right_to_left and isinstance(fact, str) and _LEFT_TO_RIGHT.search(text):
            return f"{_FROM_LEFT}{text}{_TO_HERE}"
        return text


ENGLISH = Words("en", "English")


@dataclass(frozen=True)
class Counted:
    """A sentence about {count}; `choose` gives its form for a number, `fill`s nothing in."""

    one: str
    many: str
    choose: Callable[[int], str] | None = None

    def of(self, count: int) -> str:
        """The sentence with that number in it."""
        form = self.choose(count) if self.choose else (self.one if count == 1 else self.many)
        return fill(form, {"count": str(count)})


def counted(text: str) -> bool:
    """Whether the sentence speaks of a number, so that languages have several forms of it."""
    return any(name in COUNTED for name in placeholders(text))


def _number(text: str, facts: Mapping[str, Fact], has_forms: bool) -> int | None:
    """The first number the sentence speaks of; where it names none, but has forms, its count."""
    usual = "count" if has_forms else ""
    fact = facts.get(next((name for name in placeholders(text) if name in COUNTED), usual), "")
    if isinstance(fact, int):
        return fact
    return int(fact) if isinstance(fact, str) and fact.isdecimal() else None


def placeholders(text: str) -> tuple[str, ...]:
    """The names that stand in braces, in order of appearance."""
    return tuple(_BRACES.findall(text))


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with each {name} replaced by its fact; a name without a fact stays as it is."""
    return _BRACES.sub(lambda found: facts.get(found[1], found[0]), text)
