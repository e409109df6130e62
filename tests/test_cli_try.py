"""The command `try`: what one check says to one value, in words and as JSON."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Call

Kiosk = Callable[..., Call]

CANARY = "Canary-of-a-family-7!"


def found(call: Call) -> dict[str, Any]:
    """What a command told as JSON."""
    told: dict[str, Any] = json.loads(call.out)
    return told


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "ana@gmial.com",
            {"outcome": "near", "suggestion": "ana@gmail.com", "words": "Did you mean this one?"},
        ),
        (
            "ana",
            {
                "outcome": "no_at",
                "suggestion": None,
                "words": "An address has an @ in the middle, like name@example.com",
            },
        ),
        (
            " Ana@Gmail.com ",
            {
                "outcome": "ok",
                "suggestion": "ana@gmail.com",
                "words": "Who uses this address for the school?",
            },
        ),
        (
            "ana@students.cedarvalley.example",
            {
                "outcome": "student",
                "suggestion": None,
                "words": "This looks like a student's school address",
            },
        ),
        ("", {"outcome": "empty", "suggestion": None, "words": "Please type your address first."}),
    ],
)
def test_an_address_is_tried_as_the_familys_field_judges_it(
    kiosk: Kiosk, address: str, expected: dict[str, object]
) -> None:
    call = kiosk("try", "email", address, "--json")

    assert call.code == 0
    assert found(call) == {"check": "email"} | expected


@pytest.mark.parametrize(
    ("password", "outcome", "met"),
    [
        ("purple lamp reads slowly", "ok", [True, True, True, True]),
        (CANARY[:5], "not_yet", [False, True, True, True]),
        ("", "empty", [False, False, False, False]),
    ],
)
def test_a_password_is_read_from_standard_input_and_never_shown(
    kiosk: Kiosk,
    monkeypatch: pytest.MonkeyPatch,
    password: str,
    outcome: str,
    met: list[bool],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))

    call = kiosk("try", "password", "--json")

    told = found(call)
    assert list(told) == ["check", "outcome", "suggestion", "words", "rules"]
    assert (told["check"], told["outcome"], told["suggestion"]) == ("password", outcome, None)
    assert [rule["met"] for rule in told["rules"]] == met
    assert all(list(rule) == ["id", "met", "words"] for rule in told["rules"])
    assert not password or password not in call.out


def test_a_password_can_be_tried_on_the_rules_of_another_portal(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("four plain words\n"))

    call = kiosk("try", "password", "--rules", "skyward-dpisd")

    first, *rules = call.out.splitlines()
    assert first == "not_yet"
    assert all(line.startswith(("  [x] ", "  [ ] ")) for line in rules)
    assert any(line.startswith("  [ ] ") for line in rules)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["email", "ana@gmial.com"], ["near", "better: ana@gmail.com", "Did you mean this one?"]),
        (["is", "one", "--with", "value=one"], ["ok"]),
        (["any_one_is", "same, old", "--with", "value=old"], ["ok"]),
        (["every_one_is", "same, old", "--with", "value=same"], ["no"]),
        (
            ["email_not_student", "ana@stu.cedarvalley.example"],
            ["student", "This looks like a student's school address"],
        ),
        (["mail_provider_known", "ana@gmail.com"], ["ok", "better: gmail"]),
        (["school_is_here", "cedar_hill"], ["ok"]),
    ],
)
def test_any_check_can_be_tried(kiosk: Kiosk, words: list[str], lines: list[str]) -> None:
    call = kiosk("try", *words)

    assert call == Call(0, "\n".join([*lines, ""]), "")


def test_every_check_is_listed_with_its_outcomes(kiosk: Kiosk) -> None:
    call = kiosk("try", "list")

    assert call.code == 0
    assert "email_spelling: The mail domain is not a slip away" in call.out
    assert "(ok, near)" in call.out
