"""The shape of a file: bare words, guesses, places, and a great deal of it in little time."""

from pathlib import Path
from time import process_time

import pytest

from kiosk.commands.check_files import findings_in
from kiosk.core.flow import Flow, Question
from kiosk.core.marks import Place
from kiosk.core.shape.bare import read_as, turns_into
from kiosk.core.shape.guessing import guess
from kiosk.core.shape.reader import read_all
from kiosk.core.shape.source import Scalar, parse
from kiosk.core.texts import texts_of
from kiosk.resources import Folders, flows_dir, read_text

PAGE = """\
  s{n}:
    ask: Do you see your child in the list of names on page {n}?
    say: Look at each name from the top to the end. It takes a minute.
    picture: email
    answers:
      - {{id: have, text: "I see it", icon: "yes", go: {on}}}
      - {{id: none, text: "I do not see it", icon: "no", go: {on}}}
      - {{id: unsure, text: "I am not sure", icon: unsure, go: end}}
"""
END = """\
  end:
    tell: Please ask at the office
    picture: office
    end: X_HELP
    tone: office
    todo:
      - {who: You, what: "Ask at the office.", when: "Any school day"}
"""


def bare(text: str) -> Scalar:
    return Scalar(text, False, Place())


@pytest.mark.parametrize("text", ["y", "Yes", "NO", "on", "Off", "true", "False"])
def test_a_bare_switch_is_told(text: str) -> None:
    told = turns_into(bare(text))

    assert told
    assert told[0] == "K131"


@pytest.mark.parametrize(
    ("text", "code"),
    [("12:30", "K132"), ("7:30:15", "K132"), ("007", "K133"), ("1_000", "K133"), ("0x1F", "K133")],
)
def test_a_bare_time_or_number_is_told(text: str, code: str) -> None:
    told = turns_into(bare(text))

    assert told
    assert told[0] == code


@pytest.mark.parametrize("text", ["7:30-15:30", "555-0142", "yesterday", "now", "no one", "1st"])
def test_a_text_that_no_reader_changes_is_left_alone(text: str) -> None:
    assert turns_into(bare(text)) is None


def test_quotes_keep_everything() -> None:
    assert turns_into(Scalar("no", True, Place())) is None
    assert read_as(Scalar("12", True, Place()), int) is None


def test_a_guess_is_close_or_is_not_made() -> None:
    many = [f"screen_{n}" for n in range(1000)]

    assert guess("nxet", ["ask", "next", "go"]) == "; did you mean 'next'?"
    assert guess("zzz", ["ask", "next", "go"]) == ""
    assert guess("scren_731", many) == "; did you mean 'screen_731'?"
    assert guess("scren_731", [*many, *(f"other_{n}" for n in range(1000))]) == ""


def test_each_text_of_a_list_has_its_own_line() -> None:
    text = "  a:\n    tell: T\n    say:\n      - one\n      - two\n    answers: []\n"

    flow = read_all(f"flow: x\nversion: 1\nstart: a\nscreens:\n{text}", "x.yaml", Flow).value

    assert flow
    screen = flow.screens["a"]
    assert isinstance(screen, Question)
    says = [one for one in texts_of(screen) if one.part == "say"]
    assert [one.marks.of(one.key).line for one in says] == [8, 9]


def test_only_what_the_author_wrote_is_a_text_of_the_page() -> None:
    field = "  a: {ask: Name?, field: {kind: name, save: n}, next: a}\n"

    flow = read_all(f"flow: x\nversion: 1\nstart: a\nscreens:\n{field}", "x.yaml", Flow).value

    assert flow
    assert [one.text for one in texts_of(flow.screens["a"])] == ["Name?"]


def test_every_line_with_a_tab_is_told_at_once() -> None:
    _, problems = parse("a: 1\n\tb: 2\nc:\n  \td: 3\n", "x.yaml")

    places = [(one.line, one.column, one.code) for one in problems]
    assert places == [(2, 1, "K121"), (4, 3, "K121")]


def test_a_tab_below_another_slip_is_not_blamed_for_it() -> None:
    _, problems = parse("a: b: c\nd:\n\t- e\n", "x.yaml")

    assert [(one.line, one.code) for one in problems] == [(1, "K123")]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("a:\n  b: 1\n c: 2\n", (3, 2), "K122"),
        ("a:\n  - b\n c: 2\n", (3, 2), "K122"),
        ("a\nb: c\n", (2, 2), "K122"),
        ("a: 'b\nc: d\n", (1, 4), "K124"),
        ('a: "b\nc: "d"\n', (1, 4), "K124"),
        ("a: [b, c\nd: e\n", (1, 4), "K125"),
        ("a: {b: c d: e}\n", (1, 4), "K125"),
        ("a: `b`\n", (1, 4), "K126"),
        ("a: %b\n", (1, 4), "K126"),
        ("a: {b} c\n", (1, 8), "K127"),
        ("a: 'b' c\n", (1, 8), "K127"),
        ('a: "b" c\n', (1, 8), "K127"),
        ('a: "b\\c"\n', (1, 6), "K128"),
        ("a: &\n", (1, 5), "K104"),
    ],
)
def test_a_slip_of_the_pen_has_a_name_of_its_own(
    text: str, place: tuple[int, int], code: str
) -> None:
    _, problems = parse(text, "x.yaml")

    assert [(one.line, one.column, one.code) for one in problems] == [(*place, code)]


def test_a_thousand_screens_are_looked_over_in_under_a_second(tmp_path: Path) -> None:
    pages = [PAGE.format(n=n, on=f"s{n + 1}" if n < 999 else "end") for n in range(1000)]
    head = "flow: big\nversion: 1\nstart: s0\nscreens:\n"
    (tmp_path / "big.yaml").write_text(head + "".join(pages) + END, encoding="utf-8")
    (tmp_path / "help.yaml").write_text(read_text(flows_dir() / "help.yaml"), encoding="utf-8")
    findings_in([flows_dir() / "help.yaml"], Folders.shipped())
    started = process_time()

    found = findings_in([tmp_path], Folders.shipped())

    assert process_time() - started < 1.0
    assert found == []
