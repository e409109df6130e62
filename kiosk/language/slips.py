"""What can be off in a translation itself: values left out, marks of markup, no room for it."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from kiosk.core.texts import Part
from kiosk.core.words import COUNTED, placeholders

_MARKUP = re.compile(r"</?[a-z]+/?>|\*\*|&[a-z]+;")
# Columns of a page in the largest language that still fits at the largest size, for each part.
ROOM: dict[Part | str, int] = {
    "title": 110,
    "say": 190,
    "step": 170,
    "answer": 90,
    "label": 60,
    "hint": 90,
    "button": 40,
    "refusal": 170,
    "who": 60,
    "what": 170,
    "when": 90,
    "letter": 280,
}
_ROOM_OF_THE_WINDOW = {"shell.stone_": 18, "shell.size_": 24, "shell.key_": 40}


def slips_in(english: str, translation: str, *, lone: bool = False) -> Iterator[tuple[str, str]]:
    """(code, sentence) for everything that is off in one text; nothing where it is empty.

    A `lone` form is for one number alone, which it need not name: "one letter".
    """
    if not translation:
        return
    lacking = set(placeholders(english)) - set(placeholders(translation))
    if lone:
        lacking -= COUNTED
    unknown = set(placeholders(translation)) - set(placeholders(english))
    if unknown:
        yield "K424", f"there is no '{{{min(unknown)}}}' in the English: copy braces as they are"
    if lacking:
        yield "K423", f"'{{{min(lacking)}}}' is left out: a family would not see it"
    markup = _MARKUP.search(translation)
    if markup:
        yield "K425", f"'{markup[0]}' is shown as it stands: pages know no markup"
    if translation != translation.strip() or "  " in translation:
        yield "K426", "a space too many: take it away"


def columns(text: str) -> int:
    """How wide a text is; a Chinese or Korean letter is as wide as two Latin ones."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def room_of(context: str, part: str) -> int:
    """How many columns a text may have there; 0 where there is no such limit."""
    for start, room in _ROOM_OF_THE_WINDOW.items():
        if context.startswith(start):
            return room
    return ROOM.get(part, 0)
