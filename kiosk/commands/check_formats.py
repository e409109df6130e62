"""How `kiosk check` tells what it found: for people, for programs, for editors, for GitHub."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kiosk.core.errors import Problem
from kiosk.core.lint.findings import FINDINGS, Finding, Level, finding_of

Found = Sequence[Problem]

_SARIF_LEVELS: dict[Level, str] = {"error": "error", "advice": "note"}
_GITHUB_LEVELS: dict[Level, str] = {"error": "error", "advice": "notice"}


def as_text(found: Found) -> str:
    """One line a finding, and one that counts them."""
    lines = [_line(problem) for problem in found]
    errors, advice = counts(found)
    tally = ([f"{errors} to mend."] if errors else []) + (
        [f"{advice} to think about."] if advice else []
    )
    return "\n".join([*lines, *([" ".join(tally)] if tally else [])])


def as_json(found: Found) -> str:
    """{"errors": 1, "advice": 0, "findings": [{file, line, column, code, group, level, message}]}.

    Line and column count from 1; 0 means the whole file.
    """
    errors, advice = counts(found)
    return _dumped({"errors": errors, "advice": advice, "findings": [_row(one) for one in found]})


def as_sarif(found: Found) -> str:
    """SARIF 2.1.0 (OASIS, 2020), which editors and code scanning read."""
    driver = {"name": "kiosk check", "rules": [_rule(finding) for finding in FINDINGS]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in found],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def as_github(found: Found) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "\n".join(_command(problem) for problem in found)


FORMATS: dict[str, Callable[[Found], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def counts(found: Found) -> tuple[int, int]:
    """How many errors, and how much advice."""
    errors = sum(finding_of(problem.code).level == "error" for problem in found)
    return errors, len(found) - errors


def _line(problem: Problem) -> str:
    advice = finding_of(problem.code).level == "advice"
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}: {problem.code} {'advice: ' * advice}{problem.message}"


def _row(problem: Problem) -> dict[str, Any]:
    finding = finding_of(problem.code)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "group": finding.group,
        "level": finding.level,
        "message": problem.message,
    }


def _rule(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.code,
        "shortDescription": {"text": finding.what},
        "help": {"text": f"docs/findings.md shows a wrong and a right example of {finding.code}."},
        "defaultConfiguration": {"level": _SARIF_LEVELS[finding.level]},
        "properties": {"tags": [finding.group]},
    }


def _result(problem: Problem) -> dict[str, Any]:
    finding = finding_of(problem.code)
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
    return {
        "ruleId": problem.code,
        "ruleIndex": FINDINGS.index(finding),
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _command(problem: Problem) -> str:
    level = _GITHUB_LEVELS[finding_of(problem.code).level]
    where = f"file={_escaped(problem.file)}"
    if problem.line:
        where += f",line={problem.line},col={max(problem.column, 1)}"
    return f"::{level} {where},title={problem.code}::{_one_line(problem.message)}"


def _one_line(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _one_line(text).replace(":", "%3A").replace(",", "%2C")


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2)
