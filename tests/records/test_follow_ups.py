"""A follow-up: what may stand in it, sealing and opening it, and a disk that does not take it."""

import errno
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox

from kiosk.core.errors import KioskError
from kiosk.records.follow_ups import (
    LONGEST,
    SEALED_SIZE,
    FollowUp,
    Kept,
    NotKept,
    keep,
    opened_follow_up,
    sealed_follow_up,
    trimmed,
)
from kiosk.records.sealing import Unreadable, Why, public_key, seal, text_of
from tests.records.disks import STEPS, TroubledDisk
from tests.records.follow_up_samples import ASKED_AT, HODAN, OTHER_KEY, SCHOOL_KEY, mark, put

PUBLIC = SCHOOL_KEY.public_key
# Any letter of any script; no line break, no half of a pair, no order to a terminal.
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))


def text(field: str, *, least: int = 0) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=least, max_size=LONGEST[field])


VALUES = text("value", least=1).filter(lambda value: bool(value.strip()))


@given(text("name"), VALUES, text("school"), text("stopped"))
def test_a_name_in_any_script_comes_back_as_it_was_and_no_length_tells_of_it(
    name: str, value: str, school: str, stopped: str
) -> None:
    left = replace(HODAN, name=name, value=value, school=school, stopped=stopped)

    sealed = sealed_follow_up(left, PUBLIC)

    assert opened_follow_up(sealed, SCHOOL_KEY) == left
    assert len(sealed) == SEALED_SIZE


@pytest.mark.parametrize("letter", ["a", '"', "\\", "\u0627", "አ", "𡨸"])
def test_the_longest_of_everything_has_room_in_every_script(letter: str) -> None:
    longest: dict[str, Any] = {field: letter * most for field, most in LONGEST.items()}
    left = replace(HODAN, reach="email", **longest)

    sealed = sealed_follow_up(left, PUBLIC)

    assert opened_follow_up(sealed, SCHOOL_KEY) == left
    assert len(sealed) == SEALED_SIZE


def test_the_same_follow_up_is_sealed_differently_each_time() -> None:
    once, again = (sealed_follow_up(HODAN, PUBLIC) for _ in range(2))

    assert once[16:48] != again[16:48]


@pytest.mark.parametrize(
    "fields",
    [
        *({field: "x" * (most + 1)} for field, most in LONGEST.items()),
        {"name": "Hodan\nand more"},
        {"name": "Hodan\u2028and more"},
        {"name": "\ud800"},
        {"language": ""},
        {"value": ""},
        {"reach": "none"},
        {"reach": "fax"},
        {"asked_at": ASKED_AT.replace(tzinfo=None)},
        {"delete_by": date(2026, 11, 22)},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_must_not_be_kept_is_refused_without_a_word_of_the_family(
    fields: dict[str, Any],
) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        replace(HODAN, **fields)

    assert not any(word in str(refused.value) for word in ("Hodan", "206", "x" * 9))


def test_a_family_that_leaves_no_number_can_be_kept() -> None:
    left = replace(HODAN, reach="none", value="")

    assert opened_follow_up(sealed_follow_up(left, PUBLIC), SCHOOL_KEY) == left


@given(st.sampled_from(list(LONGEST)), st.text())
def test_whatever_was_typed_has_room_once_it_is_trimmed(field: str, typed: str) -> None:
    fits = trimmed(field, typed) or "x"

    left = replace(HODAN, **{field: fits})  # type: ignore[arg-type] # five fields, all of them texts

    assert fits == "x" or set(fits) <= {*typed, " "}
    assert opened_follow_up(sealed_follow_up(left, PUBLIC), SCHOOL_KEY) == left


def test_what_is_trimmed_keeps_its_first_letters() -> None:
    typed = " Hodan\t\n" + "x" * 99

    assert trimmed("name", typed) == "Hodan  " + "x" * 33


def why_not(sealed: bytes) -> Why:
    told = opened_follow_up(sealed, SCHOOL_KEY)
    assert isinstance(told, Unreadable), told
    return told.why


def test_a_record_that_was_cut_anywhere_is_not_read() -> None:
    sealed = sealed_follow_up(HODAN, PUBLIC)

    reasons = {why_not(sealed[:length]) for length in range(0, len(sealed), 7)}

    assert reasons == {"foreign", "cut short"}
    assert why_not(sealed + b"x") == "cut short"


def test_a_record_with_one_bit_turned_anywhere_is_not_read() -> None:
    sealed = sealed_follow_up(HODAN, PUBLIC)
    places = [*range(80), *range(80, len(sealed), 31), len(sealed) - 1]

    turned = (
        sealed[:place] + bytes([sealed[place] ^ 1 << place % 8]) + sealed[place + 1 :]
        for place in places
    )

    assert {why_not(one) for one in turned} == {"foreign", "another key", "damaged"}


def test_a_record_for_another_key_says_so() -> None:
    sealed = sealed_follow_up(HODAN, OTHER_KEY.public_key)

    assert why_not(sealed) == "another key"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "damaged"),
        (b"no table", "damaged"),
        (b"[]", "damaged"),
        (b'"text"', "damaged"),
        (b"[" * 2000, "damaged"),
        (b'{"version":1}', "damaged"),
        (b'{"version":2,"mood":"glad"}', "newer"),
        (b'{"version":1,"asked_at":"2026-11-23T18:30-08:00","delete_by":7}', "damaged"),
    ],
)
def test_a_stranger_who_seals_something_else_is_not_believed(content: bytes, why: Why) -> None:
    sealed = seal(content, 2304, PUBLIC)

    assert why_not(sealed) == why


