"""What an editor makes of a YAML text before it holds it against a schema."""

from typing import Any

from kiosk.core.shape.source import Row, Scalar, Table, Tree, parse


def value_of(text: str) -> Any:
    """The text as plain values, read by YAML 1.2."""
    tree, problems = parse(text, "x.yaml")
    assert tree is not None
    assert problems == []
    return _plain(tree)


def _plain(tree: Tree) -> Any:
    match tree:
        case Table():
            return {entry.key: _plain(entry.value) for entry in tree.entries}
        case Row():
            return [_plain(item) for item in tree.items]
        case Scalar() if tree.is_nothing:
            return None
        case Scalar() if tree.is_flag:
            return tree.text == "true"
        case Scalar() if tree.is_number:
            return float(tree.text) if "." in tree.text else int(tree.text)
    return tree.text
