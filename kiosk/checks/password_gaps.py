"""How much a password lacks of each rule: 0 where it meets the rule.

For rules that count it is how many letters, numbers or signs are to go. For the others it is 1.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field

from kiosk.checks.password_rules import APOSTROPHE, SIGNS, RuleSet, signs_allowed
from kiosk.checks.password_words import folded, holds_one_of, many_people_use, words_in

COUNTED = frozenset(("at_least", "letter", "upper", "lower", "digit", "special", "kinds"))

# Phones write a curly one where a family types a straight one.
_APOSTROPHES = "'\u2018\u2019\u02bc\u2032"
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_BOTH_WAYS = tuple(way for row in _ROWS for way in (row, row[::-1]))
_SHORTEST_INSIDE = 5
_SHORTEST_INSIDE_FOR_PORTAL = 3


@dataclass(frozen=True)
class Known:
    """What a password is compared with: the family's texts, and the passwords many people use."""

    personal: tuple[str, ...] = field(repr=False)
    common: Container[str] = field(repr=False)


def gap(rule: str, rule_set: RuleSet, text: str, known: Known) -> int:
    """How much the text, composed by NFC, lacks of the rule of that id."""
    return _GAPS[rule](rule_set, text, known)


def _lacks_length(rule_set: RuleSet, text: str, known: Known) -> int:
    return max(0, (rule_set.min_length or 0) - len(text))


def _exceeds_length(rule_set: RuleSet, text: str, known: Known) -> int:
    return max(0, len(text) - (rule_set.max_length or 0))


def _lacks_letters(rule_set: RuleSet, text: str, known: Known) -> int:
    return max(0, rule_set.require.letter - _capitals(text) - _small_letters(text))


def _lacks_capitals(rule_set: RuleSet, text: str, known: Known) -> int:
    return max(0, rule_set.require.upper - _capitals(text))


def _lacks_small_letters(rule_set: RuleSet, text: str, known: Known) -> int:
    return max(0, rule_set.require.lower - _small_letters(text))


def _lacks_numbers(rule_set: RuleSet, text: str, known: Known) -> int:
    return max(0, rule_set.require.digit - _numbers(text))


def _lacks_signs(rule_set: RuleSet, text: str, known: Known) -> int:
    return max(0, rule_set.require.special - _signs(rule_set, text))


def _lacks_kinds(rule_set: RuleSet, text: str, known: Known) -> int:
    counts = (_capitals(text), _small_letters(text), _numbers(text), _signs(rule_set, text))
    return max(0, rule_set.min_classes - sum(1 for count in counts if count))


def _has_other_signs(rule_set: RuleSet, text: str, known: Known) -> int:
    allowed = set(rule_set.specials_allowed or "")
    return any(char not in allowed and _is_sign(char) for char in set(text))


def _has_forbidden_signs(rule_set: RuleSet, text: str, known: Known) -> int:
    forbidden = set(rule_set.chars_forbidden)
    if APOSTROPHE in forbidden:
        forbidden.update(_APOSTROPHES)
    return not forbidden.isdisjoint(text)


def _has_spaces(rule_set: RuleSet, text: str, known: Known) -> int:
    return any(char.isspace() for char in text)


def _has_words(rule_set: RuleSet, text: str, known: Known) -> int:
    low = folded(text)
    return any(folded(word) in low for word in rule_set.forbid_contains.words)


def _has_personal_words(rule_set: RuleSet, text: str, known: Known) -> int:
    """A portal that looks for parts may look for short ones; the kiosk by itself is milder."""
    by_portal = rule_set.forbid_contains.parts
    shortest = _SHORTEST_INSIDE_FOR_PORTAL if by_portal else _SHORTEST_INSIDE
    return holds_one_of(folded(text), words_in(known.personal), shortest)


def _repeats(rule_set: RuleSet, text: str, known: Known) -> int:
    most = rule_set.max_repeat or 1
    return bool(re.search(rf"(.)\1{{{most},}}", text, re.DOTALL))


def _has_row(rule_set: RuleSet, text: str, known: Known) -> int:
    """Whether a piece of the alphabet, of the numbers or of a keyboard row is too long."""
    size = (rule_set.max_sequence or 2) + 1
    rows = {row[n : n + size] for row in _BOTH_WAYS for n in range(len(row) - size + 1)}
    low = text.lower()
    return any(low[n : n + size] in rows for n in range(len(low) - size + 1))


def _many_use(rule_set: RuleSet, text: str, known: Known) -> int:
    low = folded(text)
    banned = low in {folded(word) for word in rule_set.banned}
    return banned or many_people_use(low, known.common, rule_set.local_words)


def _capitals(text: str) -> int:
    return sum("A" <= char <= "Z" for char in text)


def _small_letters(text: str) -> int:
    return sum("a" <= char <= "z" for char in text)


def _numbers(text: str) -> int:
    return sum("0" <= char <= "9" for char in text)


def _signs(rule_set: RuleSet, text: str) -> int:
    allowed = signs_allowed(rule_set)
    return sum(char in allowed for char in text)


def _is_sign(char: str) -> bool:
    return char in SIGNS or (not char.isascii() and unicodedata.category(char)[0] in "PS")


_GAPS: Mapping[str, Callable[[RuleSet, str, Known], int]] = {
    "at_least": _lacks_length,
    "at_most": _exceeds_length,
    "letter": _lacks_letters,
    "upper": _lacks_capitals,
    "lower": _lacks_small_letters,
    "digit": _lacks_numbers,
    "special": _lacks_signs,
    "kinds": _lacks_kinds,
    "only_signs": _has_other_signs,
    "plain_only": _has_other_signs,
    "no_apostrophe": _has_forbidden_signs,
    "no_signs": _has_forbidden_signs,
    "no_spaces": _has_spaces,
    "no_words": _has_words,
    "personal": _has_personal_words,
    "repeat": _repeats,
    "sequence": _has_row,
    "common": _many_use,
}
