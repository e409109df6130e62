"""The practice as a value: where it stands, what was touched. A pure function takes it further.

It has nothing to do with a family's visit, which lies untouched beneath. An event that does not fit
the page leaves the practice as it is: the very same object comes back.
"""

from dataclasses import dataclass, replace
from typing import Literal

from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Stopped,
    WentBack,
)
from kiosk.demo.world import Message, Scenario, World

Place = Literal[
    "why", "wait", "mailbox", "mail", "expired", "careful", "user_name", "password", "home",
    "course", "term", "lesson", "letter", "sent", "plan", "done", "help",
]  # fmt: skip
# Five minutes that are over in fifteen seconds.
LATE_SECONDS = 300
LATE_SPEED = 20


@dataclass(frozen=True)
class Practice:
    """Where a practice stands. `before` are the moments that Back restores, oldest first.

    `unspammed` are the mails marked as not spam; `renewed` tells that a new link was asked for.
    """

    scenario: Scenario
    place: Place = "why"
    language: str = "en"
    folder: str = "inbox"
    mail: str = ""
    unspammed: tuple[str, ...] = ()
    arrived: bool = True
    renewed: bool = False
    student: str = ""
    course: str = ""
    term: str = ""
    lesson: int = 0
    handed_in: bool = False
    letter: str = ""
    ended: bool = False
    before: tuple["Practice", ...] = ()


def begin_practice(world: World, scenario: Scenario, language: str = "en") -> Practice:
    """A practice that stands on its first page."""
    first = world.students[0].id
    return Practice(scenario, language=language, arrived=scenario != "late", student=first)


def at_place(world: World, place: Place, scenario: Scenario, language: str = "en") -> Practice:
    """A practice that stands on that page, as if all before it had been done."""
    practice = replace(begin_practice(world, scenario, language), place=place, arrived=True)
    course = world.student(practice.student).courses[0].id
    reply = next(message.id for message in world.mail if message.kind == "reply")
    return replace(practice, course=course, mail=reply, term=world.terms[0].id)


def practise(world: World, practice: Practice, event: Event) -> Practice:
    """The practice after the event. Never raises."""
    after = _after(world, practice, event)
    return practice if after == practice else after


def _after(world: World, practice: Practice, event: Event) -> Practice:
    match event:
        case LanguageChosen(language):
            return replace(practice, language=language)
        case Stopped() | LeftAlone():
            return replace(practice, ended=True)
        case WentBack():
            return _back(practice)
        case AskedHelp() if practice.place != "help":
            return _to(practice, "help")
        case Confirmed() if practice.place == "password":
            return _to(practice, "home")
        case Elapsed() if practice.place == "wait":
            return _to(practice, "mailbox", replace(practice, arrived=True))
        case Chosen(chosen):
            return _chosen(world, practice, chosen)
        case _:
            return practice


def mail_in(world: World, practice: Practice, folder: str) -> tuple[Message, ...]:
    """The mails that lie in that folder now, newest first."""
    there = (one for one in world.mail if _folder(practice, one) == folder)
    return tuple(sorted(there, key=lambda one: one.age_minutes))


def _folder(practice: Practice, message: Message) -> str:
    """Where a mail lies in this scenario; empty where it is not in the mailbox at all."""
    if message.id in practice.unspammed:
        return "inbox"
    if message.kind == "reply":
        gone = not practice.arrived or (practice.scenario == "expired" and not practice.renewed)
        return "" if gone else "spam" if practice.scenario == "spam" else "inbox"
    if message.kind == "expired":
        return "inbox" if practice.scenario == "expired" else ""
    if message.kind == "impostor":
        return "inbox" if practice.scenario == "impostor" else ""
    return message.folder


def _back(practice: Practice) -> Practice:
    if not practice.before:
        return replace(practice, ended=True)
    before = practice.before[-1]
    # Mail that came stays, and so does the language.
    kept = replace(before, language=practice.language, arrived=practice.arrived)
    return replace(kept, before=practice.before[:-1])


