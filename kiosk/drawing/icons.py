"""The small signs before a line: drawn, so that no font has to have them."""

from kiosk.drawing.blocks import Icon
from kiosk.drawing.pens import element

SIDE = 12.0

# Lines in a square of 12 by 12.
_LINES: dict[Icon, str] = {
    "field": "M1 3.5h10v5.5h-10z M3 5v2.5",
    "list": "M1 2.5h1.5 M4.5 2.5h6.5 M1 6h1.5 M4.5 6h6.5 M1 9.5h1.5 M4.5 9.5h6.5",
    "clock": "M6 1a5 5 0 1 0 .01 0z M6 3.2v3l2 1.4",
    "house": "M1 6l5 -4.5l5 4.5 M2.5 5v6h7v-6 M5 11v-3h2v3",
    "tick": "M1.5 6.5l3 3.5l6 -8",
    "flag": "M3 11.5v-10.5 M3 1.5h7l-2 2.5l2 2.5h-7",
    "leave": "M6 0.5v7 M2.8 4.6l3.2 3.2l3.2 -3.2 M1 11h10",
    "kiosk": "M1.5 1.5h9v6.5h-9z M6 8v3 M3.5 11h5",
    "out": "M1 6h9 M6.5 2.5l3.5 3.5l-3.5 3.5",
    "sheets": "M1 4h7v7h-7z M4 4v-3h7v7h-3",
    "": "",
}
_UP, _RIGHT = "M6 11v-9.5 M2.5 5l3.5 -3.5l3.5 3.5", "M1 6h9.5 M7 2.5l3.5 3.5l-3.5 3.5"


def icon(name: Icon, x: float, y: float, colour: str) -> str:
    """That sign with its upper left corner there."""
    return _drawn(_LINES[name], x, y, colour)


def pointer(x: float, y: float, colour: str, *, back: bool) -> str:
    """An arrow that points up, to what lies behind, or on."""
    return _drawn(_UP if back else _RIGHT, x, y, colour)


def _drawn(lines: str, x: float, y: float, colour: str) -> str:
    return element(
        "path",
        d=lines,
        transform=f"translate({x:.1f} {y:.1f})",
        fill="none",
        stroke=colour,
        stroke_width=1.4,
        stroke_linecap="round",
        stroke_linejoin="round",
    )
