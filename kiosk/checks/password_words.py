"""Finds in a password what others would try first: the family's own words, and everybody's.

All comparing is done on folded text (NFC, then case folding), so MARIA, maria and Maria are one.
"""

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import pairwise

_APART = re.compile(r"[\s!-/:-@\[-`{-~]+")
_RUNS = re.compile(r"\d+|[^\d\s!-/:-@\[-`{-~]+")
_SHORTEST_WORD = 3
_SHORTEST_PATTERN = 4
_TAKEN = "\0"

# A name of a school says little by these: half the schools of a district share them.
# fmt: off
_ANY_SCHOOL = frozenset((
    "academy", "and", "center", "college", "district", "elementary", "family", "for", "high",
    "intermediate", "international", "junior", "learning", "magnet", "middle", "online", "primary",
    "program", "public", "school", "schools", "senior", "the",
))
_EVERYDAY = frozenset((
    "account", "admin", "august", "autumn", "changeme", "children", "family", "father", "friday",
    "grades", "hello", "homework", "iloveyou", "january", "letmein", "login", "monday", "mother",
    "parent", "parents", "passcode", "password", "portal", "qwerty", "school", "september",
    "spring", "student", "summer", "teacher", "welcome", "winter",
))
# fmt: on
_LOOK_ALIKE = str.maketrans("@431!0$57", "aaeiiosst")


def folded(text: str) -> str:
    """The text as it is compared: composed, and without a difference of case."""
    return unicodedata.normalize("NFC", text.casefold())


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words, of three characters or more, that addresses and names are made of, folded.

    An address gives its part before the @, whole and in pieces; a name gives its words, and the
    same written as one. Words that any school might have in its name are left out.
    """
    found: set[str] = set()
    for text in texts:
        name, _, _ = folded(text).partition("@")
        pieces = [piece for piece in _APART.split(name) if piece]
        runs = [run for piece in pieces for run in _RUNS.findall(piece)]
        found.update(pieces, runs, ("".join(pieces), name.strip()))
    return frozenset(word for word in found if _says_something(word))


def _says_something(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word not in _ANY_SCHOOL


def holds_one_of(text: str, words: Iterable[str], shortest_inside: int) -> bool:
    """Whether one of the words stands in the folded text.

    Words shorter than `shortest_inside` count only where they stand by themselves: the family of
    Green Lake School may have "snowflake", and Ali may have "California".
    """
    alone = frozenset(_RUNS.findall(text))
    return any(word in alone or (len(word) >= shortest_inside and word in text) for word in words)


def many_people_use(text: str, common: Container[str], local_words: Iterable[str]) -> bool:
    """Whether the folded text is a known password, a plain pattern, or local words and numbers."""
    return text in common or _is_pattern(text) or _is_made_of(text, local_words)


def _is_pattern(text: str) -> bool:
    """One or two characters over and over, or equal steps such as 123456789012 or 97531."""
    if len(text) < _SHORTEST_PATTERN:
        return False
    if len(set(text)) <= 2:
        return True
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    if text.isascii() and text.isdigit():
        steps = {step % 10 for step in steps}
    return len(steps) == 1


def _is_made_of(text: str, local_words: Iterable[str]) -> bool:
    """Whether no letter is left when local and everyday words are taken out, P@ssw0rd included."""
    words = sorted({*_EVERYDAY, *words_in(local_words)}, key=len, reverse=True)
    rest = text.translate(_LOOK_ALIKE)
    for word in words:
        rest = rest.replace(word.translate(_LOOK_ALIKE), _TAKEN * len(word))
    if _TAKEN not in rest:
        return False
    return not any(
        typed.isalpha() and left != _TAKEN for typed, left in zip(text, rest, strict=True)
    )
