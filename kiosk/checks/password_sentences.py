"""The password rules as a family reads them: one short sentence a rule, in a fixed order.

Each sentence is a message of its own with the context rules.ID, so that a translator sees whole
sentences; braces stand for numbers and signs. Where there are two, the first is for one.
"""

from collections.abc import Iterator, Mapping

from kiosk.checks.password_rules import APOSTROPHE, SIGNS, RuleSet, signs_allowed
from kiosk.core.guide import Rule
from kiosk.core.manner import Fact

IDEA = "Three or four words that you like make a good one."

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "at_least": ("{count} or more letters, numbers or signs",),
    "at_most": ("Not more than {count} letters, numbers or signs",),
    "letter": ("One letter, like a", "{count} letters, like a"),
    "upper": ("One capital letter, like A", "{count} capital letters, like A"),
    "lower": ("One small letter, like a", "{count} small letters, like a"),
    "digit": ("One number, like 7", "{count} numbers, like 7"),
    "special": ("One sign, like {signs}", "{count} signs, like {signs}"),
    "kinds": ("{count} of these four: a capital letter, a small letter, a number, a sign",),
    "only_signs": ("The only signs you can use: {signs}",),
    "plain_only": ("Only letters and numbers, no signs",),
    "no_apostrophe": ("No apostrophe ( ' )",),
    "no_signs": ("Not this sign: {signs}", "Not these signs: {signs}"),
    "no_spaces": ("No spaces",),
    "no_words": ("Not the word {words}", "Not these words: {words}"),
    "personal": ("Not your name, your school or your email",),
    "repeat": ("Not the same letter {count} times in a row",),
    "sequence": ("No rows like {letters} or {numbers}",),
    "common": ("Not a password that many people use",),
}

NOTES: Mapping[str, tuple[str, ...]] = {
    "user_name": ("Your user name is your email.",),
    "small_letters": ("Type your user name in small letters.",),
    "capital_letters": ("Type your user name in capital letters.",),
    "not_user_name": ("Do not put your user name in it.",),
    "breach": ("If the portal says it is not safe, think of a new one.",),
    "history": ("Not the one you had before.", "Not one of the last {count} that you had."),
    "expires": (
        "You will need a new one every day.",
        "You will need a new one every {count} days.",
    ),
    "locks": ("After {count} tries that do not match, ask the school to open your account.",),
    "locks_for_a_time": (
        "Wait 1 minute after {count} tries that do not match.",
        "Wait {minutes} minutes after {count} tries that do not match.",
    ),
    "spaces": ("Leave out spaces. They may not work here.",),
    "more_rules": ("The portal may ask for more. It will tell you.",),
}

_FAMILIAR = ("!", "?", "#", "-", "*", "+", "=", "$", "%", "&", "@", "_", ".", ",", ":", "/")
_SHOWN_SIGNS = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBERS = "1234567890"


def rules_of(rule_set: RuleSet) -> tuple[Rule, ...]:
    """The rules that can be judged while a family types, always in the same order."""
    return (*_of_length(rule_set), *_of_kinds(rule_set), *_of_signs(rule_set), *_of_words(rule_set))


def notes_of(rule_set: RuleSet) -> tuple[Rule, ...]:
    """What the portal also says and only the portal can judge, as whole sentences."""
    return (*_of_user_name(rule_set), *_of_later(rule_set), *_of_lockout(rule_set))


def _of_length(rule_set: RuleSet) -> Iterator[Rule]:
    if rule_set.min_length is not None:
        yield _rule("at_least", count=rule_set.min_length)
    if rule_set.max_length is not None:
        yield _rule("at_most", count=rule_set.max_length)


