"""What was found reaches people, programs, editors and pull requests unchanged."""

import json
from pathlib import Path

import pytest

from kiosk.commands.check_formats import FORMATS, as_github, as_json, as_sarif, as_text
from kiosk.core.errors import Problem
from kiosk.core.lint.findings import FINDINGS

ERROR = Problem("flows/a b.yaml", 12, 9, "K112", "unknown key 'icno'; did you mean 'icon'?")
ADVICE = Problem("flows/é.yaml", 40, 5, "K302", "a sentence of 21 words: make two of it")
WHOLE = Problem("big.yaml", 0, 0, "K101", "50% too long,\nor more")
FOUND = (ERROR, ADVICE, WHOLE)


def test_a_person_reads_a_line_a_finding_and_how_many_there_are() -> None:
    lines = as_text(FOUND).splitlines()

    assert lines[0] == f"flows/a b.yaml:12:9: K112 {ERROR.message}"
    assert lines[1] == f"flows/é.yaml:40:5: K302 advice: {ADVICE.message}"
    assert lines[-1] == "2 to mend. 1 to think about."


@pytest.mark.parametrize(
    ("found", "tally"),
    [((), ""), ((ERROR,), "1 to mend."), ((ADVICE, ADVICE), "2 to think about.")],
)
def test_what_is_not_there_is_not_counted(found: tuple[Problem, ...], tally: str) -> None:
    lines = as_text(found).split("\n")

    assert lines[-1] == tally


def test_a_program_gets_each_finding_with_its_group_and_level() -> None:
    said = json.loads(as_json(FOUND))

    assert said["errors"] == 2
    assert said["advice"] == 1
    assert said["findings"][1] == {
        "file": "flows/é.yaml",
        "line": 40,
        "column": 5,
        "code": "K302",
        "group": "reading",
        "level": "advice",
        "message": ADVICE.message,
    }


def test_an_editor_gets_sarif_with_a_rule_for_every_finding() -> None:
    said = json.loads(as_sarif(FOUND))

    assert said["version"] == "2.1.0"
    run = said["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [finding.code for finding in FINDINGS]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for problem, result in zip(FOUND, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.code
        assert result["message"] == {"text": problem.message}
    assert [result["level"] for result in run["results"]] == ["error", "note", "error"]


def test_a_place_in_sarif_is_a_reference_and_a_region_or_the_whole_file(tmp_path: Path) -> None:
    absolute = Problem(str(tmp_path / "x.yaml"), 1, 0, "K103", "the file is empty")

    results = json.loads(as_sarif((*FOUND, absolute)))["runs"][0]["results"]

    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert places[0]["artifactLocation"]["uri"] == "flows/a%20b.yaml"
    assert places[0]["region"] == {"startLine": 12, "startColumn": 9}
    assert places[1]["artifactLocation"]["uri"] == "flows/%C3%A9.yaml"
    assert "region" not in places[2]
    assert places[3]["artifactLocation"]["uri"] == (tmp_path / "x.yaml").as_uri()
    assert places[3]["region"]["startColumn"] == 1


def test_a_pull_request_gets_one_command_a_finding_with_its_signs_escaped() -> None:
    lines = as_github((*FOUND, Problem("a:b,c.yaml", 1, 2, "K103", "x"))).splitlines()

    assert lines == [
        f"::error file=flows/a b.yaml,line=12,col=9,title=K112::{ERROR.message}",
        f"::notice file=flows/é.yaml,line=40,col=5,title=K302::{ADVICE.message}",
        "::error file=big.yaml,title=K101::50%25 too long,%0Aor more",
        "::error file=a%3Ab%2Cc.yaml,line=1,col=2,title=K103::x",
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_still_a_whole_answer(name: str) -> None:
    said = FORMATS[name](())

    assert said == "" if name in ("text", "github") else json.loads(said)
