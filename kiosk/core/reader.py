"""Reads a tree into typed frozen dataclasses and tells every problem at once, with its place.

The dataclasses are the language: a field is a key (`if_` is the key `if`), a field without a
default is required, and whatever is not a field is unknown. Two class attributes add a little
grammar: `shorthand` names the field that a bare value stands for, and `mark` names the key by which
one class of a union is told from the others.
"""

import dataclasses
import difflib
import gc
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, ClassVar, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from kiosk.core.errors import FilesNotSound, Problem
from kiosk.core.marks import Marks, Place
from kiosk.core.source import Row, Scalar, Table, Tree, parse

T = TypeVar("T")
_MISSING: Any = object()


def read_file(text: str, file: str, kind: type[T]) -> T:
    """The dataclass that the text describes. Raises FilesNotSound with every problem."""
    value, problems = try_read(text, file, kind)
    if value is None or problems:
        raise FilesNotSound(problems)
    return value


def try_read(text: str, file: str, kind: type[T]) -> tuple[T | None, list[Problem]]:
    """The dataclass, if it could be made at all, and every problem on the way."""
    with _uncollected():
        tree, problems = parse(text, file)
        if tree is None:
            return None, problems
        reader = _Reader(file, problems)
        value = reader.value(tree, kind, kind.__name__.lower())
    return (None if value is _MISSING else value), problems


