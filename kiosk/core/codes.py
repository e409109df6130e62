"""What stands beside the answers of a page, made for the visit at hand: QR codes, a calendar."""

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


@dataclass(frozen=True)
class Weeks:
    """The next weeks on a calendar: the months' name, the names of the days, and a row of days for
    each week; a marked day begins with *. `told` says the marked days in words. `initials` are the
    shortest names of the days, where there is no room for the others."""

    name: str
    heads: tuple[str, ...]
    days: tuple[tuple[str, ...], ...]
    told: str
    initials: tuple[str, ...] = ()


CodeMaker = Callable[["Visit", "Words"], Code | Weeks | None]
"""Makes what stands beside the answers, in a family's words; None where there is nothing to make it
of."""

CodeMakers = Mapping[str, CodeMaker]

CODES = ("portal", "office", "remind", "remind_two", "next", "ticket", "wifi", "weeks")
"""The codes that a page may show."""

DEEDS = ("print_slip", "print_card", "keep_follow_up", "note_ticket")
"""What a page may do once, when a family comes to it."""
