"""Reads a tree into typed frozen dataclasses and tells every problem at once, with its place.

The dataclasses are the language: a field is a key (`if_` is the key `if`), a field without a
default is required, and whatever is not a field is unknown. Two class attributes add a little
grammar: `shorthand` names the field that a bare value stands for, and `mark` names the key by which
one class of a union is told from the others.
"""

import dataclasses
import gc
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin

from kiosk.core.errors import FilesNotSound, Problem
from kiosk.core.marks import Marks, Place
from kiosk.core.shape.bare import NAMES, read_as, turns_into
from kiosk.core.shape.guessing import guess
from kiosk.core.shape.shapes import Field, fields_of, is_braces, places_of, plainest
from kiosk.core.shape.source import (
    GONE,
    MOST_PROBLEMS,
    Row,
    Scalar,
    Table,
    Tree,
    and_more,
    parse,
)

T = TypeVar("T")
_LONGEST_TEXT = 5_000
_MISSING: Any = object()


@dataclasses.dataclass(frozen=True)
class Reading(Generic[T]):
    """What one file gave: the dataclass, if it could be made at all, what must be mended before the
    file can be used, and what is better mended."""

    value: T | None
    problems: list[Problem]
    advice: list[Problem] = dataclasses.field(default_factory=list)


def read_file(text: str, file: str, kind: type[T]) -> T:
    """The dataclass that the text describes. Raises FilesNotSound with every problem."""
    value, problems = try_read(text, file, kind)
    if value is None or problems:
        raise FilesNotSound(problems)
    return value


def try_read(text: str, file: str, kind: type[T]) -> tuple[T | None, list[Problem]]:
    """The dataclass, if it could be made at all, and every problem on the way."""
    reading = read_all(text, file, kind)
    return reading.value, reading.problems


def read_all(text: str, file: str, kind: type[T]) -> Reading[T]:
    """All that a file gives, advice among it. Of a thousand problems and more, the first."""
    with uncollected():
        tree, problems = parse(text, file)
        if tree is None:
            return Reading(None, problems)
        reader = _Reader(file, problems)
        try:
            value = reader.value(tree, kind, kind.__name__.lower())
        except _TooMany:
            problems.append(and_more(file))
            return Reading(None, problems)
    return Reading(None if value is _MISSING else value, problems, reader.advice)


class _TooMany(Exception):
    """So much is off that nobody would read on."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Holds the garbage collector off. It would walk what grows here, which has no circles in it,
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
        self.advice: list[Problem] = []
        self._file = file
        self._problems = problems

    def value(self, tree: Tree, kind: Any, name: str) -> Any:
        if tree is GONE:
            return _MISSING
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
        return self.value(tree, plainest(tree, kinds), name)

    def _marked(self, tree: Tree, kinds: list[Any], name: str) -> Any:
        if not isinstance(tree, Table):
            return self._say(tree.place, "K110", f"'{name}' needs keys and values here")
        for option in kinds:
            if tree.entry(option.mark):
                return self._thing(tree, option, name)
        marks = ", ".join(option.mark for option in kinds)
        guesses = (guess(entry.key, [option.mark for option in kinds]) for entry in tree.entries)
        close = next(filter(None, guesses), "")
        return self._say(tree.place, "K111", f"'{name}' needs one of these keys: {marks}{close}")

    def _thing(self, tree: Tree, kind: Any, name: str) -> Any:
        hints = fields_of(kind)
        if isinstance(tree, Table):
            return self._from_table(tree, kind, hints, name)
        shorthand = getattr(kind, "shorthand", "")
        if not shorthand:
            return self._say(tree.place, "K110", f"'{name}' needs keys and values here")
        value = self.value(tree, hints[shorthand].type, name)
        if value is _MISSING:
            return _MISSING
        return self._make(kind, {shorthand: value}, Marks(tree.place, {shorthand: tree.place}))

    def _from_table(self, tree: Table, kind: Any, hints: dict[str, Field], name: str) -> Any:
        values: dict[str, Any] = {}
        sound = True
        for entry in tree.entries:
            field = hints.get(entry.key)
            if field is None:
                close = guess(entry.key, hints)
                self._say(entry.place, "K112", f"unknown key '{entry.key[:40]}'{close}")
                continue
            values[entry.key] = self.value(entry.value, field.type, entry.key)
            sound = sound and values[entry.key] is not _MISSING
        for key, field in hints.items():
            if field.required and key not in values:
                self._say(tree.place, "K113", f"'{name}' needs the key '{key}'")
                sound = False
        if not sound:
            return _MISSING
        return self._make(kind, values, Marks(tree.place, places_of(tree)))

    def _make(self, kind: Any, values: dict[str, Any], marks: Marks) -> Any:
        hints = fields_of(kind)
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
        values: dict[str, Any] = {}
        for entry in tree.entries:
            self._advise(Scalar(entry.key, entry.quoted, entry.place))
            values[entry.key] = self.value(entry.value, kind, entry.key)
        return _MISSING if any(value is _MISSING for value in values.values()) else values

    def _word(self, tree: Tree, words: tuple[Any, ...], name: str) -> Any:
        if isinstance(tree, Scalar) and tree.text in words:
            return tree.text
        said = tree.text if isinstance(tree, Scalar) else ""
        wanted = ", ".join(str(word) for word in words)
        close = guess(said, [str(word) for word in words])
        return self._say(tree.place, "K114", f"'{name}' must be one of: {wanted}{close}")

    def _plain(self, tree: Tree, kind: Any, name: str) -> Any:
        if kind is str and is_braces(tree):
            return self._say(tree.place, "K127", f"put quotes around the text of '{name}'")
        if not isinstance(tree, Scalar):
            return self._say(tree.place, "K115", f"'{name}' needs {NAMES[kind]} alone")
        if tree.is_nothing:
            return self._say(tree.place, "K116", f"'{name}' has nothing after it")
        value = read_as(tree, kind)
        if value is None:
            said = f"'{name}' needs {NAMES[kind]}, not '{tree.text[:40]}'"
            unquoted = Scalar(tree.text, False, tree.place)
            fits = tree.quoted and read_as(unquoted, kind) is not None
            return self._say(tree.place, "K115", f"{said}{': leave the quotes out' * fits}")
        if kind is str:
            if len(tree.text) > _LONGEST_TEXT:
                said = (
                    f"a text of {len(tree.text)} letters: no page holds more than {_LONGEST_TEXT}"
                )
                return self._say(tree.place, "K134", said)
            self._advise(tree)
        return value

    def _advise(self, said: Scalar) -> None:
        turned = turns_into(said)
        if turned and len(self.advice) < MOST_PROBLEMS:
            code, message = turned
            place = said.place
            self.advice.append(Problem(self._file, place.line, place.column, code, message))

    def _say(self, place: Place, code: str, message: str) -> Any:
        self._problems.append(Problem(self._file, place.line, place.column, code, message))
        if len(self._problems) >= MOST_PROBLEMS:
            raise _TooMany
        return _MISSING
