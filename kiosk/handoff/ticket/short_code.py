"""A come-back ticket as a few letters to type, in groups of four, without any store behind it.

The letters are, from the left: the page as a number (see `packing`), two and a half letters with
the hour of issue, two digits of four bits that tell the site and the plan of its flows, six letters
of HMAC-SHA256, and two that find a slip of typing. The whole hour and the whole plan are signed, so
that what is told of them in a few bits only chooses the sentence of a refusal.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.core.guide import Guide
from kiosk.core.visit import Moment, Visit
from kiosk.handoff.ticket.carrying import carried
from kiosk.handoff.ticket.letters import BITS, FOREIGN, Typed, digits_of, number_of, typed, written
from kiosk.handoff.ticket.packing import Unpackable, packed, unpacked
from kiosk.handoff.ticket.plan import Plan, plan_of
from kiosk.handoff.ticket.reasons import Reason, Refused
from kiosk.handoff.ticket.slips import CHECKS, is_sound, mended, with_checks
from kiosk.handoff.ticket.stamp import AHEAD, Stamp, hour_of, time_of

GROUP = 4
LENGTHS = (16, 20, 24, 28)

_SIGNED = 6
_SITE_BITS, _PLAN_BITS, _HOUR_BITS = 4, 4, 12
_HOURS = 1 << _HOUR_BITS
_ROUNDS = 8
"""How many times the hours may have run round: over three years, to tell old from forged."""


@dataclass(frozen=True)
class Decoded:
    """A code that is sound and of this site."""

    page: Moment
    language: str
    issued: datetime


def short_code(guide: Guide, visit: Visit, stamp: Stamp, now: datetime) -> str:
    """The code of this visit: the shortest one, of its page or else of the nearest earlier page
    that fits into 28 letters. Empty where no flow has a page to come back to."""
    plan = plan_of(guide, stamp.languages)
    hour = hour_of(now)
    pages = [page for page in (plan.first(), *carried(guide, visit)) if page]
    bodies = (_body(plan, stamp, hour, visit.language, page) for page in reversed(pages))
    body = next((one for one in bodies if one), None)
    if body is None:
        return ""
    letters = written(with_checks((*body, *_mac(plan, stamp, hour, body))))
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def decoded(guide: Guide, text: str, stamp: Stamp, now: datetime) -> Decoded | Refused:
    """What the letters of a code stand for. One slip of typing is mended. Never raises."""
    seen = typed(text)
    if not LENGTHS[0] - GROUP <= len(seen.digits) <= LENGTHS[-1] + GROUP:
        return Refused("not_a_ticket")
    if seen.digits.count(FOREIGN) > 2:
        return Refused("not_a_ticket")
    slip = Refused("slip_of_typing", _group(seen))
    if len(seen.digits) not in LENGTHS:
        return slip
    digits = tuple(0 if one == FOREIGN else one for one in seen.digits)
    plan, hour = plan_of(guide, stamp.languages), hour_of(now)
    found = (_proved(plan, stamp, hour, code) for code in mended(digits))
    if is_sound(digits):
        return next(found)
    return next((one for one in found if not _is_strange(one)), slip)


def _is_strange(found: Decoded | Refused) -> bool:
    """Whether that was never signed here: what was mended was not what was meant."""
    return isinstance(found, Refused) and found.reason != "expired"


def _group(seen: Typed) -> int:
    """The group of letters that cannot be right, from 1, or 0 where that cannot be told."""
    if FOREIGN in seen.digits:
        return seen.digits.index(FOREIGN) // GROUP + 1
    if len(seen.groups) < LENGTHS[0] // GROUP:
        return 0
    return next((n for n, size in enumerate(seen.groups, 1) if size != GROUP), 0)


def _proved(plan: Plan, stamp: Stamp, now: int, digits: tuple[int, ...]) -> Decoded | Refused:
    body, mac = digits[: -_SIGNED - CHECKS], digits[-_SIGNED - CHECKS : -CHECKS]
    number = number_of(body)
    low = number >> _SITE_BITS + _PLAN_BITS & _HOURS - 1
    hours = (hour for hour in _hours(low, now) if _is_signed(plan, stamp, hour, body, mac))
    hour = next(hours, None)
    if hour is None:
        return Refused(_stranger(plan, stamp, number))
    if stamp.is_over(hour, now):
        return Refused("expired")
    try:
        language, page = unpacked(plan, number >> _HOUR_BITS + _SITE_BITS + _PLAN_BITS)
    except Unpackable:
        return Refused("older_flow")
    return Decoded(page, language, time_of(hour))


def _stranger(plan: Plan, stamp: Stamp, number: int) -> Reason:
    """What a code is most likely that was not signed for this plan with this key."""
    site, flows = number >> _PLAN_BITS & 15, number & 15
    if site != _site_print(stamp):
        return "other_site"
    return "older_flow" if flows != _plan_print(plan) else "forged"


def _body(
    plan: Plan, stamp: Stamp, hour: int, language: str, page: Moment
) -> tuple[int, ...] | None:
    """All digits of a code that are signed, or None where the page does not fit in any."""
    try:
        number = packed(plan, language, page)
    except Unpackable:
        return None
    for part, bits in (
        (hour % _HOURS, _HOUR_BITS),
        (_site_print(stamp), _SITE_BITS),
        (_plan_print(plan), _PLAN_BITS),
    ):
        number = number << bits | part
    counts = (length - _SIGNED - CHECKS for length in LENGTHS)
    fitting = next((count for count in counts if number < 1 << BITS * count), 0)
    return digits_of(number, fitting) if fitting else None


def _mac(plan: Plan, stamp: Stamp, hour: int, body: tuple[int, ...]) -> tuple[int, ...]:
    signed = stamp.sign(b"code", plan.print(), hour.to_bytes(8, "big"), bytes(body))
    return digits_of(int.from_bytes(signed[:4], "big") >> 2, _SIGNED)


def _is_signed(
    plan: Plan, stamp: Stamp, hour: int, body: tuple[int, ...], mac: tuple[int, ...]
) -> bool:
    return hmac.compare_digest(bytes(_mac(plan, stamp, hour, body)), bytes(mac))


def _hours(low: int, now: int) -> Iterator[int]:
    """The hours that end in these bits: the latest that may be, one too late, and years of old."""
    top = now + AHEAD
    latest = top - (top - low) % _HOURS
    rounds = (latest + n * _HOURS for n in (0, 1, *range(-1, -_ROUNDS, -1)))
    return (hour for hour in rounds if hour >= 0)


def _site_print(stamp: Stamp) -> int:
    return stamp.print(1)[0] >> 8 - _SITE_BITS


def _plan_print(plan: Plan) -> int:
    return plan.print()[0] >> 8 - _PLAN_BITS
