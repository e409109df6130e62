"""Random flows in our own language, from a seed: nested, guarded, automatic, re-entering, looping.

A flow is written as JSON, which is YAML, and read as any author's file is. What goes on by itself
leads to a later screen or to one that a family sees, so no flow comes round to itself unseen; and
every screen has a way to a later one, so each can end.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from kiosk.core.conditions import OK, Check, Example, Plain, Situation, Verdict
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide, Option
from kiosk.core.kept import Value
from kiosk.core.shape.reader import read_file

Json = dict[str, Any]

OUTCOMES = {
    "sunny": (OK, "no"),
    "weekday": (OK, "late", "early"),
    "tall": (OK, "no", "late", "a-b", "1"),
}
THINGS = tuple(Option(f"thing{n}", f"Thing {n}") for n in range(5))
WAITS = {"short": 60}

HELP = """
flow: help
version: 1
start: call
screens:
  call:
    tell: Someone will come
    answers: [{id: back, text: Back, go: back}, {id: no, text: Nobody is there, go: no}]
  back: {return: back}
  no: {tell: Call us, end: X_HELP}
"""

_NAMES = ("one", "two", "three")
_ANSWERS = ("yes", "no", "unsure", "refused", "typed", "time", "picked", "x_ray", "a.b", "1", "é")
_ODD = ("{} b", "{}.b", "{}-b", "é{}", "4{}", "_x{}", "{}_")
_SEEN = ("question", "form", "password", "pick", "wait")
_PASSED = ("decide", "run")


class Fate:
    """What the checks of random flows answer: by chance, but the same each time in one turn."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.turn = 0

    def outcome(self, check: str, params: Mapping[str, Plain]) -> str:
        """The check's outcome in this turn."""
        question = f"{self._seed} {self.turn} {check} {sorted(params.items())}"
        outcomes = OUTCOMES[check]
        return outcomes[zlib.crc32(question.encode()) % len(outcomes)]


def random_guide(seed: int, fate: Fate) -> Guide:
    """A guide of two to five random flows, the last of which runs none; it begins with `flow0`."""
    texts = random_texts(seed)
    flows = {name: read_file(text, f"{name}.yaml", Flow) for name, text in texts.items()}
    return Guide(
        flows=flows,
        start="flow0",
        checks={name: _check(name, fate) for name in OUTCOMES},
        options={"things": THINGS},
        waits=WAITS,
    )


def random_texts(seed: int) -> dict[str, str]:
    """The texts of the flows by name, the one for help among them."""
    chance = Random(seed)  # noqa: S311 - a seeded test
    made: dict[str, Json] = {}
    for n in reversed(range(chance.randint(2, 5))):
        flow = _Maker(chance, f"flow{n}", made).flow()
        made = {flow["flow"]: flow, **made}
    return {**{name: json.dumps(flow, indent=1) for name, flow in made.items()}, "help": HELP}


def _check(name: str, fate: Fate) -> Check:
    def judge(value: Value, situation: Situation) -> Verdict:
        outcome = fate.outcome(name, situation.params)
        return Verdict(outcome, f"{name} {fate.turn}")

    examples = tuple(Example(f"a word {n}", outcome) for n, outcome in enumerate(OUTCOMES[name]))
    params = {"level": "how much of it"}
    return Check(name, f"Whether it is {name}.", OUTCOMES[name], judge, examples, params)


