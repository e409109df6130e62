"""`kiosk paths`: the visits that cover the shipped flows, as scripts that play."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path as File

import pytest

from kiosk.commands import paths
from kiosk.commands.paths import Plan, as_json, plan_of
from kiosk.core.errors import KioskError, Missing
from kiosk.core.events import Typed
from kiosk.core.view import View
from kiosk.resources import Folders
from kiosk.script import play, read_script
from kiosk.station import START, Station

Tell = Callable[..., str]


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The visits that cover all shipped flows."""
    return plan_of(Folders.shipped(), START)


@pytest.fixture
def tell(capsys) -> Tell:
    """Runs the command and gives what it wrote."""

    def told(*words: object) -> str:
        parser = argparse.ArgumentParser()
        paths.add_arguments(parser)
        assert paths.run(parser.parse_args([str(word) for word in words])) == 0
        return str(capsys.readouterr().out)

    return told


def no_matter(view: View) -> None:
    """Looks at no page."""


def test_the_shipped_flows_are_covered_whole(plan, station):
    answers, outcomes, ends = plan.cover.counts().values()

    assert plan.cover.uncovered == ()
    assert (answers[0], outcomes[0], ends[0]) == (answers[1], outcomes[1], ends[1])
    assert {goal.what for goal in plan.cover.goals if goal.kind == "end"} == {
        screen.end
        for flow in station.guide.flows.values()
        for screen in flow.screens.values()
        if hasattr(screen, "end")
    }


def test_the_visits_show_every_page_there_is(plan, station):
    pages = {
        f"{flow.flow}/{name}"
        for flow in station.guide.flows.values()
        if flow.flow != station.guide.home  # it is walked beside a visit
        for name, screen in flow.screens.items()
        if hasattr(screen, "title")
    }

    shown = {place for path in plan.cover.paths for place in path.places}

    assert shown == pages


def test_the_visits_are_few_and_none_is_too_long_to_follow(plan):
    assert plan.cover.endings <= len(plan.cover.paths) <= 1.25 * plan.cover.endings
    assert max(len(path.events) for path in plan.cover.paths) < 60


def test_every_script_plays_to_its_end_at_the_hours_it_names(
    plan: Plan, station: Station, closed_station: Station
) -> None:
    at = {"open": [station], "closed": [closed_station], "any": [station, closed_station]}

    played = [
        (path, play(one, read_script(script), no_matter))
        for path, script in zip(plan.cover.paths, plan.scripts, strict=True)
        for one in at[path.under]
    ]

    for path, visit in played:
        places = (*(step.place for step in visit.trail), visit.place)
        assert (places, visit.ended, visit.trouble) == (path.places, path.end, "")


def test_some_visits_need_the_office_open_some_closed_and_some_do_not_mind(plan):
    assert {path.under for path in plan.cover.paths} == {"open", "closed", "any"}


def test_a_script_notes_its_end_its_hours_and_the_page_of_each_line(plan):
    under = [path.under for path in plan.cover.paths]
    closed = plan.scripts[under.index("closed")].splitlines()
    any_hours = plan.scripts[under.index("any")]

    assert closed[0].startswith("# end: ")
    assert closed[1:3] == ["# office: closed", ""]
    assert [line.split("# ")[0].strip() for line in closed[3:5]] == ["parent", "new"]
    assert closed[3].endswith("# setup/who")
    assert "# office" not in any_hours


def test_a_script_says_letter_for_letter_what_is_typed(plan):
    events = [event for path in plan.cover.paths for event in path.events]
    lines = [line for script in plan.scripts for line in read_script(script)]

    typed = [event.text for event in events if isinstance(event, Typed)]

    assert [line.value for line in lines if line.verb == "type"] == typed


def test_a_password_is_one_that_the_rules_of_the_portal_take(plan, station):
    lines = [line for script in plan.scripts for line in read_script(script)]

    typed = {line.value for line in lines if line.verb == "password"}

    assert len(typed) == 1
    assert all(tick.met for tick in station.judge(typed.pop(), ()))


def test_the_command_tells_how_many_visits_and_how_much_they_cover(tell):
    said = tell("reply").splitlines()

    assert said[0].startswith("reply: ")
    assert said[0].endswith(" steps in all cover")
    assert said[1].split()[1:] == ["of", said[1].split()[0], "answers"]
    assert said[-1] == "With -o DIR each is written as a script for 'kiosk walk --answers FILE'."


def test_what_cannot_be_covered_is_told_with_its_reason(tell):
    said = tell("cannot_get_in")

    assert "Not covered:" in said
    assert (
        "  cannot_get_in/know_address: decide: is_known email = ok (outcome): "
        "no visit that was tried comes to it" in said
    )


def test_the_folder_holds_one_script_for_each_visit(tell, tmp_path: File):
    folder = tmp_path / "new" / "scripts"

    said = tell("help", "-o", folder)

    assert sorted(path.name for path in folder.iterdir()) == ["1_back.txt", "2_X_HELP.txt"]
    assert (folder / "2_X_HELP.txt").read_text(encoding="utf-8").startswith("# end: X_HELP\n\n")
    assert f"The scripts are in {folder}." in said


def test_a_script_of_the_folder_is_played_by_walk(tell, kiosk, tmp_path: File):
    tell("help", "-o", tmp_path)

    call = kiosk("walk", "help", "--answers", tmp_path / "2_X_HELP.txt")

    assert (call.code, call.err) == (0, "")
    assert call.out.endswith("\nThe visit reached the end X_HELP.\n")


def test_scripts_of_an_earlier_run_are_not_mixed_with_new_ones(tell, tmp_path: File):
    (tmp_path / "old.txt").write_text("parent\n", encoding="utf-8")

    with pytest.raises(KioskError, match=r"holds scripts already. Name an empty folder\."):
        tell("help", "-o", tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


def test_a_folder_that_cannot_be_made_is_told(tell, tmp_path: File):
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(KioskError, match="cannot be written"):
        tell("help", "-o", tmp_path / "file")


def test_a_flow_that_is_not_there_is_told(tell):
    with pytest.raises(Missing, match="There is no flow 'nowhere'"):
        tell("nowhere")


def test_programs_get_the_same_as_json(plan, tell):
    told = json.loads(tell("help", "--format", "json"))
    whole = json.loads(as_json(plan))

    assert {key: told[key] for key in ("flow", "visits", "steps", "endings", "not_covered")} == {
        "flow": "help",
        "visits": 2,
        "steps": 2,
        "endings": 2,
        "not_covered": [],
    }
    assert told["paths"][1] == {
        "name": "2_X_HELP",
        "office": "any",
        "end": "X_HELP",
        "steps": 1,
        "places": ["help/call", "help/nobody"],
        "script": told["paths"][1]["script"],
    }
    assert whole["answers"]["covered"] == whole["answers"]["of"] > 200
    assert [path["script"] for path in whole["paths"]] == list(plan.scripts)
