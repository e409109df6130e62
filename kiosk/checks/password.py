"""Judges a password against a portal's rules while it is typed, and keeps nothing of it.

A password is handed in, looked at, and forgotten: no value made here holds it, and no exception
text, repr or verdict can show it.
"""

import unicodedata
from collections.abc import Callable, Container

from kiosk.checks.password_example import sound_example
from kiosk.checks.password_gaps import COUNTED, Known, gap
from kiosk.checks.password_rules import RuleSet
from kiosk.checks.password_sentences import rules_of
from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.kept import Value
from kiosk.core.showing import rule_in
from kiosk.core.view import Tick
from kiosk.core.words import ENGLISH, Words

_NO_WORDS: frozenset[str] = frozenset()


def judge(
    rule_set: RuleSet,
    typed: str,
    personal: tuple[str, ...] = (),
    common: Container[str] = _NO_WORDS,
) -> tuple[Tick, ...]:
    """How each rule stands, one tick a rule in the order of `rules_of`.

    `personal` are whole texts of the family's, such as its address and its schools' names;
    `common` are passwords many people use, folded. In an empty field no rule is met. One code point
    after NFC is one character, so that an accent typed apart counts once.
    """
    text = unicodedata.normalize("NFC", typed)
    known = Known(personal, common)
    return tuple(_tick(rule.id, rule_set, text, known) for rule in rules_of(rule_set))


def _tick(rule: str, rule_set: RuleSet, text: str, known: Known) -> Tick:
    lacks = gap(rule, rule_set, text, known)
    return Tick(rule, met=bool(text) and not lacks, to_go=lacks if rule in COUNTED else 0)


def password_check(
    rule_set: RuleSet,
    personal: tuple[str, ...] = (),
    common: Container[str] = _NO_WORDS,
) -> Check:
    """The check named "password" by these rules, for trying rules out: no flow keeps a password."""

    def judged(value: Value, situation: Situation) -> Verdict:
        typed = value if isinstance(value, str) else ""
        if not typed:
            return Verdict("empty")
        ticks = judge(rule_set, typed, personal, common)
        return Verdict(OK if all(tick.met for tick in ticks) else "not_yet")

    return Check(
        name="password",
        about=f"A password meets every rule of {rule_set.name}.",
        outcomes=(OK, "not_yet", "empty"),
        judge=judged,
        examples=_examples(rule_set, judged),
    )


def findings(
    rule_set: RuleSet, ticks: tuple[Tick, ...], words: Words = ENGLISH
) -> list[dict[str, str | bool]]:
    """The ticks as plain data for JSON: one {id, met, words} a rule, without the password."""
    return [
        {
            "id": rule.id,
            "met": tick.met,
            "words": rule_in(words, rule),
        }
        for rule, tick in zip(rules_of(rule_set), ticks, strict=True)
    ]


def _examples(
    rule_set: RuleSet, judged: Callable[[Value, Situation], Verdict]
) -> tuple[Example, ...]:
    sound = sound_example(rule_set)
    tried = [Example(text, judged(text, Situation()).outcome) for text in ("password", sound[:1])]
    open_ones = [example for example in tried if example.outcome == "not_yet"]
    return (Example(sound, OK), *open_ones[:1], Example("", "empty"))
