"""What the doctor finds: each thing with a colour, a sentence, and what to do. It looks at nothing.

Each function gets plain facts of one part and says in words for staff how it stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Colour = Literal["green", "amber", "red"]

WORDS: Mapping[Colour, str] = {"green": "Ready", "amber": "Look at this", "red": "Mend this"}
"""Never a colour alone: what stands beside each."""

_ORDER: tuple[Colour, ...] = ("red", "amber", "green")
_RECORD = "'kiosk words clips LANGUAGE' lists the sentences to record for each."
_MEGABYTE = 1 << 20
_LEAST_FREE, _FREE_ENOUGH = 100 * _MEGABYTE, 1024 * _MEGABYTE
_AHEAD = timedelta(days=2 * 365)
_BEHIND = timedelta(days=1)


@dataclass(frozen=True)
class Finding:
    """How one thing stands. `items` name what it is about, where that is more than one."""

    colour: Colour
    what: str
    todo: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """How far the words of a language have come: English name, and how many are drafts of all."""

    language: str
    drafts: int
    of: int
    hidden: bool = False

    def told(self) -> str:
        """The language, and how many are drafts where that is not all of them."""
        return self.language if self.drafts == self.of else f"{self.language} ({self.drafts})"


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is to mend, then what to look at, then what is ready."""
    return tuple(sorted(findings, key=lambda one: _ORDER.index(one.colour)))


def summary(findings: Sequence[Finding]) -> str:
    """All of it in one sentence."""
    red, amber = (sum(one.colour == colour for one in findings) for colour in _ORDER[:2])
    if red:
        return f"Not ready yet: {counted(red, 'thing')} to mend before families come."
    if amber:
        return f"Families can come. {counted(amber, 'thing')} to look at when there is time."
    return "This station is ready."


def as_text(findings: Sequence[Finding], heading: str) -> str:
    """A sheet of paper: what is to mend first. One thing a paragraph."""
    parts = [heading, summary(findings)]
    for one in worst_first(findings):
        parts.append("\n".join(_paragraph(one)))
    return "\n\n".join(parts) + "\n"


def _paragraph(one: Finding) -> Iterator[str]:
    yield f"[{WORDS[one.colour]}] {one.what}"
    yield from (f"    - {item}" for item in one.items)
    if one.todo:
        yield f"    What to do: {one.todo}"


def of_site(district: str, file: str, example: bool) -> Iterator[Finding]:
    """Whose kiosk this is."""
    yield Finding("green", f"Site file {file}: {district}")
    if example:
        todo = "Copy it, put in your own school, and start with --site FILE."
        yield Finding("amber", "This is the made-up example district", todo)


def of_flows(count: int, rules: str, advice: int) -> Finding:
    """The flows hold; perhaps there is advice on them."""
    what = f"{count} flows, rules '{rules}'"
    if advice:
        said = f"{what}, and {counted(advice, 'piece')} of advice"
        return Finding("amber", said, "Read it with: kiosk check")
    return Finding("green", what)


def of_languages(reviews: Sequence[Review]) -> Iterator[Finding]:
    """Whether a speaker has read what families of each language read."""
    drafts = [one for one in reviews if one.drafts and not one.hidden]
    hidden = [one.language for one in reviews if one.hidden]
    if drafts:
        yield Finding(
            "amber",
            f"{counted(len(drafts), 'language')} with sentences that no speaker has reviewed",
            "Have a speaker read them: kiosk words export LANGUAGE. Or show reviewed languages "
            "only: only_reviewed: true in the site file.",
            tuple(one.told() for one in drafts),
        )
    if hidden:
        yield Finding(
            "amber",
            f"{counted(len(hidden), 'language')} not offered, for want of a review",
            "Have a speaker review them, or set only_reviewed: false in the site file.",
            tuple(hidden),
        )
    if not drafts and not hidden:
        yield Finding("green", f"{counted(len(reviews) + 1, 'language')}, each of them reviewed")


def of_voices(silent: Mapping[str, str], spoken: int) -> Iterator[Finding]:
    """Which languages Listen cannot speak; `silent` tells for each what to do."""
    if spoken:
        yield Finding("green", f"Listen works in {counted(spoken, 'language')}")
    if silent:
        todos = set(silent.values())
        todo = todos.pop() if len(todos) == 1 else _RECORD
        what = f"Listen is silent in {counted(len(silent), 'language')}: its button is not shown"
        yield Finding("amber", what, todo, tuple(silent))


