"""Reads YAML text into a tree that knows its places. Strict: doubled keys and odd tags are told.

Scalars are read by YAML 1.2's rules: only `true` and `false` are booleans, so `no` and `12:30`
stay what the author wrote. The tree grows from the parser's events, and never deeper or larger than
a kiosk file is: PyYAML's own composer calls itself once a level, and 30,000 levels end the program.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from kiosk.core.errors import Problem
from kiosk.core.marks import Place
from kiosk.core.shape.slips import slips_in

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(\d{1,15}|\d{0,15}\.\d{1,15})", re.ASCII)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_MOST_CHARACTERS = 4_000_000
_MOST_NODES = 400_000
_MOST_NODES_A_CHARACTER = 10
_MOST_DIRECTIVES = 20
MOST_PROBLEMS = 1_000
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Scalar:
    """One plain value. `quoted` tells whether the author put it in quotes or in a block."""

    text: str
    quoted: bool
    place: Place

    @property
    def is_number(self) -> bool:
        """Whether it stands there as a bare number."""
        return not self.quoted and bool(_NUMBER.fullmatch(self.text))

    @property
    def is_flag(self) -> bool:
        """Whether it stands there as a bare true or false."""
        return not self.quoted and self.text in ("true", "false")

    @property
    def is_nothing(self) -> bool:
        """Whether nothing stands there."""
        return not self.quoted and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple["Tree", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a table with its value. `quoted` tells whether the key stands in quotes."""

    key: str
    place: Place
    value: "Tree"
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values, in the author's order; a doubled key appears once, the first."""

    entries: tuple[Entry, ...]
    place: Place

    def entry(self, key: str) -> Entry | None:
        """The entry of that key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)


Tree = Scalar | Row | Table

# Stands where a repeat has nothing to repeat, so that nothing else is told of that spot.
GONE = Scalar("", True, Place())


def parse(text: str, file: str) -> tuple[Tree | None, list[Problem]]:
    """The tree of a YAML text (none where it cannot be read), and every problem on the way."""
    if len(text) > _MOST_CHARACTERS:
        return None, [Problem(file, 0, 0, "K101", "this file is too long to be a kiosk file")]
    # The parser holds each directive against all before it: a hundred thousand take minutes.
    if len(_DIRECTIVE.findall(text)) > _MOST_DIRECTIVES:
        said = "cannot be read here: too many lines begin with %"
        return None, [Problem(file, 1, 1, "K104", said)]
    problems: list[Problem] = []
    try:
        return _Grower(file, text, problems).whole(), problems
    except (yaml.YAMLError, UnicodeEncodeError) as trouble:
        return None, [*problems, *slips_in(trouble, text, file)]
    except _NoTree:
        return None, problems


def and_more(file: str) -> Problem:
    """What to tell in place of the problems after the first thousand."""
    return Problem(file, 0, 0, "K129", "and more: mend these first")


class _NoTree(Exception):
    """Nothing of this file can be used; why is among the problems."""


class _Grower:
    """One reading of one text: takes its events one by one, and notes the problems."""

    def __init__(self, file: str, text: str, problems: list[Problem]) -> None:
        self._problems = problems
        self._file = file
        self._next: Callable[[], Any] = _Loader(text).get_event
        self._left = min(_MOST_NODES, _MOST_NODES_A_CHARACTER * len(text))
        # What each anchor names, and how many nodes that is; None while it still grows.
        self._anchors: dict[str, tuple[Tree, int] | None] = {}

    def whole(self) -> Tree:
        """The tree of the one document. Raises _NoTree, and what the parser raises."""
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise self._hopeless(Place(), "K103", "the file is empty")
        tree = self._tree(self._next(), 0)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._hopeless(_place(after), "K119", "a file is one document: leave '---' out")
        return tree

    def _tree(self, event: Any, depth: int) -> Tree:
        place = _place(event)
        anchor: str | None = event.anchor
        if type(event) is yaml.AliasEvent:
            return self._again(str(anchor), place)
        before = self._left
        self._left -= 1
        if before <= 0:
            raise self._hopeless(place, "K101", "this file holds too much to be a kiosk file")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._say(place, "K106", f"'{tag}' has no meaning here: leave it out")
        if anchor is None:
            return self._of_kind(event, place, depth)
        self._open(anchor, place)
        tree = self._of_kind(event, place, depth)
        self._anchors[anchor] = (tree, before - self._left)
        return tree

    def _of_kind(self, event: Any, place: Place, depth: int) -> Tree:
        if type(event) is yaml.ScalarEvent:
            return Scalar(event.value, bool(event.style), place)
        if depth == _DEEPEST:
            raise self._hopeless(place, "K102", "the file is nested too deep")
        if type(event) is yaml.SequenceStartEvent:
            return Row(tuple(self._items(depth + 1)), place)
        return Table(tuple(self._entries(depth + 1)), place)

    def _items(self, depth: int) -> Iterator[Tree]:
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            yield self._tree(event, depth)

    def _entries(self, depth: int) -> Iterator[Entry]:
        seen: dict[str, Place] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._tree(event, depth)
            told = len(self._problems)
            value = self._tree(self._next(), depth)
            if not isinstance(key, Scalar):
                self._say(key.place, "K107", "a key must be one plain word")
            elif key.text == "<<" and not key.quoted:
                self._say(key.place, "K120", "'<<' is not known here: write the keys out")
            elif key.text in seen:
                del self._problems[told:]
                first = seen[key.text].line
                self._say(
                    key.place, "K108", f"'{key.text}' stands here twice (first in line {first})"
                )
            else:
                seen[key.text] = key.place
                yield Entry(key.text, key.place, value, key.quoted)

    def _open(self, anchor: str, place: Place) -> None:
        if anchor in self._anchors:
            self._say(place, "K117", f"'&{anchor}' stands here for the second time: rename it")
        self._anchors[anchor] = None

    def _again(self, anchor: str, place: Place) -> Tree:
        """What the anchor names. It is shared, not copied, but counts each time it stands there."""
        if anchor not in self._anchors:
            self._say(place, "K118", f"'*{anchor}' stands for nothing: no '&{anchor}' is above it")
            return GONE
        named = self._anchors[anchor]
        if named is None:
            raise self._hopeless(place, "K105", f"'*{anchor}' stands inside itself")
        tree, nodes = named
        self._left -= nodes
        if self._left < 0:
            raise self._hopeless(place, "K105", "this file repeats itself without end")
        return tree

    def _hopeless(self, place: Place, code: str, message: str) -> _NoTree:
        self._say(place, code, message)
        return _NoTree()

    def _say(self, place: Place, code: str, message: str) -> None:
        self._problems.append(Problem(self._file, place.line, place.column, code, message))
        if len(self._problems) == MOST_PROBLEMS:
            self._problems.append(and_more(self._file))
            raise _NoTree


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)
