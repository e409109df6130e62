"""What is no ticket of this site, or not as it was issued, brings no visit back, and says why."""

import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.guide import Guide
from kiosk.handoff.ticket.letters import LETTERS, bytes_of, letters_of, typed, written
from kiosk.handoff.ticket.qr_text import _USUAL, PREFIX
from kiosk.handoff.ticket.reasons import Refused, TakenUp
from kiosk.handoff.ticket.slips import with_checks
from kiosk.handoff.ticket.stamp import hour_of
from kiosk.handoff.ticket.taking_up import take_up
from tests.handoff.ticket_visits import MONDAY, STAMP, THURSDAY, taken, why

many = settings(max_examples=150, deadline=None)

HEAD = STAMP.print(4) + hour_of(MONDAY).to_bytes(3, "big") + b"\0\0"
STRANGE = {"forged", "other_site", "older_flow", "slip_of_typing", "not_a_ticket"}


def data_of(text: str) -> bytes:
    data = bytes_of(typed(text.removeprefix(PREFIX)).digits)
    assert data is not None
    return data


def signed(data: bytes) -> str:
    """A ticket with these insides, made by somebody who has the key."""
    return PREFIX + letters_of(data + STAMP.sign(b"ticket", data)[:12])


# Forged, cut off, made longer


@given(st.data())
@many
def test_a_ticket_with_any_bit_flipped_is_refused(
    guide: Guide, text: str, data: st.DataObject
) -> None:
    packed = bytearray(data_of(text))
    bit = data.draw(st.integers(0, 8 * len(packed) - 1))
    packed[bit // 8] ^= 1 << bit % 8

    reason = why(guide, PREFIX + letters_of(bytes(packed)))

    assert reason == ("other_site" if bit < 32 else "forged")


@given(st.data())
@many
def test_a_ticket_with_any_letter_changed_is_refused(
    guide: Guide, text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(len(PREFIX), len(text) - 1))
    letter = data.draw(st.sampled_from(LETTERS.replace(text[at], "")))

    assert why(guide, text[:at] + letter + text[at + 1 :]) in STRANGE


@given(st.data())
@many
def test_a_ticket_cut_short_is_refused(guide: Guide, text: str, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(text) - 1))

    assert why(guide, text[:length]) in STRANGE


@given(st.text(LETTERS, min_size=1, max_size=200))
@many
def test_a_ticket_made_longer_is_refused(guide: Guide, text: str, more: str) -> None:
    assert why(guide, text + more) in STRANGE


@given(st.data())
@many
def test_a_code_with_one_letter_changed_is_taken_up_as_it_was_meant(
    guide: Guide, code: str, data: st.DataObject
) -> None:
    letters = code.replace("-", "")
    at = data.draw(st.integers(0, len(letters) - 1))
    letter = data.draw(st.sampled_from([*LETTERS, "U", "?", "\u00e9"]))

    back = taken(guide, letters[:at] + letter + letters[at + 1 :])

    assert back == taken(guide, code)


def test_a_code_with_two_neighbours_turned_is_taken_up_as_it_was_meant(
    guide: Guide, code: str
) -> None:
    letters = code.replace("-", "")
    turned = [
        letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
        for at in range(len(letters) - 1)
    ]

    assert {taken(guide, one) for one in turned} == {taken(guide, code)}


@given(st.data())
@many
def test_a_code_with_two_letters_changed_is_a_slip(
    guide: Guide, code: str, data: st.DataObject
) -> None:
    letters = list(code.replace("-", ""))
    places = st.lists(st.integers(0, len(letters) - 1), min_size=2, max_size=2, unique=True)
    for at in data.draw(places):
        letters[at] = data.draw(st.sampled_from(LETTERS.replace(letters[at], "")))
    turned = sorted(letters) == sorted(code.replace("-", ""))

    back = take_up(guide, "".join(letters), STAMP, THURSDAY)

    assert back == Refused("slip_of_typing") or (turned and back == taken(guide, code))


