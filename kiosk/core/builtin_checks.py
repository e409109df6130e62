"""The checks that ask only about the visit itself: what was said, and what a loop gave."""

from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.kept import Kept, Value


def _has(value: Value, situation: Situation) -> Verdict:
    return Verdict(OK if value else "no")


def _is(value: Value, situation: Situation) -> Verdict:
    return Verdict(OK if value == situation.params.get("value") else "no")


def _every_one_is(value: Value, situation: Situation) -> Verdict:
    results = (value,) if isinstance(value, str) else value
    wanted = situation.params.get("value")
    return Verdict(OK if all(result == wanted for result in results) else "no")


def _any_one_is(value: Value, situation: Situation) -> Verdict:
    results = (value,) if isinstance(value, str) else value
    return Verdict(OK if situation.params.get("value") in results else "no")


def _with(value: str) -> Situation:
    return Situation(Kept(), {"value": value})


_VALUE = {"value": "the word to compare with"}

BUILTIN_CHECKS = (
    Check(
        name="is_known",
        about="Something is kept under that name.",
        outcomes=(OK, "no"),
        judge=_has,
        examples=(Example("a@b.org", OK), Example("", "no")),
    ),
    Check(
        name="is",
        about="The kept word is this one.",
        outcomes=(OK, "no"),
        judge=_is,
        params=_VALUE,
        examples=(
            Example("one", OK, situation=_with("one")),
            Example("two", "no", situation=_with("one")),
        ),
    ),
    Check(
        name="every_one_is",
        about="Each word that the loop gave is this one.",
        outcomes=(OK, "no"),
        judge=_every_one_is,
        params=_VALUE,
        examples=(
            Example(("same", "same"), OK, situation=_with("same")),
            Example(("same", "old"), "no", situation=_with("same")),
            Example((), OK, situation=_with("same")),
        ),
    ),
    Check(
        name="any_one_is",
        about="One or more of the words that the loop gave are this one.",
        outcomes=(OK, "no"),
        judge=_any_one_is,
        params=_VALUE,
        examples=(
            Example(("same", "old"), OK, situation=_with("old")),
            Example(("same", "same"), "no", situation=_with("old")),
        ),
    ),
)
