"""A portal's password rules: how a school writes them down, and what is unsound about them.

Nothing here is a guess. A field that is left out means "not known", and `note` says so.
"""

import dataclasses
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from kiosk.core.errors import Problem
from kiosk.core.marks import Marks

APOSTROPHE = "'"
SIGNS = frozenset(string.punctuation)
KINDS = 4

_NOWHERE = Marks()
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_AT_LEAST_ONE = (
    ("min_length", 1),
    ("max_length", 1),
    ("max_repeat", 1),
    ("max_sequence", 2),
    ("history", 1),
    ("expires_days", 1),
    ("lockout_tries", 1),
    ("lockout_minutes", 1),
)


@dataclass(frozen=True, kw_only=True)
class Required:
    """How many of each kind a password needs. Letters, capitals and numbers are A-Z, a-z, 0-9.

    Portals rarely say whether É or ñ counts, so only what every portal counts does here.
    """

    upper: int = 0
    lower: int = 0
    digit: int = 0
    special: int = 0
    letter: int = 0
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Forbidden:
    """What may not stand inside a password: the user name, parts of it, names, these words."""

    username: bool = False
    parts: bool = False
    names: bool = False
    words: tuple[str, ...] = ()
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class RuleSet:
    """What one portal asks of a password. None means: not known.

    Lengths count characters, and one code point after NFC is one character (NIST SP 800-63B-4,
    3.1.1.2). `specials_allowed` are all the signs it takes, `chars_forbidden` those it does not.
    `max_repeat` is how often one letter may stand in a row, `max_sequence` how long a row like abc
    may be. `banned` are whole passwords it refuses by name. `kiosk_adds` are the rules that the
    kiosk asks for although the portal does not say them; `local_words` are what anybody near this
    portal thinks of first. `note` is for staff. `checked_on` is the day, as 2026-09-30, on which a
    person tried the rules at the portal; `reviewed` stays false until then.
    """

    id: str
    name: str
    source: tuple[str, ...]
    min_length: int | None = None
    max_length: int | None = None
    require: Required = Required()
    min_classes: int = 0
    specials_allowed: str | None = None
    chars_forbidden: str = ""
    space_allowed: bool | None = None
    forbid_contains: Forbidden = Forbidden()
    banned: tuple[str, ...] = ()
    common_list: bool | None = None
    breach_list: bool | None = None
    max_repeat: int | None = None
    max_sequence: int | None = None
    history: int | None = None
    expires_days: int | None = None
    lockout_tries: int | None = None
    lockout_minutes: int | None = None
    user_name: Literal["email", "chosen", "given"] | None = None
    case_of_username: Literal["lower", "upper", "any"] | None = None
    kiosk_adds: tuple[Literal["common", "personal"], ...] = ("common", "personal")
    local_words: tuple[str, ...] = ()
    note: str = ""
    checked_on: str = ""
    reviewed: bool = False
    at: Marks = field(default=_NOWHERE, compare=False)


def with_local_words(rule_set: RuleSet, words: Iterable[str]) -> RuleSet:
    """The rule set with a site's own words (its schools, mascots, town, year) added to its own."""
    return dataclasses.replace(rule_set, local_words=(*rule_set.local_words, *words))


def signs_allowed(rule_set: RuleSet) -> frozenset[str]:
    """The signs of an English keyboard that the portal takes, as far as is known."""
    allowed = SIGNS if rule_set.specials_allowed is None else set(rule_set.specials_allowed)
    return frozenset(allowed - set(rule_set.chars_forbidden))


def rule_set_problems(rule_set: RuleSet, file: str) -> tuple[Problem, ...]:
    """What in a rule set no password could meet, or no reader could mean, with its place."""
    said = [
        *_of_numbers(rule_set),
        *_of_lengths(rule_set),
        *_of_signs(rule_set),
        *_of_check(rule_set),
    ]
    return tuple(
        Problem(file, marks.of(key).line, marks.of(key).column, "K193", message)
        for marks, key, message in said
    )


_Said = tuple[Marks, str, str]


def _of_numbers(rule_set: RuleSet) -> Iterator[_Said]:
    for key, least in _AT_LEAST_ONE:
        value = getattr(rule_set, key)
        if value is not None and value < least:
            yield rule_set.at, key, f"'{key}' is {least} or more; leave it out where there is none"
    for key in ("upper", "lower", "digit", "special", "letter"):
        if getattr(rule_set.require, key) < 0:
            yield rule_set.require.at, key, f"'{key}' is how many are needed: 0 or more"
    if not 0 <= rule_set.min_classes <= KINDS:
        yield rule_set.at, "min_classes", "there are four kinds: capital, small, number, sign"


def _of_lengths(rule_set: RuleSet) -> Iterator[_Said]:
    longest = rule_set.max_length
    if longest is None:
        return
    if (rule_set.min_length or 0) > longest:
        yield rule_set.at, "min_length", f"'min_length' is more than 'max_length', {longest}"
    need = rule_set.require
    letters = max(need.letter, need.upper + need.lower)
    if letters + need.digit + need.special > longest:
        yield rule_set.at, "require", f"what is required does not fit in 'max_length', {longest}"


def _of_signs(rule_set: RuleSet) -> Iterator[_Said]:
    allowed = set(rule_set.specials_allowed or "")
    both = sorted(allowed & set(rule_set.chars_forbidden))
    if both:
        yield rule_set.at, "chars_forbidden", f"allowed and forbidden at once: {' '.join(both)}"
    if allowed - SIGNS:
        yield rule_set.at, "specials_allowed", "list signs only, like !?#, without spaces"
    if any(char.isspace() for char in rule_set.chars_forbidden):
        yield rule_set.at, "chars_forbidden", "for spaces write 'space_allowed: false'"
    if rule_set.require.special and not signs_allowed(rule_set):
        yield rule_set.at, "require", "a sign is required, and none is allowed"


def _of_check(rule_set: RuleSet) -> Iterator[_Said]:
    if rule_set.checked_on and not _DATE.fullmatch(rule_set.checked_on):
        yield rule_set.at, "checked_on", "write the day like 2026-09-30"
    if rule_set.reviewed and not rule_set.checked_on:
        yield rule_set.at, "reviewed", "say with 'checked_on' on which day it was checked"
    if not any(source.strip() for source in rule_set.source):
        yield rule_set.at, "source", "say where the rules were read"
