"""Reads the files that `kiosk check` was given, and gathers all that is to say of them in one run.

What cannot be read, or is not sound, is told and set aside; the rest is looked at all the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kiosk.checks.mail_providers import OTHER, Provider, read_providers
from kiosk.checks.password_rules import RuleSet, rule_set_problems
from kiosk.clock import local_time
from kiosk.commands.check_demo import KEYS as DEMO_KEYS
from kiosk.commands.check_demo import of_demo_folder, of_practice
from kiosk.commands.check_words import CATALOGUE, TABLE, of_catalogues, of_words_file
from kiosk.commands.raw_files import read_raw
from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide
from kiosk.core.lint.review import advice_on, findings_of
from kiosk.core.shape.reader import read_all, uncollected
from kiosk.core.texts import Text
from kiosk.resources import Folders, flows_dir, yaml_files
from kiosk.site.shapes import Site
from kiosk.staff.remedies import NO_PAGE, problems_in, remedies_file
from kiosk.station import START, Station, open_station, shipped_art

T = TypeVar("T")

_CARDS = flows_dir() / "providers"
_NO_FLOWS = flows_dir() / "no flows"  # A folder that is not there holds none.
_KEY = re.compile(r"^\{?([a-z_]+):", re.MULTILINE)
# What the other flows seem to lack, or to have too much, while one of them cannot be read.
_ECHOES = frozenset({"K203", "K217", "K229", "K230", "K234", "K235", "K247", "K257"})
# What a flow seems to lack while one of its own keys is misspelt.
_BLURRED = frozenset({"K212", "K213", "K229", "K230", "K234", "K235"})


def findings_in(paths: Iterable[Path], shipped: Folders) -> list[Problem]:
    """All that is to say of these files and folders, or of all that a station goes by where none is
    named. Each once, by file and line. Raises Missing where a path is not there."""
    named = list(paths)
    with uncollected():
        found = [problem for path in named for problem in _of_path(path, shipped)]
        if not named:
            found = [
                *_of_station(shipped),
                *_of_cards(_CARDS),
                *_of_rules(_rules()),
                *of_practice(shipped),
                *_of_remedies(remedies_file(shipped.flows), shipped),
                *of_catalogues(shipped),
            ]
    return sorted(set(found))


def _rules() -> Iterator[Path]:
    return yaml_files(flows_dir() / "rules")


def _of_path(path: Path, shipped: Folders) -> list[Problem]:
    if not path.exists():
        raise Missing(f"{path} is not there. Look at its name.")
    if not path.is_dir():
        return _of_file(path, shipped)
    catalogues = sorted(path.glob(f"*{CATALOGUE}"))
    if catalogues:
        return [problem for file in catalogues for problem in of_words_file(file, shipped)]
    files = list(yaml_files(path))
    if not files:
        raise Missing(f"{path} holds no file that ends in .yaml.")
    if any("flow" in _keys(read_raw(file).text) for file in files):
        return _of_station(replace(shipped, flows=path))
    if any(DEMO_KEYS & _keys(read_raw(file).text) for file in files):
        return of_demo_folder(path, shipped)
    return [problem for file in files for problem in _of_file(file, shipped)]


def _of_file(path: Path, shipped: Folders) -> list[Problem]:
    if path.suffix in (CATALOGUE, TABLE):
        return of_words_file(path, shipped)
    text, problems = read_raw(path).both()
    if problems:
        return problems
    keys = _keys(text)
    if "site" in keys:
        return _only(path, _of_station(replace(shipped, site=path)))
    if keys & {"id", "remedies"}:
        return _of_rules([path]) if "id" in keys else _of_remedies(path, shipped)
    if path.suffix != ".yaml" or path.name.startswith("site."):
        raise Missing(f"{path} would never be read. Give it a name that ends in .yaml.")
    if DEMO_KEYS & keys:
        return _only(path, of_demo_folder(path.parent, shipped))
    if "provider" in keys:
        return _only(path, _of_cards(path.parent))
    return _only(path, _of_station(replace(shipped, flows=path.parent)))


def _keys(text: str) -> set[str]:
    """The keys that tell what a file is. They are looked for, not read: a file that cannot be read
    is of some kind, too."""
    return set(_KEY.findall(text))


def _of_station(folders: Folders) -> list[Problem]:
    """The site file, and every flow of the folder held against it."""
    read = _flows(folders.flows)
    station, in_site = _without_flows(folders)
    found = [*read.found, *in_site]
    if station is not None:
        start = START if START in read.flows else ""
        guide = replace(station.guide, flows=read.flows, start=start)
        meant = findings_of(guide, read.files, shipped_art())
        meant = [one for one in meant if not (read.unread and one.code in _ECHOES)]
        blurred = {problem.file for problem in read.found if problem.code == "K112"}
        found += [one for one in meant if not (one.file in blurred and one.code in _BLURRED)]
    if read.flows and Guide.help not in read.flows and not read.unread:
        said = f"there is no flow '{Guide.help}' here: 'Ask for help' would lead nowhere"
        found.append(Problem(str(folders.flows), 0, 0, "K232", said))
    return found


def _flow_files(folder: Path) -> Iterator[Path]:
    return (path for path in yaml_files(folder) if not path.name.startswith("site."))


@dataclass(frozen=True)
class _Flows:
    """The flows of a folder by name, the file of each, what is to say of their shape, and whether
    one could not be read."""

    flows: dict[str, Flow]
    files: dict[str, str]
    found: list[Problem]
    unread: bool


def _flows(folder: Path) -> _Flows:
    flows: dict[str, Flow] = {}
    files: dict[str, str] = {}
    unread = False
    found = [
        Problem(str(path), 0, 0, "K130", "the kiosk reads only files that end in .yaml")
        for path in sorted(folder.glob("*.yml"))
    ]
    for path in _flow_files(folder):
        flow, problems = _read_as(path, Flow)
        found += problems
        if flow is None:
            unread = True
            continue
        place = flow.at.of("flow")
        if flow.flow in files:
            said = f"the flow '{flow.flow}' is already in {files[flow.flow]}"
            found.append(Problem(str(path), place.line, place.column, "K227", said))
        elif flow.flow != path.stem:
            said = f"name the file '{flow.flow}.yaml', like its flow"
            found.append(Problem(str(path), place.line, place.column, "K228", said))
        flows[flow.flow], files[flow.flow] = flow, str(path)
    return _Flows(flows, files, found, unread)


def _without_flows(folders: Folders) -> tuple[Station | None, list[Problem]]:
    """The station but for its flows. Where the site file is not sound, the example stands in: what
    a flow may name does not depend on the site."""
    text, problems = read_raw(folders.site).both()
    if folders.site.exists() and problems:
        return _opened(Folders.shipped()), problems
    try:
        station = open_station(replace(folders, flows=_NO_FLOWS), local_time, start="")
    except FilesNotSound as unsound:
        return _opened(Folders.shipped()), list(unsound.problems)
    return station, read_all(text, str(folders.site), Site).advice


def _opened(folders: Folders) -> Station | None:
    try:
        return open_station(replace(folders, flows=_NO_FLOWS), local_time, start="")
    except FilesNotSound:
        return None


def _of_cards(folder: Path) -> list[Problem]:
    raw = {path: read_raw(path) for path in yaml_files(folder)}
    found = [one.problem for one in raw.values() if one.problem]
    if found:
        return found
    for path, one in raw.items():
        reading = read_all(one.text, str(path), Provider)
        found += reading.advice
        cards = reading.value.cards if reading.value else ()
        texts = (Text("step", step.text, step.at, "text") for card in cards for step in card.steps)
        found += [said.problem(str(path)) for text in texts for said in advice_on(text)]
    try:
        read_providers(folder)
    except FilesNotSound as unsound:
        # A card that is tried out in a folder of its own has no stand-in beside it.
        alone = not (folder / f"{OTHER}.yaml").exists()
        found += [one for one in unsound.problems if not (alone and one.code == "K187")]
    return found


def _of_rules(paths: Iterable[Path]) -> list[Problem]:
    found: list[Problem] = []
    for path in paths:
        rule_set, problems = _read_as(path, RuleSet)
        found += problems
        if rule_set is not None:
            found += rule_set_problems(rule_set, str(path))
    return found


def _of_remedies(path: Path, folders: Folders) -> list[Problem]:
    """What staff may try on each page, held against the flows."""
    text, problems = read_raw(path).both()
    station, _ = _without_flows(folders)
    if problems or station is None:
        return problems
    read = _flows(folders.flows)
    found = problems_in(text, str(path), replace(station.guide, flows=read.flows))
    return [one for one in found if not (read.unread and one.code == NO_PAGE)]


def _read_as(path: Path, kind: type[T]) -> tuple[T | None, list[Problem]]:
    """What the file describes, and all that is to say of its shape."""
    text, problems = read_raw(path).both()
    if problems:
        return None, problems
    reading = read_all(text, str(path), kind)
    return reading.value, [*reading.problems, *reading.advice]


def _only(path: Path, problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if Path(problem.file) == path]
