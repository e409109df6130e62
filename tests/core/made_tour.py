"""A made-up flow with a page of each kind, and checks that refuse, suggest and break."""

from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.guide import Option
from kiosk.core.kept import Value

CANARY = "xq7-canary-of-a-family"

TOUR = """
flow: tour
version: 1
start: who
screens:
  who:
    ask: Who?
    answers:
      - {id: form, text: Form, go: form}
      - {id: pick, text: Pick, go: pick}
      - {id: few, text: Few, go: few}
      - {id: wait, text: Wait, go: wait}
      - {id: secret, text: Secret, go: secret}
      - {id: bye, text: Bye, go: bye}
      - {id: breaks, text: Breaks, go: [{if: breaks, of: typed, go: bye}, bye]}
  form:
    ask: What?
    field: {kind: name, save: typed}
    checks:
      - must: judged
        keep: typed
        when: {short: Longer please, elsewhere: {go: pick}}
        else: Not this one
      - {must: also, keep: guess, when: {no: Nor this}}
    answers: [{id: out, text: Out, set: {copy: typed}, restart: reply, go: who}]
    next: who
  pick: {ask: Which?, pick: {of: schools, save: school}, next: who}
  few: {ask: Which?, pick: {of: schools, save: schools, at_least: 2, at_most: 3}, next: who}
  wait: {wait: {minutes: 5}, tell: Wait, answers: [{id: now, text: Now, go: who}], next: bye}
  secret: {ask: Practise, field: {kind: password}, next: who}
  bye: {tell: Bye, end: DONE, tone: done}
"""


def judged(value: Value, situation: Situation) -> Verdict:
    if value == "boom":
        raise ValueError(f"the value was {value} {CANARY}")
    known = {"ab": "short", "far": "elsewhere", "odd": "odd"}
    outcome = known.get(str(value), OK)
    return Verdict(outcome, str(value).upper() if outcome in (OK, "elsewhere") else None)


def also(value: Value, situation: Situation) -> Verdict:
    outcome = {"NOR": "no", "LIAR": "undeclared"}.get(str(value), OK)
    return Verdict(outcome, f"{value} of {situation.kept.text('typed')}")


def breaks(value: Value, situation: Situation) -> Verdict:
    raise KeyError(CANARY)


CHECKS = (
    Check(
        name="judged",
        about="Judged.",
        outcomes=(OK, "short", "elsewhere", "odd"),
        judge=judged,
        examples=(
            Example("x", OK),
            Example("ab", "short"),
            Example("far", "elsewhere"),
            Example("odd", "odd"),
        ),
    ),
    Check("also", "Also.", (OK, "no"), also, ()),
    Check("breaks", "Breaks.", (OK, "no"), breaks, ()),
)
_SCHOOLS = tuple(Option(name, name.title()) for name in ("north", "south", "east", "west"))

PARTS = {"checks": CHECKS, "options": {"schools": _SCHOOLS}, "waits": {"reply": 300}}
