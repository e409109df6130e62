"""A come-back ticket as the text of a QR code: what a visit keeps, packed and signed.

PK1: and letters. The letters are bytes: 4 that tell the site, 3 with the hour of issue, 2 with the
minutes from then until a wait is over (0: none), the packed visit, 12 of HMAC-SHA256.
"""

import hmac
import json
import zlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kiosk.core.flow import Wait
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept
from kiosk.core.saved.form import Saved, Unreadable, as_json, from_json
from kiosk.core.saved.saving import hash_of
from kiosk.core.visit import Moment, Visit
from kiosk.handoff.ticket.carrying import carried
from kiosk.handoff.ticket.letters import FOREIGN, bytes_of, letters_of, typed
from kiosk.handoff.ticket.reasons import Refused
from kiosk.handoff.ticket.stamp import Stamp, hour_of, time_of

PREFIX = "PK1:"
MOST_LETTERS = 2_000

_SITE, _HOUR, _WAIT, _SIGNED = 4, 3, 2, 12
_HEAD = _SITE + _HOUR + _WAIT
_HASH = 16
_MOST_BYTES = 16_384
# What nearly every ticket holds, so that it need not be told. To change it makes a new PREFIX.
_USUAL = (
    b'{"turns":{},"refusal":"","items":["results":["school":"schools":["provider":"gmail",'
    b'"screen":"each_school","flow":"one_school"}],"kept":{}},{"flow":"reply","screen":"wait"}]'
    b',{"flow":"account","screen":"{"flow":"email","screen":"{"flow":"request","screen":"'
    b'{"flow":"record","screen":"}],"drafts":{},"trail":[]}'
    b'{"saved":1,"flow":"setup","version":1,"hash":"","language":"en","moments":[{"stack":['
    b'{"flow":"setup","screen":"'
)


@dataclass(frozen=True)
class Opened:
    """A ticket that is sound and of this site. `until`: when the wait of its page is over."""

    saved: Saved
    issued: datetime
    until: datetime | None
    same: bool


def ticket_text(
    guide: Guide, visit: Visit, stamp: Stamp, now: datetime, until: datetime | None = None
) -> str:
    """The ticket of this visit. `until` is when its wait is over; on a waiting page, without one,
    its whole wait from now."""
    pages = carried(guide, visit)
    saved = Saved(
        flow=guide.start,
        version=guide.flows[guide.start].version,
        hash=hash_of(guide)[:_HASH],
        language=visit.language,
        moments=pages,
        drafts=Kept(),
        trail=(),
    )
    hour = hour_of(now)
    over = until or waited(guide, pages[-1], now)
    minutes = int((over - time_of(hour)).total_seconds() // 60) if over else 0
    data = b"".join((
        stamp.print(_SITE),
        hour.to_bytes(_HOUR, "big"),
        min(max(minutes, 0), 0xFFFF).to_bytes(_WAIT, "big"),
        _packed(json.dumps(as_json(saved), separators=(",", ":")).encode()),
    ))  # fmt: skip
    return PREFIX + letters_of(data + stamp.sign(b"ticket", data)[:_SIGNED])


def waited(guide: Guide, page: Moment, since: datetime) -> datetime | None:
    """When the wait of that page is over that began then, or None on another page."""
    here = page.stack[-1]
    screen = guide.screen(here.flow, here.screen)
    if not isinstance(screen, Wait):
        return None
    clock = screen.wait
    seconds = guide.waits[clock.for_] if clock.for_ else clock.minutes * 60
    return since + timedelta(seconds=seconds)


def opened(guide: Guide, text: str, stamp: Stamp, now: datetime) -> Opened | Refused:
    """What stands in the letters behind PK1: of a ticket. Never raises."""
    if len(text) > MOST_LETTERS:
        return Refused("not_a_ticket")
    digits = typed(text).digits
    data = None if FOREIGN in digits else bytes_of(digits)
    if data is None or len(data) < _HEAD + _SIGNED:
        return Refused("slip_of_typing")
    told, mac = data[:-_SIGNED], data[-_SIGNED:]
    if told[:_SITE] != stamp.print(_SITE):
        return Refused("other_site")
    if not hmac.compare_digest(mac, stamp.sign(b"ticket", told)[:_SIGNED]):
        return Refused("forged")
    hour = int.from_bytes(told[_SITE : _SITE + _HOUR], "big")
    if stamp.is_over(hour, hour_of(now)):
        return Refused("expired")
    minutes = int.from_bytes(told[_HEAD - _WAIT : _HEAD], "big")
    issued = time_of(hour)
    until = issued + timedelta(minutes=minutes) if minutes else None
    return _read(guide, told[_HEAD:], issued, until)


def _read(
    guide: Guide, packed: bytes, issued: datetime, until: datetime | None
) -> Opened | Refused:
    try:
        saved = from_json(json.loads(_unpacked(packed)))
    except (ValueError, RecursionError, zlib.error):  # Unreadable is a ValueError
        return Refused("older_flow")
    same = saved.hash == hash_of(guide)[:_HASH]
    return Opened(replace(saved, drafts=Kept(), trail=()), issued, until, same)


def _packed(plain: bytes) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, _USUAL)
    return press.compress(plain) + press.flush()


def _unpacked(packed: bytes) -> bytes:
    """What was packed, if it is of a bearable size: a few bytes can be packed to be thousands."""
    press = zlib.decompressobj(-15, _USUAL)
    plain = press.decompress(packed, _MOST_BYTES)
    if not press.eof or press.unused_data:
        raise Unreadable("too long, or cut short")
    return plain
