"""Bare values: what a plain text, number or flag in a file is, and what other readers take it for.

Here `no` and `12:30` stay texts. Older YAML reads False and 750, and so may an editor or a program
that the file passes through; quotes keep the text what it is everywhere.
"""

import re
from typing import Any

from kiosk.core.shape.source import Scalar

NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}

_SWITCH = re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)
_TIME = re.compile(r"[-+]?\d+(:[0-5]?\d)+(\.\d*)?")
_NUMBER = re.compile(
    r"[-+]?(\d[\d_]*(\.[\d_]*)?(e[-+]?\d+)?|0x[\da-f_]+|0b[01_]+|0o[0-7]+|\.(inf|nan))",
    re.IGNORECASE,
)


def read_as(said: Scalar, kind: Any) -> Any:
    """The value as that kind (str, int, float or bool), or None where it is none."""
    if kind is str:
        return said.text
    if kind is bool:
        return said.text == "true" if said.is_flag else None
    if said.is_number and (kind is float or "." not in said.text):
        return kind(said.text)
    return None


def turns_into(said: Scalar) -> tuple[str, str] | None:
    """What other readers make of a bare text: the finding's code and its sentence, or None."""
    if said.quoted or said.text[:1] not in _STARTS:
        return None
    text = said.text
    if _SWITCH.fullmatch(text):
        return "K131", f"put '{text}' in quotes: other programs read true or false here"
    if _TIME.fullmatch(text):
        return "K132", f"put '{text}' in quotes: other programs read a number of seconds here"
    if _NUMBER.fullmatch(text):
        return "K133", f"put '{text[:40]}' in quotes: other programs read a number here"
    return None


_STARTS = frozenset("ynotfYNOTF0123456789+-.")
