"""Reads calendars with vobject, which refuses what RFC 5545 does not allow."""

from typing import Any
from zlib import crc32

import vobject


def strictly(text: str) -> Any:
    """What stands in the text; raises where something is missing, doubled or of another form."""
    read = vobject.readOne(text)
    read.validate(raiseException=True)
    return read


def zone_of_its_own(text: str, zone: str) -> str:
    """The same calendar with its zone under a name that no reader knows: its rules must do.

    vobject remembers a zone by its name, so that each text needs another one.
    """
    return text.replace(zone, f"Nowhere/{crc32(text.encode()):x}")


def in_a_calendar(parts: str) -> str:
    """Bare parts of a calendar with all around them that RFC 5545 asks."""
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{parts.strip()}\r\nEND:VCALENDAR\r\n"
