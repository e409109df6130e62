"""`kiosk reminder`: a calendar file for a school's web page."""

from pathlib import Path

import icalendar
import pytest
import vobject

from tests.conftest import Call


def test_the_file_is_read_by_two_calendars_and_says_what_the_command_said(
    kiosk, tmp_path: Path
) -> None:
    file = tmp_path / "portal.ics"

    call: Call = kiosk(
        "reminder", "--day", "monday", "--weeks", "2", "--language", "so", "-o", file
    )

    assert call.code == 0
    assert "every two weeks, Monday at 7 pm" in call.out
    text = file.read_text(encoding="utf-8")
    event = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    start = event.decoded("DTSTART")
    assert event.decoded("RRULE")["INTERVAL"] == [2]
    assert (start.weekday(), start.hour) == (0, 19)
    assert vobject.readOne(text).vevent.summary.value == str(event["SUMMARY"]) != ""


@pytest.mark.parametrize(
    ("said", "told"),
    [(("--language", "xx"), "no words for 'xx'"), (("-o", "."), "cannot be written")],
)
def test_what_cannot_be_is_told_in_a_sentence(kiosk, said: tuple[str, ...], told: str) -> None:
    call: Call = kiosk("reminder", *said)

    assert call.code == 1
    assert told in call.err
