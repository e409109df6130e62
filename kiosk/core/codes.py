"""What a phone can take from a page: QR codes, made for the visit at hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.core.visit import Visit
    from kiosk.core.words import Words


@dataclass(frozen=True)
class Code:
    """A QR code on a page. `text` is what it holds; `line` what one may read, and type instead."""

    text: str
    line: str = ""


CodeMaker = Callable[["Visit", "Words"], Code | None]
"""Makes the code for a visit, in a family's words; None where there is nothing to make it of."""

CodeMakers = Mapping[str, CodeMaker]

CODES = ("portal", "office", "remind", "remind_two", "next", "ticket", "wifi")
"""The codes that a page may show."""

DEEDS = ("print_slip", "print_card", "keep_follow_up")
"""What a page may do once, when a family comes to it."""