@dataclass
class _Maker:
    """Makes one flow; `made` are those that it may run."""

    chance: Random
    name: str
    made: Mapping[str, Json]
    kinds: dict[str, str] = field(default_factory=dict)

    def flow(self) -> Json:
        self.kinds = dict(self._kinds())
        screens = {name: self._screen(name) for name in self.kinds}
        start = next(iter(screens))
        reached = set(_reached(screens, start))
        kept = {name: screen for name, screen in screens.items() if name in reached}
        return {"flow": self.name, "version": 1, "start": start, "screens": kept}

    def _kinds(self) -> Iterator[tuple[str, str]]:
        for n in range(self.chance.randint(3, 9)):
            name = f"s{n}"
            if self.chance.random() < 0.1:
                name = self.chance.choice(_ODD).format(name)
            if self.chance.random() < 0.6:
                yield name, self.chance.choice((*_SEEN, "question"))
            else:
                yield name, self.chance.choice(_PASSED if self.made else _PASSED[:1])
        lasts = ["end", "other_end"] if self.name == "flow0" else ["back", "other_back", "end"]
        for name in self.chance.sample(lasts, self.chance.randint(1, len(lasts))):
            yield name, "return" if name.endswith("back") else "end"

    def _screen(self, name: str) -> Json:
        match self.kinds[name]:
            case "decide":
                return {"decide": self._ways(name)}
            case "run":
                return self._run(name)
            case "return":
                return {"return": name}
            case "end":
                return {"tell": f"{name} is the end", "end": name.upper()}
        return {"ask": f"What of {name}?", **self._seen(name)}

    def _seen(self, name: str) -> Json:
        chance, save = self.chance, self.chance.choice(_NAMES)
        answers = self._answers(name, chance.randint(0, 2))
        match self.kinds[name]:
            case "form":
                own = {"field": {"kind": "name", "save": save}, "checks": self._checks(name)}
            case "password":
                own = {"field": {"kind": "password"}}
            case "pick" if chance.random() < 0.5:
                own = {"pick": {"of": "things", "save": save}}
            case "pick":
                own = {"pick": {"of": "things", "save": "things", "at_least": 2, "at_most": 3}}
            case "wait":
                own = {"wait": chance.choice(("short", {"minutes": 2}))}
            case _:
                return {"answers": self._answers(name, chance.randint(1, 4))}
        ways = [{"go": chance.choice(list(self.kinds))}] if answers else self._ways(name)
        return {**own, "answers": answers, "next": ways}

    def _answers(self, name: str, count: int) -> list[Json]:
        answers = []
        for n, known in enumerate(self.chance.sample(_ANSWERS, count)):
            ways = self._ways(name)
            if n and self.chance.random() < 0.7:
                ways = [{"go": self.chance.choice((name, *self.kinds))}]
            answer: Json = {"id": known, "text": f"Say {known}", "go": ways}
            if self.chance.random() < 0.2:
                answer["set"] = {"one": "two"}
            if self.chance.random() < 0.2:
                answer["restart"] = "short"
            answers.append(answer)
        return answers

    def _checks(self, name: str) -> list[Json]:
        checks = []
        for check in self.chance.sample(sorted(OUTCOMES), self.chance.randint(0, 3)):
            refusing = OUTCOMES[check][1:]
            named = self.chance.sample(refusing, self.chance.randint(0, len(refusing)))
            must: Json = {"must": check, "when": {one: self._handler(name) for one in named}}
            if len(named) < len(refusing):
                must["else"] = self._handler(name)
            if self.chance.random() < 0.3:
                must["keep"] = "three"
            checks.append(must)
        return checks

    def _handler(self, name: str) -> Json:
        if self.chance.random() < 0.5:
            return {"say": "Please look at it once more."}
        return {"go": self.chance.choice(list(self.kinds))}

    def _run(self, name: str) -> Json:
        child = self.made[self.chance.choice(sorted(self.made))]
        rests = not {"decide", "run", "return"} & set(child["screens"][child["start"]])
        if rests and self.chance.random() < 0.4:
            loop = {"for_each": "things", "item": "two", "save": "three"}
            return {"run": child["flow"], **loop, "next": self._ways(name)}
        words = [screen["return"] for screen in child["screens"].values() if "return" in screen]
        return {"run": child["flow"], "after": {word: self._ways(name, rests) for word in words}}

    def _ways(self, name: str, may_reenter: bool = False) -> list[Json]:
        """Up to two ways with a guard, and one without that leads to a later screen."""
        names = list(self.kinds)
        later = names[names.index(name) + 1 :]
        passed = self.kinds[name] in _PASSED
        allowed = [one for one in names if one in later or self.kinds[one] in _SEEN or not passed]
        allowed += [name] if may_reenter else []
        ways = [self._guarded(allowed) for _ in range(self.chance.choice((0, 0, 1, 2)))]
        return [*ways, {"go": self.chance.choice(later[:2])}]

    def _guarded(self, allowed: list[str]) -> Json:
        check = self.chance.choice(sorted(OUTCOMES))
        way: Json = {"if": check, "is": self.chance.choice(OUTCOMES[check])}
        if self.chance.random() < 0.5:
            way["of"] = self.chance.choice(_NAMES)
        if self.chance.random() < 0.3:
            way["with"] = {"level": self.chance.choice((1, "1", 2))}
        if self.chance.random() < 0.2:
            way["keep"] = "three"
        return {**way, "go": self.chance.choice(allowed)}


def _reached(screens: Mapping[str, Json], start: str) -> Iterator[str]:
    """The screens on a road from the start."""
    waiting, seen = [start], {start}
    while waiting:
        name = waiting.pop()
        yield name
        new = set(_targets(screens[name])) - seen
        seen |= new
        waiting.extend(sorted(new))


def _targets(thing: Any) -> Iterator[str]:
    """Every `go` anywhere in a screen."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key == "go" and isinstance(value, str):
                yield value
            else:
                yield from _targets(value)
    elif isinstance(thing, list):
        for item in thing:
            yield from _targets(item)
