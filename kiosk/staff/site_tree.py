"""A site file as plain tables, lists and letters, to tell what a change of its text must give."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from kiosk.core.errors import KioskError
from kiosk.staff.site_letters import Leaf, Value, letters

Keys = tuple[str | int, ...]


def root_of(text: str) -> yaml.MappingNode:
    """The tree with its places. Raises KioskError where the text is no table of keys."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        root = None
    if not isinstance(root, yaml.MappingNode):
        raise KioskError("This file is not written as a site file is. Mend it first.")
    return root


def child(node: yaml.Node | None, keys: Keys) -> yaml.Node | None:
    """What stands under those keys, if anything does."""
    for step in keys:
        node = _under(node, step)
    return node


def pairs_of(node: yaml.Node | None) -> list[tuple[str | int, yaml.Node, yaml.Node]]:
    """Each key with the node where its entry begins, and the node of its value."""
    if isinstance(node, yaml.MappingNode):
        return [(key.value, key, value) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [(number, value, value) for number, value in enumerate(node.value)]
    return []


def _under(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    return next((value for key, _, value in pairs_of(node) if key == step), None)


def plain(node: yaml.Node | None) -> Any:
    """The same without places and quotes: dicts, lists and strings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value if node else ""


def as_read(value: Value) -> Any:
    """What `plain` gives of that value once it is written."""
    if isinstance(value, Mapping):
        return {key: as_read(one) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_read(one) for one in value]
    return letters(value) if isinstance(value, Leaf) else ""


def with_value(tree: Any, keys: Keys, value: Any) -> Any:
    """The plain tree with that value under those keys."""
    if not keys:
        return value
    step, rest = keys[0], keys[1:]
    if isinstance(tree, list):
        return [with_value(one, rest, value) if n == step else one for n, one in enumerate(tree)]
    table = tree if isinstance(tree, dict) else {}
    return {**table, step: with_value(table.get(step), rest, value)}


def less(tree: Any, keys: Keys) -> Any:
    """The plain tree without what stands under those keys."""
    step, rest = keys[0], keys[1:]
    pairs = list(enumerate(tree)) if isinstance(tree, list) else list(tree.items())
    if rest:
        left = [(key, less(one, rest) if key == step else one) for key, one in pairs]
    else:
        left = [(key, one) for key, one in pairs if key != step]
    return [one for _, one in left] if isinstance(tree, list) else dict(left)
