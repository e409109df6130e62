"""Small made-up flows that hold one page of each kind, and how to play them."""

from kiosk.core import view
from kiosk.core.conditions import OK, Check, Situation, Verdict
from kiosk.core.events import Chosen, Event
from kiosk.core.guide import Card, Guide, Option, Rule
from kiosk.core.kept import Value
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH, Words

PAGES = """
flow: pages
version: 1
step: record
start: menu
screens:
  menu:
    ask: "Where to, {district}?"
    say: [One., "Two at {here}."]
    picture: house
    well_done: Well done.
    answers:
      - {id: form, text: "Form at {here}", icon: mail, go: form}
      - {id: look, text: Look, go: look}
      - {id: both, text: Both, go: both}
      - {id: steps, text: Steps, go: steps}
      - {id: named, text: Named, go: named}
      - {id: nowhere, text: Nowhere, go: nowhere}
      - {id: mail, text: Mail, go: mail}
      - {id: schools, text: Schools, go: schools}
      - {id: secret, text: Secret, go: secret}
      - {id: wait, text: Wait, restart: reply, go: wait}
      - {id: minutes, text: Minutes, go: minutes}
      - {id: bye, text: Bye, go: bye}
      - {id: plain, text: Plain, go: plain}
      - {id: part, text: Part, go: part}
      - {id: child, text: Child, go: child}
  form:
    ask: What is it?
    field: {kind: email, save: email, hint: "like {here}", button: Go on}
    checks: [{must: whole, when: {short: "Longer, {here}"}}]
    answers: [{id: out, text: Out, go: menu}]
    next: menu
  look: {ask: Right?, show: email, answers: &menu [{id: menu, text: Back, go: menu}]}
  both: {ask: Which?, show: guess, beside: email, answers: *menu}
  steps: {tell: Do it, steps: ["Open {here}"], card: spam, answers: *menu}
  named: {tell: Do it, card: {errand: make, provider: proton}, answers: *menu}
  nowhere: {tell: Do it, card: recover, answers: *menu}
  mail: {ask: Mail?, pick: {of: mail, save: provider}, answers: *menu, next: menu}
  schools:
    ask: Schools?
    pick: {of: schools, save: schools, at_least: 2, at_most: 3, search: Name, button: These}
    next: menu
  secret:
    ask: Practise
    field: {kind: password, label: Yours, hint: Words, button: Fine}
    answers: *menu
    next: menu
  wait: {wait: reply, tell: Wait, answers: *menu, next: menu}
  minutes: {wait: {minutes: 2}, tell: Wait, answers: *menu, next: menu}
  child: {run: child, after: {ok: menu}}
  bye:
    tell: "Bye, {provider}"
    end: DONE
    tone: done
    button: Leave
    todo: [{who: You, what: "Ask {here}", when: Today}, {who: "{here}", what: Helps}]
  plain: {tell: Bye, step: reply, end: X_LATER}
  part: {return: part}
"""
CHILD = """
flow: child
version: 1
start: asks
screens:
  asks: {ask: Well?, answers: [{id: ok, text: OK, go: ok}, {id: email, text: E, go: email}]}
  email: {ask: Email?, step: email, answers: [{id: ok, text: OK, go: ok}]}
  ok: {return: ok}
"""


def after(guide: Guide, *events: Event | str, language: str = "en") -> Visit:
    """The visit after those events; a bare word is an answer that is touched."""
    visit = begin(guide, language)
    for event in events:
        visit = advance(guide, visit, Chosen(event) if isinstance(event, str) else event)
    return visit


def view_after(guide: Guide, *events: Event | str, words: Words = ENGLISH) -> view.View:
    """The page that is shown after those events."""
    return view_of(guide, after(guide, *events, language=words.language), words)


def _whole(value: Value, situation: Situation) -> Verdict:
    return Verdict(OK if len(value) > 2 else "short")


PARTS = {
    "checks": (Check("whole", "Whole.", (OK, "short"), _whole, ()),),
    "facts": {"here": "Cedar Hill", "district": "Valley"},
    "options": {
        "mail": (
            Option("gmail", "Gmail", facts={"mail_help": "ask Gmail"}),
            Option("other", "Another", context="mail.other"),
        ),
        "schools": tuple(
            Option(one, one.title(), "a street", "school", facts={"school_phone": f"call {one}"})
            for one in ("north", "south", "east")
        ),
    },
    "cards": (
        Card("gmail", "spam", ("Open Gmail, {here}",), "providers/gmail.spam"),
        Card("other", "spam", ("Open your mail",), "providers/other.spam"),
        Card("proton", "make", ("Go to Proton",), "providers/proton.make"),
    ),
    "rules": (Rule("least", "{count} letters or more", {"count": "12"}),),
    "waits": {"reply": 300},
}
