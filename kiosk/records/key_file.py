"""The file of the private key that opens a sealed list, locked with a passphrase or left open.

The passphrase is made slow to guess by argon2id (RFC 9106, with the work the file itself names).
"""

import json
import unicodedata
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from kiosk.core.errors import KioskError
from kiosk.records.sealing import text_of

SHORTEST_PASSPHRASE = 12
_KIND = "Private key of a follow-up list (Portal Kiosk)"
# A file from elsewhere must not make this machine work for ever.
_MOST_OPERATIONS = 16
_MOST_MEMORY = 1 << 30
_LOCKED_SIZE = SecretBox.NONCE_SIZE + PrivateKey.SIZE + SecretBox.MACBYTES
# What reading a text that is no key's can raise, down to numbers that no memory has.
_NO_KEY = (ValueError, NotBase64, ArithmeticError, LookupError, TypeError, RecursionError)


def key_file_text(key: PrivateKey, passphrase: str | None, random: Callable[[int], bytes]) -> str:
    """The text of the key's file. Without a passphrase, whoever has the file has the key.

    `random` gives as many random bytes as it is asked for.
    """
    told: dict[str, Any] = {"kind": _KIND, "version": 1, "public": text_of(key.public_key)}
    if passphrase is None:
        told["key"] = _text(bytes(key))
        return _lines(told)
    salt = random(argon2id.SALTBYTES)
    told["operations"] = argon2id.OPSLIMIT_MODERATE
    told["memory"] = argon2id.MEMLIMIT_MODERATE
    told["salt"] = _text(salt)
    box = _box(passphrase, salt, told["operations"], told["memory"])
    told["locked_key"] = _text(bytes(box.encrypt(bytes(key), random(SecretBox.NONCE_SIZE))))
    return _lines(told)


def private_key_in(text: str, file: str, passphrase: Callable[[], str]) -> PrivateKey:
    """The key of such a text. `passphrase` is called only where the key is locked.

    Raises KioskError, which names the `file`, where it is none, or the passphrase does not open it.
    """
    try:
        told = json.loads(text)
        key = PrivateKey(_raw_key(told, file, passphrase))
        fits = told["kind"] == _KIND and told["public"] == text_of(key.public_key)
    except _NO_KEY:
        fits = False
    if not fits:
        said = "is not a key that 'kiosk follow-ups keygen' wrote, or a part of it is missing"
        raise KioskError(f"{file} {said}. Take another copy of it.")
    return key


def _raw_key(told: dict[str, Any], file: str, passphrase: Callable[[], str]) -> bytes:
    if "key" in told:
        return b64decode(told["key"], validate=True)
    operations, memory = told["operations"], told["memory"]
    if operations > _MOST_OPERATIONS or memory > _MOST_MEMORY:
        raise ValueError
    salt = b64decode(told["salt"], validate=True)
    locked = b64decode(told["locked_key"], validate=True)
    if len(locked) != _LOCKED_SIZE:
        raise ValueError
    box = _box(passphrase(), salt, operations, memory)
    try:
        return box.decrypt(locked)
    except CryptoError:
        said = "This passphrase does not open it. Try again: large and small letters count."
        raise KioskError(f"{file} stays closed. {said}") from None


def _box(passphrase: str, salt: bytes, operations: int, memory: int) -> SecretBox:
    # One keyboard writes e and an accent, another the letter with its accent.
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return SecretBox(argon2id.kdf(SecretBox.KEY_SIZE, typed, salt, operations, memory))


def _lines(told: dict[str, Any]) -> str:
    return json.dumps(told, indent=1) + "\n"


def _text(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
