"""Changes the text of a site file in one place, and leaves every other letter as its author put it.

Comments, order, quotes, blank lines and line ends stay: only the letters of what changes are put in
or taken out, at the places that PyYAML tells. What comes out is read again and held against what
was meant; a file that is written in so odd a way that the two differ is left alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from kiosk.core.errors import KioskError
from kiosk.core.marks import Place
from kiosk.core.shape.source import Scalar
from kiosk.staff.site_letters import Leaf, Value, flow, item, leaf, letters, section
from kiosk.staff.site_tree import (
    Keys,
    as_read,
    child,
    less,
    pairs_of,
    plain,
    root_of,
    with_value,
)


def changed(text: str, keys: Keys, value: Value) -> str:
    """The text with that value under those keys, which are made where they are missing.

    Raises KioskError where the file is written so that this cannot be done.
    """
    root = root_of(text)
    made = _changed(text, root, keys, value)
    return _held(made, with_value(plain(root), keys, as_read(value)), keys)


def changed_at_once(text: str, values: Mapping[Keys, Leaf]) -> str:
    """As `changed` for each of them, in one reading: a table of schools brings hundreds."""
    root = root_of(text)
    there = {keys: one for keys in values if isinstance(one := child(root, keys), yaml.ScalarNode)}
    wanted, made = plain(root), text
    for keys, node in sorted(there.items(), key=lambda one: -int(one[1].start_mark.index)):
        said = leaf(values[keys], node.style or "")
        made = made[: node.start_mark.index] + said + made[_end(text, node) :]
        wanted = with_value(wanted, keys, letters(values[keys]))
    made = _held(made, wanted, next(iter(there), ()))
    for keys, value in values.items():
        made = made if keys in there else changed(made, keys, value)
    return made


def added(text: str, keys: Keys, values: Sequence[Value]) -> str:
    """The text with those items at the end of the list under those keys. Raises KioskError."""
    root = root_of(text)
    row = child(root, keys)
    if not values:
        return text
    if not isinstance(row, yaml.SequenceNode) or not row.value:
        return changed(text, keys, list(values))
    made = _with_items(text, row, values)
    wanted = [*plain(row), *as_read(list(values))]
    return _held(made, with_value(plain(root), keys, wanted), keys)


def removed(text: str, keys: Keys) -> str:
    """The text without what stands under those keys; as it is where nothing does.

    A comment on the same lines goes with it, one above or below stays. Raises KioskError.
    """
    root = root_of(text)
    if child(root, keys) is None:
        return text
    made = _without(text, child(root, keys[:-1]), keys[-1])
    return _held(made, less(plain(root), keys), keys)


def _held(made: str, wanted: Any, keys: Keys) -> str:
    """What was made, if it reads as it was meant."""
    try:
        sound = plain(root_of(made)) == wanted
    except KioskError:
        sound = False
    if not sound:
        name = ".".join(str(key) for key in keys)
        raise KioskError(f"'{name}' stands in this file in a way that only a text editor can mend.")
    return made


def _changed(text: str, root: yaml.Node, keys: Keys, value: Value) -> str:
    known = 0
    while known < len(keys) and not _is_nothing(child(root, keys[: known + 1])):
        known += 1
    there = child(root, keys)
    if known == len(keys) and there is not None:
        return _replaced(text, there, value)
    for step in reversed(keys[known + 1 :]):
        value = {str(step): value}
    key = str(keys[known])
    if child(root, keys[: known + 1]) is not None:
        text = _without(text, child(root, keys[:known]), key)
        root = root_of(text)
    return _with_entry(text, child(root, keys[:known]), key, value)


def _is_nothing(node: yaml.Node | None) -> bool:
    if not isinstance(node, yaml.ScalarNode):
        return node is None
    return Scalar(node.value, bool(node.style), Place()).is_nothing


def _replaced(text: str, node: yaml.Node, value: Value) -> str:
    start, end = node.start_mark.index, _end(text, node)
    if isinstance(value, Leaf):
        style = node.style if isinstance(node, yaml.ScalarNode) else ""
        return text[:start] + leaf(value, style or "") + text[end:]
    in_lines = isinstance(node, yaml.SequenceNode) and not _on_one_line(node)
    if in_lines and value and not isinstance(value, Mapping):
        return text[:start] + _rows(text, node, value) + text[_line_end(text, end) :]
    return text[:start] + flow(value) + text[end:]


def _rows(text: str, node: yaml.Node, values: Sequence[Value]) -> str:
    """The items of a list that has one a line; one that was there keeps its line's comment."""
    lines = {}
    for _, one, _ in pairs_of(node):
        end = _line_end(text, _end(text, one))
        lines[str(plain(one))] = text[one.start_mark.index : end].rstrip()
    gap = _newline(text) + " " * node.start_mark.column
    said = (lines.get(str(as_read(value))) or flow(value) for value in values)
    return gap.join(f"- {one}" for one in said)


def _with_entry(text: str, parent: yaml.Node | None, key: str, value: Value) -> str:
    if not isinstance(parent, yaml.MappingNode):
        return text
    newline, column = _newline(text), parent.start_mark.column
    if _on_one_line(parent):
        return _in_flow(text, parent, f"{key}: {flow(value)}")
    if not column:  # a section of its own, below all that is there
        gap = "" if text.endswith("\n") else newline
        return f"{text}{gap}{newline}{newline.join(section(key, value))}{newline}"
    at = _line_end(text, _end(text, parent))
    return f"{text[:at]}{newline}{' ' * column}{key}: {flow(value)}{text[at:]}"


def _with_items(text: str, row: yaml.Node, values: Sequence[Value]) -> str:
    if _on_one_line(row):
        return _in_flow(text, row, ", ".join(flow(value) for value in values))
    gap = _newline(text) + " " * row.start_mark.column
    lines = [line for value in values for line in item(value)]
    at = _line_end(text, _end(text, row))
    return text[:at] + "".join(gap + line for line in lines) + text[at:]


def _in_flow(text: str, node: yaml.Node, said: str) -> str:
    if not node.value:
        at = node.start_mark.index + 1
        return text[:at] + said + text[at:]
    at = _end(text, pairs_of(node)[-1][2])
    return f"{text[:at]}, {said}{text[at:]}"


def _without(text: str, parent: yaml.Node | None, step: str | int) -> str:
    pairs = pairs_of(parent)
    if parent is None or not pairs:
        return text
    at = [key for key, _, _ in pairs].index(step)
    first, last = pairs[at][1].start_mark.index, _end(text, pairs[at][2])
    if _on_one_line(parent):
        if at + 1 < len(pairs):
            last = pairs[at + 1][1].start_mark.index
        elif at:
            first = _end(text, pairs[at - 1][2])
        return text[:first] + text[last:]
    begins, ends = text.rfind("\n", 0, first) + 1, _line_end(text, last)
    if len(pairs) == 1 and isinstance(parent, yaml.SequenceNode):
        return f"{text[:begins]}{' ' * (parent.start_mark.column + 1)}[]{text[ends:]}"
    ends += len(_newline(text)) if ends < len(text) else 0
    return text[:begins] + text[ends:]


def _end(text: str, node: yaml.Node) -> int:
    """Where its last letter ends: what PyYAML tells of a list is where the next thing begins."""
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return start + len(text[start:end].rstrip()) if node.style in ("|", ">") else end
    if _on_one_line(node) or not node.value:
        return end
    return _end(text, pairs_of(node)[-1][2])


def _on_one_line(node: yaml.Node) -> bool:
    """Whether it stands in braces or brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    if found < 0:
        return len(text)
    return found - 1 if text[found - 1] == "\r" else found


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
