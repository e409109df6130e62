"""What a dataclass asks of a table, what a value looks like, where the parts of a table stand."""

import dataclasses
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, ClassVar, get_origin, get_type_hints

from kiosk.core.marks import Place
from kiosk.core.shape.source import Row, Scalar, Table, Tree


@dataclass(frozen=True)
class Field:
    """One key: the name of its field, the type of its value, and whether it must be there."""

    name: str
    type: Any
    required: bool


@cache
def fields_of(kind: Any) -> dict[str, Field]:
    """The keys that a dataclass takes."""
    hints = get_type_hints(kind)
    return {
        field.name.rstrip("_"): Field(field.name, hints[field.name], _is_required(field))
        for field in fields(kind)
        if field.name != "at" and get_origin(hints[field.name]) is not ClassVar
    }


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def plainest(tree: Tree, kinds: list[Any]) -> Any:
    """The kind, among plain ones, that what stands there looks like."""
    if isinstance(tree, Row):
        return next((kind for kind in kinds if get_origin(kind) is tuple), kinds[0])
    if isinstance(tree, Scalar) and tree.is_flag and bool in kinds:
        return bool
    if isinstance(tree, Scalar) and tree.is_number and int in kinds:
        return int
    return str if str in kinds else kinds[0]


def is_braces(tree: Tree) -> bool:
    """Whether it is {name} without quotes around it, which YAML reads as a key without a value."""
    return isinstance(tree, Table) and all(
        isinstance(entry.value, Scalar) and entry.value.is_nothing and not entry.value.text
        for entry in tree.entries
    )


def places_of(tree: Table) -> dict[str, Place]:
    """Where each key stands, and each text of a list, as key.0, key.1 and so on."""
    places: dict[str, Place] = {}
    for entry in tree.entries:
        places[entry.key] = entry.place
        if isinstance(entry.value, Row):
            for n, item in enumerate(entry.value.items):
                if isinstance(item, Scalar):
                    places[f"{entry.key}.{n}"] = item.place
    return places