def _of_kinds(rule_set: RuleSet) -> Iterator[Rule]:
    need = rule_set.require
    signs = " ".join(_familiar(signs_allowed(rule_set)))
    if need.letter > need.upper + need.lower:
        yield _numbered("letter", need.letter)
    for kind in ("upper", "lower", "digit"):
        if getattr(need, kind):
            yield _numbered(kind, getattr(need, kind))
    if need.special:
        yield _numbered("special", need.special, signs=signs)
    if rule_set.min_classes > 1:
        yield _rule("kinds", count=rule_set.min_classes)


def _of_signs(rule_set: RuleSet) -> Iterator[Rule]:
    allowed = rule_set.specials_allowed
    if allowed == "":
        yield _rule("plain_only")
    elif allowed is not None and not set(allowed) >= SIGNS:
        yield _rule("only_signs", signs=" ".join(dict.fromkeys(allowed)))
    forbidden = tuple(dict.fromkeys(rule_set.chars_forbidden))
    if forbidden == (APOSTROPHE,):
        yield _rule("no_apostrophe")
    elif forbidden:
        yield _numbered("no_signs", len(forbidden), signs=" ".join(forbidden))
    if rule_set.space_allowed is False:
        yield _rule("no_spaces")


def _of_words(rule_set: RuleSet) -> Iterator[Rule]:
    forbidden = rule_set.forbid_contains
    if forbidden.words:
        yield _numbered("no_words", len(forbidden.words), words=", ".join(forbidden.words))
    by_portal = forbidden.username or forbidden.parts or forbidden.names
    if by_portal or "personal" in rule_set.kiosk_adds:
        yield _rule("personal")
    if rule_set.max_repeat is not None:
        yield _rule("repeat", count=rule_set.max_repeat + 1)
    if rule_set.max_sequence is not None:
        length = rule_set.max_sequence + 1
        yield _rule("sequence", letters=_LETTERS[:length], numbers=_NUMBERS[:length])
    if rule_set.common_list or rule_set.banned or "common" in rule_set.kiosk_adds:
        yield _rule("common")


def _of_user_name(rule_set: RuleSet) -> Iterator[Rule]:
    forbidden = rule_set.forbid_contains
    if rule_set.user_name == "email":
        yield _note("user_name")
    if rule_set.case_of_username == "lower":
        yield _note("small_letters")
    if rule_set.case_of_username == "upper":
        yield _note("capital_letters")
    if (forbidden.username or forbidden.parts) and rule_set.user_name != "email":
        yield _note("not_user_name")


def _of_later(rule_set: RuleSet) -> Iterator[Rule]:
    if rule_set.breach_list:
        yield _note("breach")
    if rule_set.history is not None:
        yield _note("history", rule_set.history)
    if rule_set.expires_days is not None:
        yield _note("expires", rule_set.expires_days)
    if rule_set.space_allowed is None:
        yield _note("spaces")
    if rule_set.min_length is None:
        yield _note("more_rules")


def _of_lockout(rule_set: RuleSet) -> Iterator[Rule]:
    if rule_set.lockout_tries is None:
        return
    tries = rule_set.lockout_tries
    if rule_set.lockout_minutes is None:
        yield Rule("locks", NOTES["locks"][0], {"count": tries})
        return
    one, many = NOTES["locks_for_a_time"]
    numbers: dict[str, Fact] = {"count": tries, "minutes": rule_set.lockout_minutes}
    yield Rule("locks_for_a_time", one, numbers, many)


def _rule(name: str, **numbers: int | str) -> Rule:
    return Rule(name, SENTENCES[name][0], numbers)


def _numbered(name: str, count: int, **numbers: str) -> Rule:
    one, many = SENTENCES[name]
    return Rule(name, one, {"count": count, **numbers}, many)


def _note(name: str, count: int = 1) -> Rule:
    one, *many = NOTES[name]
    return Rule(name, one, {"count": count}, *many)


def _familiar(signs: frozenset[str]) -> tuple[str, ...]:
    """A few signs that people know and a keyboard shows early."""
    known = [sign for sign in _FAMILIAR if sign in signs]
    return tuple((known or sorted(signs))[:_SHOWN_SIGNS])
