"""The office checks: which school this is, and whether its office is open at that moment."""

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.checks.office import is_open, office_checks
from kiosk.core.conditions import OK, Check, Situation
from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.site.shapes import Hours, Site

OFFICE = Hours(days="Mon-Fri", hours="7:30-15:30")


def at(day: int, clock: str) -> datetime:
    """That day of November 2026 (the 23rd is a Monday) at that time."""
    return datetime.fromisoformat(f"2026-11-{day}T{clock}")


@pytest.fixture
def site() -> Site:
    return read_site(Folders.shipped().site)


def checks_at(site: Site, now: datetime) -> dict[str, Check]:
    return {check.name: check for check in office_checks(site, lambda: now)}


@pytest.mark.parametrize(
    ("day", "clock", "is_so"),
    [
        (23, "07:29:59", False),
        (23, "07:30", True),
        (23, "12:00", True),
        (23, "15:29:59", True),
        (23, "15:30", False),
        (27, "10:00", True),
        (28, "10:00", False),
        (22, "10:00", False),
    ],
)
def test_an_office_is_open_from_its_first_minute_until_its_last(
    day: int, clock: str, is_so: bool
) -> None:
    assert is_open(OFFICE, at(day, clock)) is is_so


@pytest.mark.parametrize(
    ("days", "hours", "day", "is_so"),
    [
        ("Tue, Thu", "9:00-12:00", 24, True),
        ("Tue, Thu", "9:00-12:00", 25, False),
        ("Sat-Mon", "9:00-12:00", 22, True),
        ("Sat-Mon", "9:00-12:00", 24, False),
        ("some days", "9:00-12:00", 24, False),
        ("Mon-Fri", "some hours", 24, False),
    ],
)
def test_the_days_may_be_any_and_what_cannot_be_read_is_closed(
    days: str, hours: str, day: int, is_so: bool
) -> None:
    office = Hours(days=days, hours=hours)

    assert is_open(office, at(day, "10:00")) is is_so


@pytest.mark.parametrize(
    ("school", "day", "clock", "outcome"),
    [
        ("cedar_hill", 23, "10:00", OK),
        ("cedar_hill", 22, "10:00", "closed"),
        ("north_lake", 23, "15:45", OK),
        ("cedar_hill", 23, "15:45", "closed"),
        ("nowhere", 23, "10:00", "closed"),
        ("", 23, "10:00", "closed"),
    ],
)
def test_each_school_has_its_own_hours(
    site: Site, school: str, day: int, clock: str, outcome: str
) -> None:
    check = checks_at(site, at(day, clock))["office_is_open"]

    assert check.judge(school, Situation()).outcome == outcome


def test_the_clock_is_asked_each_time(site: Site) -> None:
    times = iter([at(23, "10:00"), at(23, "16:00")])
    check = office_checks(site, lambda: next(times))[1]

    outcomes = [check.judge("cedar_hill", Situation()).outcome for _ in range(2)]

    assert outcomes == [OK, "closed"]


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("cedar_hill", OK), ("north_lake", "no"), ("", "no"), (("cedar_hill",), "no")],
)
def test_the_station_knows_its_own_school(site: Site, value: str, outcome: str) -> None:
    check = checks_at(site, at(23, "10:00"))["school_is_here"]

    assert check.judge(value, Situation()).outcome == outcome


def test_a_station_that_names_no_school_stands_in_the_first(site: Site) -> None:
    unnamed = replace(site, here="", schools=tuple(reversed(site.schools)))
    check = checks_at(unnamed, at(23, "10:00"))["school_is_here"]

    outcomes = [check.judge(value, Situation()).outcome for value in ("juniper", "", "cedar_hill")]

    assert outcomes == [OK, "no", "no"]
