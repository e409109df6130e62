"""What stands on each arrow: the answers, how many gave them, and where it jumps to, if it does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.drawing.blocks import COUNT, LABEL, SMALL, Block, Line, broken
from kiosk.drawing.cards import TONE_WORDS, share
from kiosk.drawing.chart import Arrow, Node
from kiosk.drawing.inferring import Known
from kiosk.drawing.letters import width_of
from kiosk.drawing.tally import Tally

WIDEST = 108.0
SIGN_HEIGHT, SIGN_SIDE = 20.0, 30.0
EITHER_WAY = "either way"


@dataclass(frozen=True)
class Slip:
    """The label of all arrows between two screens.

    `jump` is the screen that no line is drawn to, and `sign` what its mark says around the number
    of that screen: "on to {number}". `back` tells whether it lies behind. `count` is how many went
    that way, if that is known.
    """

    block: Block
    width: float
    height: float
    jump: str = ""
    sign: str = ""
    back: bool = False
    count: int | None = None


def slip_of(arrows: Sequence[Arrow], tally: Tally, *, alone: bool) -> Slip:
    """The slip of arrows with one source and one target, to which a line is drawn.

    `alone` tells that nothing else leads on from the source.
    """
    known = tally.pairs.get((arrows[0].source, arrows[0].target))
    block = Block(tuple(_lines(arrows, tally, known, alone=alone)))
    return Slip(block, block.width() + 2, block.height(), count=known.count if known else None)


def jumping(slip: Slip, target: Node, widest: str, *, back: bool) -> Slip:
    """The same slip with a mark in place of a line; `widest` is the widest number there may be."""
    name = {"return": target.title, "end": TONE_WORDS[target.tone or "later"].lower()}
    sign = "back to {number}" if back else "on to {number}"
    if target.kind in name:
        sign = f"{{number}}: {name[target.kind].replace('{', '(').replace('}', ')')}"
    width = width_of(sign.format(number=widest), SMALL) + SIGN_SIDE
    return replace(
        slip,
        width=max(slip.width, width),
        height=slip.height + SIGN_HEIGHT,
        jump=target.id,
        sign=sign,
        back=back,
    )


def _lines(
    arrows: Sequence[Arrow], tally: Tally, known: Known | None, *, alone: bool
) -> Iterator[Line]:
    came = tally.visits.get(arrows[0].source)
    whole = came.came if came and arrows[0].kind != "returned" else 0
    if alone and len(arrows) > 1 and arrows[0].kind == "outcome":
        yield Line(EITHER_WAY, LABEL)
    else:
        for number, arrow in enumerate(arrows):
            if number:
                yield Line("or", SMALL, "quiet")
            yield from broken(Line(arrow.label, LABEL), WIDEST)
            if arrow in tally.arrows:
                yield Line(_counted(tally.arrows[arrow], whole), COUNT)
    if known and not all(arrow in tally.arrows for arrow in arrows):
        about = "" if known.exact else "about "
        yield Line(about + _counted(known.count, whole), COUNT)


def _counted(count: int, whole: int) -> str:
    return f"{count:,} \u00b7 {share(count, whole)}" if whole else f"{count:,}"
