"""Seals a text to a public key: a station can write what only the holder of the other key can read.

A sealed record: 8 bytes that name its kind, 8 that name the key, then a sealed box of libsodium
(X25519, XSalsa20, Poly1305; a key of its own each time). What is inside is padded to one size.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from nacl.bindings import crypto_box_SEALBYTES, sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as NotAPoint
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.core.errors import KioskError

_KIND = b"pk-seal1"
_KEY_NAME = 8
_HEAD = len(_KIND) + _KEY_NAME
_CHECK = 4

Why = Literal["foreign", "cut short", "another key", "damaged", "newer"]


@dataclass(frozen=True)
class Unreadable:
    """Why a record cannot be opened."""

    why: Why


def sealed_size(size: int) -> int:
    """How long a record is, in bytes, whose content is padded to `size`."""
    return _HEAD + crypto_box_SEALBYTES + size


def seal(content: bytes, size: int, key: PublicKey) -> bytes:
    """The sealed record. The content must be shorter than `size`, or this raises ValueError."""
    if len(content) >= size:
        raise ValueError(f"the content has no room in {size} bytes")
    return _KIND + _name_of(key) + SealedBox(key).encrypt(sodium_pad(content, size))


def opened(sealed: bytes, size: int, key: PrivateKey) -> bytes | Unreadable:
    """What was sealed, or why it cannot be told. The record may come from anywhere."""
    if not sealed.startswith(_KIND):
        return Unreadable("foreign")
    if len(sealed) != sealed_size(size):
        return Unreadable("cut short")
    if sealed[len(_KIND) : _HEAD] != _name_of(key.public_key):
        return Unreadable("another key")
    try:
        return sodium_unpad(SealedBox(key).decrypt(sealed[_HEAD:]), size)
    except CryptoError:
        return Unreadable("damaged")


def text_of(key: PublicKey) -> str:
    """The public key as 48 letters for the site file; the last ones tell a slip of the pen."""
    raw = bytes(key)
    return b64encode(raw + _print(raw, _CHECK)).decode("ascii")


def public_key(text: str) -> PublicKey:
    """The key of such a text. Raises KioskError where a letter is missing or is another one."""
    try:
        raw = b64decode(text.strip(), validate=True)
        key = PublicKey(raw[:-_CHECK])
        if text_of(key) != text.strip():
            raise ValueError
        SealedBox(key).encrypt(b"")
    except (ValueError, NotBase64, CryptoError, NotAPoint, TypeError):
        said = "is not one that 'kiosk follow-ups keygen' wrote. Copy it again, all 48 letters."
        raise KioskError(f"The key of the follow-up list {said}") from None
    return key


def _name_of(key: PublicKey) -> bytes:
    return _print(bytes(key), _KEY_NAME)


def _print(raw: bytes, length: int) -> bytes:
    return blake2b(raw, digest_size=length).digest()
