"""The command line: each command's exit code and words, and never a trace of the program's own."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import COMMANDS
from kiosk.resources import Folders
from tests.conftest import Call, change

Kiosk = Callable[..., Call]

PARTS: list[tuple[str, ...]] = [
    *(("staff", part) for part in ("set-pin", "recover")),
    *(("journal", part) for part in ("export", "counts", "purge")),
    *(("follow-ups", part) for part in ("keygen", "export", "purge")),
    *(("words", part) for part in ("update", "export", "import", "new", "clips")),
]
CANARY = "Canary-of-a-family-7!"


def test_help_names_every_command(kiosk: Kiosk) -> None:
    call = kiosk("--help")

    assert call.code == 0
    assert all(f"  {name}" in call.out and about in call.out for name, about in COMMANDS.items())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(kiosk: Kiosk, command: str) -> None:
    call = kiosk(command, "--help")

    assert call.code == 0
    assert call.out.startswith(f"usage: kiosk {command}")
    assert COMMANDS[command] in " ".join(call.out.split())


@pytest.mark.parametrize("words", [*((command,) for command in COMMANDS), *PARTS])
def test_every_help_is_whole_on_a_narrow_terminal(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    call = kiosk(*words, "--help")

    assert call.out.startswith(f"usage: kiosk {' '.join(words)}")
    assert "None" not in call.out
    assert [line for line in call.out.splitlines() if len(line) > 82] == []


def test_the_version_is_one_line(kiosk: Kiosk) -> None:
    call = kiosk("--version")

    assert call.code == 0
    assert call.out.startswith("kiosk ")
    assert call.out.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "there is no command 'nonsense'; there are: run, walk, check, try"),
        (["try"], "the following arguments are required: check"),
        (["tour"], "the following arguments are required: -o"),
        (["tour", "-o", "x", "--stage", "huge"], "invalid choice: 'huge'"),
        (["walk", "--anwsers", "x"], "unrecognized arguments: --anwsers"),
    ],
)
def test_a_call_that_cannot_be_meant_is_told_with_exit_2(
    kiosk: Kiosk, words: list[str], said: str
) -> None:
    call = kiosk(*words)

    assert call.code == 2
    assert said in call.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["walk", "setpu"], "There is no flow 'setpu'. There are: account, cannot_get_in, "),
        (["walk", "--answers", "gone.txt"], "gone.txt is not there. Look at its name"),
        (["walk", "--site", "gone.yaml"], "gone.yaml is not there. Look at its name"),
        (["check", "gone.yaml"], "gone.yaml is not there. Look at its name."),
        (["check", "--site", "gone.yaml"], "gone.yaml is not there. Look at its name"),
        (["try", "email"], "Say what to try: kiosk try email VALUE"),
        (["try", "emial", "x"], "There is no check 'emial'. There are: email, any_one_is, "),
        (["try", "is", "one", "--with", "one"], "Write --with NAME=VALUE. 'is' takes: value."),
        (["try", "is", "one", "--with", "a=b"], "Write --with NAME=VALUE. 'is' takes: value."),
        (["try", "is_known", "x", "--with", "a=b"], "'is_known' takes: none."),
        (["try", "list", "--rules", "sumit"], "there is no rule set 'sumit'; there are: aeries"),
    ],
)
def test_what_a_person_can_mend_is_one_sentence_with_exit_1(
    kiosk: Kiosk, words: list[str], said: str
) -> None:
    call = kiosk(*words)

    assert (call.code, call.out) == (1, "")
    assert said in call.err
    assert call.err.count("\n") == 1


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("parent\nnwe\n", "line 2: 'nwe' does not fit setup/today (new | stuck | unsure)"),
        ("parent\n", "the script is over, but the visit is not: it stands on setup/today"),
        (f"password: {CANARY}\n", "line 1: 'password: ...' does not fit setup/who"),
    ],
)
def test_a_script_that_does_not_fit_says_which_line_and_what_would(
    kiosk: Kiosk, tmp_path: Path, script: str, said: str
) -> None:
    path = tmp_path / "answers.txt"
    path.write_text(script, encoding="utf-8")

    call = kiosk("walk", "--answers", path)

    assert call.code == 1
    assert call.err.startswith(said)
    assert CANARY not in call.err


def test_one_flow_can_be_walked_by_itself(kiosk: Kiosk, tmp_path: Path) -> None:
    path = tmp_path / "answers.txt"
    path.write_text("has\n", encoding="utf-8")

    call = kiosk("walk", "one_school", "--answers", path)

    assert call.code == 0
    assert call.out.endswith("\nThe visit reached the end same.\n")


def test_a_walk_by_hand_may_be_left_by_closing_the_input(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))

    call = kiosk("walk")

    assert (call.code, call.err) == (0, "")
    assert "WHAT DO YOU WANT TO DO TODAY?" in call.out


def test_a_site_of_ones_own_is_walked(kiosk: Kiosk, flows: Path, tmp_path: Path) -> None:
    site = change(flows / "site.example.yaml", "Cedar Hill Middle School", "Fir Hill School")
    answers = tmp_path / "answers.txt"
    answers.write_text("other\nhelp\n", encoding="utf-8")

    call = kiosk("walk", "--site", site, "--answers", answers)

    assert call.code == 0
    assert "Fir Hill School" in call.out


def test_an_unsound_site_stops_every_command_that_opens_a_station(
    kiosk: Kiosk, flows: Path
) -> None:
    site = change(flows / "site.example.yaml", "asking_seconds: 30", "asking_seconds: 3")
    before = site.read_text(encoding="utf-8").partition("asking_seconds:")[0]
    line = before.count("\n") + 1

    for words in (["walk"], ["try", "list"], ["check"]):
        call = kiosk(*words, "--site", site)

        assert call.code == 1
        assert f"{site}:{line}:3: K190 choose 20 to 45 seconds" in call.out + call.err


def test_a_folder_that_cannot_be_made_stops_the_tour(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    call = kiosk("tour", "-o", tmp_path / "file" / "below")

    assert call.code == 1
    assert "cannot be made" in call.err


def test_the_shipped_site_is_what_the_commands_take_by_themselves(kiosk: Kiosk) -> None:
    plain = kiosk("try", "email", "ana@stu.cedarvalley.example")
    named = kiosk("try", "email", "ana@stu.cedarvalley.example", "--site", Folders.shipped().site)

    assert plain == named
