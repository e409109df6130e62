"""yaml-language-server, which most editors use, marks a slip where it stands."""

from collections.abc import Iterator

import pytest

from kiosk.resources import flows_dir, read_text
from tests.commands.editor import Editor, NoServer, opened

NAMES = ("email.yaml", "site.example.yaml", "rules/canvas-default.yaml", "providers/gmail.yaml")
MARKS = "end, run, decide, return, wait, pick, field, answers"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor with yaml-language-server; without it the test is skipped and says why."""
    try:
        with opened() as editor:
            yield editor
    except NoServer as reason:
        pytest.skip(f"no editor was asked: {reason}")


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_file_has_nothing_to_mark(editor: Editor, name: str) -> None:
    path = flows_dir() / name

    said = editor.says_of(path.parent, read_text(path))

    assert said == []


@pytest.mark.parametrize(
    ("name", "was", "is_now"),
    [
        ("email.yaml", "start:", "strat:"),
        ("email.yaml", "id:", "di:"),
        ("site.example.yaml", "phone:", "phnoe:"),
        ("rules/canvas-default.yaml", "name:", "nmae:"),
        ("providers/gmail.yaml", "steps:", "setps:"),
    ],
)
def test_a_misspelt_key_is_marked_in_its_line(
    editor: Editor, name: str, was: str, is_now: str
) -> None:
    path = flows_dir() / name
    before, _, after = read_text(path).partition(was)

    said = editor.says_of(path.parent, f"{before}{is_now}{after}")

    assert (before.count("\n") + 1, f"Property {is_now[:-1]} is not allowed.") in said


def test_a_screen_of_no_kind_is_told_the_keys_that_make_one(editor: Editor) -> None:
    text = """# yaml-language-server: $schema=schemas/flow.json
flow: lunch
version: 1
start: hungry
screens:
  hungry:
    ask: Are you hungry?
    anwsers: [{id: a, text: I am, go: hungry}]
"""

    said = editor.says_of(flows_dir(), text)

    assert said == [(6, f"Needs one of these keys: {MARKS}")]
