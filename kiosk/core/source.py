"""Reads YAML text into a tree that knows its places. Strict: doubled keys and odd tags are told.

Scalars are read by YAML 1.2's rules: only `true` and `false` are booleans, so `no` and `12:30`
stay what the author wrote.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kiosk.core.errors import Problem
from kiosk.core.marks import Place

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(\d{1,15}|\d{0,15}\.\d{1,15})", re.ASCII)
_TOO_DEEP = "the file is nested too deep"
_MOST_CHARACTERS = 8_000_000
_MOST_NODES = 1_000_000
_MOST_NODES_A_CHARACTER = 10
_DEEPEST = 40


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Row:
    """A list."""

    items: tuple["Tree", ...]
    place: Place


@dataclass(frozen=True)
class Entry:
    """One key of a table with its value."""

    key: str
    place: Place
    value: "Tree"


@dataclass(frozen=True)
class Table:
    """Keys and values, in the author's order; a doubled key appears once, the first."""

    entries: tuple[Entry, ...]
    place: Place

    def entry(self, key: str) -> Entry | None:
        """The entry of that key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)


Tree = Scalar | Row | Table


def parse(text: str, file: str) -> tuple[Tree | None, list[Problem]]:
    """The tree of a YAML text (none where it cannot be read), and every problem on the way."""
    if len(text) > _MOST_CHARACTERS:
        return None, [Problem(file, 0, 0, "K101", "this file is too long to be a kiosk file")]
    try:
        place = _too_deep(text)
        if place:
            return None, [Problem(file, place.line, place.column, "K102", _TOO_DEEP)]
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as trouble:
        return None, [_unreadable(trouble, file)]
    if node is None:
        return None, [Problem(file, 1, 1, "K103", "the file is empty")]
    return _Grower(file, min(_MOST_NODES, _MOST_NODES_A_CHARACTER * len(text))).grow(node)


def _too_deep(text: str) -> Place | None:
    """Where the first list or table stands that is nested too deep. Composing it could end the
    program: the fast reader calls itself once a level and does not look at how much room is left.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST and event.start_mark:
            return Place(event.start_mark.line + 1, event.start_mark.column + 1)
    return None


def _unreadable(trouble: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(trouble, "problem_mark", None)
    why = getattr(trouble, "problem", None) or "this is not a text file"
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    if "cannot start any token" in why:
        why = "a tab or a sign that YAML keeps for itself: use spaces, or put the text in quotes"
    elif "mapping values are not allowed" in why:
        why = "a second colon on this line: put the text in quotes"
    return Problem(file, line, column, "K104", f"cannot be read here: {why}")


class _Grower:
    """Turns composed nodes into a tree, each alias at its own cost, and notes the problems."""

    def __init__(self, file: str, most_nodes: int) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._open: set[int] = set()
        self._left = most_nodes

    def grow(self, node: yaml.Node) -> tuple[Tree | None, list[Problem]]:
        tree = self._tree(node, 0)
        return (None if self._left <= 0 else tree), self._problems

    def _tree(self, node: yaml.Node, depth: int) -> Tree:
        place = _place(node)
        self._left -= 1
        if self._left == 0:
            self._say(place, "K105", "this file repeats itself without end")
        if self._left <= 0:
            return Scalar("", False, place)
        if id(node) in self._open or depth > _DEEPEST:
            self._say(place, "K102", _TOO_DEEP)
            return Scalar("", False, place)
        self._open.add(id(node))
        tree = self._of_kind(node, place, depth)
        self._open.discard(id(node))
        return tree

    def _of_kind(self, node: yaml.Node, place: Place, depth: int) -> Tree:
        if node.tag.startswith(("!", "tag:yaml.org,2002:python")):
            self._say(place, "K106", f"'{node.tag}' has no meaning here: leave it out")
        if isinstance(node, yaml.MappingNode):
            return Table(tuple(self._entries(node, depth)), place)
        if isinstance(node, yaml.SequenceNode):
            return Row(tuple(self._tree(item, depth + 1) for item in node.value), place)
        return Scalar(node.value, bool(getattr(node, "style", None)), place)

    def _entries(self, node: yaml.MappingNode, depth: int) -> Iterator[Entry]:
        seen: dict[str, Place] = {}
        for key, value in node.value:
            place = _place(key)
            if not isinstance(key, yaml.ScalarNode):
                self._say(place, "K107", "a key must be one plain word")
            elif key.value in seen:
                first = seen[key.value].line
                self._say(place, "K108", f"'{key.value}' stands here twice (first in line {first})")
            else:
                seen[key.value] = place
                yield Entry(key.value, place, self._tree(value, depth + 1))

    def _say(self, place: Place, code: str, message: str) -> None:
        self._problems.append(Problem(self._file, place.line, place.column, code, message))


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