@pytest.mark.parametrize(
    ("slip", "group"),
    [
        (lambda code: code[:5] + code[6:], 2),
        (lambda code: code + "2", 4),
        (lambda code: code[:-1], 4),
        (lambda code: code.replace("-", "")[:-1], 0),
        (lambda code: code.replace("-", "")[:-4], 0),
        (lambda code: code[:10] + "U" + code[11:-1] + other_than(code[-1]), 3),
    ],
    ids=["one too few", "one too many", "no end", "all together", "no last group", "no letter"],
)  # fmt: skip
def test_the_group_where_a_slip_surely_is_is_told(guide: Guide, code: str, slip, group) -> None:
    back = take_up(guide, slip(code), STAMP, THURSDAY)

    assert back == Refused("slip_of_typing", group)


def other_than(letter: str) -> str:
    return "3" if letter != "3" else "4"


@given(st.data())
@many
def test_a_code_that_somebody_made_up_with_sound_letters_is_refused(
    guide: Guide, code: str, data: st.DataObject
) -> None:
    digits = list(typed(code).digits[:-2])
    at = data.draw(st.integers(0, len(digits) - 1))
    digits[at] ^= data.draw(st.integers(1, 31))

    reason = why(guide, written(with_checks(tuple(digits))))

    assert reason in {"forged", "other_site", "older_flow"}
    assert at in (6, 7) or reason == "forged"


# Any text at all


@given(st.text(max_size=300) | st.text(LETTERS + "-PK:", max_size=300))
@many
def test_any_text_is_answered(guide: Guide, text: str) -> None:
    for one in (text, f"PK1:{text}", f"PK1{text}"):
        assert why(guide, one) in STRANGE


@pytest.mark.parametrize(
    "text",
    ["", " ", "PK1", "-", "\0", "\ud800", "A" * 10_000_000, "\ufdfa" * 3_999,
     "PK1:" + "A" * 3_000, "https://families.example.org/sign-up?code=1", "123456"],
)  # fmt: skip
def test_what_is_no_ticket_is_told_at_once(guide: Guide, text: str) -> None:
    assert why(guide, text) == "not_a_ticket"


@pytest.mark.parametrize(
    "held",
    [b"", b"junk", b"[" * 16_000, b"{}", b'{"saved":1}', b"\xff\xfe", b"9" * 9_000,
     b" " * 4_000_000,
     b'{"saved":1,"flow":"setup","version":1,"hash":"","language":"en","moments":[],'
     b'"drafts":{},"trail":[]}'],
    ids=["nothing", "junk", "deep", "bare", "half", "no text", "long number", "bomb", "nowhere"],
)  # fmt: skip
def test_what_somebody_with_the_key_packed_does_no_harm(guide: Guide, held: bytes) -> None:
    reasons = (why(guide, signed(HEAD + packed(held))), why(guide, signed(HEAD + held[:500])))

    assert set(reasons) <= {"older_flow", "not_a_ticket"}


def test_a_small_ticket_that_grows_large_is_not_unpacked(guide: Guide, text: str) -> None:
    plain = insides(text)
    trailing = [packed(plain + b" " * 20_000), packed(plain) + b"more"]
    bomb = signed(HEAD + packed(b" " * 800_000))
    why(guide, text)
    tracemalloc.start()

    reasons = [why(guide, signed(HEAD + one)) for one in trailing] + [why(guide, bomb)]

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert why(guide, signed(HEAD + packed(plain))) == "taken up"
    assert reasons == ["older_flow"] * 3
    assert most < 500_000


def test_a_text_that_is_far_too_long_is_not_looked_at(guide: Guide) -> None:
    text = "\ufdfa" * 1_000_000
    tracemalloc.start()

    reason = why(guide, text)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reason == "not_a_ticket"
    assert most < 100_000


def packed(plain: bytes) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return press.compress(plain) + press.flush()


def insides(text: str) -> bytes:
    return zlib.decompressobj(-15, _USUAL).decompress(data_of(text)[9:-12])


def test_a_ticket_of_the_right_shape_is_what_the_signature_is_for(guide: Guide, text: str) -> None:
    data = data_of(text)[:-12]

    assert isinstance(take_up(guide, signed(data), STAMP, THURSDAY), TakenUp)
    assert why(guide, PREFIX + letters_of(data + b"\0" * 12)) == "forged"
