"""Writes the elements of an SVG picture, every text escaped, and holds the picture's colours."""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from kiosk.drawing.letters import Face, width_of

PAPER, CARD, INK, QUIET = "#FBF6EC", "#FFFFFF", "#16232E", "#33424E"
EDGE, TINT, LINE, BACK_LINE = "#07434B", "#EAF3F1", "#4A5A66", "#7A858D"
ON_DARK, HAIRLINE = "#FFFFFF", "#B9AD97"

FONTS = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Segoe UI, Helvetica, Arial, sans-serif"

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attribute = str | float


def safe(text: str) -> str:
    """The text as it may stand between tags; letters that XML cannot hold become a mark."""
    return escape(_NOT_IN_XML.sub("\ufffd", text))


def element(tag: str, inside: Iterable[str] | None = None, /, **attributes: Attribute) -> str:
    """One element. An underscore in a name stands for a hyphen, one at its end for nothing."""
    names = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    written = "".join(f" {name}={quoteattr(_written(value))}" for name, value in names)
    if inside is None:
        return f"<{tag}{written}/>"
    return f"<{tag}{written}>{''.join(inside)}</{tag}>"


def number(value: float) -> str:
    """A length with at most one digit after the point."""
    return f"{value:.1f}".removesuffix(".0")


def text(words: str, middle: float, baseline: float, face: Face, fill: str = INK) -> str:
    """One line of text about its middle."""
    return _text(words, face, x=middle, y=baseline, fill=fill)


def text_from(words: str, left: float, baseline: float, face: Face, fill: str = INK) -> str:
    """One line of text from its left end."""
    return _text(words, face, x=left, y=baseline, fill=fill, text_anchor="start")


def _text(words: str, face: Face, **look: Attribute) -> str:
    """Its length is told, so that it fits in another font as well."""
    if face.weight == "semibold":
        look["font_weight"] = "600"
    look |= {"font_size": face.size, "textLength": width_of(words, face)}
    return element("text", [safe(words)], **look, lengthAdjust="spacingAndGlyphs")


def box(x: float, y: float, width: float, height: float, /, **attributes: Attribute) -> str:
    """A rectangle by its upper left corner."""
    return element("rect", x=x, y=y, width=width, height=height, **attributes)


def path(parts: Sequence[str | float], /, **attributes: Attribute) -> str:
    """A path of letters and numbers."""
    data = " ".join(part if isinstance(part, str) else number(part) for part in parts)
    return element("path", d=data, **attributes)


def _written(value: Attribute) -> str:
    return _NOT_IN_XML.sub("\ufffd", value) if isinstance(value, str) else number(value)
