"""The hint of zxcvbn: quick, never raising, and forgetting what it was told."""

import random
import sys
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.checks.common_passwords import CommonPasswords
from kiosk.checks.password_hint import let_go_of_the_dictionaries, strength_hint
from kiosk.resources import flows_dir, read_text

FAMILY = ("maria.lopez85@example.com", "Green Lake School", "Seattle", "The Source", "2026")


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("", "weak"),
        ("password", "weak"),
        ("Password1234!", "weak"),
        ("seattle2026school", "weak"),
        ("MariaLopez85!", "weak"),
        ("greenlake2026", "weak"),
        ("1" * 500, "weak"),
        ("jessica77", "weak"),
        ("riverboat97", "fair"),
        ("river yellow spoon", "good"),
        ("ወንዝ ቢጫ ማንኪያ", "good"),
        ("four plain words then " + "x" * 9_000, "good"),
    ],
)
def test_the_hint_knows_what_is_near_at_hand(typed: str, strength: str):
    assert strength_hint(typed, FAMILY) == strength


def test_the_family_and_the_place_make_a_password_weaker():
    told = strength_hint("tukwilafoster", ("Tukwila", "Foster High School"))
    untold = strength_hint("tukwilafoster")

    assert (told, untold) == ("weak", "good")


@settings(max_examples=150, deadline=None)
@given(typed=st.text(max_size=200), words=st.lists(st.text(max_size=20), max_size=5))
@example(typed="\ud800" * 80, words=["\ud800"])
@example(typed="İ" * 80, words=["İ"])
@example(typed="²³¹٣٣/٣/٢٠٢٠", words=[])
def test_the_hint_never_raises(typed: str, words: list[str]):
    assert strength_hint(typed, words) in ("weak", "fair", "good")


def test_the_words_of_a_family_do_not_stay_in_the_library():
    import zxcvbn

    strength_hint("river yellow spoon", FAMILY)

    kept = zxcvbn.matching.RANKED_DICTIONARIES
    assert "user_inputs" not in kept
    assert not [name for name, words in kept.items() if "marialopez85" in words]


@pytest.mark.parametrize(
    "signs", ["@({[<!|$+%0123456789", "0123456789", "4@8({[", "4@8({[<", "1234567890@!aeiost"]
)
def test_a_password_full_of_signs_that_look_like_letters_is_not_slow(signs: str):
    chance = random.Random(signs)  # noqa: S311 - nothing secret is drawn
    typed = signs + "".join(chance.choices(signs + "aeiost", k=80))
    strength_hint("read the library in", FAMILY)

    took = min(_seconds(typed) for _ in range(3))

    assert took < 0.05  # some 0.01 s; unguarded it is up to 2 s


def test_the_common_passwords_are_folded_and_hold_what_people_choose():
    common = CommonPasswords(read_text(flows_dir() / "rules" / "common_passwords.txt"))

    chosen = ("123456", "password", "iloveyou", "seahawks", "password1234", "michael", "jessica")
    assert all(word in common for word in chosen)
    assert all(word == word.casefold() for word in common)
    assert len(common) > 30_000
    assert not any(word in common for word in ("river yellow spoon", "", "# Passwords", "1\n12"))


def test_the_dictionaries_are_let_go_and_come_back_when_needed():
    strength_hint("river yellow spoon")

    let_go_of_the_dictionaries()

    assert not [name for name in sys.modules if name.startswith("zxcvbn")]
    assert strength_hint("river yellow spoon") == "good"


def _seconds(typed: str) -> float:
    began = time.perf_counter()
    strength_hint(typed, FAMILY)
    return time.perf_counter() - began
