"""Measures text and breaks it into lines, by a table of widths instead of a font."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from kiosk.drawing.letter_widths import REGULAR, SEMIBOLD

Weight = Literal["regular", "semibold"]

_TABLES: dict[Weight, dict[str, int]] = {
    "regular": {letter: width for width, letters in REGULAR.items() for letter in letters},
    "semibold": {letter: width for width, letters in SEMIBOLD.items() for letter in letters},
}
_WIDE, _UNKNOWN = 1000, 640


@dataclass(frozen=True)
class Face:
    """How a text is set: its size and the distance of its lines in pixels, and its weight."""

    size: float
    leading: float
    weight: Weight = "regular"


def width_of(text: str, face: Face) -> float:
    """The width of one line in pixels. Letters that the table lacks are guessed rather wide."""
    table = _TABLES[face.weight]
    return sum(_width(letter, table) for letter in text) * face.size / 1000


def wrapped(text: str, face: Face, most: float) -> tuple[str, ...]:
    """The text in lines no wider than `most` pixels, as even as its words allow.

    A word that is wider than a line by itself is cut. An empty text is no line.
    """
    words = [part for word in text.split() for part in _cut(word, face, most)]
    widths = [width_of(word, face) for word in words]
    space = width_of(" ", face)
    lines = _filled(widths, space, most)
    narrower, narrowest = lines, most
    while len(narrower) == len(lines) and narrowest > most / 2:
        lines = narrower
        narrowest -= face.size / 2
        narrower = _filled(widths, space, narrowest)
    return tuple(" ".join(words[start:end]) for start, end in lines)


def _width(letter: str, table: dict[str, int]) -> int:
    known = table.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in table:
        return table[plain]
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN


def _filled(widths: list[float], space: float, most: float) -> list[tuple[int, int]]:
    """The first word and the one after the last of each line, every line as full as can be."""
    lines: list[tuple[int, int]] = []
    room = 0.0
    for number, width in enumerate(widths):
        room -= space + width
        if lines and room >= 0:
            lines[-1] = (lines[-1][0], number + 1)
        else:
            lines.append((number, number + 1))
            room = most - width
    return lines


def _cut(word: str, face: Face, most: float) -> list[str]:
    parts: list[str] = []
    rest = word
    while len(rest) > 1 and width_of(rest, face) > most:
        end = len(rest) - 1
        while end > 1 and width_of(rest[:end], face) > most:
            end -= 1
        parts.append(rest[:end])
        rest = rest[end:]
    return [*parts, rest]
