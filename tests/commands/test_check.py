"""`kiosk check` tells everything about any file in one run, and says so by its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.resources import flows_dir, read_text

ROOT = Path(__file__).parents[2]
CALL = """\
flow: call
version: 1
start: call
screens:
  call:
    tell: Call the office
    picture: call
    end: X_CALL
    tone: office
    todo:
      - {who: You, what: "Call the office.", when: "Any school day"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one sound flow, with the help beside it."""
    write(tmp_path / "help.yaml", read_text(flows_dir() / "help.yaml"))
    write(tmp_path / "call.yaml", CALL)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[str]]:
    """The exit code and the lines of a call."""
    code = main(["check", *(str(argument) for argument in arguments)])
    return code, capsys.readouterr().out.splitlines()


def test_the_shipped_files_are_sound_and_leave_nothing_to_think_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, lines = told(capsys)

    assert code == 0
    assert len(lines) == 1
    assert lines[0].endswith("rule sets, the mail cards and the site file are sound.")


def test_advice_alone_keeps_nothing_from_opening(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(folder / "call.yaml", CALL.replace("    picture: call\n", ""))

    code, lines = told(capsys, path)

    assert code == 0
    assert lines == [
        f"{path}:6:5: K312 advice: no picture: some families do not read well",
        "1 to think about.",
        f"{path} is sound.",
    ]


def test_an_error_is_told_beside_the_advice_and_exits_with_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(folder / "call.yaml", CALL.replace("picture: call", "picture: cal"))
    write(folder / "other.yaml", "\tnothing: here")

    code, lines = told(capsys, folder)

    assert code == 1
    assert lines == [
        f"{path}:7:5: K218 there is no picture 'cal'; did you mean 'call'?",
        f"{folder / 'other.yaml'}:1:1: K121 a tab stands here: use spaces",
        "2 to mend.",
    ]


def test_the_findings_of_one_file_are_told_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "broken.yaml", "flow: [")

    code, lines = told(capsys, folder / "call.yaml")

    assert (code, lines) == (0, [f"{folder / 'call.yaml'} is sound."])


def test_a_site_file_that_is_not_sound_does_not_hide_the_flows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write(folder / "site.mine.yaml", "site: mine\n")
    write(folder / "call.yaml", CALL.replace("end: X_CALL", "end: later"))

    code, lines = told(capsys, "--site", site, folder)

    assert code == 1
    assert sorted(line.split(": ")[1][:4] for line in lines[:-1]) == [*["K113"] * 3, "K238"]


@pytest.mark.parametrize("written", [b"\xff\xfef\0l\0o\0w\0", b"flow: caf\xe9", b"", b"\0" * 999])
def test_a_site_file_that_is_no_text_is_told_like_any_other(
    written: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site.yaml"
    site.write_bytes(written)

    code, lines = told(capsys, "--site", site)

    assert code == 1
    assert len(lines) == 2
    assert lines[0].startswith(f"{site}:")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gone.yaml", "gone.yaml is not there. Look at its name."),
        ("call.yml", "call.yml would never be read. Give it a name that ends in .yaml."),
    ],
)
def test_a_path_that_cannot_be_meant_is_one_sentence(
    name: str, sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "call.yml", CALL)

    code = main(["check", str(folder / name)])

    assert code == 1
    assert capsys.readouterr().err == f"{folder / sentence}\n"


def test_programs_get_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(folder / "call.yaml", CALL.replace("tone: office", "tone: done"))

    code, lines = told(capsys, "--format", "json", path)

    assert code == 0
    said = json.loads("\n".join(lines))
    assert (said["errors"], said["advice"]) == (0, 1)
    assert said["findings"][0]["code"] == "K240"
    assert said["findings"][0]["line"] == 9


def test_the_steps_of_a_mail_card_are_read_like_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = read_text(flows_dir() / "providers" / "other.yaml")
    step = "      - Click “Forgot password”.\n"
    path = write(tmp_path / "other.yaml", shipped.replace("    steps:\n", f"    steps:\n{step}", 1))
    line = path.read_text(encoding="utf-8").splitlines().index(step.rstrip()) + 1

    code, lines = told(capsys, path)

    assert code == 0
    assert lines[0].startswith(f"{path}:{line}:9: K308 advice: 'Click'")


def test_a_pipe_that_speaks_little_gets_every_letter(folder: Path) -> None:
    path = write(folder / "call.yaml", CALL.replace("X_CALL", "café"))
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    call = [sys.executable, "-m", "kiosk", "check", str(path)]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, check=False)  # noqa: S603 - our own program

    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"K238 advice: 'caf\xe9' is counted" in done.stdout


def test_a_misspelt_key_is_told_and_not_what_it_makes_of_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("email", "help"):
        text = (flows_dir() / f"{name}.yaml").read_text("utf-8")
        write(folder / f"{name}.yaml", text.replace("\n    checks:", "\n    cheks:", 1))

    code, lines = told(capsys, folder / "email.yaml")

    assert code == 1
    assert [line.split(": ")[1][:4] for line in lines[:-1]] == ["K112"]
