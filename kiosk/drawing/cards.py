"""What stands in the box of each screen, and how large that makes the box."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.drawing.blocks import COUNT, PLAIN, SMALL, TITLE, Block, Icon, Line, broken
from kiosk.drawing.chart import Node, Tone
from kiosk.drawing.tally import Visits

WIDEST, WIDEST_OPEN = 168.0, 420.0
LEAST = 92.0
SIDE, SIDE_OF_DECIDE, SIDE_OF_RETURN = 14.0, 20.0, 20.0
PADDING = 11.0
BAND = 21.0
BAR = 12.0
TAB = 19.0
STACK = 5.0

Entry = Literal["", "start", "elsewhere"]

TONE_WORDS: dict[Tone, str] = {"done": "Done", "later": "Later", "office": "School office"}
TONE_ICONS: dict[Tone, Icon] = {"done": "tick", "later": "clock", "office": "house"}


@dataclass(frozen=True)
class Card:
    """The box of one screen: its text, its size in pixels, and what of it is no text.

    `entry` tells whether a tab above it says that a visit starts here, or comes here from elsewhere
    without a line; `tab` is its height, `band` that of the band of an end, `stack` how far the
    sheets behind it stand out. `is_open` tells that its flow is drawn below it. `stopped` is the
    part of the visits that stopped there, from 0 to 1; it is shown as a bar.
    """

    node: Node
    block: Block
    width: float
    height: float
    entry: Entry = ""
    is_open: bool = False
    tab: float = 0.0
    band: float = 0.0
    stack: float = 0.0
    stopped: float = 0.0


def card_of(node: Node, visits: Visits | None, *, again: int, entry: Entry, is_open: bool) -> Card:
    """The card of that screen. `again` is how many refusals it answers by asking once more."""
    most = WIDEST_OPEN if is_open else WIDEST
    block = Block((*_lines(node, again, most), *_counted(node, visits, most)))
    side = {"decide": SIDE_OF_DECIDE, "return": SIDE_OF_RETURN}.get(node.kind, SIDE)
    tab = TAB if entry else 0.0
    band = BAND if node.tone else 0.0
    stopped = visits.dropped / visits.came if visits and visits.came else 0.0
    stack = STACK if node.kind == "run" and not is_open else 0.0
    return Card(
        node=node,
        block=block,
        width=max(LEAST, block.width() + 2 * side) + stack,
        height=tab + band + block.height() + 2 * PADDING + (BAR if stopped else 0) + stack,
        entry=entry,
        is_open=is_open,
        tab=tab,
        band=band,
        stack=stack,
        stopped=stopped,
    )


def _lines(node: Node, again: int, most: float) -> Iterator[Line]:
    match node.kind:
        case "decide":
            yield Line("The kiosk looks", SMALL, "quiet", "kiosk")
            yield from broken(Line(node.title, PLAIN), most)
        case "return":
            yield Line("Goes on with", SMALL, "quiet", "out")
            yield from broken(Line(node.title, TITLE), most)
        case "run":
            yield from broken(Line(node.title, TITLE, icon="sheets"), most)
            yield from broken(Line(node.detail, SMALL, "quiet", gap=2), most)
            yield from _ends(node, most)
        case "form" | "pick" | "wait":
            icons: dict[str, Icon] = {"form": "field", "pick": "list", "wait": "clock"}
            yield from broken(Line(node.title, TITLE), most)
            detail = Line(node.detail, SMALL, "quiet", icons[node.kind], gap=3)
            yield from broken(detail, most)
            if again:
                times = "in 1 case" if again == 1 else f"in {again} cases"
                yield Line(f"asks once more {times}", SMALL, "quiet")
        case _:
            yield from broken(Line(node.title, TITLE), most)


def _ends(node: Node, most: float) -> Iterator[Line]:
    counts = Counter(node.ends)
    parts = [f"{counts[tone]} {TONE_WORDS[tone].lower()}" for tone in TONE_WORDS if counts[tone]]
    if parts:
        noun = "end" if len(node.ends) == 1 else "ends"
        line = Line(f"{noun} in it: {', '.join(parts)}", SMALL, "quiet", "flag", gap=2)
        yield from broken(line, most)


def _counted(node: Node, visits: Visits | None, most: float) -> Iterator[Line]:
    if visits is None:
        return
    where = " in all" if visits.in_all else ""
    yield Line(_many(visits.came) + where, COUNT, gap=4)
    if visits.dropped:
        where = "in it" if node.kind == "run" else "here"
        part = f"{visits.dropped:,} stopped {where}"
        yield Line(f"{part} ({share(visits.dropped, visits.came)})", COUNT, icon="leave")
    besides = [
        f"{number:,} {words}"
        for number, words in (
            (visits.again, "asked again"),
            (visits.helped, "help"),
            (visits.back, "back"),
        )
        if number
    ]
    yield from broken(Line(", ".join(besides), SMALL, "quiet"), most)


def share(part: int, whole: int) -> str:
    """A part of a whole in percent, as a person says it."""
    if not whole:
        return "0 %"
    percent = 100 * part / whole
    return "under 1 %" if 0 < percent < 1 else f"{percent:.0f} %"


def _many(count: int) -> str:
    return "1 visit" if count == 1 else f"{count:,} visits"
