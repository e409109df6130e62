"""A sound flow to make slips in, and all that there is for it to name."""

from collections.abc import Callable

from kiosk.core.conditions import OK, Check, Example, Verdict
from kiosk.core.guide import Card, Guide, Option
from kiosk.core.lint.problems import Art, problems_of

SOUND = """\
flow: made
version: 1
start: ask
screens:
  ask:
    ask: What is it, {district}?
    picture: house
    answers:
      - {id: mail, text: Mail, icon: mail, restart: reply, go: form}
      - {id: pick, text: Pick, go: [{if: sorted, with: {strict: true}, is: far, go: pick}, pick]}
      - {id: loop, text: Loop, go: loop}
  form:
    ask: Type it
    field: {kind: email, save: typed}
    checks:
      - {must: sorted, keep: better, when: {far: Look again}, else: {go: pick}}
    next: card
  card: {tell: "{better}", card: spam, answers: [{id: ok, text: OK, go: pick}]}
  pick: {ask: Which?, pick: {of: schools, save: school}, next: wait}
  wait: {wait: reply, tell: "See {school_phone}", answers: [{id: ok, text: OK, go: run}], next: run}
  run: {run: part, after: {done: decide, left: end}}
  loop: {run: part, for_each: school, item: one, save: all, next: decide}
  decide: {decide: [{if: is_known, of: typed, go: end}, end]}
  end: {tell: "Bye, till tomorrow", end: X_END, todo: [{who: You, what: "Ask {district}"}]}
"""
PART = """
flow: part
version: 1
start: asks
screens:
  asks: {ask: Well?, answers: [{id: d, text: D, go: done}, {id: l, text: L, go: left}]}
  done: {return: done}
  left: {return: left}
"""

SORTED = Check(
    name="sorted",
    about="Sorted.",
    outcomes=(OK, "far", "near"),
    judge=lambda value, situation: Verdict(OK),
    examples=(Example("b", OK, suggestion="a"), Example("", "far"), Example("c", "near")),
    params={"strict": "how strict"},
)
ART = Art(pictures=frozenset({"house", "mouse"}), icons=frozenset({"mail", "yes"}))
FILES = {"made": "made.yaml", "part": "part.yaml", "help": "help.yaml"}


def problems(guide_of: Callable[..., Guide], text: str) -> list[str]:
    """Every problem of a flow that stands beside `part` and `help`, in the order of their texts."""
    guide = guide_of(
        text,
        PART,
        checks=(SORTED,),
        facts={"district": "Valley"},
        options={"schools": (Option("north", "North", facts={"school_phone": "555"}),)},
        cards=(Card("other", "spam", ("Look",), "other.spam"),),
        waits={"reply": 300},
    )
    return sorted(str(problem) for problem in problems_of(guide, FILES, ART))
