"""The parts of a tall page that are shown whole or not at all: lines, pictures, buttons, keys."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QWidget


def blocks_of(content: QWidget) -> tuple[QRect, ...]:
    """The places of the blocks, in pixels of `content`.

    A block is a widget with nothing inside, or one that calls itself `whole`. The parts of one that
    calls itself `striped` lie on a ground of its own: each counts as wide as that.
    """
    return tuple(_blocks(content, content))


def kept_together(content: QWidget, blocks: tuple[QRect, ...], most: int) -> tuple[QRect, ...]:
    """The blocks with those that are used `together`, such as a field and its keys, as one.

    As they were where that one would be higher than `most`.
    """
    parts = [part for part in content.findChildren(QWidget) if getattr(part, "together", False)]
    union = QRect()
    for part in parts:
        if part.isVisibleTo(content):
            union = union.united(QRect(part.mapTo(content, QPoint(0, 0)), part.size()))
    if union.isEmpty() or union.height() > most:
        return blocks
    return (*(block for block in blocks if not union.contains(block)), union)


def _blocks(widget: QWidget, content: QWidget) -> Iterator[QRect]:
    inside = [child for child in widget.children() if _counts(child)]
    if inside and not isinstance(widget, QLineEdit) and not getattr(widget, "whole", False):
        striped = getattr(widget, "striped", False)
        ground = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
        for child in inside:
            if isinstance(child, QWidget):
                for block in _blocks(child, content):
                    yield _across(block, ground) if striped else block
        return
    yield QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())


def _across(block: QRect, ground: QRect) -> QRect:
    return QRect(ground.x(), block.y(), ground.width(), block.height())


def _counts(child: object) -> bool:
    return isinstance(child, QWidget) and not child.isHidden() and not child.size().isEmpty()
