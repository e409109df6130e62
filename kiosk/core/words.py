"""Looks up a family's words in one language, and fills in the values that stand in braces."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Words:
    """One language: its code, its own name, its direction, and its catalogue.

    `catalogue` maps (context, English) to the translation; what is missing stays English.
    """

    language: str
    name: str
    right_to_left: bool = False
    catalogue: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, context: str, english: str) -> str:
        """The sentence in this language, or the English one where no translation stands."""
        return self.catalogue.get((context, english), english)


ENGLISH = Words("en", "English")


def placeholders(text: str) -> tuple[str, ...]:
    """The names that stand in braces, in order of appearance."""
    return tuple(_BRACES.findall(text))


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with each {name} replaced by its fact; a name without a fact stays as it is."""
    return _BRACES.sub(lambda found: facts.get(found[1], found[0]), text)
