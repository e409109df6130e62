"""How a value is written in a site file: plain where that is safe, in quotes where it is not."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.core.marks import Place
from kiosk.core.shape.bare import turns_into
from kiosk.core.shape.source import Scalar

Leaf = str | int | float | bool
Value = Leaf | Sequence[Any] | Mapping[str, Any]

_PLAIN = re.compile(r"[^\W_]([\w.@/+' -]|:(?=[^\s,]))*(?<=[\w.@/+'])|[^\W_]")


def section(key: str, value: Value) -> list[str]:
    """The lines of one entry of the whole file: a table and a list of tables have a line a part."""
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {one}: {flow(said)}" for one, said in value.items())]
    tables = [] if isinstance(value, Leaf) else [one for one in value if isinstance(one, Mapping)]
    if tables:
        return [f"{key}:", *(f"  {line}" for table in tables for line in item(table))]
    return [f"{key}: {flow(value)}"]


def item(value: Value) -> list[str]:
    """The lines of one item of a list that has one a line."""
    if not isinstance(value, Mapping):
        return [f"- {flow(value)}"]
    lines = [f"{key}: {flow(said)}" for key, said in value.items()]
    return [f"{'  ' if n else '- '}{line}" for n, line in enumerate(lines)]


def flow(value: Value) -> str:
    """The value on one line, with braces and brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Leaf):
        return leaf(value)
    return "[" + ", ".join(flow(one) for one in value) + "]"


def leaf(value: Leaf, style: str = "") -> str:
    """One value; in quotes where it had them, or where it would be taken for something else."""
    if not isinstance(value, str):
        return letters(value)
    bare = Scalar(value, False, Place())
    odd = turns_into(bare) or bare.is_nothing or bare.is_number or bare.is_flag
    if style not in ("'", '"') and _PLAIN.fullmatch(value) and not odd:
        return value
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return f'"{"".join(_escaped(sign) for sign in value)}"'


def letters(value: Leaf) -> str:
    """What a reader takes the value for, quotes left out."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _escaped(sign: str) -> str:
    """A sign as it stands in double quotes; one that cannot be seen, by its number."""
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"
