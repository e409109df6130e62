"""Turns a practice into the page that a family sees: every word looked up, every date written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kiosk.core.scenes import Letter, Press, Scene, SceneView, Twice
from kiosk.core.view import Body, Choice, Page, Password, ReadBack, RuleLine, Tile, View, Wait
from kiosk.core.words import Words, fill
from kiosk.demo.in_mail import mail_page, mailbox_page
from kiosk.demo.in_portal import course_page, home_page, lesson_page
from kiosk.demo.phrases import DemoPhrases, demo_phrases_in
from kiosk.demo.practice import LATE_SECONDS, LATE_SPEED, Place, Practice
from kiosk.demo.telling import Teller
from kiosk.demo.world import World

Shown = View | SceneView

_PICTURES: dict[Place, str] = {
    "why": "practice",
    "expired": "expired",
    "careful": "private",
    "user_name": "user_name",
    "password": "lock",
    "term": "report_card",
    "sent": "write_teacher",
    "plan": "calendar",
    "done": "celebrate",
    "help": "ask_staff",
}


@dataclass(frozen=True)
class Given:
    """What the practice takes from the station: its password rules, and how a day is written."""

    rules: Callable[[Words], tuple[RuleLine, ...]]
    day: Callable[[str, date], str]
    sender: str


def page_of(world: World, practice: Practice, words: Words, given: Given) -> Shown:
    """The page on which the practice stands: a `View` where it is as any page."""
    teller = Teller(world, practice, words, demo_phrases_in(words), given.day)
    page, body = _shown(teller, given)
    page = replace(page, banner=teller.phrases.banner, can_go_back=True)
    if isinstance(body, Scene):
        return SceneView(page, body, words.language, words.right_to_left)
    return View(page, body, words.language, words.right_to_left)


def _shown(teller: Teller, given: Given) -> tuple[Page, Body | Scene]:
    match teller.practice.place:
        case "mailbox":
            return mailbox_page(teller, given.sender)
        case "mail":
            return mail_page(teller)
        case "home":
            return home_page(teller)
        case "course":
            return course_page(teller)
        case "lesson":
            return lesson_page(teller)
        case "letter":
            return _letter(teller)
        case _:
            return _plain(teller, given)


def _plain(teller: Teller, given: Given) -> tuple[Page, Body]:
    """The pages of few words: a title, a sentence or two, and answers."""
    phrases, place = teller.phrases, teller.practice.place
    if place == "term":
        term = next(one for one in teller.world.terms if one.id == teller.practice.term)
        title, says = teller.said(term.word), (teller.said(term.means),)
    else:
        title = getattr(phrases, f"{place}_title")
        says = tuple(
            getattr(phrases, name)
            for name in (f"{place}_says", f"{place}_more")
            if hasattr(DemoPhrases, name)
        )
    page = Page(f"demo/{place}", title, says, _PICTURES.get(place, ""))
    return page, _plain_body(teller, given)


def _plain_body(teller: Teller, given: Given) -> Body:
    phrases = teller.phrases
    match teller.practice.place:
        case "wait":
            look = (Tile("look", phrases.wait_look, "mail"),)
            return Wait("demo:reply", LATE_SECONDS, look, LATE_SPEED)
        case "user_name":
            name = teller.world.user_name.partition("@")
            return ReadBack(name, (Tile("go_on", phrases.go_on, "next"),))
        case "password":
            return Password(
                label=phrases.password_label,
                rules=given.rules(teller.words),
                personal=(teller.world.user_name,),
                button=phrases.password_button,
            )
        case place:
            return Choice(_answers(phrases, place))


def _answers(phrases: DemoPhrases, place: Place) -> tuple[Tile, ...]:
    leave = Tile("leave", phrases.leave, "home")
    on = Tile("go_on", phrases.go_on, "next")
    match place:
        case "why":
            start = Tile("start", phrases.why_start, "mail")
            return (start, Tile("grades", phrases.why_grades, "paper"), leave)
        case "expired":
            return (Tile("again", phrases.expired_again, "repeat"),)
        case "plan":
            return (
                Tile("every_week", phrases.every_week, "calendar"),
                Tile("every_two_weeks", phrases.every_two_weeks, "calendar"),
                Tile("no_plan", phrases.no_plan, "unsure"),
            )
        case "done":
            return (leave, Tile("again", phrases.again, "repeat"))
        case _:
            return (on,)


def _letter(teller: Teller) -> tuple[Page, Scene]:
    phrases = teller.phrases
    course = teller.course()
    letters = teller.world.letters
    chosen = next((one for one in letters if one.id == teller.practice.letter), letters[0])
    facts = {"teacher": course.teacher, "student": teller.student().name, "class": course.name}
    own = teller.said(chosen.text)
    body = Letter(
        to=course.teacher,
        choices=tuple(Press(one.id, teller.twice(one.about)) for one in letters),
        chosen=chosen.id,
        english=fill(chosen.text.english, facts),
        own=fill(own, facts) if own != chosen.text.english else "",
        answers=(Press("send", Twice(phrases.send), "mail"),),
    )
    return Page("demo/letter", phrases.letter_title, (phrases.letter_says,)), body
