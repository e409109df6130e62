"""Makes one password that meets a rule set: to prove that the set can be met, never to show.

It is dull on purpose, so that nobody would copy it; it stands in checks and tests only.
"""

from itertools import cycle, islice

from kiosk.checks.password_rules import RuleSet, signs_allowed

# No two neighbours stand beside each other in the alphabet or on a keyboard, either way round.
_LETTERS = "tkbmwrzgdvhp"
_NUMBERS = "7294"
_SIGNS = "?!#-*+=$%&@_.,:/~^()[]{}<>;|\\`\"'"
_ENOUGH = 12


def sound_example(rule_set: RuleSet) -> str:
    """A password that meets the rules, as long as they ask for, or 12 characters where they do not.

    Where no password can meet them the text comes near, and `judge` tells what is open.
    """
    need = rule_set.require
    kinds = rule_set.min_classes
    upper = max(need.upper, kinds >= 2)
    digit = max(need.digit, kinds >= 3)
    special = max(need.special, kinds >= 4)
    length = rule_set.min_length or min(_ENOUGH, rule_set.max_length or _ENOUGH)
    required = upper + digit + special
    small = max(length - required, need.lower, need.letter - upper, 1 if kinds else 0)
    parts = (
        _some(_LETTERS, rule_set, small),
        _some(_LETTERS[::-1].upper(), rule_set, upper),
        _some(_signs(rule_set), rule_set, special),
        _some(_NUMBERS, rule_set, digit),
    )
    return "".join(parts)


def _signs(rule_set: RuleSet) -> str:
    return "".join(sign for sign in _SIGNS if sign in signs_allowed(rule_set))


def _some(pool: str, rule_set: RuleSet, count: int) -> str:
    taken = [char for char in pool if char not in rule_set.chars_forbidden]
    return "".join(islice(cycle(taken), count)) if taken else ""
