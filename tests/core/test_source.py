"""YAML is read strictly and with its places: nothing turns into something else on the way."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.shape.source import Row, Scalar, Table, parse

SOON = 5.0  # seconds, on a busy machine; each takes some milliseconds

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def scalar(text: str) -> Scalar:
    """The value of a file that says `key: text`."""
    tree, problems = parse(f"key: {text}\n", "f.yaml")
    assert isinstance(tree, Table)
    assert problems == []
    value = tree.entries[0].value
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "off", "y", "NO", "12:30", "0x1F", "1e3", "1_000", "2026-11-23"]
)
def test_what_older_yaml_would_change_stays_the_text_that_was_written(text: str) -> None:
    value = scalar(text)

    assert value.text == text
    assert (value.is_number, value.is_flag, value.is_nothing) == (False, False, False)


@pytest.mark.parametrize(
    ("text", "number", "flag", "nothing"),
    [
        ("12", True, False, False),
        ("-3.5", True, False, False),
        ("007", True, False, False),
        ("true", False, True, False),
        ("false", False, True, False),
        ("True", False, False, False),
        ("null", False, False, True),
        ("~", False, False, True),
        ("", False, False, True),
        ('"12"', False, False, False),
        ("'true'", False, False, False),
        ('""', False, False, False),
        ("9" * 16, False, False, False),
        ("\u0663", False, False, False),
    ],
)
def test_a_bare_value_tells_what_it_is_and_a_quoted_one_is_a_text(
    text: str, number: bool, flag: bool, nothing: bool
) -> None:
    value = scalar(text)

    assert (value.is_number, value.is_flag, value.is_nothing) == (number, flag, nothing)


def test_every_part_knows_its_line_and_column() -> None:
    text = "# a note\nfirst: one\nrow:\n  - two\n  - {three: four}\n"

    tree, _ = parse(text, "f.yaml")

    assert isinstance(tree, Table)
    row = tree.entries[1].value
    assert isinstance(row, Row)
    inner = row.items[1]
    assert isinstance(inner, Table)
    places = [tree.entries[0].place, row.items[0].place, inner.place, inner.entries[0].value.place]
    assert [(place.line, place.column) for place in places] == [(2, 1), (4, 5), (5, 5), (5, 13)]


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_marks_of_other_editors_change_nothing(start: str, end: str) -> None:
    text = start + end.join(["flow: email", "start: caf\u00e9", ""])

    tree, problems = parse(text, "f.yaml")

    assert problems == []
    assert isinstance(tree, Table)
    assert [(entry.key, entry.place.line) for entry in tree.entries] == [("flow", 1), ("start", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f.yaml:1:1: K103 the file is empty"),
        ("# only a note\n", "f.yaml:1:1: K103 the file is empty"),
        ("a: 1\na: 2\n", "f.yaml:2:1: K108 'a' stands here twice (first in line 1)"),
        ("a: {b: 1, b: 2}", "f.yaml:1:11: K108 'b' stands here twice (first in line 1)"),
        ("[a, b]: c\n", "f.yaml:1:1: K107 a key must be one plain word"),
        ("a: !big 1\n", "f.yaml:1:4: K106 '!big' has no meaning here: leave it out"),
        (
            "a: !!python/name:os.system x\n",
            "f.yaml:1:4: K106 '!!python/name:os.system' has no meaning here: leave it out",
        ),
        ("a:\n\t- b\n", "f.yaml:2:1: K121 a tab stands here: use spaces"),
        (
            "say: Mind: this\n",
            "f.yaml:1:10: K123 a second colon on this line: put the text in quotes",
        ),
        ("a: *b\n", "f.yaml:1:4: K118 '*b' stands for nothing: no '&b' is above it"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: K119 a file is one document: leave '---' out"),
        (
            "a: b\n\0\1",
            "f.yaml:2:1: K109 a sign stands here that no text has: save the file as UTF-8 text",
        ),
        ("&a [*a]", "f.yaml:1:5: K105 '*a' stands inside itself"),
        ("a" * 8_000_001, "f.yaml:0:0: K101 this file is too long to be a kiosk file"),
        (BOMB, "f.yaml:4:20: K105 this file repeats itself without end"),
        ("[" * 200_000, "f.yaml:1:41: K102 the file is nested too deep"),
        ("{" * 200_000, "f.yaml:1:41: K102 the file is nested too deep"),
        ("- " * 200_000, "f.yaml:1:81: K102 the file is nested too deep"),
        ("? " * 200_000, "f.yaml:1:81: K102 the file is nested too deep"),
        (
            "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
            "f.yaml:41:41: K102 the file is nested too deep",
        ),
    ],
)
def test_a_text_that_cannot_be_read_is_told_with_its_place_and_soon(
    text: str, expected: str
) -> None:
    started = perf_counter()

    _, problems = parse(text, "f.yaml")

    assert [str(problem) for problem in problems] == [expected]
    assert perf_counter() - started < SOON


def test_of_two_equal_keys_the_first_stands_and_the_rest_of_the_file_is_read_on() -> None:
    text = "a: 1\na: {b: 1, b: 2}\nc: 3\nc: 4\n"

    tree, problems = parse(text, "f.yaml")

    assert isinstance(tree, Table)
    assert [(entry.key, entry.place.line) for entry in tree.entries] == [("a", 1), ("c", 3)]
    assert [(problem.line, problem.code) for problem in problems] == [(2, "K108"), (4, "K108")]


def test_what_an_author_writes_once_and_names_again_is_there_in_full_each_time() -> None:
    text = "a: &both [1, 2]\nb: *both\n"

    tree, problems = parse(text, "f.yaml")

    assert problems == []
    assert isinstance(tree, Table)
    assert tree.entries[0].value == tree.entries[1].value


@given(st.text(max_size=200) | st.text(alphabet="ab:-[]{}&*!?#|>'\"%@ \n\t", max_size=60))
def test_any_text_at_all_is_read_or_told(text: str) -> None:
    tree, problems = parse(text, "f.yaml")

    assert tree is not None or problems
    assert all(problem.line <= text.count("\n") + text.count("\r") + 2 for problem in problems)
