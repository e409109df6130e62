"""What comes of a ticket: a visit to go on with, or the reason why not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kiosk.core.visit import Visit

Reason = Literal["not_a_ticket", "slip_of_typing", "forged", "expired", "other_site", "older_flow"]


@dataclass(frozen=True)
class TakenUp:
    """A visit that goes on.

    `issued` is the hour of the ticket; `until`, where the page waits, when that wait is over: never
    later than it was said to be. `asks` are the names of what was typed then and is asked for
    again, first of all; `nearest` tells that the page that was left is not there any more.
    """

    visit: Visit
    issued: datetime
    until: datetime | None = None
    asks: tuple[str, ...] = ()
    nearest: bool = False


@dataclass(frozen=True)
class Refused:
    """Why a text brings no visit back. None of it is anybody's blame.

    not_a_ticket: something else was typed or scanned. slip_of_typing: a letter is missing, too
    many or another one; `group` is the group of letters where, from 1, or 0 where that is not
    sure. forged: it is not as it was issued, or signed with another key. expired: its days are
    over. other_site: it is of other schools. older_flow: what it leads to is not there today.
    """

    reason: Reason
    group: int = 0