def _to(practice: Practice, place: Place, then: Practice | None = None) -> Practice:
    """Another page, with the way back to this one; `then` is the practice with what changes."""
    here = replace(practice, before=())
    return replace(then or practice, place=place, before=(*practice.before, here))


def _chosen(world: World, practice: Practice, chosen: str) -> Practice:
    if chosen == "leave":
        return replace(practice, ended=True)
    match practice.place:
        case "mailbox" | "mail":
            return _in_mail(world, practice, chosen)
        case "home" | "course":
            return _in_portal(world, practice, chosen)
        case "lesson":
            return _in_lesson(world, practice, chosen)
        case "letter":
            return _in_letter(world, practice, chosen)
        case "term" | "help" if chosen == "go_on":
            return _back(practice)
        case _:
            return _onward(practice, chosen)


# From page to page, for those where an answer does no more than lead on.
_ONWARD: dict[tuple[Place, str], Place] = {
    ("why", "grades"): "home",
    ("wait", "look"): "mailbox",
    ("careful", "go_on"): "mailbox",
    ("user_name", "go_on"): "password",
    ("sent", "go_on"): "plan",
    ("plan", "every_week"): "done",
    ("plan", "every_two_weeks"): "done",
    ("plan", "no_plan"): "done",
    ("done", "again"): "why",
}


def _onward(practice: Practice, chosen: str) -> Practice:
    match practice.place, chosen:
        case "why", "start":
            return _to(practice, "mailbox" if practice.arrived else "wait")
        case "expired", "again":
            return _to(practice, "mailbox", replace(practice, renewed=True, folder="inbox"))
    to = _ONWARD.get((practice.place, chosen))
    return _to(practice, to) if to else practice


def _in_mail(world: World, practice: Practice, chosen: str) -> Practice:
    mails = {message.id: message for message in world.mail}
    here = mails.get(practice.mail)
    if practice.place == "mailbox":
        if chosen in mails and _folder(practice, mails[chosen]) == practice.folder:
            return _to(practice, "mail", replace(practice, mail=chosen))
        known = chosen in ("inbox", "spam", "promotions", "updates", "trash")
        return replace(practice, folder=chosen) if known else practice
    if here is None:
        return practice
    if chosen == "to_list":
        return _to(practice, "mailbox")
    if chosen == "not_spam" and practice.folder == "spam":
        return replace(practice, unspammed=(*practice.unspammed, here.id), folder="inbox")
    if chosen == "link":
        return _opened(practice, here)
    return practice


def _opened(practice: Practice, message: Message) -> Practice:
    """What a touch on the link in that mail leads to."""
    pages: dict[str, Place] = {"reply": "user_name", "expired": "expired", "impostor": "careful"}
    to = pages.get(message.kind)
    return _to(practice, to) if to else practice


def _in_portal(world: World, practice: Practice, chosen: str) -> Practice:
    student = world.student(practice.student)
    if any(term.id == chosen for term in world.terms):
        return _to(practice, "term", replace(practice, term=chosen))
    if chosen in ("lesson", "end"):
        begun = replace(practice, lesson=0, handed_in=False)
        return _to(practice, "lesson" if chosen == "lesson" else "plan", begun)
    if practice.place == "course":
        to: dict[str, Place] = {"teacher": "letter", "home": "home"}
        return _to(practice, to[chosen]) if chosen in to else practice
    if any(one.id == chosen for one in world.students):
        return replace(practice, student=chosen)
    if any(one.id == chosen for one in student.courses):
        return _to(practice, "course", replace(practice, course=chosen))
    return practice


def _in_lesson(world: World, practice: Practice, chosen: str) -> Practice:
    page = world.lesson[practice.lesson]
    if chosen == "hand_in" and page.shows == "chart":
        return replace(practice, handed_in=True)
    if chosen != "go_on":
        return practice
    if practice.lesson + 1 < len(world.lesson):
        return replace(_to(practice, "lesson"), lesson=practice.lesson + 1)
    return _to(practice, "letter")


def _in_letter(world: World, practice: Practice, chosen: str) -> Practice:
    if any(letter.id == chosen for letter in world.letters):
        return replace(practice, letter=chosen)
    return _to(practice, "sent") if chosen == "send" else practice
