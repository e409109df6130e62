"""A text as the squares of a QR code: which are dark and which are light, and nothing drawn."""

from qrcode.base import rs_blocks
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from kiosk.core.errors import KioskError

Matrix = tuple[tuple[bool, ...], ...]
"""Rows from the top, squares from the left; True is dark. As wide as it is high, no quiet zone."""

LARGEST = 40
_LONG_COUNT = 10  # the first version whose texts say their length in two bytes


class TooLong(KioskError):
    """A text that no code can hold."""


def most_bytes(version: int) -> int:
    """How many bytes of any text a code of that version (1 to 40) holds at level M.

    A text all in digits, or in capital letters, may hold more. ISO/IEC 18004, table 7.
    """
    room: int = sum(block.data_count for block in rs_blocks(version, ERROR_CORRECT_M))
    return room - (3 if version >= _LONG_COUNT else 2)


def fits(text: str, version: int) -> bool:
    """Whether any text of this length, in UTF-8, surely fits a code of that version."""
    return len(text.encode()) <= most_bytes(version)


def matrix_of(text: str) -> Matrix:
    """The smallest code of level M that holds the text: 21 to 177 squares a side.

    Level M can be read with 15 % of it covered or dirty. Raises TooLong, with the most that fits.
    """
    if not fits(text, LARGEST):
        raise TooLong(
            f"A QR code holds {most_bytes(LARGEST)} bytes, and this text has {len(text.encode())}: "
            "make it shorter."
        )
    code = QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
