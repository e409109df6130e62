"""The checks that ask only about the visit answer as they declare."""

import pytest

from kiosk.core.builtin_checks import BUILTIN_CHECKS
from kiosk.core.conditions import OK, Situation
from kiosk.core.kept import Kept, Value

CHECKS = {check.name: check for check in BUILTIN_CHECKS}


@pytest.mark.parametrize(
    ("name", "value", "wanted", "outcome"),
    [
        ("is_known", "a", "", OK),
        ("is_known", ("a",), "", OK),
        ("is_known", "", "", "no"),
        ("is_known", (), "", "no"),
        ("is", "one", "one", OK),
        ("is", "one", "two", "no"),
        ("is", ("one",), "one", "no"),
        ("is", "", "one", "no"),
        ("every_one_is", ("same", "same"), "same", OK),
        ("every_one_is", ("same", "old"), "same", "no"),
        ("every_one_is", "same", "same", OK),
        ("every_one_is", (), "same", OK),
        ("every_one_is", "", "same", "no"),
        ("any_one_is", ("old", "same"), "same", OK),
        ("any_one_is", ("old",), "same", "no"),
        ("any_one_is", "same", "same", OK),
        ("any_one_is", "the same", "same", "no"),
        ("any_one_is", (), "same", "no"),
    ],
)
def test_a_builtin_check_gives_the_outcome_that_its_name_says(
    name: str, value: Value, wanted: str, outcome: str
) -> None:
    situation = Situation(Kept(), {"value": wanted})

    verdict = CHECKS[name].judge(value, situation)

    assert verdict.outcome == outcome
    assert verdict.suggestion is None


def test_a_comparison_without_a_word_to_compare_with_is_no_match() -> None:
    outcomes = {
        name: CHECKS[name].judge("one", Situation()).outcome
        for name in ("is", "every_one_is", "any_one_is")
    }

    assert outcomes == {"is": "no", "every_one_is": "no", "any_one_is": "no"}