@contextmanager
def _uncollected() -> Iterator[None]:
    """Holds the garbage collector off. It would walk the growing tree, which has no circles in it,
    again and again: five times the time at 10,000 screens."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reader:
    """One reading of one file. A value that cannot be made is _MISSING; the problem is noted."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self._file = file
        self._problems = problems

    def value(self, tree: Tree, kind: Any, name: str) -> Any:
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self._one_of(tree, kind, name)
        if origin is Literal:
            return self._word(tree, get_args(kind), name)
        if origin is tuple:
            return self._row(tree, get_args(kind)[0], name)
        if origin is not None and issubclass(origin, Mapping):
            return self._map(tree, get_args(kind)[1], name)
        if dataclasses.is_dataclass(kind):
            return self._thing(tree, kind, name)
        return self._plain(tree, kind, name)

    def _one_of(self, tree: Tree, kind: Any, name: str) -> Any:
        kinds = [option for option in get_args(kind) if option is not type(None)]
        if len(kinds) < len(get_args(kind)) and isinstance(tree, Scalar) and tree.is_nothing:
            return None
        if len(kinds) == 1:
            return self.value(tree, kinds[0], name)
        if any(hasattr(option, "mark") for option in kinds):
            return self._marked(tree, kinds, name)
        return self.value(tree, _plainest(tree, kinds), name)

    def _marked(self, tree: Tree, kinds: list[Any], name: str) -> Any:
        if not isinstance(tree, Table):
            return self._say(tree.place, "K110", f"'{name}' needs keys and values here")
        for option in kinds:
            if tree.entry(option.mark):
                return self._thing(tree, option, name)
        marks = ", ".join(option.mark for option in kinds)
        guesses = (_guess(entry.key, [option.mark for option in kinds]) for entry in tree.entries)
        guess = next(filter(None, guesses), "")
        return self._say(tree.place, "K111", f"'{name}' needs one of these keys: {marks}{guess}")

    def _thing(self, tree: Tree, kind: Any, name: str) -> Any:
        hints = _fields(kind)
        if isinstance(tree, Table):
            return self._from_table(tree, kind, hints, name)
        shorthand = getattr(kind, "shorthand", "")
        if not shorthand:
            return self._say(tree.place, "K110", f"'{name}' needs keys and values here")
        value = self.value(tree, hints[shorthand].type, name)
        if value is _MISSING:
            return _MISSING
        return self._make(kind, {shorthand: value}, Marks(tree.place, {shorthand: tree.place}))

    def _from_table(self, tree: Table, kind: Any, hints: "dict[str, _Field]", name: str) -> Any:
        values: dict[str, Any] = {}
        sound = True
        for entry in tree.entries:
            field = hints.get(entry.key)
            if field is None:
                guess = _guess(entry.key, list(hints))
                self._say(entry.place, "K112", f"unknown key '{entry.key}'{guess}")
                continue
            values[entry.key] = self.value(entry.value, field.type, entry.key)
            sound = sound and values[entry.key] is not _MISSING
        for key, field in hints.items():
            if field.required and key not in values:
                self._say(tree.place, "K113", f"'{name}' needs the key '{key}'")
                sound = False
        if not sound:
            return _MISSING
        keys = {entry.key: entry.place for entry in tree.entries}
        return self._make(kind, values, Marks(tree.place, keys))

    def _make(self, kind: Any, values: dict[str, Any], marks: Marks) -> Any:
        hints = _fields(kind)
        arguments = {hints[key].name: value for key, value in values.items()}
        if any(field.name == "at" for field in dataclasses.fields(kind)):
            arguments["at"] = marks
        return kind(**arguments)

    def _row(self, tree: Tree, kind: Any, name: str) -> Any:
        items = tree.items if isinstance(tree, Row) else (tree,)
        values = [self.value(item, kind, name) for item in items]
        return _MISSING if any(value is _MISSING for value in values) else tuple(values)

    def _map(self, tree: Tree, kind: Any, name: str) -> Any:
        if not isinstance(tree, Table):
            return self._say(tree.place, "K110", f"'{name}' needs keys and values here")
        values = {entry.key: self.value(entry.value, kind, entry.key) for entry in tree.entries}
        return _MISSING if any(value is _MISSING for value in values.values()) else values

    def _word(self, tree: Tree, words: tuple[Any, ...], name: str) -> Any:
        if isinstance(tree, Scalar) and tree.text in words:
            return tree.text
        said = tree.text if isinstance(tree, Scalar) else ""
        wanted = ", ".join(str(word) for word in words)
        guess = _guess(said, [str(word) for word in words])
        return self._say(tree.place, "K114", f"'{name}' must be one of: {wanted}{guess}")

    def _plain(self, tree: Tree, kind: Any, name: str) -> Any:
        if not isinstance(tree, Scalar):
            return self._say(tree.place, "K115", f"'{name}' needs {_NAMES[kind]} alone")
        if tree.is_nothing:
            return self._say(tree.place, "K116", f"'{name}' has nothing after it")
        if kind is str:
            return tree.text
        if kind is bool and tree.is_flag:
            return tree.text == "true"
        if kind in (int, float) and tree.is_number and (kind is float or "." not in tree.text):
            return kind(tree.text)
        return self._say(
            tree.place, "K115", f"'{name}' needs {_NAMES[kind]}, not '{tree.text[:40]}'"
        )

    def _say(self, place: Place, code: str, message: str) -> Any:
        self._problems.append(Problem(self._file, place.line, place.column, code, message))
        return _MISSING


_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


@dataclasses.dataclass(frozen=True)
class _Field:
    name: str
    type: Any
    required: bool


@cache
def _fields(kind: Any) -> dict[str, _Field]:
    """The keys that a dataclass takes."""
    hints = get_type_hints(kind)
    return {
        field.name.rstrip("_"): _Field(field.name, hints[field.name], _is_required(field))
        for field in dataclasses.fields(kind)
        if field.name != "at" and get_origin(hints[field.name]) is not ClassVar
    }


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _plainest(tree: Tree, kinds: list[Any]) -> Any:
    """The kind, among plain ones, that what stands there looks like."""
    if isinstance(tree, Row):
        return next((kind for kind in kinds if get_origin(kind) is tuple), kinds[0])
    if isinstance(tree, Scalar) and tree.is_flag and bool in kinds:
        return bool
    if isinstance(tree, Scalar) and tree.is_number and int in kinds:
        return int
    return str if str in kinds else kinds[0]


def _guess(said: str, known: list[str]) -> str:
    close = difflib.get_close_matches(said, known, n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""
