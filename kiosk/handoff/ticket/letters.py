"""Numbers and bytes as letters that are hard to mistake, and what a hurried hand makes of them.

The letters are Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U. They
are upper case, so that a QR code can use its small alphanumeric mode, and they are on the same keys
of nearly every keyboard, so that a scanner which types what it sees types them right.
"""

import re
import unicodedata
from dataclasses import dataclass

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 5
FOREIGN = -1

_MEANT = {**{letter: n for n, letter in enumerate(LETTERS)}, "O": 0, "I": 1, "L": 1}
_BETWEEN = re.compile(r"[\s\u2010-\u2015\u2212_.,:;/|+-]+")


@dataclass(frozen=True)
class Typed:
    """What was typed: a digit of 0 to 31 for each letter, FOREIGN for one that no code has.

    `groups` are the lengths of the pieces that stood apart.
    """

    digits: tuple[int, ...]
    groups: tuple[int, ...]


def typed(text: str) -> Typed:
    """Reads letters as they were meant: in either case, O as 0, I and L as 1, spaces and dashes as
    nothing."""
    plain = unicodedata.normalize("NFKC", text).upper()
    pieces = [piece for piece in _BETWEEN.split(plain) if piece]
    digits = tuple(_MEANT.get(letter, FOREIGN) for piece in pieces for letter in piece)
    return Typed(digits, tuple(len(piece) for piece in pieces))


def digits_of(number: int, count: int) -> tuple[int, ...]:
    """The number as that many digits of 0 to 31, the highest first."""
    return tuple(number >> BITS * place & 31 for place in reversed(range(count)))


def number_of(digits: tuple[int, ...]) -> int:
    """The number that these digits of 0 to 31 write."""
    number = 0
    for digit in digits:
        number = number << BITS | digit
    return number


def written(digits: tuple[int, ...]) -> str:
    """The digits as letters."""
    return "".join(LETTERS[digit] for digit in digits)


def letters_of(data: bytes) -> str:
    """The bytes as letters, with as few spare bits as can be."""
    count = -(-8 * len(data) // BITS)
    return written(digits_of(int.from_bytes(data, "big") << BITS * count - 8 * len(data), count))


def bytes_of(digits: tuple[int, ...]) -> bytes | None:
    """What `letters_of` wrote, or None where it cannot have written this."""
    size, spare = divmod(BITS * len(digits), 8)
    number = number_of(digits)
    if spare >= BITS or number & (1 << spare) - 1:
        return None
    return (number >> spare).to_bytes(size, "big")
