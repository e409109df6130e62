"""Writes the JSON Schema (draft-07) of a kind of file from its dataclasses, for editors.

It says of shape what the reader says, and nothing else: what a name means, and how a number or a
flag may be spelled (`1.0`, `0x10`, `True`), only the reader tells. Kinds are told apart by `if`,
not by `anyOf`: so an editor marks the one key that is off, not the whole screen around it.
"""

import dataclasses
import re
import types
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin

from kiosk.core.shape.shapes import Field, fields_of

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SENTENCES = re.compile(r"(?<=\.)\s+")
# A bare number or flag is a text, too, where a text is wanted: the reader only advises quotes.
_TEXT: Schema = {"type": ["string", "number", "boolean"], "maxLength": 5_000}
_PLAIN: dict[Any, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}


def schema_of(kind: Any, title: str) -> Schema:
    """The schema of the files that the dataclass describes, ready for `json.dumps`."""
    writer = _Writer()
    whole = writer.table(kind)
    return {"$schema": _DRAFT, "title": title, **whole, "definitions": writer.definitions}


class _Writer:
    """One schema in the making. Each dataclass is written once, under its own name."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self._one_of(kind)
        if origin is Literal:
            return {"enum": list(get_args(kind))}
        if origin is tuple:
            item = self.of(get_args(kind)[0])
            return _choice({"type": "array"}, {"items": item}, item)
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(get_args(kind)[1])}
        if dataclasses.is_dataclass(kind):
            return self._thing(kind)
        return dict(_PLAIN[kind])

    def table(self, kind: Any) -> Schema:
        """The dataclass as keys and values."""
        keys = fields_of(kind)
        return {
            **_said(_about(kind)),
            "type": "object",
            "properties": {key: self._value(kind, key, field) for key, field in keys.items()},
            "required": [key for key, field in keys.items() if field.required],
            "additionalProperties": False,
        }

    def _value(self, kind: Any, key: str, field: Field) -> Schema:
        return {
            **_said(_about_key(kind, key)),
            **self.of(field.type),
            **_default(kind, field.name),
        }

    def _thing(self, kind: Any) -> Schema:
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name].update(self._definition(kind))
        return {"$ref": f"#/definitions/{name}"}

    def _definition(self, kind: Any) -> Schema:
        shorthand = getattr(kind, "shorthand", "")
        table = self.table(kind)
        if not shorthand:
            return table
        bare = self.of(fields_of(kind)[shorthand].type)
        return {**_said(_about(kind)), **_choice({"type": "object"}, table, bare)}

    def _one_of(self, kind: Any) -> Schema:
        kinds = [option for option in get_args(kind) if option is not type(None)]
        one = self._some(kinds)
        if len(kinds) == len(get_args(kind)):
            return one
        return _choice({"type": "null"}, {}, one)

    def _some(self, kinds: Sequence[Any]) -> Schema:
        if len(kinds) == 1:
            return self.of(kinds[0])
        if any(hasattr(option, "mark") for option in kinds):
            return self._marked(kinds)
        return self._plainest(kinds)

    def _marked(self, kinds: Sequence[Any]) -> Schema:
        """The first kind whose mark is there; without any mark, all are offered. Then the last is
        asked for, which none has: an editor shows `errorMessage`, others refuse all the same."""
        schema: Schema = {
            "type": "object",
            "properties": {option.mark: _said(_about(option)) for option in kinds},
            "required": [kinds[-1].mark],
            "errorMessage": f"Needs one of these keys: {', '.join(o.mark for o in kinds)}",
        }
        for option in reversed(kinds):
            schema = _choice({"required": [option.mark]}, self.of(option), schema)
        return schema

    def _plainest(self, kinds: Sequence[Any]) -> Schema:
        """Which plain kind a value is read as goes by how it looks, as in the reader."""
        schema = self.of(str if str in kinds else kinds[0])
        if int in kinds:
            schema = _choice({"type": "number"}, self.of(int), schema)
        if bool in kinds:
            schema = _choice({"type": "boolean"}, self.of(bool), schema)
        row = next((option for option in kinds if get_origin(option) is tuple), None)
        return _choice({"type": "array"}, self.of(row), schema) if row else schema


def _choice(test: Schema, so: Schema, otherwise: Schema) -> Schema:
    return {"if": test, "then": so, "else": otherwise}


def _said(about: str) -> Schema:
    return {"description": about} if about else {}


def _about(kind: Any) -> str:
    """The docstring, each paragraph in one line; a dataclass without one has only its call."""
    doc = kind.__dict__.get("__doc__") or ""
    if doc.startswith(f"{kind.__name__}("):
        return ""
    return "\n\n".join(" ".join(part.split()) for part in doc.split("\n\n")).strip()


def _about_key(kind: Any, key: str) -> str:
    """What the docstrings, those of its parents among them, say of the key."""
    told = [_about(one) for one in kind.__mro__]
    sentences = [one for about in told for one in _SENTENCES.split(about) if f"`{key}`" in one]
    return " ".join(sentences)


def _default(kind: Any, name: str) -> Schema:
    """What holds where the key is left out, if that says anything."""
    value = next(field.default for field in dataclasses.fields(kind) if field.name == name)
    if isinstance(value, tuple) and value:
        return {"default": list(value)}
    if isinstance(value, bool | int | float) or (isinstance(value, str) and value):
        return {"default": value}
    return {}