def test_a_stranger_who_seals_numbers_for_words_is_not_believed() -> None:
    told = (
        b'{"version":1,"name":["H","o"],"language":"so","reach":"phone","value":"1","school":"",'
        b'"stopped":"","asked_at":"2026-11-23T18:30-08:00","delete_by":"2999-01-31"}'
    )

    assert why_not(seal(told, 2304, PUBLIC)) == "damaged"
    sound = seal(told.replace(b'["H","o"]', b'"Hodan"'), 2304, PUBLIC)
    assert isinstance(opened_follow_up(sound, SCHOOL_KEY), FollowUp)


def test_a_follow_up_is_kept_in_a_file_that_tells_its_date_only(tmp_path: Path) -> None:
    folder = tmp_path / "records" / "follow-ups"

    done = keep(folder, HODAN, PUBLIC, bytes(range(16)))

    assert done == Kept(folder / "2999-01-31_000102030405060708090a0b0c0d0e0f.sealed")
    assert isinstance(done, Kept)
    assert opened_follow_up(done.path.read_bytes(), SCHOOL_KEY) == HODAN


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "locked"),
        (errno.EACCES, "locked"),
        (errno.EIO, "broken"),
    ],
)
def test_a_disk_that_fails_at_a_step_is_told_and_nothing_is_there(
    tmp_path: Path, step: str, number: int, why: str
) -> None:
    folder = tmp_path / "follow-ups"
    if step != "make_folder":
        folder.mkdir()

    done = keep(folder, HODAN, PUBLIC, mark(), TroubledDisk(step, number))

    assert isinstance(done, NotKept)
    assert done.why == why
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "follow-ups").write_bytes(b"")

    done = keep(tmp_path / "follow-ups", HODAN, PUBLIC, mark())

    assert done == NotKept("broken")


def test_a_mark_that_comes_twice_is_a_fault_of_ours_and_costs_no_record(tmp_path: Path) -> None:
    keep(tmp_path, HODAN, PUBLIC, bytes(16))
    other = replace(HODAN, name="Amina")

    with pytest.raises(ValueError, match="random"):
        keep(tmp_path, other, PUBLIC, bytes(16))

    (kept,) = tmp_path.iterdir()
    assert opened_follow_up(kept.read_bytes(), SCHOOL_KEY) == HODAN


def test_the_public_key_is_48_letters_and_is_read_back() -> None:
    written = text_of(PUBLIC)

    assert len(written) == 48
    assert bytes(public_key(f" {written}\n")) == bytes(PUBLIC)


def test_a_letter_of_the_public_key_that_is_off_is_found_wherever_it_is() -> None:
    written = text_of(PUBLIC)
    off = [
        written[:place] + ("A" if written[place] != "A" else "B") + written[place + 1 :]
        for place in range(48)
    ]

    for text_off in [*off, written[:-1], written + "A", "", "ключ", "key", text_of_zero()]:
        with pytest.raises(KioskError, match="48 letters"):
            public_key(text_off)


def text_of_zero() -> str:
    """A key of the right form that seals nothing."""
    return text_of(PublicKey(bytes(32)))


def test_what_has_no_room_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="no room"):
        seal(b"x" * 64, 64, PUBLIC)

    assert len(seal(b"x" * 63, 64, PUBLIC)) == 16 + 48 + 64


def test_the_seal_is_the_sealed_box_that_any_libsodium_opens() -> None:
    sealed = seal(b"content", 64, PUBLIC)

    assert SealedBox(SCHOOL_KEY).decrypt(sealed[16:]).startswith(b"content")


def test_a_follow_up_keeps_the_minute_and_the_zone_it_was_asked_in(tmp_path: Path) -> None:
    path = put(tmp_path, asked_at=datetime.fromisoformat("2026-11-01T01:30-07:00"))

    told = opened_follow_up(path.read_bytes(), SCHOOL_KEY)

    assert isinstance(told, FollowUp)
    assert told.asked_at.utcoffset() == timedelta(hours=-7)
    assert (told.asked_at.hour, told.asked_at.minute) == (1, 30)
