"""Which PINs may be set, recovery codes as people type them, and hashes that are looked at."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.staff.pin_gate import weakness_of
from kiosk.staff.pin_hash import COST, Cost, fits, hashed, is_hash
from kiosk.staff.recovery_code import BYTES, code_in, code_of
from kiosk.staff.weak_pins import pin_in, weakness
from tests.staff.made import CHEAP, PIN

WEAK = {
    "": "6 digits",
    "73915": "digits or more",
    "73915a": "nothing but digits",
    "7391.5": "nothing but digits",
    "²²²²²²": "nothing but digits",
    "-739154": "nothing but digits",
    "7" * 33: "digits or more",
    "000000": "the same",
    "99999999": "the same",
    "123456": "up or down",
    "765432": "up or down",
    "789012": "up or down",
    "246802": "up or down",
    "121212": "again and again",
    "123123": "again and again",
    "7397397": "again and again",
    "73917391": "again and again",
    "112112112": "again and again",
    "202607": "a date or a year",
    "20260915": "a date or a year",
    "831984": "a date or a year",
    "240791": "a date or a year",
    "072491": "a date or a year",
    "910724": "a date or a year",
    "159753": "Many people",
    "147258": "Many people",
    "8675309": "Many people",
}
GOOD = ["739154", "482915", "846207", "90417386", "5550137246", "002599", " 739154 "]

HASH = hashed(PIN, CHEAP)

# Arabic, full width, Devanagari: where each has its zero.
IN_OTHER_SCRIPTS = [
    "".join(chr(zero + int(digit)) for digit in PIN) for zero in (0x660, 0xFF10, 0x966)
]


@pytest.mark.parametrize("pin", WEAK)
def test_a_weak_pin_is_refused_with_its_reason(pin: str) -> None:
    reason = WEAK[pin]

    said = weakness_of(pin)

    assert reason in said
    assert not pin or pin not in said


@pytest.mark.parametrize("pin", GOOD)
def test_a_good_pin_is_taken(pin: str) -> None:
    assert weakness_of(pin) == ""


def test_most_pins_of_six_digits_may_be_set() -> None:
    spread = [f"{number * 7919 % 1_000_000:06d}" for number in range(5000)]

    refused = [pin for pin in spread if weakness(pin, ())]

    assert 500 < len(refused) < 750


@pytest.mark.parametrize("typed", ["739154", " 739154\t", *IN_OTHER_SCRIPTS])
def test_digits_of_any_keyboard_are_the_same_pin(typed: str) -> None:
    assert pin_in(typed) == "739154"


@given(st.text())
def test_whatever_is_typed_is_a_pin_of_plain_digits_or_none(typed: str) -> None:
    pin = pin_in(typed)

    assert pin == "" or (set(pin) <= set(string.digits) and 6 <= len(pin) <= 32)
    assert isinstance(weakness_of(typed), str)


@given(st.binary(min_size=BYTES, max_size=BYTES), st.sampled_from(["-", " ", "", "--", "\u2013"]))
def test_a_code_is_understood_as_people_type_it(chance: bytes, between: str) -> None:
    code = code_of(chance)

    typed = code.replace("-", between).lower().replace("0", "o").replace("1", "l")

    assert code_in(f" {typed} ") == code_in(code) == code.replace("-", "")
    assert len(code_in(code)) == 16


def test_a_code_holds_every_bit_of_its_chance() -> None:
    ones = [1 << place for place in range(BYTES * 8)]

    codes = {code_of(number.to_bytes(BYTES)) for number in [0, *ones]}

    assert len(codes) == 81
    assert code_of(bytes(BYTES)) == "0000-0000-0000-0000"
    assert code_of(b"\xff" * BYTES) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"


@pytest.mark.parametrize(
    "typed", ["", "7K2M", "U" * 16, "7" * 17, "\u0667" * 16, "7K2M-9QXA-04TD-H6W\0"]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert code_in(typed) == ""


def test_the_shipped_cost_is_at_least_what_the_rfc_asks_for() -> None:
    assert COST.memory_kib >= 64 * 1024
    assert COST.passes >= 3


def test_a_hash_of_the_shipped_cost_fits_its_pin_and_no_other() -> None:
    kept = hashed(PIN, COST)

    assert is_hash(kept)
    assert PIN not in kept
    assert fits(kept, PIN)
    assert not fits(kept, PIN[::-1])


def test_two_hashes_of_one_pin_are_not_alike() -> None:
    assert hashed(PIN, CHEAP) != HASH


@pytest.mark.parametrize(
    "forged",
    [
        "",
        PIN,
        HASH.replace("argon2id", "argon2i"),
        HASH.replace("v=19", "v=16"),
        HASH.replace("m=8", "m=999999").replace("t=1", "t=99"),
        HASH.replace("m=8", "m=\u0668"),
        HASH[:-1],
        f"{HASH}\n",
    ],
    ids=["empty", "plain", "kind", "version", "far too dear", "script", "half", "line"],
)
def test_what_is_not_a_hash_of_ours_is_not_looked_at(forged: str) -> None:
    assert not is_hash(forged)


@pytest.mark.parametrize(("was", "is_now"), [("m=8", "m=0"), ("t=1", "t=0"), ("p=1", "p=99")])
def test_a_hash_that_only_looks_like_one_is_told_in_a_sentence(was: str, is_now: str) -> None:
    forged = HASH.replace(was, is_now)

    with pytest.raises(KioskError, match="set-pin --anew") as told:
        fits(forged, PIN)

    assert is_hash(forged)
    assert PIN not in str(told.value)


def test_too_little_memory_is_told_in_a_sentence() -> None:
    far_too_much = Cost(passes=1, memory_kib=2**32 - 1, lanes=1)

    with pytest.raises(KioskError, match="memory is short") as told:
        hashed(PIN, far_too_much)

    assert PIN not in str(told.value)
