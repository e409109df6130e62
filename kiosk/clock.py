"""The station's clock: the one place that reads the time of day."""

from datetime import datetime


def local_time() -> datetime:
    """Now, in the station's own time zone."""
    return datetime.now().astimezone()  # noqa: TID251 - a school's hours are local
