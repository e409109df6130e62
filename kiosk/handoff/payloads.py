"""What the codes of a page hold: an address, a letter to the office, a network, next steps.

Nothing of a family's own is in a code unless it is handed in here by name.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal
from urllib.parse import quote

from kiosk.core.codes import Code
from kiosk.handoff.calendar import Reminder, for_a_camera
from kiosk.handoff.matrix import TooLong, fits, most_bytes

Security = Literal["WPA", "WEP", "nopass"]

MOST_VERSION = 15  # 77 squares: 68 mm with its quiet zone, about what a page has room for
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MORE = "…"


def portal(address: str) -> Code:
    """A code that opens a page of the web; its line is the address as one types it.

    A phone knows an address by its scheme, so https:// goes before one that has none. The line
    keeps http://, for a browser would try another door without it.
    """
    given = address.strip()
    whole = given if _SCHEME.match(given) else f"https://{given}"
    line = whole[len("https://") :] if whole.lower().startswith("https://") else whole
    return Code(whole, line.removesuffix("/"))


def office(address: str, subject: str, body: str) -> Code:
    """A code that begins a letter to the school's office in the phone's own mail program.

    RFC 6068: everything is UTF-8 in percent signs, and a line ends in %0D%0A.
    """
    lines = "\r\n".join(body.splitlines())
    letter = f"subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
    return Code(f"mailto:{quote(address, safe='@+')}?{letter}", address)


def wifi(name: str, password: str, security: Security = "WPA", hidden: bool = False) -> Code:
    """A code that joins a network of the school. The line is its name, and under it the password.

    The form is that of ZXing, which iPhone and Android both read. "WPA" stands for WPA2 and WPA3
    too. A network without a password is "nopass".
    """
    open_to_all = security == "nopass"
    key = "" if open_to_all else f"P:{_escaped(password)};"
    unseen = "H:true;" if hidden else ""
    line = name if open_to_all else f"{name}\n{password}"
    return Code(f"WIFI:T:{security};S:{_escaped(name)};{key}{unseen};", line)


def _escaped(text: str) -> str:
    return re.sub(r'([\\;,:"])', r"\\\1", text)


def next_steps(title: str, steps: Sequence[str], school: str = "") -> Code:
    """A code with plain words to keep on a phone: a title, numbered steps, how to reach the school.

    Where it would be too large for a page, the last steps are left out whole, and "…" stands in
    their place. The school's line always stays. Raises TooLong where no step fits.
    """
    numbered = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    for kept in range(len(numbered), 0, -1):
        cut = () if kept == len(numbered) else (_MORE,)
        text = "\n".join(filter(None, (title, *numbered[:kept], *cut, school)))
        if fits(text, MOST_VERSION):
            return Code(text)
    raise TooLong(
        f"The code with the next steps holds {most_bytes(MOST_VERSION)} bytes, "
        "and not one step fits: shorten its words."
    )


def remind(reminder: Reminder, today: date, stamp: datetime) -> Code:
    """A code that puts a reminder into the phone's calendar; see `for_a_camera`."""
    return Code(for_a_camera(reminder, today, stamp))
