"""What the doctor finds: a colour, a sentence, and what to do for each part of a station."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kiosk.staff import ready, ready_records
from kiosk.staff.ready import Finding, Review, as_text, summary, worst_first
from kiosk.staff.ready_records import Calls, Paper

NOW = datetime(2027, 1, 12, 17, 30, tzinfo=UTC)
GREEN = Finding("green", "Fonts")
AMBER = Finding("amber", "No staff PIN is set", "Set one.", ("here",))
RED = Finding("red", "The disk is nearly full", "Make room.")
MEGABYTE = 1 << 20


def about(findings: Iterable[Finding], words: str) -> Finding:
    """The one finding that says this."""
    all_of_them = tuple(findings)
    found = [one for one in all_of_them if words in one.what]
    assert len(found) == 1, [one.what for one in all_of_them]
    return found[0]


def test_what_is_to_mend_comes_first_and_decides_the_sum():
    findings = (GREEN, AMBER, RED, GREEN)

    ordered = worst_first(findings)

    assert [one.colour for one in ordered] == ["red", "amber", "green", "green"]
    assert summary(findings) == "Not ready yet: 1 thing to mend before families come."
    assert summary((GREEN, AMBER, AMBER)).startswith("Families can come. 2 things to look at")
    assert summary((GREEN,)) == "This station is ready."


def test_the_sheet_says_each_colour_as_a_word_and_what_to_do():
    findings = (GREEN, AMBER, RED)

    sheet = as_text(findings, "Portal Kiosk")

    assert sheet.startswith("Portal Kiosk\n\nNot ready yet")
    assert "[Mend this] The disk is nearly full\n    What to do: Make room.\n" in sheet
    assert "[Look at this] No staff PIN is set\n    - here\n    What to do: Set one." in sheet
    assert sheet.endswith("[Ready] Fonts\n")


@pytest.mark.parametrize(
    ("free", "colour"),
    [(99 * MEGABYTE, "red"), (100 * MEGABYTE, "amber"), (1024 * MEGABYTE, "green")],
)
def test_a_disk_is_full_before_it_is_full(free, colour):
    assert ready.of_disk(free).colour == colour


@pytest.mark.parametrize(
    ("newest", "last_visit", "colour"),
    [
        (None, None, "green"),
        (NOW - timedelta(days=400), NOW - timedelta(hours=1), "green"),
        (NOW + timedelta(hours=20), None, "green"),  # a file from another zone
        (NOW + timedelta(days=2), None, "red"),
        (NOW - timedelta(days=30), NOW + timedelta(days=2), "red"),
        (NOW - timedelta(days=3 * 365), NOW - timedelta(days=1), "green"),
        (NOW - timedelta(days=3 * 365), NOW - timedelta(days=800), "amber"),
    ],
)
def test_a_clock_is_held_against_the_newest_file_and_the_last_visit(newest, last_visit, colour):
    found = ready.of_clock(NOW, newest, last_visit)

    assert found.colour == colour
    assert "January 12, 2027, 17:30" in found.what


def test_a_machine_in_another_zone_than_its_school_is_told_with_both_times():
    in_seattle = NOW.astimezone(timezone(timedelta(hours=-8)))

    wrong = ready.of_zone("America/Los_Angeles", NOW)
    right = ready.of_zone("America/Los_Angeles", in_seattle)

    assert (wrong.colour, right.colour) == ("amber", "green")
    assert "17:30" in wrong.what
    assert "09:30" in wrong.what


def test_a_language_is_told_as_drafts_or_as_hidden_and_never_as_both():
    reviews = [
        Review("Spanish", 0, 900),
        Review("Somali", 12, 900),
        Review("Oromo", 900, 900),
        Review("Tigrinya", 900, 900, hidden=True),
    ]

    drafts, hidden = ready.of_languages(reviews)

    assert drafts.items == ("Somali (12)", "Oromo")
    assert hidden.items == ("Tigrinya",)
    assert [one.colour for one in ready.of_languages(reviews[:1])] == ["green"]


def test_listen_names_the_languages_in_which_it_is_silent():
    spoken, silent = ready.of_voices({"Somali": "Record it."}, 3)

    assert (spoken.colour, silent.colour) == ("green", "amber")
    assert (silent.items, silent.todo) == (("Somali",), "Record it.")
    assert list(ready.of_voices({}, 0)) == []
    (both,) = ready.of_voices({"Somali": "Record so.", "Tigrinya": "Record ti."}, 0)
    assert "LANGUAGE" in both.todo


def test_a_screen_with_the_usual_number_was_measured_by_nobody():
    assert ready.of_screen(3.9, 3.9, (1920, 1080)).colour == "amber"
    assert ready.of_screen(4.4, 3.9, (1920, 1080)).colour == "green"


def test_advice_on_flows_is_counted():
    assert ready.of_flows(9, "own", 0).colour == "green"
    assert "1 piece of advice" in ready.of_flows(9, "own", 1).what


def test_fonts_that_are_gone_are_named():
    assert ready.of_fonts(("A.ttf",), 3) == Finding(
        "red", "Fonts are missing: A.ttf", "Install the kiosk again."
    )


def test_a_practice_with_a_mistake_names_it():
    assert ready.of_practice(("words.yaml:3:1",)).items == ("words.yaml:3:1",)
    assert ready.of_practice(()).colour == "green"


@pytest.mark.parametrize(
    ("paper", "colour", "words"),
    [
        (Paper(asked=False), "green", "Nothing is printed"),
        (Paper(True, printer="Office"), "green", "printer Office"),
        (Paper(True, folder="/slips", open=True), "green", "saved"),
        (Paper(True, folder="/slips"), "red", "cannot be written"),
        (Paper(True), "red", "There is no printer"),
        (Paper(True, wanted_printer="Desk"), "red", "printer Desk is not known"),
        (Paper(True, "", "/slips", True, "Desk"), "green", "saved"),
    ],
)
def test_paper_is_told_by_where_a_page_would_go(paper, colour, words):
    found = ready_records.of_paper(paper)

    assert found.colour == colour
    assert words in found.what


def test_the_key_of_the_example_opens_nothing():
    own = list(ready_records.of_calls(Calls("mine", "example", 0, 0)))
    example = list(ready_records.of_calls(Calls("example", "example", 0, 0)))
    none = list(ready_records.of_calls(Calls("", "example", 0, 0)))

    assert [one.colour for one in (*own, *example, *none)] == ["green", "amber", "green"]
    assert "Nobody can open what families leave" in example[0].what


def test_calls_that_wait_and_calls_past_their_day_are_told_apart():
    found = list(ready_records.of_calls(Calls("mine", "example", 3, 1)))

    assert about(found, "wait for a call: 3").colour == "amber"
    assert about(found, "not deleted: 1 call").todo.endswith("kiosk follow-ups purge")


def test_a_locked_pin_is_told():
    (found,) = ready_records.of_pin(there=True, trouble="", locked=True)

    assert (found.colour, found.todo) == ("red", "Open it with the recovery code.")
