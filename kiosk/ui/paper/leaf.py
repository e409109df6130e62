"""What a page of paper holds, before it is known how many sheets it takes."""

from dataclasses import dataclass

from kiosk.ui.paper.blocks import Block


@dataclass(frozen=True)
class Part:
    """What stays whole on one sheet, and the white under it, in dots."""

    block: Block
    gap: float


@dataclass(frozen=True)
class Leaf:
    """Parts from the top down, and a block that stands at the foot of the last sheet."""

    body: tuple[Part, ...]
    foot: Block
