"""Reads the codes on a picture as a phone would: zxing-cpp, which knows nothing of their making."""

from collections.abc import Sequence
from dataclasses import dataclass

import zxingcpp

_AROUND = 4
_DOT = 3


@dataclass(frozen=True)
class Scan:
    """What a scanner found: the words, their bytes, and the level of correction, such as "M"."""

    text: str
    data: bytes
    level: str


def scans(rows: Sequence[bytes]) -> tuple[Scan, ...]:
    """The QR codes on a grey picture: rows of one byte a pixel, 0 is black.

    Light on dark is not read, as on many phones.
    """
    picture = memoryview(b"".join(rows)).cast("B", (len(rows), len(rows[0])))
    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=only, try_rotate=False, try_invert=False)
    return tuple(Scan(one.text, one.bytes, one.ec_level) for one in found)


def scan_of_squares(squares: Sequence[Sequence[bool]]) -> Scan:
    """The one code that these squares are, dark ones True, drawn three pixels a square."""
    edge = bytes([255]) * _AROUND * _DOT
    blank = bytes([255]) * (len(squares) + 2 * _AROUND) * _DOT
    drawn = [
        edge + b"".join(bytes([0 if dark else 255]) * _DOT for dark in row) + edge
        for row in squares
    ]
    above = [blank] * _AROUND * _DOT
    (found,) = scans([*above, *(row for row in drawn for _ in range(_DOT)), *above])
    return found
