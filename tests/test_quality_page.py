"""The page of promises: each line has tests, and each test it names is there and runs."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
LINES = 22
NEVER = {"skip", "xfail"}
SOMETIMES = {"skipif", "on_linux", "sweep", "soak"}

_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
_HEAD = re.compile(r"^### (\d+)\. ", re.MULTILINE)

Test = tuple[str, str]
"""A file below the root, and the name of a test in it."""


def named_in(text: str) -> set[Test]:
    """All tests that the text names."""
    return {(found[1], found[2]) for found in _NAMED.finditer(text)}


def named_by_line(page: str) -> dict[int, set[Test]]:
    """The tests of each numbered line."""
    parts = _HEAD.split(page.partition("## Dangers")[0])
    return {int(number): named_in(text) for number, text in zip(parts[1::2], parts[2::2])}  # noqa: B905 - split gives pairs


@cache
def marks_in(file: str) -> dict[str, set[str]]:
    """The tests of a file, each with every name that stands in what it is decorated with."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {
        part.name: {_last_name(inner) for one in part.decorator_list for inner in ast.walk(one)}
        for part in tree.body
        if isinstance(part, ast.FunctionDef) and part.name.startswith("test_")
    }


def _last_name(node: ast.AST) -> str:
    return getattr(node, "attr", "") or getattr(node, "id", "")


def missing(tests: set[Test]) -> set[Test]:
    """Those tests that are in no file."""
    return {
        (file, name)
        for file, name in tests
        if not (ROOT / file).is_file() or name not in marks_in(file)
    }


def test_there_are_all_lines_in_their_order_and_each_has_a_test() -> None:
    lines = named_by_line(PAGE)

    assert list(lines) == list(range(1, LINES + 1))
    assert [number for number, tests in lines.items() if not tests] == []


def test_each_line_tells_what_is_aimed_at() -> None:
    parts = _HEAD.split(PAGE.partition("## Dangers")[0])[2::2]

    assert [part.splitlines()[0] for part in parts if "\nAim: " not in part] == []


def test_each_test_that_is_named_is_there() -> None:
    assert missing(named_in(PAGE)) == set()


def test_no_test_that_is_named_is_set_aside() -> None:
    named = named_in(PAGE) - missing(named_in(PAGE))

    assert {one for one in named if marks_in(one[0])[one[1]] & NEVER} == set()


def test_each_line_has_a_test_that_runs_in_every_run_on_every_machine() -> None:
    lines = named_by_line(PAGE)

    without = [
        number
        for number, tests in lines.items()
        if all(marks_in(file)[name] & SOMETIMES for file, name in tests)
    ]

    assert without == []


def test_pytest_finds_each_test_that_is_named() -> None:
    ids = sorted(f"{file}::{name}" for file, name in named_in(PAGE))
    call = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-m",
        "",
        "-p",
        "no:cacheprovider",
    ]

    told = subprocess.run([*call, *ids], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own tests

    collected = {line.partition("[")[0] for line in told.stdout.splitlines() if "::" in line}
    assert told.returncode == 0, told.stdout[-2000:]
    assert set(ids) - collected == set()


def test_a_test_that_is_not_there_is_found() -> None:
    page = "### 1. A line\n\nAim: all.\n\n- `tests/test_quality_page.py::test_nobody_wrote`\n"

    found = missing(named_in(page))

    assert found == {("tests/test_quality_page.py", "test_nobody_wrote")}
