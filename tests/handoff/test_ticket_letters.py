"""Letters that are hard to mistake, and the slips of a hurried hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.handoff.ticket.letters import FOREIGN, LETTERS, bytes_of, letters_of, typed, written
from kiosk.handoff.ticket.slips import MOST_LETTERS, is_sound, mended, with_checks

DIGITS = st.lists(st.integers(0, 31), min_size=4, max_size=MOST_LETTERS - 2).map(tuple)


@given(st.binary(max_size=60))
def test_bytes_come_back_from_their_letters(data: bytes) -> None:
    letters = letters_of(data)

    again = bytes_of(typed(letters).digits)

    assert again == data


@given(st.lists(st.integers(0, 31), max_size=60).map(tuple))
def test_no_two_texts_are_the_same_bytes(digits: tuple[int, ...]) -> None:
    data = bytes_of(digits)

    assert data is None or letters_of(data) == written(digits)


@pytest.mark.parametrize(
    "text",
    ["0123-ABCD", "0123 abcd", "O123-aBcD", "oi23.ABCD", "ol23\u2014abcd", "012\uff13\uff21BCD"],
)
def test_what_looks_alike_is_read_alike(text: str) -> None:
    assert written(typed(text).digits) == "0123ABCD"


def test_a_letter_that_no_code_has_is_told() -> None:
    seen = typed("AU?é")

    assert seen.digits == (10, FOREIGN, FOREIGN, FOREIGN)


def test_no_letter_of_a_code_can_be_taken_for_another() -> None:
    assert set("ILOU") & set(LETTERS) == set()
    assert len(set(LETTERS)) == 32


@given(DIGITS, st.data())
def test_one_changed_letter_is_found_and_mended(
    digits: tuple[int, ...], data: st.DataObject
) -> None:
    code = with_checks(digits)
    place = data.draw(st.integers(0, len(code) - 1))
    by = data.draw(st.integers(1, 31))

    slipped = (*code[:place], code[place] ^ by, *code[place + 1 :])

    assert is_sound(code)
    assert not is_sound(slipped)
    assert mended(slipped) == (code,)


@given(DIGITS, st.data())
def test_two_neighbours_that_changed_places_are_found(
    digits: tuple[int, ...], data: st.DataObject
) -> None:
    code = with_checks(digits)
    at = data.draw(st.integers(0, len(code) - 2))

    slipped = (*code[:at], code[at + 1], code[at], *code[at + 2 :])

    assert is_sound(slipped) == (code[at] == code[at + 1])
    assert code in mended(slipped)


@given(DIGITS, st.data())
def test_two_changed_letters_are_found(digits: tuple[int, ...], data: st.DataObject) -> None:
    code = list(with_checks(digits))
    places = st.lists(st.integers(0, len(code) - 1), min_size=2, max_size=2, unique=True)
    for place in data.draw(places):
        code[place] ^= data.draw(st.integers(1, 31))

    assert not is_sound(tuple(code))


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    seen = typed(text)

    assert sum(seen.groups) == len(seen.digits)
    assert all(FOREIGN <= digit <= 31 for digit in seen.digits)
