"""A script of answers is played as a family would touch it, and says which line does not fit."""

import pytest

from kiosk.core.errors import KioskError
from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.view import View
from kiosk.script import DoesNotFit, Line, play, read_script, script_of
from kiosk.station import Station

WEAK = "purple-lamp"  # too short for the rules of the example
TO_PRACTICE = """
parent
new
have
type: ana@gmail.com
me
right
opens
one
pick: cedar_hill
has
sent
found
opens
next
"""


def played(station: Station, script: str) -> list[View]:
    views: list[View] = []
    play(station, read_script(script), views.append)
    return views


def refused(station: Station, script: str) -> str:
    with pytest.raises(DoesNotFit) as trouble:
        played(station, script)
    assert isinstance(trouble.value, KioskError)
    return str(trouble.value)


def test_notes_and_empty_lines_are_left_out_and_the_rest_keep_their_numbers() -> None:
    text = "# a note: with a colon\n\nparent   # who\n  type:  a: b \npick: x, y # two\n#go: back\n"

    lines = read_script(text)

    assert lines == (
        Line(3, "answer", "parent"),
        Line(4, "type", "a: b"),
        Line(5, "pick", "x, y"),
    )


def test_a_script_shows_every_page_from_the_first_to_the_end(station: Station) -> None:
    views = played(station, "parent\ngo: back\nlanguage: so\nstudent\n")

    places = [view.page.place for view in views]
    assert places == ["setup/who", "setup/today", "setup/who", "setup/who", "setup/student"]


@pytest.mark.parametrize(
    ("script", "end"),
    [
        ("student", "X_STUDENT"),
        ("go: stop", "X_STOP"),
        ("go: leave", "X_TIMEOUT"),
        ("go: help\nnobody", "X_HELP"),
    ],
)
def test_a_script_gives_the_visit_at_its_end(station: Station, script: str, end: str) -> None:
    visit = play(station, read_script(script), lambda view: None)

    assert visit.ended == end


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            "parent\nnwe",
            "line 2: 'nwe' does not fit setup/today (new | stuck | unsure)",
        ),
        (
            "\n# note\ntype: a@b.org",
            "line 3: 'type: a@b.org' does not fit setup/who (parent | other | student | ticket)",
        ),
        (
            "parent\nnew\nhave\nhave",
            "line 4: 'have' does not fit email/type_it (type: ...)",
        ),
        (
            "parent\nnew\nnone\ntexts\npick: yahoo, gmail",
            "line 5: 'pick: yahoo, gmail' does not fit email/which_new (pick: gmail | not_today)",
        ),
        (
            "go: back",
            "line 1: 'go: back' does not fit setup/who (parent | other | student | ticket)",
        ),
        ("go: away", "line 1: 'go: away' is nothing a script can say"),
        ("say: hello", "line 1: 'say: hello' is nothing a script can say"),
        ("student\nparent", "line 2: the visit is over, it reached X_STUDENT"),
        (
            "parent",
            "the script is over, but the visit is not: it stands on setup/today "
            "(new | stuck | unsure)",
        ),
        (
            "",
            "the script is over, but the visit is not: it stands on setup/who "
            "(parent | other | student | ticket)",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_line_and_what_would(
    station: Station, script: str, said: str
) -> None:
    assert refused(station, script) == said


def test_a_clock_can_run_out_where_there_is_one(station: Station) -> None:
    to_wait = TO_PRACTICE.replace("found\nopens\nnext\n", "not_yet\nnot_there\nnot_there\n")

    said = refused(station, f"{to_wait}student")

    assert said.endswith("does not fit reply/wait (found | look_again | cannot_wait | go: time)")


def test_a_password_is_judged_and_a_weak_one_is_told_by_its_rules(station: Station) -> None:
    said = refused(station, f"{TO_PRACTICE}password: {WEAK}")

    assert said.startswith("line 16: the password misses: ")
    assert WEAK not in said


@pytest.mark.parametrize(
    ("before", "line"), [("", "password: purple lamp reads slowly"), (TO_PRACTICE, "other")]
)
def test_a_password_that_fits_no_page_is_not_shown(
    station: Station, before: str, line: str
) -> None:
    said = refused(station, f"{before}{line}")

    assert "purple" not in said
    assert "does not fit" in said


def test_where_a_password_is_asked_the_script_may_say_it_is_fine(station: Station) -> None:
    views = played(station, f"{TO_PRACTICE}go: confirmed\ngo: stop")

    assert views[-2].page.place == "account/save_it"


def test_events_are_written_as_a_script_that_plays_them() -> None:
    events: tuple[Event, ...] = (
        Chosen("parent"),
        Typed("ana@b.org"),
        Picked(("a", "b")),
        Confirmed(),
        Elapsed(),
        WentBack(),
        AskedHelp(),
        LanguageChosen("so"),
        Stopped(),
        LeftAlone(),
    )

    script = script_of(events)

    assert script.splitlines() == [
        "parent",
        "type: ana@b.org",
        "pick: a, b",
        "go: confirmed",
        "go: time",
        "go: back",
        "go: help",
        "language: so",
        "go: stop",
        "go: leave",
    ]