def of_fonts(missing: Sequence[str], count: int) -> Finding:
    """The letters of every script."""
    if missing:
        said = f"Fonts are missing: {', '.join(missing)}"
        return Finding("red", said, "Install the kiosk again.")
    return Finding("green", f"Fonts ({count} files)")


def of_screen(px_per_mm: float, usual: float, size: tuple[int, int]) -> Finding:
    """Whether somebody has measured the screen; sizes on it are true only then."""
    width, height = size
    if px_per_mm == usual:
        return Finding(
            "amber",
            f"Nobody seems to have measured this screen ({width} x {height}): the site file has "
            f"the usual {usual:g} pixels on a millimetre",
            "Hold a bank card to the screen: Set up, or kiosk doctor --measure --site FILE.",
        )
    return Finding("green", f"The screen is measured: {px_per_mm:g} pixels on a millimetre")


def of_facts(unseen: Sequence[str], count: int, of: int, rules: str) -> Iterator[Finding]:
    """What ages. `count` of the mail cards, which are those of the providers `unseen`, and the
    password rules of that name were checked by nobody."""
    if count:
        yield Finding(
            "amber",
            f"{count} of {of} mail cards were checked by nobody yet",
            "Walk one on a phone; where it is right, set reviewed: true in flows/providers.",
            tuple(unseen),
        )
    if rules:
        yield Finding(
            "amber",
            f"The password rules '{rules}' were checked by nobody yet",
            "Try them at the portal; where they are right, set reviewed: true in flows/rules.",
        )
    if not count and not rules:
        yield Finding("green", "Mail cards and password rules were checked by a person")


def of_practice(notices: Sequence[str]) -> Finding:
    """Whether a district's own files for the practice student can be shown."""
    if notices:
        what = f"{counted(len(notices), 'part')} of your own practice student cannot be shown"
        todo = "The shipped student stands in. Mend the lines that are named, then start again."
        return Finding("amber", what, todo, tuple(notices))
    return Finding("green", "The practice student is sound")


def of_disk(free: int) -> Finding:
    """Whether there is room for what is kept; bytes."""
    shown = f"{free / _MEGABYTE:,.0f} MB"
    if free < _LEAST_FREE:
        todo = "Make room: nothing more is kept when it is full."
        return Finding("red", f"The disk is nearly full: {shown} are left", todo)
    if free < _FREE_ENOUGH:
        return Finding("amber", f"The disk has little room: {shown} are left", "Make room soon.")
    return Finding("green", f"The disk has room: {shown} are left")


def of_clock(now: datetime, newest: datetime | None, last_visit: datetime | None) -> Finding:
    """Whether the clock can be right, beside the newest file of this installation and the last
    visit. All with their zone."""
    shown = f"{now:%B} {now.day}, {now.year}, {now:%H:%M}"
    todo = "Set the date and the time of this machine: offices, tickets and calls go by them."
    if newest is not None and now < newest - _BEHIND:
        said = f"The clock says {shown}, which is before this kiosk was installed"
        return Finding("red", said, todo)
    if last_visit is not None and now < last_visit - _BEHIND:
        return Finding("red", f"The clock says {shown}, which is before the last visit", todo)
    known = [one for one in (newest, last_visit) if one is not None]
    if known and now - max(known) > _AHEAD:
        said = f"The clock says {shown}, two years or more after anything else on this machine"
        return Finding("amber", said, todo)
    return Finding("green", f"The clock says {shown}")


def of_zone(zone: str, now: datetime) -> Finding:
    """Whether the machine's hours are those of the school."""
    there = now.astimezone(ZoneInfo(zone))
    if there.utcoffset() == now.utcoffset():
        return Finding("green", f"The time zone is that of the site file: {zone}")
    return Finding(
        "amber",
        f"This machine says {now:%H:%M}, but in {zone} it is {there:%H:%M}",
        "Set the machine's time zone, or time_zone in the site file: office hours go by it.",
    )


def counted(number: int, unit: str) -> str:
    """A number and what it counts: "1 visit", "2 visits"."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
