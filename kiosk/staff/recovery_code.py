"""The recovery code: sixteen letters and digits on paper, which open the lock of the PIN once.

Crockford's base 32, crockford.com/base32.html: no letter that is taken for a digit, and whoever
types O for 0 is understood. 80 bits cannot be guessed, so tries of a code are not counted.
"""

from typing import Final

BYTES: Final = 10

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = BYTES * 8 // 5
_GROUP = 4
_TAKEN_FOR = str.maketrans(
    {"O": "0", "I": "1", "L": "1", **dict.fromkeys(" -\u2010\u2011\u2013\t")}
)


def code_of(chance: bytes) -> str:
    """The code of so many random bytes, in groups: 7K2M-9QXA-04TD-H6WZ."""
    number = int.from_bytes(chance[:BYTES])
    letters = "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def code_in(typed: str) -> str:
    """The letters of a code as they are hashed; empty where no code can be meant."""
    letters = typed.strip().upper().translate(_TAKEN_FOR)
    is_code = len(letters) == _LENGTH and all(letter in _DIGITS for letter in letters)
    return letters if is_code else ""
