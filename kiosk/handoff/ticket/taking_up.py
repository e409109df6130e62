"""Takes up the visit of a come-back ticket, scanned or typed, at any station of its site."""

import unicodedata
from datetime import datetime

from kiosk.core.guide import Guide
from kiosk.core.visit import Moment, Step, Visit
from kiosk.handoff.ticket.coming_back import come_back
from kiosk.handoff.ticket.qr_text import MOST_LETTERS, PREFIX, Opened, opened, waited
from kiosk.handoff.ticket.reasons import Refused, TakenUp
from kiosk.handoff.ticket.short_code import Decoded, decoded
from kiosk.handoff.ticket.stamp import Stamp

CAME_BACK = "came_back"

_LONGEST_CODE = 60


def take_up(guide: Guide, text: str, stamp: Stamp, now: datetime) -> TakenUp | Refused:
    """The visit that a QR code's text or a short code leads back to, or the reason why none is.

    Never raises, whatever the text is; longer texts than any ticket's are not looked at.
    """
    if len(text) > 2 * MOST_LETTERS:
        return Refused("not_a_ticket")
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if is_scanned(plain):
        ticket = opened(guide, plain[len(PREFIX) - 1 :], stamp, now)
        return ticket if isinstance(ticket, Refused) else _of_qr(guide, ticket)
    code = decoded(guide, plain, stamp, now)
    return code if isinstance(code, Refused) else _of_code(guide, code)


def is_scanned(text: str) -> bool:
    """Whether a text that was typed at once by a scanner is meant as a ticket. A scanner set for
    another keyboard may type another sign for the colon."""
    plain = text.strip().upper()
    begins = plain.startswith(PREFIX[:-1]) and len(plain) > _LONGEST_CODE
    return begins or plain.startswith(PREFIX)


def _of_qr(guide: Guide, ticket: Opened) -> TakenUp | Refused:
    saved = ticket.saved
    taken = _taken(guide, saved.moments, saved.language, ticket.issued, same=ticket.same)
    if isinstance(taken, Refused) or taken.until is None:
        return taken
    return TakenUp(taken.visit, taken.issued, ticket.until, taken.asks, taken.nearest)


def _of_code(guide: Guide, code: Decoded) -> TakenUp | Refused:
    return _taken(guide, (code.page,), code.language, code.issued, same=True)


def _taken(
    guide: Guide, pages: tuple[Moment, ...], language: str, issued: datetime, *, same: bool
) -> TakenUp | Refused:
    back = come_back(guide, pages, same=same)
    if back is None:
        return Refused("older_flow")
    visit = Visit(back.moment, language, trail=(Step(back.page.stack[-1].place, CAME_BACK),))
    until = waited(guide, back.page, issued)
    return TakenUp(visit, issued, until, back.asks, back.nearest)
