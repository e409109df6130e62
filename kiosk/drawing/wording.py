"""How a chart says in words what an author wrote as names: conditions, outcomes, braces."""

from collections.abc import Mapping

from kiosk.core.conditions import OK, Plain
from kiosk.core.flow import Way
from kiosk.core.manner import Fact
from kiosk.core.words import ENGLISH, fill, placeholders

OTHERWISE = "otherwise"


def spoken(text: str, facts: Mapping[str, Fact]) -> str:
    """The sentence with the site's facts in it; what only a visit knows stands in [brackets]."""
    text = fill(text, {name: ENGLISH.shown(fact) for name, fact in facts.items()})
    return fill(text, {name: f"[{words_of(name)}]" for name in placeholders(text)})


def printable(text: str) -> str:
    """The text on one line, without signs that nobody can see."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def words_of(name: str) -> str:
    """A name such as any_one_is as words."""
    return name.replace("_", " ").replace("-", " ")


def question_of(way: Way) -> str:
    """What the kiosk asks itself there: "office is open", "email is known"."""
    asked = words_of(way.if_)
    if asked.split()[0] == "is" and way.of:
        asked = f"{words_of(way.of)} {asked}"
    values = ", ".join(words_of(_plain(value)) for value in way.with_.values())
    return f"{asked}: {values}" if values else asked


def condition_of(way: Way) -> str:
    """When that way is open, standing alone: "if office is open", or "otherwise"."""
    if not way.if_:
        return OTHERWISE
    asked = question_of(way)
    return f"if {asked}" if way.is_ == OK else f"if {asked}: {words_of(way.is_)}"


def first_capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _plain(value: Plain) -> str:
    return " or ".join(value) if isinstance(value, tuple) else str(value)
