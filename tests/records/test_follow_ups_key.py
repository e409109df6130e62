"""The file of the private key: locked and open, a passphrase that is off, a file that is none."""

import json
from typing import Any

import pytest
from nacl.utils import random

from kiosk.core.errors import KioskError
from kiosk.records.key_file import key_file_text, private_key_in
from tests.records.follow_up_samples import OTHER_KEY, SCHOOL_KEY

PASSPHRASE = "four plain words é"  # noqa: S105 - made up


@pytest.fixture(scope="module")
def locked() -> str:
    """The text of a locked key."""
    return key_file_text(SCHOOL_KEY, PASSPHRASE, random)


def never_asked() -> str:
    raise AssertionError("nobody may be asked")


def test_a_locked_key_opens_with_its_passphrase_however_the_keyboard_writes_it(locked: str) -> None:
    typed = PASSPHRASE.replace("é", "e\u0301")

    key = private_key_in(locked, "school.key", lambda: typed)

    assert bytes(key) == bytes(SCHOOL_KEY)


def test_a_locked_key_does_not_stand_in_its_file(locked: str) -> None:
    open_key = json.loads(key_file_text(SCHOOL_KEY, None, random))["key"]

    assert open_key not in locked
    assert bytes(SCHOOL_KEY).hex() not in locked


def test_another_passphrase_is_told_in_a_clear_sentence(locked: str) -> None:
    with pytest.raises(KioskError, match=r"^school.key stays closed\. This passphrase does not"):
        private_key_in(locked, "school.key", lambda: PASSPHRASE.upper())


def test_a_key_without_a_passphrase_asks_nobody() -> None:
    text = key_file_text(SCHOOL_KEY, None, random)

    assert bytes(private_key_in(text, "school.key", never_asked)) == bytes(SCHOOL_KEY)


def changed(text: str, **fields: Any) -> str:
    """The key's file with other fields; None takes one away."""
    told = {**json.loads(text), **fields}
    return json.dumps({name: value for name, value in told.items() if value is not None})


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "Private key of something else"},
        {"public": None},
        {"public": "x"},
        {"locked_key": None},
        {"locked_key": "AAAA"},
        {"locked_key": "no base64"},
        {"locked_key": 7},
        {"salt": "AAAA"},
        {"salt": None},
        {"operations": "3"},
        {"operations": -1},
        {"operations": 10**9},
        {"operations": None},
        {"memory": 2**60},
        {"memory": 1},
        {"key": "AAAA"},
        {"key": ["AAAA"]},
    ],
    ids=str,
)
def test_a_key_with_a_part_missing_or_forged_is_told(locked: str, fields: dict[str, Any]) -> None:
    with pytest.raises(KioskError, match=r"^school.key is not a key that"):
        private_key_in(changed(locked, **fields), "school.key", lambda: PASSPHRASE)


@pytest.mark.parametrize("text", ["", "follow-ups", "[]", "7", '"key"', "[" * 5000, "{}"])
def test_a_file_that_is_no_key_is_told(text: str) -> None:
    with pytest.raises(KioskError, match="is not a key that 'kiosk follow-ups keygen' wrote"):
        private_key_in(text, "notes.txt", never_asked)


def test_a_key_whose_two_halves_do_not_belong_together_is_told() -> None:
    other = json.loads(key_file_text(OTHER_KEY, None, random))["public"]
    text = changed(key_file_text(SCHOOL_KEY, None, random), public=other)

    with pytest.raises(KioskError, match="is not a key that"):
        private_key_in(text, "school.key", never_asked)
