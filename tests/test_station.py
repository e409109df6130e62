"""A station is opened from its files, or every problem of all of them is told at once."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.clock import OFFICES_OPEN
from kiosk.core.errors import FilesNotSound, Missing
from kiosk.core.machine import begin
from kiosk.core.manner import OfficeHours
from kiosk.core.words import ENGLISH
from kiosk.resources import Folders
from kiosk.station import Station, open_station
from tests.conftest import change


@pytest.fixture
def folders(flows: Path) -> Folders:
    return Folders(flows / "site.example.yaml", flows)


def opened(folders: Folders, start: str = "setup", rules: str = "") -> Station:
    return open_station(folders, lambda: OFFICES_OPEN, start, rules)


def told(folders: Folders, start: str = "setup") -> list[str]:
    """Each problem as file, line and code."""
    with pytest.raises(FilesNotSound) as unsound:
        opened(folders, start)
    return [f"{Path(one.file).name}:{one.line} {one.code}" for one in unsound.value.problems]


def test_the_shipped_files_open(folders: Folders) -> None:
    station = opened(folders)

    assert station.site.district == "Cedar Valley Public Schools"
    assert station.guide.start == "setup"
    assert station.rule_set.id == "sps-source-current"
    assert {"help", "setup", "email"} <= set(station.guide.flows)


def test_a_visit_may_begin_with_any_flow(folders: Folders) -> None:
    station = opened(folders, "account")

    assert begin(station.guide).place == "account/user_name"


def test_what_may_stand_in_braces_comes_from_the_site(station: Station) -> None:
    facts = station.guide.facts

    assert facts["portal"] == "Family Window"
    assert facts["here"] == "Cedar Hill Middle School"
    assert ENGLISH.shown(facts["here_hours"]) == "Mon-Fri, 7:30 am to 3:30 pm"
    assert facts["reply_usual"] == 5
    assert all(facts.values())


def test_schools_and_mail_are_offered_as_lists(station: Station) -> None:
    lists = {
        name: [option.id for option in options] for name, options in station.guide.options.items()
    }

    assert lists["schools"] == [school.id for school in station.site.schools]
    assert lists["providers"][0] == "gmail"
    assert lists["providers"][-1] == "other"
    assert set(lists["new_mail"]) < set(lists["providers"]) - {"other"}
    assert station.guide.options["schools"][1].facts == {
        "school_phone": "555-0161",
        "school_hours": OfficeHours(((0, 4),), 7 * 60 + 15, 16 * 60),
    }


def test_waits_are_turned_into_seconds(station: Station) -> None:
    assert station.guide.waits == {"reply": 300, "record": 3600}


def test_a_password_is_judged_by_the_rules_and_the_familys_own_words(station: Station) -> None:
    weak = station.judge("ana.lopez", ("ana.lopez@gmail.com",))
    sound = station.judge("purple lamp reads slowly", ("ana.lopez@gmail.com",))

    assert [tick.id for tick in weak] == [rule.id for rule in station.guide.rules]
    assert not all(tick.met for tick in weak)
    assert all(tick.met for tick in sound)


def test_another_rule_set_can_stand_in(folders: Folders) -> None:
    station = opened(folders, rules="summit")

    assert station.rule_set.id == "summit"


def test_an_unknown_rule_set_that_is_asked_for_names_those_there_are(folders: Folders) -> None:
    with pytest.raises(Missing, match=r"no rule set 'sumit'; there are: .*summit"):
        opened(folders, rules="sumit")


def test_an_unknown_rule_set_of_the_site_is_told_with_its_place(folders: Folders) -> None:
    change(folders.site, "rules: sps-source-current", "rules: sps")

    assert told(folders) == ["site.example.yaml:14 K192"]


def test_a_language_without_words_is_told(folders: Folders) -> None:
    change(folders.site, "languages: [en, ", "languages: [en, xx, ")
    lines = folders.site.read_text(encoding="utf-8").splitlines()
    (line,) = [n for n, text in enumerate(lines, 1) if text.startswith("languages:")]

    assert told(folders) == [f"site.example.yaml:{line} K191"]


@pytest.mark.parametrize("name", ["setpu", "help"])
def test_a_flow_that_is_needed_and_not_there_is_named(folders: Folders, name: str) -> None:
    (folders.flows / "help.yaml").unlink()

    with pytest.raises(Missing, match=rf"no flow '{name}'. There are: account, "):
        opened(folders, "setup" if name == "help" else name)


def test_files_that_are_only_looked_at_need_no_flow_to_begin_with(folders: Folders) -> None:
    for path in folders.flows.glob("*.yaml"):
        if path.stem not in ("signed_in", "site.example"):
            path.unlink()

    station = opened(folders, start="")

    assert set(station.guide.flows) == {"signed_in"}


def test_two_files_of_one_flow_are_told(folders: Folders) -> None:
    shutil.copy(folders.flows / "help.yaml", folders.flows / "help_too.yaml")

    assert told(folders) == ["help_too.yaml:3 K227"]


def test_the_problems_of_all_files_are_told_at_once(folders: Folders) -> None:
    change(folders.site, "hours: 7:30-15:30", "hours: early")
    change(folders.flows / "email.yaml", "version: 1", "version: one")
    change(folders.flows / "reply.yaml", "start: look", "strat: look\nstart: look")

    with pytest.raises(FilesNotSound) as unsound:
        opened(folders)

    files = {Path(one.file).name: one.code for one in unsound.value.problems}
    assert files == {"site.example.yaml": "K190", "email.yaml": "K115", "reply.yaml": "K112"}


def test_a_flow_that_cannot_be_read_is_told_once_and_not_by_its_neighbours(
    folders: Folders,
) -> None:
    change(folders.flows / "email.yaml", "version: 1", "version: one")

    assert told(folders) == ["email.yaml:6 K115"]


def test_a_picture_or_an_icon_that_is_not_there_is_told(folders: Folders) -> None:
    change(folders.flows / "help.yaml", "picture: ask_staff", "picture: ask_stuff")
    change(folders.flows / "help.yaml", "icon: back", "icon: bcak")

    assert told(folders) == ["help.yaml:13 K218", "help.yaml:15 K218"]


def test_a_site_of_one_school_opens_too(folders: Folders) -> None:
    text = folders.site.read_text(encoding="utf-8")
    head, _, rest = text.partition("  - id: north_lake")
    _, _, tail = rest.partition("student_domains")
    folders.site.write_text(f"{head}\nstudent_domains{tail}", encoding="utf-8")

    station = opened(replace(folders))

    assert [option.id for option in station.guide.options["schools"]] == ["cedar_hill"]
