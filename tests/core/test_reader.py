"""A file is read into dataclasses strictly, and everything that is off is told at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import FilesNotSound
from kiosk.core.flow import Flow
from kiosk.core.marks import Marks, Place
from kiosk.core.shape.reader import read_file, try_read
from kiosk.resources import flows_dir, read_text, yaml_files

SHIPPED = {
    path.name: read_text(path) for path in yaml_files(flows_dir()) if "site" not in path.name
}


@dataclass(frozen=True, kw_only=True)
class Bread:
    mark: ClassVar[str] = "bread"
    bread: str


@dataclass(frozen=True, kw_only=True)
class Soup:
    mark: ClassVar[str] = "soup"
    soup: str
    with_: str = ""


@dataclass(frozen=True, kw_only=True)
class Note:
    shorthand: ClassVar[str] = "text"
    text: str
    urgent: bool = False
    at: Marks = field(default_factory=Marks, compare=False)


@dataclass(frozen=True, kw_only=True)
class Meal:
    """One key of each sort that the language of flows has."""

    name: str
    guests: int = 1
    hours: float = 0.0
    warm: bool = False
    when: Literal["noon", "evening"] = "noon"
    dishes: Mapping[str, Bread | Soup] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ()
    extra: str | int | bool | tuple[str, ...] = ""
    host: str | None = None
    best: Note | None = None
    at: Marks = field(default_factory=Marks, compare=False)


def problems(text: str) -> list[str]:
    return [str(problem) for problem in try_read(text, "m.yaml", Meal)[1]]


def test_a_whole_file_becomes_a_frozen_value() -> None:
    text = (
        "name: lunch\nguests: 12\nhours: 1.5\nwarm: true\nwhen: evening\n"
        "dishes: {first: {soup: tomato, with: basil}, second: {bread: rye}}\n"
        "notes: [bring cups, {text: hurry, urgent: true}]\ntags: quick\nhost: ~\nbest: the soup\n"
    )

    meal = read_file(text, "m.yaml", Meal)

    assert meal == Meal(
        name="lunch",
        guests=12,
        hours=1.5,
        warm=True,
        when="evening",
        dishes={"first": Soup(soup="tomato", with_="basil"), "second": Bread(bread="rye")},
        notes=(Note(text="bring cups"), Note(text="hurry", urgent=True)),
        tags=("quick",),
        host=None,
        best=Note(text="the soup"),
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("7", 7),
        ("true", True),
        ("'7'", "7"),
        ("[a, '2']", ("a", "2")),
        ("no", "no"),
        ("1-2", "1-2"),
    ],
)
def test_where_many_kinds_fit_the_one_that_was_written_is_taken(written: str, read: object) -> None:
    meal = read_file(f"name: x\nextra: {written}\n", "m.yaml", Meal)

    assert meal.extra == read
    assert type(meal.extra) is type(read)


def test_a_thing_knows_where_it_and_its_keys_stand() -> None:
    meal = read_file("guests: 2\nname: x\nnotes:\n  - text: one\n  - two\n", "m.yaml", Meal)

    assert meal.at.of("name") == Place(2, 1)
    assert meal.at.of("warm") == Place(1, 1)
    assert [note.at.of("text") for note in meal.notes] == [Place(4, 5), Place(5, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nmae: x\nname: y", "m.yaml:1:1: K112 unknown key 'nmae'; did you mean 'name'?"),
        ("name: y\nzzz: 1", "m.yaml:2:1: K112 unknown key 'zzz'"),
        ("at: x\nname: y", "m.yaml:1:1: K112 unknown key 'at'"),
        ("guests: 2", "m.yaml:1:1: K113 'meal' needs the key 'name'"),
        ("name:", "m.yaml:1:6: K116 'name' has nothing after it"),
        ("name: [a]", "m.yaml:1:7: K115 'name' needs a text alone"),
        ("name: x\nguests: two", "m.yaml:2:9: K115 'guests' needs a whole number, not 'two'"),
        ("name: x\nguests: 1.5", "m.yaml:2:9: K115 'guests' needs a whole number, not '1.5'"),
        (
            "name: x\nguests: '2'",
            "m.yaml:2:9: K115 'guests' needs a whole number, not '2': leave the quotes out",
        ),
        ("name: x\nwarm: yes", "m.yaml:2:7: K115 'warm' needs true or false, not 'yes'"),
        ("name: x\nhours: noon", "m.yaml:2:8: K115 'hours' needs a number, not 'noon'"),
        (
            "name: x\nwhen: evning",
            "m.yaml:2:7: K114 'when' must be one of: noon, evening; did you mean 'evening'?",
        ),
        ("name: x\nwhen: [noon]", "m.yaml:2:7: K114 'when' must be one of: noon, evening"),
        ("name: x\ndishes: soup", "m.yaml:2:9: K110 'dishes' needs keys and values here"),
        ("name: x\ndishes: {a: soup}", "m.yaml:2:13: K110 'a' needs keys and values here"),
        (
            "name: x\ndishes: {a: {with: salt, sopu: leek}}",
            "m.yaml:2:13: K111 'a' needs one of these keys: bread, soup; did you mean 'soup'?",
        ),
        (
            "name: x\ndishes: {a: {soup: leek, wiht: salt}}",
            "m.yaml:2:26: K112 unknown key 'wiht'; did you mean 'with'?",
        ),
        ("- name: x", "m.yaml:1:1: K110 'meal' needs keys and values here"),
        ("just words", "m.yaml:1:1: K110 'meal' needs keys and values here"),
        ("name: x\nnotes: [{urgent: true}]", "m.yaml:2:9: K113 'notes' needs the key 'text'"),
        ("name: x\ntags:", "m.yaml:2:6: K116 'tags' has nothing after it"),
        (
            f"name: x\nguests: {'9' * 5000}",
            f"m.yaml:2:9: K115 'guests' needs a whole number, not '{'9' * 40}'",
        ),
    ],
)
def test_what_is_off_is_told_with_its_place_and_a_guess(text: str, expected: str) -> None:
    told = problems(text)

    assert told == [expected]


def test_every_problem_of_a_file_is_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        "nmae: lunch\nguests: two\nguests: 3\nwarm: yes\nwhen: night\ndishes: {a: {sopu: leek}}\n"
    )

    with pytest.raises(FilesNotSound) as unsound:
        read_file(text, "m.yaml", Meal)

    told = [(problem.line, problem.code) for problem in unsound.value.problems]
    assert told == [
        (1, "K112"),
        (1, "K113"),
        (2, "K115"),
        (3, "K108"),
        (4, "K115"),
        (5, "K114"),
        (6, "K111"),
    ]
    assert str(unsound.value).count("\n") == 6


def test_an_unknown_key_does_not_hide_what_the_rest_means() -> None:
    meal, told = try_read("name: x\ncolour: red\n", "m.yaml", Meal)

    assert meal == Meal(name="x")
    assert [problem.code for problem in told] == ["K112"]


@given(st.data())
def test_no_slip_of_an_author_in_a_shipped_flow_is_more_than_a_finding(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SHIPPED)))
    lines = SHIPPED[name].splitlines()
    spot = data.draw(st.integers(0, len(lines) - 1))
    put = data.draw(
        st.sampled_from(["", "  ", "\t", "- ", ": ", "[", "{", "&a ", "*a", "'", "x: 1"])
    )
    at = data.draw(st.integers(0, len(lines[spot])))
    lines[spot] = lines[spot][:at] + put + lines[spot][at + data.draw(st.integers(0, 3)) :]

    flow, told = try_read("\n".join(lines), name, Flow)

    assert flow is not None or told
    assert all(0 <= problem.line <= len(lines) + 1 for problem in told)
