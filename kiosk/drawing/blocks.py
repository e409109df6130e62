"""Lines of text with their size: what stands in a box of the picture, and on an arrow."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.drawing.letters import Face, width_of, wrapped

Ink = Literal["ink", "quiet", "on_band"]
Icon = Literal[
    "", "field", "list", "clock", "house", "tick", "flag", "leave", "kiosk", "out", "sheets"
]

TITLE = Face(14, 17, "semibold")
PLAIN = Face(13.5, 16)
LABEL = Face(13.5, 16)
SMALL = Face(12, 15)
COUNT = Face(13, 16, "semibold")
ICON_ROOM = 17.0


@dataclass(frozen=True)
class Line:
    """One line of text, in the middle of its block. `icon` stands before it, `gap` above it."""

    text: str
    face: Face
    ink: Ink = "ink"
    icon: Icon = ""
    gap: float = 0.0

    def width(self) -> float:
        """In pixels, with its icon."""
        return width_of(self.text, self.face) + (ICON_ROOM if self.icon else 0)


@dataclass(frozen=True)
class Block:
    """Lines below one another."""

    lines: tuple[Line, ...]

    def width(self) -> float:
        """The width of its widest line, in pixels."""
        return max((line.width() for line in self.lines), default=0.0)

    def height(self) -> float:
        """The height of all lines, in pixels."""
        return sum(line.gap + line.face.leading for line in self.lines)


def broken(line: Line, most: float) -> Iterator[Line]:
    """The line as lines of at most `most` pixels; icon and gap belong to the first of them."""
    room = most - (ICON_ROOM if line.icon else 0)
    for number, part in enumerate(wrapped(line.text, line.face, room)):
        yield replace(line, text=part) if number == 0 else Line(part, line.face, line.ink)
