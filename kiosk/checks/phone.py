"""A check of a phone number: whether it can be dialed, by the count of its digits alone."""

import re

from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.kept import Value

# ITU-T E.164: at most fifteen digits. A number of the United States has ten.
_LEAST, _MOST = 10, 15
_ALLOWED = re.compile(r"[-+(). 0-9]*")


def _phone_is_complete(value: Value, situation: Situation) -> Verdict:
    text = value if isinstance(value, str) else ""
    digits = sum(letter.isdecimal() for letter in text)
    if not digits:
        return Verdict("empty")
    if not _ALLOWED.fullmatch(text.strip()) or digits > _MOST:
        return Verdict("odd")
    if digits < _LEAST:
        return Verdict("too_short")
    return Verdict(OK)


PHONE_CHECK = Check(
    name="phone_is_complete",
    about="What was typed can be dialed: ten digits or more.",
    outcomes=(OK, "empty", "too_short", "odd"),
    judge=_phone_is_complete,
    examples=(
        Example("206-555-0142", OK),
        Example("+1 (206) 555 0142", OK),
        Example("", "empty"),
        Example("555-0142", "too_short"),
        Example("call me at 206 555 0142", "odd"),
        Example("1234567890123456", "odd"),
    ),
)
