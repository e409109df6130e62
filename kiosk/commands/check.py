"""Tells every problem of flows, site files, rule sets and mail cards, each with its place."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kiosk.checks.password_rules import RuleSet, rule_set_problems
from kiosk.clock import local_time
from kiosk.commands.opening import folders_of
from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.reader import try_read
from kiosk.core.source import Table, parse
from kiosk.resources import flows_dir, read_text, yaml_files
from kiosk.station import Folders, open_station


def check(wanted: argparse.Namespace) -> int:
    """Exit 0 and a line that says what is sound, or exit 1 and one line a problem."""
    shipped = folders_of(wanted)
    paths: list[Path] = wanted.paths
    problems = [problem for path in paths for problem in _of_path(path, shipped)]
    if not paths:
        problems = [*_of_station(shipped), *_of_rules(yaml_files(flows_dir() / "rules"))]
    for problem in sorted(set(problems)):
        sys.stdout.write(f"{problem}\n")
    if problems:
        count = len(set(problems))
        sys.stdout.write(f"{count} to mend.\n" if count > 1 else "1 to mend.\n")
        return 1
    sys.stdout.write(f"{_what(paths, shipped)} sound.\n")
    return 0


def _what(paths: list[Path], shipped: Folders) -> str:
    if paths:
        names = ", ".join(str(path) for path in paths)
        return f"{names}: " if len(paths) > 1 else f"{names} is"
    flows = len([path for path in yaml_files(shipped.flows) if not path.name.startswith("site.")])
    rules = len(list(yaml_files(flows_dir() / "rules")))
    return f"{flows} flows, {rules} rule sets, the mail cards and the site file are"


def _of_path(path: Path, shipped: Folders) -> list[Problem]:
    if not path.exists():
        raise Missing(f"{path} is not there. Look at its name.")
    if path.is_dir():
        return _of_station(replace(shipped, flows=path))
    tree, problems = parse(read_text(path), str(path))
    keys = {entry.key for entry in tree.entries} if isinstance(tree, Table) else set()
    if tree is None:
        return problems
    if "site" in keys:
        return _only(path, _of_station(replace(shipped, site=path)))
    if "provider" in keys:
        return _only(path, _of_station(shipped))
    if "id" in keys:
        return _of_rules([path])
    return _only(path, _of_station(replace(shipped, flows=path.parent)))


def _of_station(folders: Folders) -> list[Problem]:
    try:
        open_station(folders, local_time, start="")
    except FilesNotSound as unsound:
        return list(unsound.problems)
    return []


def _of_rules(paths: Iterable[Path]) -> list[Problem]:
    found: list[Problem] = []
    for path in paths:
        rule_set, problems = try_read(read_text(path), str(path), RuleSet)
        found += problems
        if rule_set is not None:
            found += rule_set_problems(rule_set, str(path))
    return found


def _only(path: Path, problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if Path(problem.file) == path]
