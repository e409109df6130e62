"""What a family takes home from this station: the pages for it, their codes, a call it asks for.

The pages are a flow of their own, walked beside the visit that waits or is over.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.checks.ticket import TicketOutcome, ticket_check
from kiosk.core import view
from kiosk.core.codes import Code, CodeMakers, Weeks
from kiosk.core.guide import Guide
from kiosk.core.having import with_what_there_is
from kiosk.core.machine import begin
from kiosk.core.phrases import Phrases, phrases_in
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH, Words, fill
from kiosk.handoff.discreet import discreet
from kiosk.station import Station, has_of

if TYPE_CHECKING:
    from kiosk.handoff.slip import Slips
    from kiosk.handoff.ticket.key import Key
    from kiosk.handoff.ticket.reasons import Refused, TakenUp
    from kiosk.handoff.ticket.stamp import Stamp

_EVENING = time(19, 0)


_KNOWN = 5  # letters of a ticket that the journal may know
_OUTCOMES: Mapping[str, TicketOutcome] = {
    "not_a_ticket": "unknown",
    "slip_of_typing": "slip",
    "forged": "unknown",
    "expired": "over",
    "other_site": "elsewhere",
    "older_flow": "over",
}


@dataclass(frozen=True)
class CameBack:
    """A visit that goes on. `left`: seconds until its wait is over, or None; `letters` are what the
    journal may know of its ticket."""

    visit: Visit
    left: float | None
    letters: str


def ticket_key(records: Path, chance: Callable[[int], bytes]) -> "Key":
    """The key of this station's tickets, made at the first start. Raises KioskError where it is
    broken, or cannot be made."""
    from kiosk.handoff.ticket.key import new_key, read_key, write_key

    path = records / "ticket.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_key(path, new_key(chance))
    return read_key(path)


@dataclass(frozen=True)
class Homeward:
    """One station's. `now` gives the local time; without a `key` no ticket is given.

    `chance` gives so many random bytes; `records` is the folder of what outlives a visit.
    """

    station: Station
    now: Callable[[], datetime]
    chance: Callable[[int], bytes]
    records: Path
    key: "Key | None" = None

    def guide(self) -> Guide:
        """The station's guide, whose pages have their codes."""
        guide = self.station.guide
        checks = {**guide.checks, "ticket": ticket_check(self._judge_ticket)}
        return replace(guide, checks=checks, codes=self.codes(None))

    def begin(self, beneath: Visit, language: str) -> tuple[Guide, Visit]:
        """The pages to take something home from that visit, and a visit that stands on the first
        of them."""
        guide = self.station.guide
        flows = with_what_there_is(guide.flows, self._has(beneath))
        beside = replace(guide, flows=flows, start=guide.home, codes=self.codes(beneath))
        return beside, begin(beside, language)

    def _has(self, beneath: Visit) -> frozenset[str]:
        """What there is for this visit: one that reached its goal needs no ticket and no call."""
        body = self._page(beneath, ENGLISH).body
        done = isinstance(body, view.End) and body.tone == "done"
        has = has_of(self.station.site) - ({"ticket", "call_back"} if done else set())
        return has if self.key is not None else has - {"ticket"}

    def keep_follow_up(self, asked: Visit, beneath: Visit) -> Path | None:
        """Seals what a family left for a call, into that file. None where nothing could be kept."""
        from kiosk.records.follow_ups import FollowUp, Kept, keep, trimmed
        from kiosk.records.sealing import public_key

        site = self.station.site
        if site.call_back is None:
            return None
        now = self.now()
        reach = asked.now.kept.text("reach")
        follow_up = FollowUp(
            name=trimmed("name", asked.now.kept.text("call_name")),
            language=asked.language,
            reach="email" if "@" in reach else "phone",
            value=trimmed("value", reach),
            school=site.school_here().id,
            stopped=trimmed("stopped", beneath.ended or beneath.place),
            asked_at=now,
            delete_by=now.date() + timedelta(days=site.call_back.keep_days),
        )
        folder = self.records / "follow-ups"
        kept = keep(folder, follow_up, public_key(site.call_back.key), self.chance(16))
        return kept.path if isinstance(kept, Kept) else None

    def codes(self, beneath: Visit | None) -> CodeMakers:
        """The makers of codes. What they tell is of the visit beneath, or of the one at hand."""

        def told(visit: Visit) -> Visit:
            return beneath if beneath is not None else visit

        return {
            "portal": lambda visit, words: self._portal(),
            "office": lambda visit, words: self._office(told(visit), words),
            "wifi": lambda visit, words: self._wifi(),
            "next": lambda visit, words: self._next(told(visit), words),
            "remind": lambda visit, words: self._remind(visit, words, 1),
            "remind_two": lambda visit, words: self._remind(visit, words, 2),
            "weeks": lambda visit, words: self._weeks(visit, words),
            "ticket": lambda visit, words: self._ticket(told(visit)),
        }

    def slips(self) -> "Slips":
        """Makes what goes onto paper."""
        from kiosk.handoff.slip import Slips

        return Slips(self.station.guide, self.station.site)

    def _portal(self) -> Code:
        from kiosk.handoff.payloads import portal

        return portal(self.station.site.portal.address)

    def _wifi(self) -> Code | None:
        from kiosk.handoff.payloads import wifi

        network = self.station.site.wifi
        if network is None:
            return None
        return wifi(network.name, network.password, "WPA" if network.password else "nopass")

    def _office(self, visit: Visit, words: Words) -> Code | None:
        """A letter in English, for the office, and under it the same in the family's language."""
        from kiosk.handoff.payloads import office

        address = self.station.site.school_here().email
        if not address:
            return None
        both = (ENGLISH,) if words.language == ENGLISH.language else (ENGLISH, words)
        body = "\n\n".join(self._letter(visit, one) for one in both)
        return office(address, Phrases().letter_subject, body)

    def _letter(self, visit: Visit, words: Words) -> str:
        phrases, page = phrases_in(words), self._page(visit, words).page
        return f"{fill(phrases.letter_says, {'page': page.title})}\n{phrases.letter_asks}"

    def _next(self, visit: Visit, words: Words) -> Code:
        from kiosk.handoff.payloads import next_steps

        shown = self._page(visit, words)
        steps = steps_of(shown)
        here = self.station.site.school_here()
        title = phrases_in(words).my_next_steps
        return next_steps(title, steps, f"{here.name}, {here.phone}")

    def _remind(self, visit: Visit, words: Words, weeks: Literal[1, 2]) -> Code:
        from kiosk.handoff.calendar import Reminder
        from kiosk.handoff.payloads import remind

        site, now = self.station.site, self.now()
        reminder = Reminder(
            weekday=_day_of(visit),
            at=_EVENING,
            zone=site.time_zone,
            title=phrases_in(words).remind_me,
            every_weeks=weeks,
            url=site.portal.address,
        )
        return remind(reminder, now.date(), now)

    def _weeks(self, visit: Visit, words: Words) -> Weeks:
        from kiosk.language.manner import weeks_from

        today = self.now().date()
        first = today + timedelta(days=(_day_of(visit) - today.weekday() - 1) % 7 + 1)
        return weeks_from(words.language, today, {first + timedelta(weeks=n) for n in range(5)})

    def _ticket(self, visit: Visit) -> Code | None:
        from kiosk.handoff.ticket.qr_text import ticket_text

        if self.key is None:
            return None
        stamp, now, guide = self._stamp(self.key), self.now(), self.station.guide
        return Code(ticket_text(guide, visit, stamp, now), self._short_code(visit, now))

    def _short_code(self, visit: Visit, at: datetime) -> str:
        from kiosk.handoff.ticket.short_code import short_code

        if self.key is None:
            return ""
        return short_code(self.station.guide, visit, self._stamp(self.key), at)

    def ticket_of(self, visit: Visit) -> tuple[str, datetime]:
        """What the journal may know of the ticket just given: its last letters, which tell nothing
        of the visit, and when it is due."""
        now = self.now()
        minutes = self.station.site.waits.reply_usual
        return self._short_code(visit, now)[-_KNOWN:], now + timedelta(minutes=minutes)

    def come_back(self, text: str) -> CameBack | None:
        """The visit of that ticket, typed or scanned, or None where nobody can go on with it."""
        from kiosk.handoff.ticket.reasons import Refused

        taken = self._taken_up(text)
        if taken is None or isinstance(taken, Refused):
            return None
        left = (taken.until - self.now()).total_seconds() if taken.until else None
        letters = self._short_code(taken.visit, taken.issued)[-_KNOWN:]
        return CameBack(taken.visit, left, letters)

    def _judge_ticket(self, text: str) -> TicketOutcome:
        from kiosk.handoff.ticket.reasons import Refused

        taken = self._taken_up(text)
        if isinstance(taken, Refused):
            return _OUTCOMES[taken.reason]
        return "unknown" if taken is None else "ok"

    def _taken_up(self, text: str) -> "TakenUp | Refused | None":
        from kiosk.handoff.ticket.taking_up import take_up

        if self.key is None:
            return None
        return take_up(self.station.guide, text, self._stamp(self.key), self.now())

    def _stamp(self, key: "Key") -> "Stamp":
        from kiosk.handoff.ticket.stamp import Stamp

        site = self.station.site
        return Stamp(site.site, key, site.ticket_days, site.languages)

    def _page(self, visit: Visit, words: Words) -> view.View:
        """The page on which that visit stands, without what the family typed."""
        bare = discreet(self.station.guide, visit, phrases_in(words).your_email)
        return view_of(self.station.guide, bare, words)


def _day_of(visit: Visit) -> int:
    """The day that was picked, Monday being 0; Sunday where none was."""
    return int(visit.now.kept.text("day") or 6)


def steps_of(shown: view.View) -> tuple[str, ...]:
    """What a family does next, a line each: who does what and when, or what the page says."""
    if isinstance(shown.body, view.End):
        return tuple(
            f"{todo.who}: {todo.what}" + (f" ({todo.when})" if todo.when else "")
            for todo in shown.body.todo
        )
    return (shown.page.title, *shown.page.says)


def homeward_of(station: Station, records: Path) -> Homeward:
    """That of a station that runs now. Where its tickets have no key, none is given."""
    from kiosk.clock import local_time
    from kiosk.core.errors import KioskError

    try:
        key = ticket_key(records, os.urandom)
    except (KioskError, OSError):
        key = None
    return Homeward(station, local_time, os.urandom, records, key)
