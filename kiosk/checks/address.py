"""Cleans what a family typed as its email address, and takes it apart."""

import re

# Signs that phones, keyboards of other languages and copied text put in the place of plain ones,
# and marks of direction and width that nobody sees.
_PLAIN = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "。｡"), "."),
    **dict.fromkeys((0x2018, 0x2019), "'"),
    **dict.fromkeys((0x201C, 0x201D), '"'),
    **dict.fromkeys((0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)), None),
    **dict.fromkeys(range(0x2060, 0x206A), None),
}
_IN_BRACKETS = re.compile(r"[^<>]*<([^<>]*)>[^<>]*")
_MAILTO = re.compile(r"mailto ?: ?([^?]*).*")
_LOOSE = re.compile(r" ?([@.]) ?")
_AROUND = " \"'()[]<>"
_AFTER = " .,;:!"
_LONGEST = 1000  # No address is longer than 254; more is a pasted page, and is not read through.


def cleaned(text: str) -> str:
    """The address as the portal compares it: plain signs, lower case, nothing around it.

    Dots and +tags in the name stay. Cleaning what is clean changes nothing. Any text may come in.
    """
    text = text[:_LONGEST].translate(_PLAIN).lower()
    before = None
    while text != before:
        before, text = text, _cleaned_once(text)
    return text


def _cleaned_once(text: str) -> str:
    text = " ".join(text.split())
    inside = _IN_BRACKETS.fullmatch(text)
    if inside and "@" in inside[1]:
        text = inside[1]
    if mailto := _MAILTO.fullmatch(text):
        text = mailto[1]
    return _LOOSE.sub(r"\1", text).strip(_AROUND).rstrip(_AFTER)


def domain_of(address: str) -> str:
    """What stands after the one @ of a cleaned address; an empty text without just one @."""
    name, _, domain = address.partition("@")
    return domain if name and "@" not in domain else ""
