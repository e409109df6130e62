"""What every file of the practice must hold to: plain names that nothing else has, known braces."""

import re
from collections.abc import Container, Iterable, Iterator

from kiosk.core.lint.saying import Said
from kiosk.core.marks import Marks
from kiosk.core.words import placeholders

# Touching these means something else on one of the pages already.
RESERVED = frozenset(
    {
        *("leave", "go_on", "start", "grades", "look", "again", "to_list", "not_spam", "link"),
        *("lesson", "end", "home", "teacher", "hand_in", "send"),
        *("inbox", "spam", "promotions", "updates", "trash"),
    }
)
_ID = re.compile(r"[a-z0-9_]+")


def of_ids(ids: Iterable[tuple[str, Marks, str]], taken: Container[str] = ()) -> Iterator[Said]:
    """What is off with names that must differ: each with its thing's marks, and its key."""
    seen: set[str] = set()
    for name, marks, key in ids:
        if not _ID.fullmatch(name):
            yield Said(marks, key, "K173", "an id has small letters, digits and _ only")
        elif name in RESERVED:
            yield Said(marks, key, "K173", f"'{name}' is a button of the kiosk: take another id")
        elif name in seen or name in taken:
            yield Said(marks, key, "K173", f"'{name}' is an id already: take another one")
        seen.add(name)


def of_braces(text: str, known: tuple[str, ...], marks: Marks, key: str) -> Iterator[Said]:
    """What stands in braces, and is not known there."""
    for name in placeholders(text):
        if name not in known:
            may = ", ".join(f"{{{one}}}" for one in known) or "no braces at all"
            yield Said(marks, key, "K177", f"there is no '{{{name}}}' here: known is {may}")
