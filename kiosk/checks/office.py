"""Checks of the school office: is it the one at this station, and is it open now?"""

from collections.abc import Callable
from datetime import datetime

from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.kept import Value
from kiosk.site.shapes import Hours, Site


def is_open(office: Hours, now: datetime) -> bool:
    """Whether an office with these hours is open at that local time."""
    span = office.span()
    if span is None or now.weekday() not in (office.weekdays() or ()):
        return False
    return span[0] <= now.time() < span[1]


def office_checks(site: Site, now: Callable[[], datetime]) -> tuple[Check, ...]:
    """The checks for that site. `now` gives the local time at each asking."""

    here = site.school_here().id

    def school_is_here(value: Value, situation: Situation) -> Verdict:
        return Verdict(OK if value == here else "no")

    def office_is_open(value: Value, situation: Situation) -> Verdict:
        school = next((school for school in site.schools if school.id == value), None)
        return Verdict(OK if school and is_open(school.office, now()) else "closed")

    return (
        Check(
            name="school_is_here",
            about="This station stands in that school.",
            outcomes=(OK, "no"),
            judge=school_is_here,
            examples=(Example(here, OK), Example("a school that is not here", "no")),
        ),
        Check(
            name="office_is_open",
            about="The office of that school is open at this moment.",
            outcomes=(OK, "closed"),
            judge=office_is_open,
            examples=(Example("a school that is not here", "closed"),),
        ),
    )
