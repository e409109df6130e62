"""Writes a reminder to look at the portal as a calendar file, for a school's web page or a mail."""

import argparse
import sys
from datetime import time
from pathlib import Path

from kiosk.clock import local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.errors import KioskError, Missing
from kiosk.core.phrases import phrases_in
from kiosk.handoff.calendar import Reminder, calendar_file
from kiosk.station import open_station

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVENING = 19


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The day, how often, in which language, and where to."""
    add_site(parser)
    parser.add_argument(
        "--day",
        choices=_DAYS,
        default="sunday",
        metavar="DAY",
        help="the day of the week, such as friday (default: sunday)",
    )
    parser.add_argument(
        "--weeks", type=int, choices=(1, 2), default=1, help="every week, or every two (default: 1)"
    )
    parser.add_argument("--language", default="en", help="the language of its words (default: en)")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        default=Path("portal.ics"),
        help="the calendar file to write (default: portal.ics)",
    )


def run(wanted: argparse.Namespace) -> int:
    """Writes the file, and says what is in it."""
    station, now = open_station(folders_of(wanted), local_time), local_time()
    words = station.words.get(wanted.language)
    if words is None:
        known = ", ".join(station.words)
        raise Missing(f"This station has no words for '{wanted.language}'; it has: {known}.")
    reminder = Reminder(
        weekday=_DAYS.index(wanted.day),
        at=time(_EVENING),
        zone=station.site.time_zone,
        title=phrases_in(words).remind_me,
        every_weeks=wanted.weeks,
        url=station.site.portal.address,
    )
    try:
        wanted.output.write_bytes(calendar_file(reminder, now.date(), now))
    except OSError as trouble:
        raise KioskError(f"{wanted.output} cannot be written: {trouble.strerror}.") from None
    often = "every week" if wanted.weeks == 1 else "every two weeks"
    sys.stdout.write(
        f"{wanted.output} reminds a family {often}, {wanted.day.capitalize()} at 7 pm. "
        "Put it on the school's web page, or send it by email.\n"
    )
    return 0
