"""The station's clock: the one place that reads the time of day, and two times that stand still."""

from datetime import datetime

# For tours and scripts: one moment when every office is open, and one when none is. Local times.
OFFICES_OPEN = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - a Monday
OFFICES_CLOSED = datetime(2026, 11, 22, 10, 0)  # noqa: DTZ001 - a Sunday


def local_time() -> datetime:
    """Now, in the station's own time zone."""
    return datetime.now().astimezone()  # noqa: TID251 - a school's hours are local
