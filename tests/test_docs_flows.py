"""The author's guide: its examples run, and it names what the program has, all of it, no more."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import get_args

import pytest

from kiosk.checks.mail_providers import Errand
from kiosk.cli import COMMANDS
from kiosk.commands.check_files import findings_in
from kiosk.core import flow as language
from kiosk.core.events import AskedHelp, Confirmed, Elapsed, LeftAlone, Stopped, WentBack
from kiosk.core.flow import STONES, Told
from kiosk.core.lint import reading as lint_reading
from kiosk.core.lint.findings import finding_of
from kiosk.core.lint.gains import suggests
from kiosk.core.shape.shapes import fields_of
from kiosk.resources import Folders, assets_dir, flows_dir, translations_dir
from kiosk.script import script_of
from kiosk.station import Station, shipped_art
from tests.conftest import Call
from tests.flows_page import (
    BLOCKS,
    DOCS,
    PAGE,
    PROSE,
    calls_in,
    codes,
    put_flows,
    put_screens,
    shown_in_order,
    table,
)

Kiosk = Callable[..., Call]

PACKAGE = Path(__file__).parents[1] / "kiosk"

# Each table of keys, by the words in its head: the dataclasses that it describes, each by what
# stands before its keys.
TABLES: dict[str, dict[str, type]] = {
    "a flow": {"": language.Flow},
    "every page": {"": language.Told},
    "a question": {"": language.Question, "card": language.Wanted},
    "an answer": {"": language.Answer},
    "a form": {
        "": language.Form,
        "field": language.Field,
        "checks": language.Must,
        "when": language.Handler,
    },
    "a pick page": {"": language.Pick, "pick": language.Picking},
    "a wait page": {"": language.Wait, "wait": language.Clock},
    "an end": {"": language.End, "todo": language.Errand},
    "a way": {"": language.Way},
    "a run screen": {"": language.Run},
}
# These have no key but the one that tells them, which stands in the table of kinds.
ONE_KEY = (language.Decide, language.Return)
LIMITS = {
    "K301": lint_reading.HARDEST_GRADE,
    "K302": lint_reading.MOST_WORDS_IN_A_SENTENCE,
    "K303": lint_reading.MOST_WORDS_ON_A_PAGE,
    "K304": lint_reading.LONGEST_TITLE,
    "K305": lint_reading.LONGEST_ANSWER,
    "K309": lint_reading.MOST_ANSWERS,
    "K313": lint_reading.MOST_STEPS,
}
EXAMPLE = "flow: example\nversion: 1\nstart: has_phone\nscreens:\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of one's own, with the shipped files in it; commands are called from there."""
    shutil.copytree(flows_dir(), tmp_path / "flows")
    shutil.copytree(PACKAGE, tmp_path / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "assets").symlink_to(assets_dir(), target_is_directory=True)
    (tmp_path / "translations").symlink_to(translations_dir(), target_is_directory=True)
    monkeypatch.setattr("kiosk.resources._PACKAGE", tmp_path / "kiosk")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_who_follows_the_page_sees_what_the_page_shows(
    home: Path, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_flows(home, "flow")
    for block in BLOCKS:
        if block.use == "screens of setup":
            put_screens(home / "flows" / "setup.yaml", block.text)
        elif block.language == "text":
            (home / block.use).write_text(block.text, encoding="utf-8")
        for line, shown in calls_in(block):
            monkeypatch.setattr("sys.stdin", StringIO("1\n"))

            call = (painted if " tour " in line else kiosk)(*shlex.split(line)[1:])

            assert (call.code, call.err) == (0, ""), line
            assert shown_in_order(shown, call.out), f"{line}\n{call.out}"


def painted(*words: str) -> Call:
    """A command of its own, as it must be the first in its process to draw."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kiosk", *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Call(done.returncode, done.stdout, done.stderr)


def test_the_examples_are_flows_without_a_finding(home: Path) -> None:
    put_flows(home, "flow", "flow beside the screens")
    screens = "".join(block.text for block in BLOCKS if block.use == "screens")
    indented = "".join(f"  {line}" if line.strip() else line for line in screens.splitlines(True))
    (home / "flows" / "example.yaml").write_text(EXAMPLE + indented, encoding="utf-8")

    found = findings_in([home / "flows"], Folders.shipped())

    # No family comes to an example: that it is not run is the one thing that may be said of it.
    said = {(Path(one.file).name, one.code) for one in found}
    assert said == {("example.yaml", "K257"), ("teacher_talk.yaml", "K257")}, found


def keys_of(kind: type) -> dict[str, bool]:
    """The keys of a dataclass, but for those of every page, and whether each must be there."""
    common = fields_of(Told) if issubclass(kind, Told) and kind is not Told else {}
    return {key: field.required for key, field in fields_of(kind).items() if key not in common}


@pytest.mark.parametrize("head", TABLES)
def test_each_table_has_the_keys_of_the_language_and_marks_those_that_must_be_there(head) -> None:
    rows = [row[0].rpartition(": ") for row in table(f"key of {head}")]

    for before, kind in TABLES[head].items():
        written = [key for prefix, _, key in rows if prefix == before]
        assert {key.strip("*"): key.startswith("**") for key in written} == keys_of(kind)
        assert len(written) == len(keys_of(kind))
    assert {prefix for prefix, _, _ in rows} == set(TABLES[head])


def test_every_dataclass_of_the_language_has_its_place_on_the_page() -> None:
    kinds = {
        one
        for one in vars(language).values()
        if isinstance(one, type) and one.__module__ == language.__name__
    }

    assert kinds == {kind for kinds in TABLES.values() for kind in kinds.values()}.union(ONE_KEY)
    assert re.findall(r"^\| key of ([a-z ]+) \|", PAGE, re.MULTILINE) == list(TABLES)
    assert [list(keys_of(kind)) for kind in ONE_KEY] == [[kind.mark] for kind in ONE_KEY]


def test_each_kind_of_screen_is_named_with_the_key_that_tells_it() -> None:
    rows = {codes(row[1])[0] for row in table("kind")}

    assert rows == {kind.mark for kind in get_args(language.Screen)}


def test_each_check_is_there_with_its_outcomes_its_values_and_what_it_offers(
    station: Station,
) -> None:
    rows = {codes(row[0])[0]: row for row in table("check")}

    assert set(rows) == set(station.guide.checks)
    for name, (_, _, outcomes, takes, offers) in rows.items():
        check = station.guide.checks[name]
        offering = [one for one in check.outcomes if suggests(check, one)]
        assert codes(outcomes) == list(check.outcomes), name
        assert codes(takes) == list(check.params), name
        assert codes(offers)[:1] == offering, name


def test_the_braces_are_those_that_the_site_fills_in(station: Station) -> None:
    options = [option for options in station.guide.options.values() for option in options]
    facts = {*station.guide.facts, *(name for option in options for name in option.facts)}

    assert {codes(row[0])[0].strip("{}") for row in table("in braces")} == facts


def test_the_stones_lists_waits_and_errands_are_those_that_there_are(station: Station) -> None:
    bullets = {
        head: re.search(rf"^- \*\*{head}\*\*(.*\n(?:  .*\n)*)", PAGE, re.MULTILINE)
        for head in ("Stones", "Lists", "Waits", "Errands")
    }

    said = {head: codes(found[1]) if found else [] for head, found in bullets.items()}

    assert said["Stones"] == ["step", *STONES]
    assert said["Lists"] == ["of", *station.guide.options]
    assert said["Waits"] == ["for", "restart", *station.guide.waits]
    assert sorted(said["Errands"]) == sorted(["card", *get_args(Errand)])


def test_all_that_a_file_of_answers_can_say_is_told() -> None:
    events = (WentBack(), AskedHelp(), Elapsed(), Stopped(), LeftAlone(), Confirmed())
    said = [script_of((event,)).strip() for event in events]

    assert [line for line in said if line not in codes(PROSE)] == []
    assert {"type: TEXT", "pick: ID, ID", "password: TEXT", "language: CODE"} <= set(codes(PROSE))


@pytest.mark.parametrize(("column", "part"), [("pictures", 0), ("icons", 1)])
def test_every_picture_and_icon_is_listed_by_name(column, part) -> None:
    art = (shipped_art().pictures, shipped_art().icons)[part]
    tables = re.findall(rf"^\| about \| {column} \|\n.*\n((?:\|.*\n)+)", PAGE, re.MULTILINE)

    listed = [name for name in codes(tables[0]) if '"' not in name]

    assert sorted(listed) == sorted(art)


def test_the_codes_of_ends_are_those_that_the_shipped_flows_use(station: Station) -> None:
    sentence = re.search(r"^Codes in use: ([^.]+)\.", PAGE, re.MULTILINE)
    screens = [screen for flow in station.guide.flows.values() for screen in flow.screens.values()]

    assert sentence
    used = {screen.end for screen in screens if isinstance(screen, language.End)}
    assert codes(sentence[1]) == sorted(used)


def test_the_limits_of_words_are_those_that_are_checked() -> None:
    limits = {row[2]: float(row[1]) for row in table("what")}

    assert limits == LIMITS


def test_every_finding_that_is_named_is_one() -> None:
    named = set(re.findall(r"\bK\d{3}\b", PAGE))

    assert {finding_of(code).code for code in named} == named


def test_every_command_that_is_named_is_there_and_takes_these_options(kiosk: Kiosk) -> None:
    named = [code for code in codes(PROSE) if code.startswith("kiosk ")]
    for said in named:
        words = said.split()[1:]
        command = words[0] if not words[0].startswith("-") else "run"
        if command not in COMMANDS:
            assert (PACKAGE / "commands" / f"{command}.py").exists(), said
            continue
        takes = kiosk(command, "--help").out
        assert [one for one in words if one.startswith("-") and one not in takes] == [], said
    assert len(named) > 8


def test_every_link_leads_to_a_chapter_or_to_a_file() -> None:
    headings = re.findall(r"^#+ (.+)$", PROSE, re.MULTILINE)
    chapters = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}

    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        there = target[1:] in chapters if target[0] == "#" else (DOCS / target).exists()
        assert there, target
