"""Tells every problem of flows, site files, rule sets and mail cards, each with its place."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kiosk.checks.mail_providers import OTHER, read_providers
from kiosk.checks.password_rules import RuleSet, rule_set_problems
from kiosk.clock import local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.reader import try_read
from kiosk.core.source import Table, parse
from kiosk.resources import flows_dir, read_text, yaml_files
from kiosk.station import Folders, open_station


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to check."""
    add_site(parser)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a flow, a site file or a folder"
    )


def run(wanted: argparse.Namespace) -> int:
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
        return f"{names} are" if len(paths) > 1 else f"{names} is"
    flows = len([path for path in yaml_files(shipped.flows) if not path.name.startswith("site.")])
    rules = len(list(yaml_files(flows_dir() / "rules")))
    return f"{flows} flows, {rules} rule sets, the mail cards and the site file are"


def _of_path(path: Path, shipped: Folders) -> list[Problem]:
    if not path.exists():
        raise Missing(f"{path} is not there. Look at its name.")
    if not path.is_dir():
        return _of_file(path, shipped)
    files = list(yaml_files(path))
    if not files:
        raise Missing(f"{path} holds no file that ends in .yaml.")
    if any("flow" in _keys(file) for file in files):
        return _of_station(replace(shipped, flows=path))
    return [problem for file in files for problem in _of_file(file, shipped)]


def _of_file(path: Path, shipped: Folders) -> list[Problem]:
    tree, problems = parse(read_text(path), str(path))
    if tree is None:
        return problems
    keys = _keys(path)
    if "site" in keys:
        return _only(path, _of_station(replace(shipped, site=path)))
    if "id" in keys:
        return _of_rules([path])
    if path.suffix != ".yaml" or path.name.startswith("site."):
        raise Missing(f"{path} would never be read. Give it a name that ends in .yaml.")
    if "provider" in keys:
        return _only(path, _of_cards(path.parent))
    return _only(path, _of_station(replace(shipped, flows=path.parent)))


def _keys(path: Path) -> set[str]:
    """The keys that tell what a file is; none where it cannot be read."""
    tree, _ = parse(read_text(path), str(path))
    return {entry.key for entry in tree.entries} if isinstance(tree, Table) else set()


def _of_station(folders: Folders) -> list[Problem]:
    try:
        open_station(folders, local_time, start="")
    except FilesNotSound as unsound:
        return list(unsound.problems)
    return []


def _of_cards(folder: Path) -> list[Problem]:
    try:
        read_providers(folder)
    except FilesNotSound as unsound:
        # A card that is tried out in a folder of its own has no stand-in beside it.
        alone = not (folder / f"{OTHER}.yaml").exists()
        return [one for one in unsound.problems if not (alone and one.code == "K187")]
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
