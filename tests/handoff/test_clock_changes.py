"""The rules of a time zone as a calendar reads them, against what zoneinfo knows of it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.handoff.clock_changes import time_zone
from tests.handoff.reading import in_a_calendar, strictly, zone_of_its_own

YEAR = 2026
BY_RULE = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Anchorage",
    "Europe/Berlin",
    "Europe/Dublin",
    "Australia/Sydney",
)
WITHOUT = ("America/Phoenix", "Pacific/Honolulu", "Africa/Mogadishu", "Africa/Addis_Ababa")


def read(name: str):
    """The zone as vobject makes it of the text alone."""
    text = time_zone(name, YEAR).to_ical().decode()
    return strictly(in_a_calendar(zone_of_its_own(text, name))).vtimezone.tzinfo


@pytest.mark.parametrize("name", [*BY_RULE, *WITHOUT])
def test_every_day_for_ten_years_has_the_offset_that_zoneinfo_knows(name):
    zone, known = read(name), ZoneInfo(name)
    first = datetime.combine(date(YEAR, 1, 1), time(12))
    noons = [first + timedelta(days=day) for day in range(3650)]

    found = [noon.replace(tzinfo=zone).utcoffset() for noon in noons]

    assert found == [noon.replace(tzinfo=known).utcoffset() for noon in noons]


@pytest.mark.parametrize(
    ("change", "hours"),
    [
        (datetime(2026, 11, 1, 8, 59, tzinfo=UTC), -7),
        (datetime(2026, 11, 1, 9, 0, tzinfo=UTC), -8),
        (datetime(2027, 3, 14, 9, 59, tzinfo=UTC), -8),
        (datetime(2027, 3, 14, 10, 0, tzinfo=UTC), -7),
    ],
)
def test_the_clocks_change_in_the_right_minute(change, hours):
    local = change.astimezone(read("America/Los_Angeles"))

    assert local.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("name", BY_RULE)
def test_a_zone_with_a_yearly_rule_is_written_as_that_rule(name):
    text = time_zone(name, YEAR).to_ical().decode()

    assert text.count("RRULE:FREQ=YEARLY;") == 2
    assert "RDATE" not in text


def test_a_zone_whose_clocks_follow_the_moon_is_written_as_dates():
    text = time_zone("Africa/Casablanca", YEAR).to_ical().decode()

    assert "RDATE" in text
    assert "RRULE" not in text
