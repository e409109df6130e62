"""`kiosk draw` writes each form, to the screen or to a file, and says what it cannot do."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from kiosk.commands.draw import add_arguments, run
from kiosk.core.errors import FilesNotSound, KioskError, Missing

Draw = Callable[..., int]


@pytest.fixture
def draw() -> Draw:
    """Runs the command with those words."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)

    def called(*words: object) -> int:
        wanted = parser.parse_args([str(word) for word in words])
        code: int = run(wanted)
        return code

    return called


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("svg", "<?xml"),
        ("mermaid", "flowchart TD"),
        ("dot", 'digraph "help" {'),
        ("json", '{\n "flow": "help"'),
        ("scxml", "<?xml"),
        ("xstate", '{\n  "id": "help"'),
    ],
)
def test_every_form_is_written_to_the_screen(
    draw: Draw, capsys: pytest.CaptureFixture[str], form: str, begins: str
) -> None:
    wanted = ("help", "--as", form)

    code = draw(*wanted)

    out = capsys.readouterr().out
    assert code == 0
    assert out.startswith(begins)
    assert out.endswith("\n")


def test_a_picture_is_what_one_gets_without_asking_and_can_go_into_a_file(
    draw: Draw, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "help.svg"

    draw("help", "-o", file)

    assert fromstring(file.read_text(encoding="utf-8")).tag.endswith("svg")  # noqa: S314 - ours
    assert capsys.readouterr().out == f"{file} is written.\n"


def test_counts_and_open_flows_are_in_the_drawing(
    draw: Draw, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    counts = tmp_path / "counts.csv"
    counts.write_text("flow,screen,by,count\nrecord,how_many,one,9\n", encoding="utf-8")

    draw("record", "--as", "json", "--unfold", "--counts", counts)

    made = json.loads(capsys.readouterr().out)
    assert [arrow["count"] for arrow in made["arrows"] if arrow["by"] == "one"] == [9]
    assert list(made["inside"]) == ["record/each_school"]


def test_a_flow_that_is_not_there_is_told(draw: Draw) -> None:
    unknown = "setpu"

    with pytest.raises(Missing, match="There is no flow 'setpu'"):
        draw(unknown)


@pytest.mark.parametrize("form", ["scxml", "xstate"])
@pytest.mark.parametrize("option", [("--unfold",), ("--counts", "counts.csv")])
def test_a_state_machine_takes_no_counts_and_cannot_be_folded(
    draw: Draw, form: str, option: tuple[str, ...]
) -> None:
    wanted = ("help", "--as", form, *option)

    with pytest.raises(KioskError, match=f"not for {form}"):
        draw(*wanted)


def test_counts_that_do_not_fit_are_told_with_their_line(draw: Draw, tmp_path: Path) -> None:
    counts = tmp_path / "counts.csv"
    counts.write_text("flow,screen,by,count\nhelp,call,back,often\n", encoding="utf-8")

    with pytest.raises(FilesNotSound, match=r"counts\.csv:2:0: K405"):
        draw("help", "--counts", counts)


def test_a_place_that_cannot_be_written_is_told(draw: Draw, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "help.svg"

    with pytest.raises(KioskError, match="cannot be written"):
        draw("help", "-o", nowhere)
