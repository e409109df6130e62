"""How well words can be read on a district's own colour: contrast by WCAG 2.2, and a near shade."""

import re

INKS = ("#FFFFFF", "#16232E")
"""White and the kiosk's dark ink: one of them stands on any colour."""

LEAST = 7.0
"""The contrast of WCAG 2.2, 1.4.6 (AAA)."""

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_STEPS = 50


def is_color(text: str) -> bool:
    """Whether it is written as six digits of a colour, such as "#1B4F94"."""
    return bool(_COLOR.fullmatch(text))


def best_contrast(color: str) -> float:
    """The contrast of the better ink on that colour, 1 to 21."""
    return max(_contrast(color, ink) for ink in INKS)


def readable_shade(color: str) -> str:
    """The nearest darker shade of that colour on which an ink can be read well."""
    parts = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    for step in range(_STEPS, -1, -1):
        shade = "#" + "".join(f"{part * step // _STEPS:02X}" for part in parts)
        if best_contrast(shade) >= LEAST:
            return shade
    return INKS[1]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
