"""The schema of a file refuses just those shapes that the reader refuses."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

import pytest
from jsonschema import Draft7Validator

from kiosk.checks.mail_providers import Provider
from kiosk.checks.password_rules import RuleSet
from kiosk.core.flow import Flow
from kiosk.core.marks import Marks
from kiosk.core.shape.reader import try_read
from kiosk.core.shape.schema import schema_of
from kiosk.site.shapes import Site
from tests.core.yaml_values import value_of


@dataclass(frozen=True, kw_only=True)
class Bread:
    mark: ClassVar[str] = "bread"
    bread: str


@dataclass(frozen=True, kw_only=True)
class Soup:
    """Something warm. `with` is what lies beside it. None of it is sold."""

    mark: ClassVar[str] = "soup"
    soup: str
    with_: str = "salt"


@dataclass(frozen=True, kw_only=True)
class Note:
    shorthand: ClassVar[str] = "text"
    text: str
    urgent: bool = False
    at: Marks = field(default=Marks(), compare=False)


@dataclass(frozen=True, kw_only=True)
class Meal:
    """One key of each sort that the grammar has."""

    name: str
    guests: int = 1
    hours: float = 0.0
    warm: bool = False
    when: Literal["noon", "evening"] = "noon"
    dishes: Mapping[str, Bread | Soup] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ("new",)
    extra: str | int | bool | tuple[str, ...] = ""
    host: str | None = None
    best: Note | None = None
    at: Marks = field(default=Marks(), compare=False)


SAMPLES: dict[type[Any], str] = {
    Meal: """
name: Lunch
guests: 2
hours: 1.5
warm: true
when: noon
dishes: {first: {bread: rye}, second: {soup: leek, with: rye}}
notes: [plain, {text: long, urgent: true}]
tags: one
extra: [a, b]
host: ~
best: {text: x}
""",
    Flow: """
flow: all
version: 1
start: ask
step: email
screens:
  ask:
    ask: Here?
    say: [One, Two]
    card: {errand: spam}
    answers:
      - {id: a, text: Yes, go: form, set: {x: y}}
      - {id: b, text: No, go: [{if: check, of: x, with: {n: 1, of: [a]}, go: pick}, wait]}
  form:
    ask: What?
    field: {kind: email, save: email}
    checks: {must: be_there, when: {gone: {go: ask}, odd: Look again}, else: Look}
    next: pick
  pick: {ask: Which?, pick: {of: schools, save: s, at_most: 9}, next: wait}
  wait: {tell: Wait, wait: {minutes: 5}, answers: {id: c, text: Go, go: run}, next: run}
  run: {run: other, for_each: s, after: {back: end}, next: decide}
  decide: {decide: [{if: check, go: back}, end]}
  back: {return: done}
  end: {tell: Done, end: X_DONE, tone: done, todo: {who: You, what: Rest}}
""",
    Site: """
site: here
district: There
portal: {name: P, address: p.example, sender: p@p.example, rules: r}
schools:
  - {id: a, name: A, phone: "555", office: {days: Mon-Fri, hours: 7:30-15:30}}
languages: [en, es]
station: {px_per_mm: 3.9, touch_keyboard: true}
""",
    RuleSet: """
id: r
name: R
source: https://r.example
min_length: 8
max_length: ~
require: {upper: 1}
space_allowed: null
forbid_contains: {names: true, words: [a]}
user_name: email
kiosk_adds: [common]
""",
    Provider: """
provider: p
name: P
icon: mail
domains: p.example
cards:
  - {errand: spam, source: p.example, steps: [One, {text: Two}], reviewed: false}
""",
}
PUT_IN: tuple[Any, ...] = (None, "", "noon", 3, 1.5, True, [], ["spam"], [[1]], {}, {"odd": None})


def answers_of(kind: type[Any], value: Any, text: str) -> tuple[bool, bool]:
    """Whether the reader takes the text, and whether the schema takes the value."""
    problems = try_read(text, "x.yaml", kind)[1]
    return not problems, VALIDATORS[kind].is_valid(value)


def changed(value: Any) -> Iterator[Any]:
    """The value with one change in one place, each in turn."""
    yield from PUT_IN
    if isinstance(value, list):
        for n, item in enumerate(value):
            yield [*value[:n], *value[n + 1 :]]
            yield from ([*value[:n], other, *value[n + 1 :]] for other in changed(item))
        return
    yield [value]
    if isinstance(value, dict):
        yield {**value, "odd": 1}
        for key, item in value.items():
            less = {name: kept for name, kept in value.items() if name != key}
            yield less
            yield {**less, f"{key}s": item}
            yield from ({**value, key: other} for other in changed(item))


VALIDATORS = {kind: Draft7Validator(schema_of(kind, "x")) for kind in SAMPLES}


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_sound_sample_of_each_kind_is_taken_by_reader_and_schema(kind: type[Any]) -> None:
    text = SAMPLES[kind]

    answers = answers_of(kind, value_of(text), text)

    assert answers == (True, True)


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_schema_itself_is_sound(kind: type[Any]) -> None:
    schema = schema_of(kind, "A title")

    Draft7Validator.check_schema(schema)

    assert schema["title"] == "A title"


@pytest.mark.parametrize("kind", SAMPLES)
def test_after_any_one_change_the_schema_says_what_the_reader_says(kind: type[Any]) -> None:
    values = list(changed(value_of(SAMPLES[kind])))

    answers = [answers_of(kind, value, json.dumps(value)) for value in values]

    assert {taken for taken, _ in answers} == {True, False}
    apart = [value for value, (taken, valid) in zip(values, answers, strict=True) if taken != valid]
    assert apart == []


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("name: 12", True),
        ("name: true", True),
        ("name: no", True),
        ("name: 12:30", True),
        ("name: {word}", False),
        ("name: null", False),
        (f"name: {'x' * 5_000}", True),
        (f"name: {'x' * 5_001}", False),
        ('name: x\nguests: "2"', False),
        ("name: x\nwarm: yes", False),
        ("name: x\nextra: 1.5", False),
        ("name: x\nhost:", True),
        ("name: x\nbest: ~", True),
        ("name: x\nwith_: y", False),
        ("name: x\nat: y", False),
        ("name: x\ndishes: {a: {with: y}}", False),
        ("name: x\ndishes: {a: {bread: y, soup: z}}", False),
    ],
)
def test_bare_values_mean_the_same_to_schema_and_reader(line: str, taken: bool) -> None:
    value = value_of(line)

    answers = answers_of(Meal, value, line)

    assert answers == (taken, taken)


def test_keys_are_told_by_the_sentences_that_name_them() -> None:
    schema = schema_of(Meal, "x")

    soup = schema["definitions"]["Soup"]

    assert soup["description"].startswith("Something warm.")
    assert soup["properties"]["with"]["description"] == "`with` is what lies beside it."
    assert "description" not in soup["properties"]["soup"]
    assert "description" not in schema["definitions"]["Bread"]


def test_what_holds_without_a_key_is_told() -> None:
    properties = schema_of(Meal, "x")["properties"]

    defaults = {key: one["default"] for key, one in properties.items() if "default" in one}

    assert defaults == {
        "guests": 1,
        "hours": 0.0,
        "warm": False,
        "when": "noon",
        "tags": ["new"],
    }


def test_a_screen_without_any_mark_is_told_which_keys_it_may_have() -> None:
    (fault,) = VALIDATORS[Meal].iter_errors({"name": "x", "dishes": {"a": {"breda": "y"}}})

    told = fault.schema

    assert isinstance(told, dict)
    assert told["errorMessage"] == "Needs one of these keys: bread, soup"
