"""Where a tall page may be cut without cutting through a line, a picture or a button."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QWidget


def cuts_of(content: QWidget) -> tuple[int, ...]:
    """The heights in `content` (pixels from its top) under which a block ends, from the top down.

    A block is a widget with nothing inside, or one that calls itself `whole`; blocks beside each
    other count as one.
    """
    cuts: list[int] = []
    low = -1
    for top, bottom in sorted(_blocks(content, content)):
        if low >= 0 and top >= low:
            cuts.append(low)
        low = max(low, bottom)
    return (*cuts, low) if low >= 0 else ()


def _blocks(widget: QWidget, content: QWidget) -> Iterator[tuple[int, int]]:
    inside = [child for child in widget.children() if _counts(child)]
    if inside and not isinstance(widget, QLineEdit) and not getattr(widget, "whole", False):
        for child in inside:
            if isinstance(child, QWidget):
                yield from _blocks(child, content)
        return
    top = widget.mapTo(content, QPoint(0, 0)).y()
    yield top, top + widget.height()


def _counts(child: object) -> bool:
    return isinstance(child, QWidget) and not child.isHidden() and not child.size().isEmpty()
